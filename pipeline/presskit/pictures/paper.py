"""Pages of a PDF as sheets: PDFium draws them, and says where each letter of our lines was drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from presskit.model import Box, Document, Line
from presskit.pictures.sheet import LONG_SIDE, UPRIGHT, Rect, Row, Sheet, around

PIXELS = 2.0
"""Per point of a sheet."""
LINE_END = "\x02"
"""What PDFium makes of a hyphen at a line's end."""
NEAR = 6.0
"""Points, up or down, within which a word of a line is looked for that PDFium tells in another order."""
UNSEEN = "\xad"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The letters of a page in PDFium's order, without blanks, and where each stands on the sheet."""

    letters: str
    rects: Sequence[Rect]


def opened(data: bytes) -> pypdfium2.PdfDocument | None:
    """The PDF, or None where PDFium cannot read it."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return None


def paper(pdf: pypdfium2.PdfDocument, document: Document, number: int) -> Sheet | None:
    """Page `number`, from 1; None where PDFium cannot draw it."""
    try:
        page = pdf[number - 1]
    except (pypdfium2.PdfiumError, IndexError):
        return None
    try:
        return _sheet(page, document, number)
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _sheet(page: Any, document: Document, number: int) -> Sheet:
    scale = LONG_SIDE / max(page.get_size())
    bitmap = page.render(scale=scale * PIXELS)
    with closing(bitmap):
        drawn = _drawn(page, bitmap.get_posconv(page))
        lines = [line for line in document.lines if line.page == number]
        boxes = [_shown(page, bitmap.get_posconv(page), line.box) for line in lines]
        rows = tuple(_row(document, line, drawn, box) for line, box in zip(lines, boxes, strict=True))
        image = bitmap.to_pil().convert("RGB")
    return Sheet(number, 1, image.width / PIXELS, image.height / PIXELS, rows, image)


def _drawn(page: Any, converter: Any) -> Drawn:
    """The letters as they follow each other on the page held upright; PDFium mixes those of a page that is turned."""
    turn = page.get_rotation()
    page.set_rotation(0)
    try:
        letters, corners = _told(page)
    finally:
        page.set_rotation(turn)
    return Drawn("".join(letters), [_rect(converter, *pair) for pair in corners])


def _told(page: Any) -> tuple[list[str], list[tuple[Point, Point]]]:
    letters: list[str] = []
    corners: list[tuple[Point, Point]] = []
    with closing(page.get_textpage()) as text:
        for number in range(text.count_chars()):
            shown = _plain(chr(raw.FPDFText_GetUnicode(text, number)))
            if shown:
                left, low, right, high = text.get_charbox(number)
                corners.extend([((left, low), (right, high))] * len(shown))
                letters.append(shown)
    return letters, corners


def _plain(letter: str) -> str:
    """A letter as it is compared: ligatures taken apart, no blanks, no signs that are not seen."""
    if letter == LINE_END:
        return "-"
    return "".join(one for one in unicodedata.normalize("NFKC", letter) if one.isprintable() and not one.isspace() and one != UNSEEN)


def _rect(converter: Any, one: Point, other: Point) -> Rect:
    """From the page's own space, whatever its turn and its crop, to the sheet."""
    corners = [converter.to_bitmap(*one), converter.to_bitmap(*other)]
    xs, ys = [x / PIXELS for x, _ in corners], [y / PIXELS for _, y in corners]
    return Rect(min(xs), min(ys), max(xs), max(ys))


def _shown(page: Any, converter: Any, box: Box | None) -> Rect | None:
    """The box of a line on the sheet."""
    if box is None:
        return None
    media, turn = page.get_mediabox(), page.get_rotation()
    return _rect(converter, _own(media, turn, (box.x0, box.top)), _own(media, turn, (box.x1, box.bottom)))


