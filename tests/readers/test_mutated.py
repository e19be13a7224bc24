"""Samples of every format with bytes changed, cut and repeated: a document or a typed error, nothing else, and soon."""

from __future__ import annotations

import io
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailing import zipped
from presskit.errors import PresskitError
from presskit.kits import find_kits
from presskit.readers import READERS, read
from tests.fuzz.corpus import FILES, SMALL

EXAMPLES = 60
"""Of each format; `make fuzz` takes many more."""
SECONDS = 60
"""Of processor time for all examples of a format."""


class TooSlow(BaseException):
    """Not an Exception, so that nothing on the way can take it for a fault."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """A few cuts, repeats and other bytes, anywhere."""
    found = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(found) - 1)))
        length = draw(st.integers(1, 40))
        change = draw(st.sampled_from(["cut", "repeat", "bytes", "end"]))
        if change == "cut":
            del found[at : at + length]
        elif change == "repeat":
            found[at:at] = bytes(found[at : at + length]) * draw(st.integers(1, 60))
        elif change == "end":
            del found[max(at, len(found) // 2) :]
        else:
            found[at : at + length] = draw(st.binary(min_size=1, max_size=length))
    return bytes(found)


def within(draw: st.DrawFn, data: bytes) -> bytes:
    """The files in a ZIP mutated, and the ZIP whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: draw(mutated(archive.read(name))) for name in archive.namelist()})


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
@pytest.mark.parametrize("suffix", FILES)
def test_a_document_or_a_typed_error(tmp_path: Path, suffix: str, data: st.DataObject) -> None:
    path = tmp_path / f"kit{suffix}"
    inside = zipfile.is_zipfile(io.BytesIO(FILES[suffix])) and data.draw(st.booleans())
    path.write_bytes(data.draw(st.composite(within)(FILES[suffix]) if inside else mutated(FILES[suffix])))
    for kit in find_kits([path], SMALL):
        try:
            document = read(kit, SMALL)
        except PresskitError as failure:
            assert failure.advice
            continue
        assert len(document.origin) == len(document.text) + 1
        assert all(document.words(line).strip() for line in document.lines)


def test_every_format_that_is_read_is_mutated() -> None:
    alike = {".text": ".txt", ".markdown": ".md", ".docm": ".docx", ".htm": ".html", ".xhtml": ".html", ".jpeg": ".jpg", ".tiff": ".tif"}
    refused = {".doc", ".pages", ".msg"}
    assert {alike.get(suffix, suffix) for suffix in READERS} - refused == set(FILES)
