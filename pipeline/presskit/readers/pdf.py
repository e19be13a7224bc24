"""PDF with a text layer: rows of words become lines in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from presskit.errors import KitDamaged
from presskit.model import Document, Issue
from presskit.readers.columns import reading_order
from presskit.readers.draft import PLAIN, Draft, document
from presskit.readers.file import read_bytes, source_of
from presskit.readers.furniture import DEEPEST, Edge, Place, furniture
from presskit.readers.pages import Sheet, sheets
from presskit.readers.scans.telling import issues_of, no_text
from presskit.readers.setting import Ending, Printed, ending, printed, set_aside, turned
from presskit.readers.swollen import refuse_swollen
from presskit.readers.wording import text_of
from presskit.readers.words import Row, bottom_of, size_of, top_of
from presskit.settings import Settings

UNMAPPED = "(cid:"
MOST_UNMAPPED = 0.1
"""Share of words with glyphs that name no letter, from which on a kit says so."""
END_MARK, TAIL = b"%%EOF", 2048


@dataclass(frozen=True, slots=True)
class Paper:
    """A file and the PDF that it is, or that was made of it to be read."""

    data: bytes
    pdf: bytes
    media_type: str = "application/pdf"


def read_pdf(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEncrypted, KitDamaged, KitTooLarge (pages), KitUnsafe and what `read_bytes` raises. A PDF without text is an issue."""
    chosen = settings or Settings()
    data = read_bytes(path, chosen)
    refuse_swollen(path, data, chosen.unpacking.max_xml)
    return paged(path, Paper(data, data), chosen)


def paged(path: Path, paper: Paper, settings: Settings) -> Document:
    """Raises as `read_pdf` does."""
    found = sheets(path, paper.pdf, settings)
    whole = END_MARK in paper.pdf[-TAIL:]
    if not whole and not any(sheet.rows for sheet in found):
        raise KitDamaged(path, "the PDF is cut off, and nothing in it can be read")
    pages = list(_pages(found))
    text = "\f".join("\n".join(line.text for line in page) for page in pages)
    lines = chain.from_iterable([line.setting for line in page] or [PLAIN] for page in pages)
    draft = Draft(text, dict(enumerate(lines)), tuple(_issues(found, whole=whole, ocr=settings.scanning.ocr)))
    return document(draft, source_of(path, paper.data, paper.media_type, len(found)))


def _pages(found: Sequence[Sheet]) -> Iterator[list[Printed]]:
    """The lines of each page: its head, its text in reading order, its foot; turned text (a photographer's name) comes last."""
    aside = furniture([_edges(sheet.rows) for sheet in found])
    before: Ending | None = None
    for page, sheet in enumerate(found):
        edges = [number for number in range(len(sheet.rows)) if Place(page, number) in aside]
        text = [row for number, row in enumerate(sheet.rows) if Place(page, number) not in aside]
        head = [sheet.rows[number] for number in edges if number < len(sheet.rows) / 2]
        foot = [sheet.rows[number] for number in edges if number >= len(sheet.rows) / 2]
        placed, number = reading_order(text), page + 1
        lines = [*set_aside(head, number), *printed(placed, number, before), *set_aside(foot, number), *turned(sheet.turned, number)]
        yield [line.shown(sheet.held) for line in lines] if sheet.held else lines
        before = ending(placed) or before


def _edges(rows: Sequence[Row]) -> list[Edge]:
    """Only the words of the outermost rows are asked for."""
    inner = range(DEEPEST, len(rows) - DEEPEST)
    whites = [0.0, *((top_of(below) - bottom_of(above)) / size_of(below) for above, below in pairwise(rows))]
    return [Edge("" if at in inner else text_of(row)[0], top_of(row), size_of(row), whites[at]) for at, row in enumerate(rows)]


def _issues(found: Sequence[Sheet], *, whole: bool, ocr: bool) -> Iterator[Issue]:
    words = [word for sheet in found for row in sheet.rows for word in row]
    if not words:
        yield no_text([sheet.scanned for sheet in found], ocr=ocr)
    yield from issues_of([sheet.scanned for sheet in found], text=bool(words))
    if not whole:
        yield Issue("file-cut-off", "warning", "the end of the PDF is missing; pages may be, too")
    for number, sheet in enumerate(found, 1):
        if sheet.fault:
            yield Issue("page-unreadable", "warning", f"page {number} cannot be read ({sheet.fault})")
    unmapped = sum(1 for word in words if UNMAPPED in word.text)
    if unmapped > MOST_UNMAPPED * len(words):
        yield Issue("unmapped-glyphs", "warning", f"{unmapped} of {len(words)} words have glyphs that name no letter: text is missing")
