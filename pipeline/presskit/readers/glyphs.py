"""The glyphs of a PDF page as PDFium tells them: the one reader that knows pypdfium2."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2
from pypdfium2 import raw

from presskit.readers.words import face_of

HANDLE, NUMBER = ctypes.c_void_p, ctypes.c_int
ACTUAL_TEXT = b"ActualText"
LONGEST_NAME = 256
DOUBLE = ctypes.sizeof(ctypes.c_double)
NO_SIGN = 0xFFFE
"""Stands for that hyphen where all letters are asked for at once."""
LINE = re.compile(r"[^\r\n]+|[\r\n]")
LINE_END = "\x02"
"""What PDFium makes of a hyphen at a line's end, whichever kind it is."""


def _plain(function: Any, result: Any, *taken: Any) -> Any:
    """A function of the library that takes and gives plain numbers: three times as fast as with pointers made anew for each glyph."""
    return ctypes.PYFUNCTYPE(result, *taken)(ctypes.cast(function, HANDLE).value or 0)


_object_of = _plain(raw.FPDFText_GetTextObject, HANDLE, HANDLE, NUMBER)
_letter_of = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, HANDLE, NUMBER)
_unmapped = _plain(raw.FPDFText_HasUnicodeMapError, NUMBER, HANDLE, NUMBER)
_origin_of = _plain(raw.FPDFText_GetCharOrigin, NUMBER, HANDLE, NUMBER, HANDLE, HANDLE)
_width_of = _plain(raw.FPDFFont_GetGlyphWidth, NUMBER, HANDLE, ctypes.c_uint, ctypes.c_float, HANDLE)
_embedded = _plain(raw.FPDFFont_GetIsEmbedded, NUMBER, HANDLE)
_matrix_of = _plain(raw.FPDFText_GetMatrix, NUMBER, HANDLE, NUMBER, HANDLE)
_size_of = _plain(raw.FPDFText_GetFontSize, ctypes.c_double, HANDLE, NUMBER)
_font_of = _plain(raw.FPDFTextObj_GetFont, HANDLE, HANDLE)
_name_of = _plain(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, HANDLE, HANDLE, ctypes.c_size_t)
_marks_on = _plain(raw.FPDFPageObj_CountMarks, NUMBER, HANDLE)
_mark = _plain(raw.FPDFPageObj_GetMark, HANDLE, HANDLE, ctypes.c_ulong)
_kind_of_value = _plain(raw.FPDFPageObjMark_GetParamValueType, NUMBER, HANDLE, ctypes.c_char_p)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Glyphs drawn in one go. `size` is the height, `width` the same in the other
    direction (unlike where type is stretched); `baseline` counts from the page's origin at the bottom, all in points. `level` runs
    go from left to right; where `retold`, the file gives other words than those it draws. `lent` is the library's name for a font
    that is not in the file, else 0."""

    font: str
    size: float
    width: float
    baseline: float
    level: bool
    retold: bool
    lent: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """The glyphs of a run: the letter each stands for, the number of the first, and where that begins. A glyph of several letters
    is several that begin together. Blanks may be among them that the library adds because it sees a gap."""

    letters: str
    first: int
    left: float
    run: Run


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of an open page, in the order in which they are drawn. Asking PDFium about one is slow: few are asked about."""

    pieces: Sequence[Piece]
    text: int

    def left(self, number: int) -> float:
        """Where a glyph begins."""
        return _origin(self.text, number)[0]

    def lefts(self, first: int, count: int) -> Sequence[float]:
        """Where glyphs begin that follow each other."""
        places = (ctypes.c_double * (2 * count))()
        at = ctypes.addressof(places)
        for number in range(first, first + count):
            _origin_of(self.text, number, at, at + DOUBLE)
            at += 2 * DOUBLE
        return places[::2]

    def drawn(self, number: int) -> bool:
        """Whether the page has this glyph, and not the library alone."""
        return bool(_object_of(self.text, number))

    def named(self, numbers: Iterable[int]) -> bool:
        """Whether the file says what letters these glyphs stand for."""
        return not any(map(_unmapped, repeat(self.text), numbers))

    def lent(self, run: Run, letter: str) -> float:
        """The width in sizes that the library takes for a letter of a font that is not in the file."""
        width = ctypes.c_float()
        _width_of(run.lent, ord(letter), 1.0, ctypes.addressof(width))
        return width.value


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument | None]:
    """The PDF, or None where PDFium cannot read it."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield pdf
    finally:
        pdf.close()


@contextmanager
def glyphs_of(pdf: pypdfium2.PdfDocument, number: int) -> Iterator[Glyphs | None]:
    """The glyphs of page `number`, from 0; None where PDFium cannot read it."""
    try:
        page = pdf[number]
    except (pypdfium2.PdfiumError, IndexError):
        yield None
        return
    try:
        text = page.get_textpage()
        try:
            yield _glyphs(text)
        finally:
            text.close()
    finally:
        page.close()


def _glyphs(page: pypdfium2.PdfTextPage) -> Glyphs:
    text, count = ctypes.cast(page.raw, HANDLE).value or 0, page.count_chars()
    letters = _letters(page, text, count)
    fonts: dict[int, tuple[str, int]] = {}
    return Glyphs([_piece(text, letters, found, fonts) for found in _joined(_alike(text, letters))], text)


def _letters(page: pypdfium2.PdfTextPage, text: int, count: int) -> str:
    """All letters at once; one by one where the library leaves some out."""
    held = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(page.raw, 0, count, held) != count + 1 or NO_SIGN in held:
        return "".join(map(chr, map(_letter_of, repeat(text, count), range(count))))
    return "".join(map(chr, held[:count]))


Stretch = tuple[int, int, int]
"""Glyphs of one object: the first, the one behind the last, the object."""


def _alike(text: int, letters: str) -> Iterator[Stretch]:
    """Lines are halved until both ends belong to one object, or to none: an object's glyphs stand together."""
    open_ = [match.span() for match in LINE.finditer(letters)][::-1]
    while open_:
        low, high = open_.pop()
        first = _object_of(text, low)
        last = _object_of(text, high - 1) if high > low + 1 else first
        if first == last and (first or high == low + 1):
            if first:
                yield low, high, first
            continue
        middle = _middle(letters, low, high)
        open_ += [(middle, high), (low, middle)]


