"""Words that OCR saw, as words of a PDF page: a skew page levelled, lines with one baseline and one size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from math import floor
from statistics import median

from presskit.readers.scans.tesseract import Seen
from presskit.readers.turned import QUARTER, THREE_QUARTERS
from presskit.readers.words import Word

LEAST_SURE, LEAST_LINE = 0.25, 0.45
"""Below this a word, or a line of words on the whole, is a picture taken for text."""
LEAST_SIGN = 0.6
"""And so is a sign that is neither letter nor digit."""
RISES, HANGS = re.compile(r"[A-ZÀ-Þ0-9bdfhklt!?()\[\]/&]"), re.compile(r"[gjpqyçQ,;()\[\]/]")
ABOVE, MIDDLE, BELOW = 0.70, 0.48, 0.21
"""How high capitals and small letters stand above the baseline, and how far letters hang below it, in type sizes."""
LONG = 5
"""Words of a line from which its slope is told, and letters of a word that is wider than high."""
SAME_SIZE = 0.15
"""Sizes that differ by less from the page's usual one are that one: they are measured from pixels."""


def words_of(found: Sequence[Seen], scale: float) -> list[Word]:
    """In points of the page held upright and level; `scale` is in dots per point."""
    lines = [line for line in _lines(found) if _credible(line)]
    slope = _slope(lines)
    sizes = [_size(line) / scale for line in lines]
    usual = median([size for line, size in zip(lines, sizes, strict=True) for _ in line] or [10.0])
    return [
        word
        for line, size in zip(lines, sizes, strict=True)
        for word in _set(line, usual if abs(size - usual) < SAME_SIZE * usual else size, slope, scale)
    ]


def sureness(found: Iterable[Seen]) -> float:
    """How sure of a page's letters, on average; 0 where there are none."""
    words = list(found)
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def running(found: Sequence[Seen]) -> int:
    """By how many degrees, clockwise, a page must be turned whose lines Tesseract read although they run up or down it; else 0."""
    long = [word for word in found if len(word.text) >= LONG]
    upright = sum(1 for word in long if word.bottom - word.top > word.right - word.left)
    if upright * 2 <= len(long):
        return 0
    down = sum(1 if after.top > before.top else -1 for before, after in pairwise(found) if before.line == after.line)
    return THREE_QUARTERS if down > 0 else QUARTER


def _lines(found: Sequence[Seen]) -> list[list[Seen]]:
    kept = [word for word in found if word.sure >= (LEAST_SURE if any(map(str.isalnum, word.text)) else LEAST_SIGN)]
    return [list(line) for _, line in groupby(kept, key=lambda word: word.line)]


def _credible(line: Sequence[Seen]) -> bool:
    return sureness(line) >= LEAST_LINE and any(map(str.isalnum, "".join(word.text for word in line)))


def _slope(lines: Sequence[Sequence[Seen]]) -> float:
    """How far lines sink on their way to the right: the usual one of the long lines."""
    slopes = []
    for line in lines:
        first, last = line[: len(line) // 2], line[len(line) // 2 :]
        if len(line) >= LONG:
            run = median(word.left for word in last) - median(word.left for word in first)
            slopes.append((median(map(_baseline, last)) - median(map(_baseline, first))) / max(1.0, run))
    return median(slopes) if slopes else 0.0


def _baseline(word: Seen) -> float:
    if not HANGS.search(word.text):
        return float(word.bottom)
    return word.bottom - BELOW / _share(word.text) * (word.bottom - word.top)


def _share(text: str) -> float:
    """How much of the type size such letters are high."""
    return (ABOVE if RISES.search(text) else MIDDLE) + (BELOW if HANGS.search(text) else 0.0)


def _size(line: Sequence[Seen]) -> float:
    return median((word.bottom - word.top) / _share(word.text) for word in line for _ in word.text)


def _set(line: Sequence[Seen], size: float, slope: float, scale: float) -> list[Word]:
    baseline = median(_baseline(word) - slope * word.left for word in line) / scale
    size = max(1.0, floor(size * 2 + 0.5) / 2)
    bottom = round(baseline + BELOW * size, 3)
    return [
        Word(word.text, round(word.left / scale, 3), round(word.right / scale, 3), round(bottom - size, 3), bottom, size, "", word.sure)
        for word in line
    ]
