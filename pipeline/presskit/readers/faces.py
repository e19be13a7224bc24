"""What a PDF says of its fonts: the name, how deep letters reach, how wide each is. PDFium knows widths in whole numbers only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from pdfminer.cmapdb import FileUnicodeMap, IdentityCMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfplumber.page import Page

from presskit.readers.words import face_of

HYPHEN, SOFT_HYPHEN = "-", "\u00ad"
BULLET = "•"
"""Stands for every code without a letter in the fonts that no file holds, which pdfplumber says."""
DEEPEST = 4
"""Forms within forms that are searched for fonts."""
CODES = 256
"""Letters that a simple font has at most."""
CODES_OF_TWO_BYTES = range(0x10000)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """`name` without the mark of a subset; `descent`, below 0, and the letters' `widths` in sizes; None for a letter of two widths.
    `hyphen` is what a hyphen at a line's end was drawn as, "" where that may be either kind. A face that is not `plain` is left
    to pdfplumber. A letter that is `sure` is no glyph without a letter, for which PDFium gives the sign of the glyph's number.
    `joined` are letters that share a glyph."""

    name: str
    descent: float
    widths: Mapping[str, float | None]
    hyphen: str
    plain: bool
    sure: frozenset[str]
    joined: tuple[str, ...]


@dataclass(slots=True)
class Faces:
    """The fonts of a PDF by the name of their base font, without the mark of a subset, found page by page."""

    found: dict[str, Face] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def learn(self, page: Page) -> None:
        """Fonts of a page and of the forms drawn on it. Two fonts of one name are one, if they are alike."""
        for reference, font in self._fonts(page.page_obj.resources):
            base = face_of(_name(font.get("BaseFont")))
            face = _face(page.pdf.rsrcmgr.get_font(reference, font))
            self.found[base] = _both(self.found[base], face) if base in self.found else face

    def _fonts(self, resources: Any, deep: int = 0) -> Iterator[tuple[int | None, Mapping[str, Any]]]:
        held = _mapping(resources)
        for reference in self._new(_mapping(held.get("Font")).values()):
            yield getattr(reference, "objid", None), _mapping(reference)
        for reference in self._new(_mapping(held.get("XObject")).values()) if deep < DEEPEST else ():
            form = resolve1(reference)
            if isinstance(form, PDFStream) and "Resources" in form.attrs:
                yield from self._fonts(form.attrs["Resources"], deep + 1)

    def _new(self, references: Iterable[Any]) -> Iterator[Any]:
        for reference in references:
            if isinstance(reference, PDFObjRef):
                if reference.objid in self._seen:
                    continue
                self._seen.add(reference.objid)
            yield reference


def _mapping(value: Any) -> Mapping[str, Any]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _name(value: Any) -> str:
    return str(getattr(resolve1(value), "name", ""))


def _both(one: Face, other: Face) -> Face:
    """Subsets of one font hold letters of their own."""
    widths = dict(one.widths)
    for letter, width in other.widths.items():
        widths[letter] = width if widths.get(letter, width) == width else None
    alike = (one.name, one.descent) == (other.name, other.descent)
    hyphen = one.hyphen if one.hyphen == other.hyphen else ""
    return Face(one.name, one.descent, widths, hyphen, alike and one.plain and other.plain, one.sure & other.sure, _shared(widths))


def _face(font: PDFFont) -> Face:
    widths: dict[str, float | None] = {}
    # A width of 0 stands for letters that a subset does not have.
    for letter, width in filter(itemgetter(1), _letters(font)):
        widths[letter] = width if widths.get(letter, width) == width else None
    hyphen = SOFT_HYPHEN if SOFT_HYPHEN in widths else HYPHEN
    both = SOFT_HYPHEN in widths and HYPHEN in widths
    plain = not isinstance(font, PDFType3Font) and not font.is_vertical()
    return Face(
        face_of(str(font.fontname)),
        font.get_descent(),
        widths,
        "" if both else hyphen,
        plain,
        frozenset(map(chr, _codes(font))),
        _shared(widths),
    )


def _shared(widths: Iterable[str]) -> tuple[str, ...]:
    return tuple(letters for letters in widths if len(letters) > 1)


def _codes(font: PDFFont) -> Iterable[int]:
    """The numbers of glyphs that name a letter, where number and code are one."""
    if isinstance(font, PDFCIDFont):
        if not isinstance(font.cmap, IdentityCMap) or not isinstance(font.unicode_map, FileUnicodeMap):
            return ()
        return filter(CODES_OF_TWO_BYTES.__contains__, font.unicode_map.cid2unichr)
    return [code for code in range(CODES) if _letter(font, code)] if isinstance(font, PDFSimpleFont) else ()


def _letter(font: PDFSimpleFont, code: int) -> str:
    try:
        return font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return ""


def _letters(font: PDFFont) -> Iterator[tuple[str, float]]:
    """The letters that a font names, with their widths; none where it does not say which they are."""
    if isinstance(font, PDFCIDFont) and isinstance(font.unicode_map, FileUnicodeMap):
        for code, letter in font.unicode_map.cid2unichr.items():
            yield letter, font.char_width(code)
    elif isinstance(font, PDFSimpleFont):
        for code in range(CODES):
            letter = _letter(font, code)
            if letter and (code in font.widths or (letter in font.widths and letter != BULLET)):
                yield letter, font.char_width(code)
