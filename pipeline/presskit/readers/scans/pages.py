"""The pages of one PDF that OCR must read, within the time that one kit may take for it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2

from presskit.language import language_of
from presskit.readers.scans import tesseract
from presskit.readers.scans.levelling import running, sureness, words_of
from presskit.readers.scans.need import Lack, lack_of
from presskit.readers.scans.rendering import POINTS, look_of, picture_of, scale_of
from presskit.readers.scans.tesseract import Seen, TookTooLong
from presskit.readers.words import Word
from presskit.settings import Scanning

DOUBTFUL = 0.6
"""A page read with less certainty may lie on its side or stand on its head."""
BETTER = 0.1
"""By so much must a page be read better another way up to be one that was turned."""
BLOCK = 12
"""Words of a block from which its language is told."""
MUCH_MORE = 3
"""A page with little text has more on its picture if OCR finds so many times its words."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What came of one page: why OCR was wanted, its words, the language they were read in (Tesseract's code), and, where it could not
    be read, why: "missing" (no Tesseract) or "time". `wanted` is the language it should have been read in and that is not installed.
    The words stand where they are when the page is turned by `turn` degrees, clockwise."""

    lack: Lack
    words: tuple[Word, ...] = ()
    language: str = ""
    wanted: str = ""
    fault: str = ""
    turn: int = 0


@dataclass(slots=True)
class Desk:
    """Where the pages of a kit are read one after the other: the time left, and the language of the one before."""

    limits: Scanning
    language: str
    until: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        return self.until - time.monotonic()


def scanned(pdf: pypdfium2.PdfDocument | None, pages: Sequence[Sequence[Word]], limits: Scanning) -> dict[int, Scanned]:
    """By their numbers from 0 the pages whose text layer will not do and that have ink; nothing is rendered of the others."""
    lacks = {number: lack for number, words in enumerate(pages) if (lack := lack_of(words)) is not None}
    if pdf is None or not limits.ocr or not lacks or len(pdf) != len(pages):
        return {}
    told = len(lacks) < len(pages)
    inked = {number: lack for number, lack in lacks.items() if _inked(pdf, number, lack, told=told)}
    language = tesseract.first_language() if inked else None
    if language is None:
        return {number: Scanned(lack, fault="missing") for number, lack in inked.items()}
    desk = Desk(limits, language, time.monotonic() + limits.seconds)
    found = {number: _read(pdf, number, lack, desk) for number, lack in inked.items()}
    return {number: page for number, page in found.items() if page.lack is not Lack.SCANT or _more(page, pages[number])}


def _inked(pdf: pypdfium2.PdfDocument, number: int, lack: Lack, *, told: bool) -> bool:
    """A picture page among pages of text must look like printed paper; in a kit of pictures anything may be on one (a slide)."""
    if lack is Lack.NO_LANGUAGE:
        return True
    try:
        look = look_of(pdf[number])
    except (pypdfium2.PdfiumError, OSError, ValueError):
        return False
    return look.printed if told or lack is Lack.SCANT else not look.blank


def _more(page: Scanned, words: Sequence[Word]) -> bool:
    return bool(page.fault) or len(page.words) > MUCH_MORE * len(words)


def _read(pdf: pypdfium2.PdfDocument, number: int, lack: Lack, desk: Desk) -> Scanned:
    page = pdf[number]
    try:
        return _reading(page, lack, desk)
    except TookTooLong:
        return Scanned(lack, fault="time")
    finally:
        page.close()


def _reading(page: pypdfium2.PdfPage, lack: Lack, desk: Desk) -> Scanned:
    scale = scale_of(page, desk.limits.most_pixels)
    turn, found = _upright(page, scale, desk)
    spoken = _spoken(found)
    wanted = next((code for code in spoken if code not in tesseract.languages()), "")
    proper = [code for code in spoken if code in tesseract.languages()]
    if not set(proper) <= set(desk.language.split("+")):
        desk.language = "+".join(proper)
        found = _seen(page, scale, turn, desk)
    return Scanned(lack, tuple(words_of(found, scale)), desk.language, wanted, turn=turn)


def _spoken(found: Sequence[Seen]) -> list[str]:
    """The languages of a page's blocks as Tesseract calls them, the one with most words first; a kit may have two side by side."""
    counted: Counter[str] = Counter()
    for _, block in groupby(found, key=lambda word: word.line[0]):
        words = [word.text for word in block]
        spoken = language_of(" ".join(words)) or "" if len(words) >= BLOCK else ""
        if spoken in tesseract.CODES:
            counted[tesseract.CODES[spoken]] += len(words)
    return [code for code, _ in counted.most_common(2)]


def _upright(page: pypdfium2.PdfPage, scale: float, desk: Desk) -> tuple[int, list[Seen]]:
    """Most pages stand upright: only one that is hardly read as it stands is turned."""
    found = _seen(page, scale, 0, desk)
    if sureness(found) >= DOUBTFUL:
        across = running(found)
        return (across, _seen(page, scale, across, desk)) if across else (0, found)
    turn = tesseract.turn_of(picture_of(page, scale), max(1.0, desk.left))
    other = _seen(page, scale, turn, desk) if turn else []
    return (turn, other) if sureness(other) > sureness(found) + BETTER else (0, found)


def _seen(page: pypdfium2.PdfPage, scale: float, turn: int, desk: Desk) -> list[Seen]:
    if desk.left <= 0:
        raise TookTooLong
    return tesseract.seen(picture_of(page, scale, turn), desk.language, scale * POINTS, desk.left)
