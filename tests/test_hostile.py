"""Kits nobody would write: one endless line, thousands of credits, noise. They end soon, in a record or a typed error."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presskit import extract
from presskit.errors import PresskitError
from presskit.settings import Settings

SECONDS = 20
"""Of processor time: ample for what is linear; what is quadratic in 200 kB takes minutes."""
SIZE = 200_000
NO_NAMES = Settings(names=False)
LINES = {
    "one letter": "a",
    "capitals": "A",
    "blanks": " ",
    "tabs": "a\t",
    "dots": ".",
    "leaders": "Name ..... ",
    "dashes": "Role - NAME ",
    "brackets": "(",
    "closed brackets": "a (b) ",
    "digits": "1",
    "years": "1998-",
    "dates": "3 May 1998 ",
    "quotes": "“",
    "colons": "a: ",
    "questions": "Why? ",
    "commas": "Ida Grau, ",
    "ampersands": "Ida & ",
    "at signs": "a@",
    "mail": "a@b.c ",
    "slashes": "a/",
    "hyphens": "a-",
    "raised": "a¹ ",
    "spaced capitals": "D I R ",
    "combining": "e\u0301",
    "apostrophes": "l'",
    "percent": "57% ",
}


class TooSlow(BaseException):
    """Not an Exception, so that nothing on the way can take it for a failing extractor."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)


@pytest.mark.parametrize("name", LINES)
def test_an_endless_line(tmp_path: Path, name: str) -> None:
    """Blanks alone are an empty kit; everything else is read."""
    path = tmp_path / "kit.txt"
    piece = LINES[name]
    path.write_text(f"THE LATE FERRY\n\nCREW\n{piece * (SIZE // len(piece))}\n\nSYNOPSIS\nA night.\n", encoding="utf-8")
    assert extract(path, NO_NAMES).source.bytes > SIZE / 2


@pytest.mark.parametrize("name", LINES)
def test_the_same_in_many_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / "kit.txt"
    line = f"{LINES[name] * 8}\n"
    path.write_text(f"SYNOPSIS\nA night.\n\nCREW\n{line * (SIZE // 4 // len(line))}", encoding="utf-8")
    extract(path, NO_NAMES)


def test_five_thousand_credits(tmp_path: Path) -> None:
    path = tmp_path / "kit.txt"
    rows = "\n".join(f"Editor - IDA GRAU{chr(65 + at // 260 % 26)}{chr(65 + at // 10 % 26)}{chr(65 + at % 26)}" for at in range(5_000))
    path.write_text(f"THE LATE FERRY\n\nCREW\n{rows}\n", encoding="utf-8")
    assert len(extract(path, NO_NAMES).kit.credits.crew) > 2_000


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
@pytest.mark.parametrize("suffix", [".txt", ".pdf"])
def test_noise_is_a_record_or_a_typed_error(tmp_path: Path, suffix: str, noise: bytes) -> None:
    path = tmp_path / f"noise{suffix}"
    path.write_bytes(noise)
    try:
        extract(path, NO_NAMES)
    except PresskitError as failure:
        assert failure.advice
