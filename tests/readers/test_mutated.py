"""Samples of every format with bytes changed, cut and repeated: a document or a typed error, nothing else, and soon."""

from __future__ import annotations

import io
import os
import signal
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailing import KIT, mail, zipped
from opendocument import odt, p
from presskit.errors import PresskitError
from presskit.kits import find_kits
from presskit.readers import READERS, read
from presskit.settings import Settings, Unpacking
from wordfile import box, paragraph, part, run, word

EXAMPLES = int(os.environ.get("PRESSKIT_FUZZ", "60"))
"""Of each format; `make fuzz` asks for more."""
SECONDS = 60
"""Of processor time for the usual number of examples."""
SMALL = Settings(max_bytes=2_000_000, unpacking=Unpacking(max_bytes=4_000_000, max_xml=1_000_000, max_parts=100))
NOTE = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{run("A boat.")}</w:p></w:footnote>'
WORD = word(
    paragraph("The Late Ferry", "H") + f'<w:p>{run("A ferry")}<w:r><w:footnoteReference w:id="2"/></w:r>{box(paragraph("In a box"))}</w:p>'
    f"<w:tbl><w:tr><w:tc>{paragraph('Editor')}</w:tc><w:tc>{paragraph('Ida Moor')}</w:tc></w:tr></w:tbl>",
    {
        "styles": part("styles", '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'),
        "footnotes": part("footnotes", NOTE),
    },
)
HTML = (
    b"<!doctype html><html><head><meta charset='utf-8'><title>x</title></head><body><nav><a href='/'>Home</a></nav><h1>The Late Ferry</h1>"
    b"<table><tr><td>Editor</td><td>Ida<br>Moor</td></tr></table><dl><dt>Sound<dd>Ole</dl><p>A <b>ferry</b><sup><a href='#n'>1</a></sup>"
    b"<ol><li id='n'>A boat.</ol><pre>a   b</pre></body></html>"
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}}\pard\b The Late Ferry\b0\par\trowd\pard\intbl Editor\cell Ida\cell\row\pard "
    rb"{\super\chftn}{\footnote{\super\chftn} A boat.}\u8212?\f0\'cf\'e0\bin3 abc\page{\*\shppict{\pict 00}}\par}"
)
FILES: Mapping[str, bytes] = {
    ".docx": WORD,
    ".odt": odt(p("The Late Ferry") + p("A ferry<text:tab/>is<text:s text:c='9'/>late")),
    ".rtf": RTF,
    ".html": HTML,
    ".eml": mail(attached={"kit.txt": KIT.encode(), "kit.docx": WORD}, html="<p>A ferry</p>").as_bytes(),
    ".mbox": b"From ida\n" + mail(KIT).as_bytes() + b"\n\nFrom ole\n" + mail(KIT).as_bytes(),
    ".zip": zipped({"a/kit.txt": KIT.encode(), "mail.eml": mail(KIT).as_bytes(), "b.zip": zipped({"c.txt": b"SYNOPSIS\nA ferry."})}),
    ".md": f"# {KIT}\n\n| Editor | Ida |\n|---|---|\n".encode(),
    ".txt": KIT.encode(),
}


class TooSlow(BaseException):
    """Not an Exception, so that nothing on the way can take it for a fault."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS * max(1, EXAMPLES // 60))
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
    """PDFs are in test_bad_input."""
    alike = {".text": ".txt", ".markdown": ".md", ".docm": ".docx", ".htm": ".html", ".xhtml": ".html"}
    refused = {".doc", ".pages", ".msg", ".pdf"}
    assert {alike.get(suffix, suffix) for suffix in READERS} - refused == set(FILES)
