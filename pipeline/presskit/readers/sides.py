"""Text laid out on a page of blanks, with columns side by side: put back into one column after the other."""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from presskit.readers.columns import Placed, reading_order
from presskit.readers.draft import PLAIN, Draft, Setting
from presskit.readers.words import Row, Word

OPENING = re.compile(r"(?<=\S) {2,}(?=\S)")
FAR_RIGHT = re.compile(r" {12,}(?=\S)")
WORD = re.compile(r"\S+")
LABEL, WIDE = re.compile(r"\w:\s"), re.compile(r"\S {3,}\S")
"""«Camera: Jane Doe  Editor: Max Roe»: labels in one line, two blanks apart, stand in no columns."""
FEWEST = 4
"""Lines with text on both sides of a gutter that make it worth a look."""
TALLEST = 150
"""Lines of a page that are looked at together; a text without form feeds is one page."""
MOST_GAPS = 12
"""A line with more gaps is no line of columns."""
SIZE, STEP = 2.5, 3.0
"""Characters count as one point wide and lines as three high, so that two blanks may be a gutter and one may not."""
ASIDE = Setting(furniture=True)
SHORT = 0.3
"""A last line that ends this share of the column's width before its edge ends a paragraph."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters `start` to `end` of the text, printed as one line."""

    start: int
    end: int
    setting: Setting = PLAIN


def side_by_side(text: str, furniture: Collection[int]) -> Draft:
    """The text as a draft, its columns one after the other where there are any; else just as it is.

    `furniture` are the numbers of lines that belong to the pages: no columns run through them.
    """
    pages = list(_pages(text, frozenset(furniture))) if OPENING.search(text) else []
    if not any(piece.setting.column for page in pages for piece in page):
        return Draft(text, dict.fromkeys(furniture, ASIDE))
    return _joined(text, pages)


def _pages(text: str, furniture: frozenset[int]) -> Iterator[list[_Piece]]:
    at = number = 0
    for page in text.split("\f"):
        lines = page.split("\n")
        pieces: list[_Piece] = []
        for line in lines:
            pieces.append(_Piece(at, at + len(line), ASIDE if number in furniture else PLAIN))
            at, number = at + len(line) + 1, number + 1
        yield [piece for low in range(0, len(lines), TALLEST) for piece in _window(text, pieces[low : low + TALLEST])]


def _window(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Lines in reading order; where there are columns, the page's furniture goes to its head and foot."""
    lines = ["" if piece.setting is ASIDE else text[piece.start : piece.end] for piece in pieces]
    placed = _placed(lines)
    if not any(one.column for one in placed):
        return pieces
    first = _number(placed[0])
    head = [piece for piece in pieces[:first] if piece.setting is ASIDE]
    foot = [piece for piece in pieces[first:] if piece.setting is ASIDE]
    return [*head, *_columns(pieces, placed), *foot]


def _placed(lines: Sequence[str]) -> list[Placed]:
    """The lines as rows of a page; nothing where too few of them have gaps, or too many gaps."""
    gaps = [len(OPENING.findall(line)) + bool(FAR_RIGHT.match(line)) for line in lines]
    if sum(1 for count in gaps if count) < FEWEST or max(gaps) > MOST_GAPS:
        return []
    return reading_order([row for number, line in enumerate(lines) if (row := _row(line, number))])


def _row(line: str, number: int) -> Row:
    top = number * STEP
    if len(LABEL.findall(line)) > 1 and not WIDE.search(line):
        return (Word(line.strip(), float(len(line) - len(line.lstrip())), float(len(line.rstrip())), top, top + SIZE, SIZE, ""),)
    return tuple(Word(match.group(), float(match.start()), float(match.end()), top, top + SIZE, SIZE, "") for match in WORD.finditer(line))


def _columns(printed: Sequence[_Piece], placed: Sequence[Placed]) -> Iterator[_Piece]:
    edges = {column: _edges([one.row for one in placed if one.column == column]) for column in sorted({one.column for one in placed})}
    for before, one in pairwise([None, *placed]):
        if one is None:
            continue
        start = printed[_number(one)].start
        x0, x1 = one.row[0].x0, one.row[-1].x1
        setting = Setting(_blank(before, one, edges), x0 - edges[one.column][0], one.column)
        yield _Piece(start + int(x0), start + int(x1), setting)


def _edges(rows: Sequence[Row]) -> tuple[float, float]:
    return min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)


def _number(one: Placed) -> int:
    return round(one.row[0].top / STEP)


def _blank(before: Placed | None, one: Placed, edges: dict[int, tuple[float, float]]) -> int:
    """Blank lines above in the same column; at a column's head one, if the paragraph before has ended."""
    if before is None:
        return _number(one)
    if before.column == one.column:
        return max(0, _number(one) - _number(before) - 1)
    x0, x1 = edges[before.column]
    return int(before.row[-1].x1 < x1 - SHORT * (x1 - x0))


def _joined(text: str, pages: Sequence[Sequence[_Piece]]) -> Draft:
    """The pieces as a text of their own; the blanks between columns are left behind."""
    parts: list[str] = []
    origin = array("I")
    settings: dict[int, Setting] = {}
    number = 0
    for page in pages:
        for piece in page:
            parts.append(text[piece.start : piece.end] + "\n")
            origin.extend(range(piece.start, piece.end + 1))
            if piece.setting is not PLAIN:
                settings[number] = piece.setting
            number += 1
        parts[-1] = parts[-1][:-1] + "\f"
    origin[-1] = len(text)
    return Draft("".join(parts)[:-1], settings, original=text, origin=origin)
