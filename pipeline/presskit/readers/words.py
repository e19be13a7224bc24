"""Words of a PDF page and the rows they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

BOLD = re.compile(r"bold|black|heavy|demi|semibold", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
SUBSET = re.compile(r"^[A-Z]{6}\+")
GLUED = 0.12
"""Words closer than this share of their size were one word: the font changed inside it (an italic title's comma)."""
CELL_GAP = 1.2
"""A gap wider than this many times the type size parts two cells; justified lines stay below it."""
RAISED = 0.78
"""A mark is set at most this large beside its line."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs of one font, in points from the page's top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def bold(self) -> bool:
        return bool(BOLD.search(self.font))

    @property
    def italic(self) -> bool:
        return bool(ITALIC.search(self.font))


Row = tuple[Word, ...]
"""Words of one baseline, left to right."""


def words_of(found: Sequence[Mapping[str, Any]]) -> list[Word]:
    return [
        Word(str(w["text"]), w["x0"], w["x1"], w["top"], w["bottom"], round(float(w["size"]), 2), SUBSET.sub("", str(w["fontname"])))
        for w in found
        if w["text"].strip()
    ]


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words whose middle lies within a row's height share its baseline; rows from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (-w.size, w.top, w.x0)):
        home = _home(rows, word)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    ordered = sorted(rows, key=lambda row: (max(row, key=lambda w: w.size).middle, row[0].x0))
    return [tuple(sorted(_once(row), key=lambda w: w.x0)) for row in ordered]


def _home(rows: Sequence[list[Word]], word: Word) -> list[Word] | None:
    """The row that a word belongs to; the largest word of a row gives its height."""
    best: list[Word] | None = None
    for row in rows:
        first = row[0]
        if first.top <= word.middle <= first.bottom and abs(first.middle - word.middle) <= first.size * 0.6:
            if best is None or abs(first.middle - word.middle) < abs(best[0].middle - word.middle):
                best = row
    return best


def _once(row: Sequence[Word]) -> Iterator[Word]:
    """Overprinted words (a bold made by printing twice) count once."""
    kept: list[Word] = []
    for word in row:
        twin = any(w.text == word.text and abs(w.x0 - word.x0) < 1.5 and abs(w.top - word.top) < 1.5 for w in kept)
        if not twin:
            kept.append(word)
            yield word


def gap_after(left: Word, right: Word) -> float:
    return right.x0 - left.x1


def segments(row: Row, factor: float = CELL_GAP) -> list[Row]:
    """The parts of a row that stand apart."""
    parts: list[list[Word]] = [[row[0]]]
    for left, right in pairwise(row):
        if gap_after(left, right) > factor * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return [tuple(part) for part in parts]


def size_of(row: Row) -> float:
    return float(median(word.size for word in row for _ in word.text))


def text_of(row: Row) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A row as text, cells parted by tabs, and the offsets of raised marks in it."""
    usual = max(word.size for word in row)
    floor = max((word.bottom for word in row if word.size > usual * RAISED), default=row[0].bottom)
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    before: Word | None = None
    for word in row:
        joint = _joint(before, word)
        parts.append(joint + word.text)
        start = length + len(joint)
        length = start + len(word.text)
        if word.size <= usual * RAISED and word.bottom < floor - usual * 0.1:
            marks.append((start, length))
        before = word
    return "".join(parts), tuple(marks)


def _joint(left: Word | None, right: Word) -> str:
    if left is None:
        return ""
    gap, size = gap_after(left, right), max(left.size, right.size)
    if gap > CELL_GAP * size:
        return "\t"
    return "" if gap < GLUED * min(left.size, right.size) else " "
