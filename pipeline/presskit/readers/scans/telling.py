"""What a person should know of pages that needed OCR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import fmean

from presskit.model import Issue
from presskit.readers.scans.need import Lack
from presskit.readers.scans.pages import Scanned

INSTALL = "install Tesseract and its languages (on Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-eng tesseract-ocr-fra …)"
Pages = Sequence[Scanned | None]
"""By number from 0; None where the text layer will do."""


def no_text(pages: Pages, *, ocr: bool) -> Issue:
    """Of a PDF that has no words after all; `ocr`: whether it was to be read by OCR."""
    missing = any(page is not None and page.fault == "missing" for page in pages)
    way = f"to read pictures of text, {INSTALL} and extract the kit again" if missing else "OCR found no words on them either"
    if not ocr:
        way = "OCR was not to look at them"
    return Issue("no-text-layer", "error", f"none of the {len(pages)} pages has a text layer; {way}")


def issues_of(pages: Pages, *, text: bool) -> Iterator[Issue]:
    """`text`: whether the PDF has any words."""
    read = [number for number, page in enumerate(pages, 1) if page and page.words]
    bad = [number for number, page in enumerate(pages, 1) if page and page.lack is Lack.NO_LANGUAGE]
    if bad:
        after = "read by OCR instead" if set(bad) <= set(read) else f"to have it read from the picture, {INSTALL}"
        yield Issue("bad-text-layer", "warning", f"the text layer of {told(bad)} is no language, its fonts name wrong letters: {after}")
    if read:
        found = [page for page in pages if page and page.words]
        sure = fmean(word.sure or 0.0 for page in found for word in page.words)
        languages = ", ".join(sorted({page.language for page in found}))
        yield Issue("read-by-ocr", "info", f"{told(read)} read by OCR ({languages}), {sure:.0%} sure of the words: look at them again")
    yield from _faults(pages, text=text)


def _faults(pages: Pages, *, text: bool) -> Iterator[Issue]:
    late = [number for number, page in enumerate(pages, 1) if page and page.fault == "time"]
    missing = [number for number, page in enumerate(pages, 1) if page and page.fault == "missing" and page.lack is not Lack.NO_LANGUAGE]
    if late:
        yield Issue("ocr-too-slow", "error", f"{told(late)} not read: OCR takes longer than one kit may (`Scanning` in the settings)")
    if missing and text:
        yield Issue("page-without-text", "warning", f"{told(missing)} may hold pictures of text: to read them, {INSTALL}")
    for language in sorted({page.wanted for page in pages if page and page.wanted}):
        name = language.replace("_", "-")
        yield Issue("ocr-language-missing", "warning", f"for better letters (accents) on the scanned pages, install tesseract-ocr-{name}")


def told(numbers: Sequence[int]) -> str:
    """Pages 1-3, 7."""
    runs = (list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]))
    parts = [f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else f"{run[0][1]}" for run in runs]
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(parts)}"
