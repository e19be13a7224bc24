"""The pages of a PDF as rows of words, read by PDFium or by pdfplumber, and what can go wrong in it."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from presskit.errors import KitDamaged, KitEncrypted, KitTooLarge, PresskitError
from presskit.readers.glyphs import opened
from presskit.readers.initials import initials_set_in
from presskit.readers.quick import Quick
from presskit.readers.scans import Scanned, scanned
from presskit.readers.turned import HALF, Held, turn_of, turned_rows
from presskit.readers.words import X_TOLERANCE_RATIO, Row, Word, printed_twice, rows_of, words_of
from presskit.settings import Settings

FAULTS = (
    PdfminerException, MalformedPDFException, PDFException, PSException, struct.error, zlib.error, ValueError, TypeError, LookupError,
    AttributeError, AssertionError, ArithmeticError, RecursionError, NotImplementedError, EOFError,
)  # fmt: skip
"""What pdfminer is known to raise on files that are not what they claim to be."""
FEWEST_TURNED, MOST_LEVEL = 4, 0.1
"""Lines that run up or down a page that lies on its side, at least; and the share of words, at most, that do not."""
NOISE = ("pdfminer", "pdfplumber")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's rows from top to bottom; `turned` are those that do not run from left to right. `fault` is why it could not be read,
    `scanned` what OCR made of it where its text layer would not do, `held` how it is read where that is not how it is shown."""

    rows: tuple[Row, ...]
    turned: tuple[Row, ...] = ()
    fault: str = ""
    scanned: Scanned | None = None
    held: Held | None = None


def sheets(path: Path, data: bytes, settings: Settings) -> list[Sheet]:
    """Every page; raises KitEncrypted, KitDamaged and KitTooLarge. A page that cannot be read says so, the others are read."""
    with _quiet():
        try:
            with pdfplumber.open(io.BytesIO(data)) as pdf, opened(data) as quick:
                if len(pdf.pages) > settings.max_pages:
                    raise KitTooLarge(path, f"the PDF has {len(pdf.pages):,} pages, more than {settings.max_pages:,}")
                found = list(map(partial(_sheet, Quick(quick)), pdf.pages))
                read = scanned(quick, [[word for row in sheet.rows for word in row] for sheet in found], settings.scanning)
                found = [_with(sheet, read.get(number), page) for number, (sheet, page) in enumerate(zip(found, pdf.pages, strict=True))]
        except FAULTS as error:
            raise _typed(path, error) from error
    if not found:
        raise KitDamaged(path, "the PDF has no pages")
    if all(sheet.fault for sheet in found):
        raise KitDamaged(path, f"none of the pages can be read ({found[0].fault})")
    return found


Words = tuple[list[Word], list[Word]]
"""Those that run from left to right, and the letters of those that do not."""


@contextmanager
def _quiet() -> Iterator[None]:
    """pdfminer logs every oddity of a file; what matters to a user becomes an error or an issue."""
    loggers = [logging.getLogger(name) for name in NOISE]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _with(sheet: Sheet, read: Scanned | None, page: Page) -> Sheet:
    """The page as OCR read it; as it was where OCR found nothing."""
    if read is None or not read.words:
        return replace(sheet, scanned=read)
    return Sheet(tuple(rows_of(initials_set_in(read.words))), scanned=read, held=_held(page, read.turn))


def _held(page: Page, turn: int) -> Held:
    left, top, right, bottom = map(float, page.bbox)
    return Held(turn, right - left, bottom - top, left, top)


def _typed(path: Path, error: Exception) -> PresskitError:
    causes = [error, error.__cause__, error.__context__, *error.args]
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
        return KitEncrypted(path)
    if any(isinstance(cause, PDFEncryptionError) for cause in causes):
        return KitEncrypted(path, "the file is protected in a way that is not known here")
    return KitDamaged(path, f"the PDF cannot be read ({_named(error)})")


def _named(error: Exception) -> str:
    inner = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    return " ".join(f"{type(inner).__name__}: {inner}".split())[:120].rstrip(": ")


def _sheet(quick: Quick, page: Page) -> Sheet:
    """Pages are let go one by one, or memory would grow with the file."""
    try:
        quickly = _quickly(quick, page)
        level, turned = quickly or thoroughly(page)
        level, rows = _on_page(page, level), turned_rows(_on_page(page, turned))
        if _on_its_side(level, rows):
            held = _held(page, turn_of(rows))
            level, rows = [held.read(word) for row in rows for word in row], rows_of([held.read(word) for word in level])
        elif quickly is None and _stands_on_its_head(page):
            held = _held(page, HALF)
            level, rows = [held.read(word) for word in level], [tuple(map(held.read, row)) for row in rows]
        else:
            held = None
        return Sheet(tuple(rows_of(initials_set_in(level))), tuple(rows), held=held)
    except FAULTS as error:
        return Sheet((), fault=_named(error))
    finally:
        page.close()


def _quickly(quick: Quick, page: Page) -> Words | None:
    """What PDFium reads, unless there are signs that it is not what pdfplumber would; a page may go wrong in it that does not there."""
    try:
        words = quick.words(page)
    except FAULTS:
        return None
    return None if words is None else (words, [])


def thoroughly(page: Page) -> Words:
    found = _words(page)
    level = words_of(word for word in found if word["upright"])
    return level, words_of(word for word in found if not word["upright"])


def _words(page: Page) -> list[dict[str, Any]]:
    words = _extracted(page)
    return _extracted(page.dedupe_chars()) if printed_twice([word["text"] for word in words]) else words


def _extracted(page: Page) -> list[dict[str, Any]]:
    """In the order of drawing: sorting glyphs by height first would mix lines of columns that stand a little higher and lower."""
    return page.extract_words(
        extra_attrs=["fontname", "size"],
        x_tolerance_ratio=X_TOLERANCE_RATIO,
        use_text_flow=True,
        char_dir="rtl" if _stands_on_its_head(page) else "ltr",
        line_dir="ttb",
        char_dir_rotated="btt",
    )


def _stands_on_its_head(page: Page) -> bool:
    """Most of whose glyphs are turned by half: a leaflet's back, a sheet that was put in the wrong way round."""
    over = sum(1 for char in page.chars if char["matrix"][0] < 0 and char["matrix"][3] < 0)
    return over > len(page.chars) / 2


def _on_its_side(level: Sequence[Word], turned: Sequence[Row]) -> bool:
    """A page that hardly has a word that is not turned (a table set across); one line may stand on a picture."""
    return len(turned) >= FEWEST_TURNED and len(level) <= MOST_LEVEL * sum(len(row) for row in turned)


def _on_page(page: Page, words: Sequence[Word]) -> list[Word]:
    """What stands off the page (printers' marks, left-overs of the layout) is not printed."""
    x0, top, x1, bottom = page.bbox
    return [word for word in words if word.x1 > x0 and word.x0 < x1 and word.bottom > top and word.top < bottom]
