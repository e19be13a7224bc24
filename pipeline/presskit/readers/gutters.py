"""Gutters: strips of white between what stands side by side, and how far down the page they run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from statistics import median

from presskit.readers.parts import PART_GAP, Rank, left_of, right_of

FEWEST = 2
"""Rows needed on each side, at one height, before a strip of white is looked at."""
MOST_OPENINGS = 1_000
"""Gaps of a block that are followed; a page of text has fewer than it has lines."""
NEAR = 3
"""Neighbouring rows that may stand beside a row without sharing its baseline."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """White from `x0` to `x1` beside all of `ranks[low:high]` of a block."""

    x0: float
    x1: float
    low: int
    high: int

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def gutters_of(ranks: Sequence[Rank]) -> list[Gutter]:
    """Every strip with text on both sides, those beside the most text first."""
    narrowest = PART_GAP * median([part.size for rank in ranks for part in rank])
    found: dict[Gutter, int] = {}
    for at, x0, x1 in islice(_openings(ranks, narrowest), MOST_OPENINGS):
        if any(g.low <= at < g.high and g.x0 >= x0 - 1 and g.x1 <= x1 + 1 for g in found):
            continue
        gutter = _run(ranks, at, (x0, x1), narrowest)
        weight = _beside(ranks, gutter)
        if weight >= FEWEST:
            found[gutter] = weight
    return sorted(found, key=lambda g: (-found[g], g.x0 - g.x1, g.x0))


def _openings(ranks: Sequence[Rank], narrowest: float) -> Iterator[tuple[int, float, float]]:
    """Gaps between neighbours in a row, and between a row and one that stands beside it a little higher or lower."""
    for at, rank in enumerate(ranks):
        for left, right in pairwise(rank):
            if right.x0 - left.x1 >= narrowest:
                yield at, left.x1, right.x0
        for other in ranks[at + 1 : at + 1 + NEAR]:
            left, right = (rank[-1], other[0]) if rank[-1].x1 <= other[0].x0 else (other[-1], rank[0])
            if right.x0 - left.x1 >= narrowest and min(left.bottom, right.bottom) > max(left.top, right.top):
                yield at, left.x1, right.x0


def _run(ranks: Sequence[Rank], at: int, strip: tuple[float, float], narrowest: float) -> Gutter:
    """The strip followed up and down until a row leaves too little of it white."""
    low, high = at, at + 1
    strip = _left_white(ranks[at], strip) or strip
    while high < len(ranks) and (left := _left_white(ranks[high], strip)) and left[1] - left[0] >= narrowest:
        strip, high = left, high + 1
    while low and (left := _left_white(ranks[low - 1], strip)) and left[1] - left[0] >= narrowest:
        strip, low = left, low - 1
    return Gutter(strip[0], strip[1], low, high)


def _left_white(rank: Rank, strip: tuple[float, float]) -> tuple[float, float] | None:
    """What a row leaves of a strip; None where it covers it or cuts it in two."""
    x0, x1 = strip
    for part in rank:
        if part.x1 <= x0 or part.x0 >= x1:
            continue
        if part.x0 <= x0:
            x0 = part.x1
        elif part.x1 >= x1:
            x1 = part.x0
        else:
            return None
    return (x0, x1) if x0 < x1 else None


def _beside(ranks: Sequence[Rank], gutter: Gutter) -> int:
    """Rows on the weaker side, within the height that both sides share."""
    band = ranks[gutter.low : gutter.high]
    left, right = left_of(band, gutter.middle), right_of(band, gutter.middle)
    if not left or not right:
        return 0
    top = max(left[0][0].top, right[0][0].top)
    bottom = min(left[-1][0].bottom, right[-1][0].bottom)
    return min(sum(1 for rank in side if rank[0].bottom > top and rank[0].top < bottom) for side in (left, right))
