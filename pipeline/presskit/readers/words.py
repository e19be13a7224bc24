"""Words of a PDF page and the rows they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median
from typing import Any

BOLD = re.compile(r"bold|black|heavy|demi|fett|gras\b|negrita", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|kursiv|slanted", re.IGNORECASE)
SUBSET = re.compile(r"^[A-Z]{6}\+")
X_TOLERANCE_RATIO = 0.15
"""Words closer than this share of their size are one word; 3 points, pdfplumber's default, glue justified words without space glyphs."""
PLACES = 3
"""Decimals of a place in points. What lies beyond is noise of sums, which must not decide how a box is rounded or a row sorted."""
DOUBLED = 8
"""Words of at least so many letters, each printed twice, are overprinted letter by letter."""
SAME_ROW = 0.5
"""Words that share this much of the lower one's height stand in one row; lines set without any leading share nothing."""
LOOK_BACK = 6
"""Rows that a word is compared with: words come from top to bottom, so only a few can still be open."""
TWIN = 1.5
"""Points between two copies of one word: a bold made by printing twice, a shadow."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of glyphs of one font, in points from the page's top left. `x0` to `x1` is where it is printed;
    `sure` is how sure OCR is of it."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str
    sure: float | None = None

    @property
    def bold(self) -> bool:
        return _matches(BOLD, self.font)

    @property
    def italic(self) -> bool:
        return _matches(ITALIC, self.font)


Row = tuple[Word, ...]
"""Words of one baseline, left to right."""


@cache
def _matches(pattern: re.Pattern[str], font: str) -> bool:
    return bool(pattern.search(font))


@cache
def face_of(fontname: str) -> str:
    return SUBSET.sub("", fontname)


def words_of(found: Iterable[Mapping[str, Any]]) -> list[Word]:
    """pdfplumber's words, those without a visible glyph left out; `size` is never 0."""
    return [_word(w) for w in found if w["text"].strip()]


def _word(found: Mapping[str, Any]) -> Word:
    x0, x1, top, bottom = (round(float(found[edge]), PLACES) for edge in ("x0", "x1", "top", "bottom"))
    return Word(found["text"], x0, x1, top, bottom, round(float(found["size"]), 2) or 1.0, face_of(str(found["fontname"])))


def printed_twice(words: Sequence[str]) -> bool:
    """Whether a page's words are overprinted letter by letter, with the letters one after the other."""
    doubled = sum(1 for word in words if len(word) >= DOUBLED and word[::2] == word[1::2])
    return doubled * 8 > len(words)


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words that share most of their height share a baseline, raised marks with them; rows from top to bottom."""
    rows: list[list[Word]] = []
    heads: list[Word] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        at = _home(heads, word)
        if at is None:
            rows.append([word])
            heads.append(word)
        else:
            rows[at].append(word)
            if word.size > heads[at].size:
                heads[at] = word
    ordered = sorted(range(len(rows)), key=lambda at: (heads[at].bottom, heads[at].x0))
    return [tuple(_once(sorted(rows[at], key=lambda w: (w.x0, w.top)))) for at in ordered]


def _home(heads: Sequence[Word], word: Word) -> int | None:
    """The row that a word belongs to; the largest word of a row gives its height."""
    best, shared = None, SAME_ROW
    for at in range(max(0, len(heads) - LOOK_BACK), len(heads)):
        head = heads[at]
        height = min(head.bottom - head.top, word.bottom - word.top) or 1.0
        common = (min(head.bottom, word.bottom) - max(head.top, word.top)) / height
        if common >= shared and abs(head.bottom - word.bottom) <= 0.6 * max(head.size, word.size):
            best, shared = at, common
    return best


def _once(row: Iterable[Word]) -> Iterator[Word]:
    """Overprinted words count once."""
    kept: list[Word] = []
    for word in row:
        if not any(w.text == word.text and abs(w.x0 - word.x0) < TWIN and abs(w.top - word.top) < TWIN for w in kept[-3:]):
            kept.append(word)
            yield word


def gaps_of(row: Row) -> list[float]:
    return [right.x0 - left.x1 for left, right in pairwise(row)]


def top_of(row: Row) -> float:
    return min(word.top for word in row)


def bottom_of(row: Row) -> float:
    return max(word.bottom for word in row)


def size_of(row: Row) -> float:
    """The size of most of a row's letters."""
    if all(word.size == row[0].size for word in row):
        return row[0].size
    return float(median(word.size for word in row for _ in word.text))