def _middle(letters: str, low: int, high: int) -> int:
    """Behind a blank, if there is one: objects rarely end within words."""
    half = (low + high) // 2
    found = letters.find(" ", half, high - 1)
    return found + 1 if found > 0 else half or low + 1


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    before: Stretch | None = None
    for stretch in stretches:
        if before is not None and before[2] == stretch[2]:
            before = before[0], stretch[1], before[2]
            continue
        if before is not None:
            yield before
        before = stretch
    if before is not None:
        yield before


def _origin(text: int, number: int) -> tuple[float, float]:
    place = (ctypes.c_double * 2)()
    at = ctypes.addressof(place)
    _origin_of(text, number, at, at + DOUBLE)
    return place[0], place[1]


def _piece(text: int, letters: str, stretch: Stretch, fonts: dict[int, tuple[str, int]]) -> Piece:
    first, end, item = stretch
    font = _font_of(item)
    if font not in fonts:
        fonts[font] = _font_name(font), 0 if _embedded(font) else font
    left, baseline = _origin(text, first)
    return Piece(letters[first:end], first, left, _run(text, item, (first, baseline), fonts[font]))


def _run(text: int, item: int, first: tuple[int, float], font: tuple[str, int]) -> Run:
    number, baseline = first
    matrix = (ctypes.c_float * 6)()
    _matrix_of(text, number, ctypes.addressof(matrix))
    a, b, c, d, _, _ = matrix
    level = a > 0 and d > 0 and not b and not c
    size = _size_of(text, number)
    return Run(font[0], size * d or 1.0, size * a, baseline, level, _retold(item), font[1])


def _font_name(font: int) -> str:
    name = ctypes.create_string_buffer(LONGEST_NAME)
    _name_of(font, ctypes.addressof(name), LONGEST_NAME)
    return face_of(name.value.decode("utf-8", "replace"))


def _retold(item: int) -> bool:
    marks = (_mark(item, number) for number in range(_marks_on(item)))
    return any(_kind_of_value(mark, ACTUAL_TEXT) != raw.FPDF_OBJECT_UNKNOWN for mark in marks)
