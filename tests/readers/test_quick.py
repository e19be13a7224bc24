"""PDFium's words against pdfplumber's, page by page: the same, or a sign that they might not be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from drawing import Run, column, draw, singly
from presskit.readers.glyphs import opened
from presskit.readers.pages import thoroughly
from presskit.readers.quick import Quick
from presskit.readers.words import Word, rows_of
from samples.build.kits.kit import make_kit

SAMPLES = Path(__file__).parents[2] / "samples"
PDFS = sorted(SAMPLES.glob("*/kit.pdf"))
NEAR = 0.05
"""Points by which the places that two libraries find may differ."""
LEAST = 0.9
"""Share of pages that have no sign against them."""


def both(path: Path) -> Iterator[tuple[list[Word] | str, list[Word]]]:
    """Of each page what PDFium reads, or the sign against it, and what pdfplumber reads."""
    with pdfplumber.open(path) as pdf, opened(path.read_bytes()) as held:
        quick = Quick(held)
        for page in pdf.pages:
            yield quick.read(page), thoroughly(page)[0]


def agree(path: Path) -> list[str]:
    """The signs of the pages that are left to pdfplumber; all others must be read alike."""
    signs = []
    for quickly, slowly in both(path):
        if isinstance(quickly, str):
            signs.append(quickly)
            continue
        for one, other in zip(rows_of(quickly), rows_of(slowly), strict=True):
            assert [(word.text, word.font, word.size) for word in one] == [(word.text, word.font, word.size) for word in other]
            assert [place for word in one for place in _place(word)] == pytest.approx(
                [place for w in other for place in _place(w)], abs=NEAR
            )
    return signs


def _place(word: Word) -> tuple[float, ...]:
    return word.x0, word.x1, word.top, word.bottom


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.parent.name)
def test_samples_are_read_alike(path: Path) -> None:
    assert len(agree(path)) <= 1


def test_generated_kits_are_read_alike_nine_pages_in_ten_by_pdfium(tmp_path: Path) -> None:
    pages = signs = 0
    for seed in range(1, 9):
        path = tmp_path / f"{seed}.pdf"
        path.write_bytes(make_kit(seed, None, "pdf").data)
        signs += len(agree(path))
        with pdfplumber.open(path) as pdf:
            pages += len(pdf.pages)
    assert pages - signs >= LEAST * pages


def test_words_drawn_singly_in_columns(tmp_path: Path) -> None:
    text = ["The ferry “Ida” is late,", "as ferries are: flüchtig,", "café, œuvre — fi, ff, ffi."]
    runs = singly([*column(text, 50, 100), *column(text, 320, 101), Run("LATE FERRY", 50, 60, 24, "Helvetica-Bold")])
    assert agree(draw(tmp_path / "kit.pdf", [runs])) == []


def drawn(path: Path, say: str) -> Path:
    """A page with one line, after operators of its own."""
    canvas = Canvas(str(path), pagesize=A4, pageCompression=0)
    canvas.setFont("Helvetica", 12)
    canvas._code.append(say)
    canvas.drawString(72, 700, "The ferry to the pier @ 19 «Harbour Street»")
    canvas.save()
    return path


@pytest.mark.parametrize("spacing", ["2.5 Tc", "4 Tw", "80 Tz", "3 Ts", "3 Tr"])
def test_spaced_stretched_raised_and_unseen_letters(tmp_path: Path, spacing: str) -> None:
    assert agree(drawn(tmp_path / "kit.pdf", spacing)) == []


def test_turned_text_is_left_to_pdfplumber(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "kit.pdf"), pagesize=A4)
    canvas.rotate(90)
    canvas.drawString(100, -100, "Photo: Ida Grau")
    canvas.save()
    assert agree(tmp_path / "kit.pdf") == ["turned text"]


def test_turned_pages_are_left_to_pdfplumber(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "kit.pdf"), pagesize=A4)
    canvas.setPageRotation(90)
    canvas.drawString(100, 100, "The Late Ferry")
    canvas.save()
    assert agree(tmp_path / "kit.pdf") == ["a page that is turned, or measured from elsewhere"]


def test_text_that_stands_for_other_text_is_left_to_pdfplumber(tmp_path: Path) -> None:
    path = drawn(tmp_path / "kit.pdf", "/Span <</ActualText (The train)>> BDC")
    path.write_bytes(path.read_bytes().replace(b"Tj T* ET", b"Tj ET EMC"))
    assert agree(path) == ["text that stands for other text"]


def test_words_drawn_twice_are_one(tmp_path: Path) -> None:
    assert agree(draw(tmp_path / "kit.pdf", [[Run("PREMIERE", 50, 100), Run("PREMIERE", 50.4, 100)]])) == []


def test_a_damaged_file_is_left_to_pdfplumber(tmp_path: Path) -> None:
    path = draw(tmp_path / "kit.pdf", [[Run("The Late Ferry", 50, 100)]])
    with pdfplumber.open(path) as pdf, opened(b"%PDF-1.4 nothing") as held:
        assert Quick(held).read(pdf.pages[0]) == "a damaged file"