def _own(media: tuple[float, float, float, float], turn: int, point: Point) -> Point:
    """From a place below and right of the page's top left to the page's own space."""
    x0, y0, x1, y1 = media
    x, top = point
    if turn == 90:
        return x0 + top, y0 + x
    if turn == 180:
        return x1 - x, y0 + top
    if turn == 270:
        return x1 - top, y1 - x
    # Of a page that is not turned, what the reader gives begins at the origin, wherever the paper does.
    return x, y1 - y0 - top


def _row(document: Document, line: Line, drawn: Drawn, box: Rect | None) -> Row:
    original = document.original
    places = range(document.origin[line.span.start], document.origin[line.span.end - 1] + 1)
    if box and line.sure is not None:
        return Row(places.start, places.stop, dict(_evenly(places, box)), box)
    letters = dict(_in_one(original, places, drawn, box)) or dict(_singly(original, places, drawn, box))
    return Row(places.start, places.stop, letters, around(letters.values()) or _inked(box, drawn))


def _evenly(places: range, box: Rect) -> Iterator[tuple[int, Rect]]:
    """The letters of a line that OCR read, of which only the box is known: all as wide as each other, along its longer side."""
    share = 1 / len(places)
    for count, at in enumerate(places):
        if box.height > UPRIGHT * box.width:
            yield at, Rect(box.x0, box.top + count * share * box.height, box.x1, box.top + (count + 1) * share * box.height)
        else:
            yield at, Rect(box.x0 + count * share * box.width, box.top, box.x0 + (count + 1) * share * box.width, box.bottom)


def _inked(box: Rect | None, drawn: Drawn) -> Rect | None:
    """The line's own box, if anything stands in it."""
    return box if box and any(_inside(rect, box) for rect in drawn.rects) else None


def _in_one(original: str, places: range, drawn: Drawn, box: Rect | None) -> Iterator[tuple[int, Rect]]:
    """The letters of a stretch as one run of PDFium's, read forwards or backwards; of several such runs the one nearest to `box`."""
    told = [(at, _plain(original[at])) for at in places]
    wanted = "".join(shown for _, shown in told)
    found = _nearest(wanted, drawn, box)
    if found is None:
        found = _nearest(wanted[::-1], drawn, box)
        told.reverse()
    if found is None:
        return
    for at, shown in told:
        rect = around(drawn.rects[found : found + len(shown)])
        if rect:
            yield at, rect
        found += len(shown)


def _singly(original: str, places: range, drawn: Drawn, box: Rect | None) -> Iterator[tuple[int, Rect]]:
    """The same word by word, for lines whose words PDFium has in another order; only near `box`."""
    if box is None:
        return
    around_line = Rect(box.x0 - NEAR, box.top - NEAR, box.x1 + NEAR, box.bottom + NEAR)
    at = places.start
    for word in original[places.start : places.stop].split():
        at = original.index(word, at)
        found = list(_in_one(original, range(at, at + len(word)), drawn, box))
        if found and all(_inside(rect, around_line) for _, rect in found):
            yield from found
        at += len(word)


def _nearest(wanted: str, drawn: Drawn, box: Rect | None) -> int | None:
    best: tuple[float, int] | None = None
    at = drawn.letters.find(wanted) if wanted else -1
    while at >= 0:
        here = around((drawn.rects[at], drawn.rects[at + len(wanted) - 1]))
        far = _far(here, box) if here and box else float(at)
        if best is None or far < best[0]:
            best = far, at
        at = drawn.letters.find(wanted, at + 1)
    return best[1] if best else None


def _far(one: Rect, other: Rect) -> float:
    across = (one.x0 + one.x1) - (other.x0 + other.x1)
    down = (one.top + one.bottom) - (other.top + other.bottom)
    return abs(across) + abs(down)


def _inside(one: Rect, other: Rect) -> bool:
    x, y = (one.x0 + one.x1) / 2, (one.top + one.bottom) / 2
    return other.x0 <= x <= other.x1 and other.top <= y <= other.bottom
