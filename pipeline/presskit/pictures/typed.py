"""Pages without a look of their own (text, Word, web, mail) as sheets: their lines typed, every sign in its cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from presskit.model import Document, Line
from presskit.pictures.sheet import Rect, Row, Sheet, Words

CELL, LEADING, SIZE = 6.0, 14.0, 10.0
"""Points: the width of a letter, from line to line, the height of type."""
EDGE = 24.0
COLUMNS = 96
MOST_INDENT = 24
MOST_WHITE = 2
ROWS = 72
"""Rows of a sheet; a longer page goes on in another part."""
WORD = re.compile(r"\S+")
FROM_RIGHT = frozenset({"R", "AL"})

Typed = tuple[Row, tuple[Words, ...]]


def typed(document: Document, number: int) -> Iterator[Sheet]:
    """The sheets of page `number`, at least one."""
    rows: list[tuple[int, Line, range]] = []
    at = 0
    for line in document.lines:
        if line.page == number:
            at += min(line.blank_before, MOST_WHITE) if rows else 0
            for piece in _wrapped(document, line):
                rows.append((at, line, piece))
                at += 1
    for part, (_, group) in enumerate(groupby(rows, key=lambda row: row[0] // ROWS), 1):
        yield _sheet(document.original, (number, part), list(group))
    if not rows:
        yield Sheet(number, 1, EDGE * 2 + COLUMNS * CELL, EDGE * 2 + LEADING, ())


def _sheet(original: str, name: tuple[int, int], rows: Sequence[tuple[int, Line, range]]) -> Sheet:
    placed = [_typed(original, piece, _indent(line), EDGE + (at % ROWS) * LEADING) for at, line, piece in rows]
    height = EDGE * 2 + (rows[-1][0] % ROWS + 1) * LEADING
    words = tuple(word for _, words in placed for word in words)
    return Sheet(*name, EDGE * 2 + COLUMNS * CELL, height, tuple(row for row, _ in placed), words=words)


def _indent(line: Line) -> int:
    return min(int(line.indent / (CELL if line.box else 1)), MOST_INDENT)


def _wrapped(document: Document, line: Line) -> Iterator[range]:
    """The line's stretch of the original, cut at blanks where it is too long for the sheet."""
    start, end = document.origin[line.span.start], document.origin[line.span.end - 1] + 1
    room = COLUMNS - _indent(line)
    while start < end:
        stop = _stop(document.original, range(start, end), room)
        yield range(start, stop)
        start = stop
        while start < end and document.original[start].isspace():
            start += 1


def _stop(original: str, places: range, room: int) -> int:
    blank = taken = 0
    for at in places:
        taken += _cells(original[at])
        if taken > room:
            return blank or max(at, places.start + 1)
        if original[at].isspace():
            blank = at
    return places.stop


def _cells(sign: str) -> int:
    if sign == "\t":
        return 4
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _typed(original: str, places: range, indent: int, top: float) -> Typed:
    text = original[places.start : places.stop]
    baseline, bottom = top + SIZE, top + LEADING - 1
    ends = [EDGE + indent * CELL]
    for sign in text:
        ends.append(ends[-1] + _cells(sign) * CELL)
    whole = Rect(ends[0], top, ends[-1], bottom)
    if _leftwards(text):
        # Where a word of such a line stands only the browser knows: the line is one place.
        right = EDGE + COLUMNS * CELL
        whole = Rect(right - whole.width, top, right, bottom)
        return Row(places.start, places.stop, {}, whole), (Words(text, whole.x0, baseline, whole.width, leftwards=True),)
    letters = {places.start + at: Rect(ends[at], top, ends[at + 1], bottom) for at, sign in enumerate(text) if not sign.isspace()}
    words = (Words(word.group(), ends[word.start()], baseline, ends[word.end()] - ends[word.start()]) for word in WORD.finditer(text))
    return Row(places.start, places.stop, letters, whole), tuple(words)


def _leftwards(text: str) -> bool:
    return any(unicodedata.bidirectional(sign) in FROM_RIGHT for sign in text)
