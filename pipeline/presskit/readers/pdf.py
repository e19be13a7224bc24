"""PDF with a text layer: words with font, size and place become lines in reading order."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from presskit.errors import KitDamaged, KitEncrypted, KitTooLarge
from presskit.model import Box, Document, Issue, Style
from presskit.readers.columns import Placed, reading_order
from presskit.readers.draft import Draft, Setting, document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.words import Row, rows_of, size_of, text_of, words_of
from presskit.settings import Settings

logging.getLogger("pdfminer").setLevel(logging.ERROR)

X_TOLERANCE_RATIO = 0.15
"""Words closer than this share of their size are one word; 3 points, the default, glue justified words without space glyphs."""
WHITE = 0.45
"""A gap this share of the type size wider than the usual leading is a blank line."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """One line of a page, ready for the draft."""

    text: str
    setting: Setting


def read_pdf(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEncrypted, KitDamaged, KitTooLarge (pages) and what `read_bytes` raises. A PDF without text is an issue."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    pages = _pages(path, data, chosen)
    text = "\f".join("\n".join(line.text for line in page) for page in pages)
    lines = [line.setting for page in pages for line in page or (_Printed("", Setting()),)]
    issues = () if text.strip() else (_no_text(len(pages)),)
    return document(Draft(text, lines, issues), source_of(path, data, "application/pdf", len(pages)))


def _no_text(pages: int) -> Issue:
    return Issue("no-text-layer", "error", f"none of the {pages} pages has a text layer: they are pictures of text, which are not read yet")


def _pages(path: Path, data: bytes, settings: Settings) -> list[list[_Printed]]:
    """Every page's lines; pages are let go one by one, or memory would grow with the file."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            count = len(pdf.pages)
            if count > settings.max_pages:
                raise KitTooLarge(path, f"the PDF has {count:,} pages, more than {settings.max_pages:,}")
            found = [_page(page, number) for number, page in enumerate(pdf.pages, 1)]
    except KitTooLarge:
        raise
    except Exception as error:
        raise _typed(path, error) from error
    if not found:
        raise KitDamaged(path, "the PDF has no pages")
    return found


def _typed(path: Path, error: Exception) -> Exception:
    causes = [error, error.__cause__, *error.args]
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
        return KitEncrypted(path)
    return KitDamaged(path, f"the PDF cannot be read ({type(error).__name__}: {error})")


def _page(page: Page, number: int) -> list[_Printed]:
    words = words_of(page.extract_words(extra_attrs=["fontname", "size"], x_tolerance_ratio=X_TOLERANCE_RATIO))
    width = float(page.width)
    page.close()
    return list(_printed(reading_order(rows_of(words), 0.0, width), number))


def _printed(placed: Sequence[Placed], number: int) -> Iterator[_Printed]:
    leading = _leading(placed)
    edges = {column: min(one.row[0].x0 for one in placed if one.column == column) for column in {one.column for one in placed}}
    before: Placed | None = None
    for one in placed:
        text, marks = text_of(one.row)
        setting = Setting(
            blank_before=_blank(before, one, leading),
            column=one.column,
            indent=round(one.row[0].x0 - edges[one.column], 1),
            style=_style(one.row),
            box=_box(one.row, number),
            marks=marks,
        )
        yield _Printed(text, setting)
        before = one


def _leading(placed: Sequence[Placed]) -> float:
    """The usual white between two lines of a page, in type sizes."""
    gaps = [
        (min(w.top for w in after.row) - max(w.bottom for w in one.row)) / size_of(after.row)
        for one, after in pairwise(placed)
        if one.column == after.column
    ]
    close = sorted(gap for gap in gaps if -0.6 < gap < 1.5)
    return float(median(close[: max(1, len(close) * 2 // 3)])) if close else 0.2


def _blank(before: Placed | None, one: Placed, leading: float) -> int:
    if before is None or before.column != one.column:
        return 0
    size = size_of(one.row)
    gap = (min(w.top for w in one.row) - max(w.bottom for w in before.row)) / size
    if gap < -1:
        return 1
    return max(1, round(gap - leading)) if gap > leading + WHITE else 0


def _style(row: Row) -> Style:
    letters = sum(len(word.text) for word in row)
    main = max(row, key=lambda word: len(word.text))
    bold = sum(len(word.text) for word in row if word.bold) * 2 > letters
    italic = sum(len(word.text) for word in row if word.italic) * 2 > letters
    return Style(main.font, size_of(row), bold, italic)


def _box(row: Row, number: int) -> Box:
    return Box(number, min(w.x0 for w in row), min(w.top for w in row), max(w.x1 for w in row), max(w.bottom for w in row))
