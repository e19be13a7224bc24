"""The glyphs of a PDF page as PDFium tells them: the one reader that knows pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
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
class Glyphs:
    """The glyphs of a page in lists of one length: the letter each stands for, where it begins, its run. What the library adds (a
    blank it sees, the end of a line) is left out; a glyph of several letters is several that begin together. `lent` are the widths,
    in sizes, that the library takes for letters of fonts that are not in the file. `whole`: every glyph names a letter."""

    letters: str
    lefts: Sequence[float]
    runs: Sequence[Run]
    lent: Mapping[tuple[str, str], float]
    whole: bool


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


def glyphs_of(pdf: pypdfium2.PdfDocument, number: int) -> Glyphs | None:
    """The glyphs of page `number`, from 0; None where PDFium cannot read it."""
    try:
        page = pdf[number]
    except (pypdfium2.PdfiumError, IndexError):
        return None
    try:
        text = page.get_textpage()
        try:
            return _glyphs(text.count_chars(), ctypes.cast(text.raw, HANDLE).value or 0)
        finally:
            text.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _glyphs(count: int, text: int) -> Glyphs:
    items = list(map(_object_of, repeat(text, count), range(count)))
    drawn = [number for number in range(count) if items[number]]
    letters = "".join(map(chr, map(_letter_of, repeat(text), drawn)))
    places = _places(text, drawn)
    # Backwards, so that the first glyph of each stays: PDFium does not tell where a hyphen at a line's end stands.
    known = _runs(text, {items[number]: (number, y) for number, y in zip(reversed(drawn), reversed(places[1::2]), strict=True)})
    runs = [known[items[number]] for number in drawn]
    whole = not any(map(_unmapped, repeat(text), drawn))
    return Glyphs(letters, places[::2], runs, _lent(runs, letters), whole)


def _lent(runs: Sequence[Run], letters: str) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    width = ctypes.c_float()
    for run, letter in set(zip(runs, letters, strict=True)) if any(run.lent for run in set(runs)) else ():
        if run.lent and (run.font, letter) not in found:
            _width_of(run.lent, ord(letter), 1.0, ctypes.addressof(width))
            found[run.font, letter] = width.value
    return found


def _places(text: int, drawn: Sequence[int]) -> list[float]:
    """Where glyphs begin: x and y by turns."""
    places = (ctypes.c_double * (2 * len(drawn)))()
    at = ctypes.addressof(places)
    for number in drawn:
        _origin_of(text, number, at, at + DOUBLE)
        at += 2 * DOUBLE
    return places[:]


def _runs(text: int, items: Mapping[int, tuple[int, float]]) -> dict[int, Run]:
    """The run of each object, given the number and the baseline of its first glyph."""
    fonts = {item: _font_of(item) for item in items}
    names = {font: _font_name(font) for font in set(fonts.values())}
    lent = {font: 0 if _embedded(font) else font for font in names}
    return {item: _run(text, items[item], (names[font], lent[font]), retold=_retold(item)) for item, font in fonts.items()}


def _run(text: int, first: tuple[int, float], font: tuple[str, int], *, retold: bool) -> Run:
    number, baseline = first
    matrix = (ctypes.c_float * 6)()
    _matrix_of(text, number, ctypes.addressof(matrix))
    a, b, c, d, _, _ = matrix
    level = a > 0 and d > 0 and not b and not c
    size = _size_of(text, number)
    return Run(font[0], size * d or 1.0, size * a, baseline, level, retold, font[1])


def _font_name(font: int) -> str:
    name = ctypes.create_string_buffer(LONGEST_NAME)
    _name_of(font, ctypes.addressof(name), LONGEST_NAME)
    return face_of(name.value.decode("utf-8", "replace"))


def _retold(item: int) -> bool:
    marks = (_mark(item, number) for number in range(_marks_on(item)))
    return any(_kind_of_value(mark, ACTUAL_TEXT) != raw.FPDF_OBJECT_UNKNOWN for mark in marks)
