"""PDFs that are made to do harm: refused, or read as far as they can be, soon and in bounds."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from pdffile import TEXT, blanks, page, pdf
from presskit.errors import KitDamaged, KitUnsafe, PresskitError
from presskit.model import Document
from presskit.readers.pdf import read_pdf
from presskit.settings import Settings, Unpacking

PACKED, TWICE = b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]"


def read(folder: Path, data: bytes, settings: Settings | None = None) -> Document:
    path = folder / "kit.pdf"
    path.write_bytes(data)
    return read_pdf(path, settings)


@pytest.mark.parametrize("said", [PACKED, TWICE], ids=["once", "twice"])
def test_a_stream_that_swells_is_refused(tmp_path: Path, said: bytes) -> None:
    packed = blanks(61)
    with pytest.raises(KitUnsafe, match="60,000,000"):
        read(tmp_path, page(packed if said == PACKED else zlib.compress(packed), said))


def test_the_limit_is_a_setting(tmp_path: Path) -> None:
    data = page(zlib.compress(b" " * 300_000 + TEXT), PACKED)
    assert read(tmp_path, data).text == "A ferry is late"
    with pytest.raises(KitUnsafe):
        read(tmp_path, data, Settings(unpacking=Unpacking(max_xml=200_000)))


def test_a_form_that_draws_itself(tmp_path: Path) -> None:
    document = read(tmp_path, page(TEXT + b"/X Do", forms=[(TEXT + b"/X Do", b"/X 6 0 R")]))
    assert document.text == "A ferry is late"


@pytest.mark.parametrize("opened", [b"[" * 100_000, b"q " * 100_000], ids=["brackets", "states"])
def test_what_is_opened_and_never_closed(tmp_path: Path, opened: bytes) -> None:
    assert "late" in read(tmp_path, page(TEXT + opened)).text


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"startxref\n", b"startxref\n9"), (b"/Count 1", b"/Count 1000000000")],
    ids=["its place", "the number of pages"],
)
def test_a_damaged_table_of_contents_is_mended(tmp_path: Path, old: bytes, new: bytes) -> None:
    assert read(tmp_path, page(TEXT).replace(old, new)).text == "A ferry is late"


@pytest.mark.parametrize("pages", [b"<</Type/Pages/Kids[2 0 R]/Count 1>>", b"<</Type/Pages/Kids[]/Count 0>>"], ids=["a circle", "none"])
def test_pages_that_are_none(tmp_path: Path, pages: bytes) -> None:
    with pytest.raises(KitDamaged):
        read(tmp_path, pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages]))


@pytest.mark.parametrize("box", [b"[0 0 1e30 1e30]", b"[0 0 0 0]", b"[(a) 0 595 842]"], ids=["endless", "nothing", "no number"])
def test_the_size_of_a_page_makes_no_sense(tmp_path: Path, box: bytes) -> None:
    try:
        document = read(tmp_path, page(TEXT).replace(b"[0 0 595 842]", box))
    except PresskitError as failure:
        assert failure.advice
    else:
        assert document.source.pages == 1


def test_a_table_of_contents_without_a_row_that_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(KitDamaged):
        read(tmp_path, page(TEXT).replace(b"00000 n", b"xxxxx q"))
