"""Storeys: blocks of two columns under one another, each with its heading over both of them, are read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from presskit.readers.parts import Part, Rank, left_of, right_of
from presskit.readers.tables import begin_together, is_grid, loud

LARGER = 1.15
"""A heading is set so many times larger than the text, if it is neither bold nor in capitals."""
LEVEL = 0.5
"""Columns begin at one height: their first rows differ by less than this share of the type size."""
APART = 1.8
"""White above what is no longer in the column, this many times the usual."""
CLOSING_ROWS = 3
"""Rows of a signature below the columns, name, place and date."""
CLOSING_WIDTH = 0.6
"""A signature takes less than this share of the column's width."""

Storey = tuple[int, int]


def storeys(band: Sequence[Rank], x: float) -> Iterator[Storey]:
    """Where to cut the rows beside a gutter at `x`, from top to bottom; as a rule they are one storey."""
    cuts = sorted({*_heads(band, x), *_anew(band, x)})
    for low, high in pairwise([0, *cuts, len(band)]):
        closing = _closing(band[low:high], x)
        yield low, low + closing
        if low + closing < high:
            yield low + closing, high


def usual_white(column: Sequence[Rank]) -> float:
    """The usual white between the rows of one column, never less than a fifth of the type size."""
    whites = sorted(below[0].top - above[0].bottom for above, below in pairwise(column))
    least = 0.2 * column[0][0].size if column else 1.0
    return max(whites[len(whites) // 2], least) if whites else least


def _anew(band: Sequence[Rank], x: float) -> list[int]:
    """Address blocks two by two: both sides begin anew at one height."""
    if not is_grid(band, x):
        return []
    return [at for at in range(1, len(band)) if begin_together(band, at, x)]


def _heads(band: Sequence[Rank], x: float) -> list[int]:
    """Headings on the left, with nothing beside them, below which both columns begin at one height."""
    size = median(part.size for rank in band for part in rank)
    apart = APART * usual_white(left_of(band, x))
    found: list[int] = []
    left: Part | None = None
    right: Part | None = None
    reached: Part | None = None
    for at in range(len(band) - 1, 0, -1):
        if _is_head(band, at, x, size):
            if left and right and _over(band[at][0], left, right, reached) and _white(band, at) >= apart:
                found.append(at)
                reached = right
            continue
        left, right = _first(left_of(band[at : at + 1], x)) or left, _first(right_of(band[at : at + 1], x)) or right
    return found


def _is_head(band: Sequence[Rank], at: int, x: float, size: float) -> bool:
    return not right_of(band[at : at + 1], x) and all(loud(part) or part.size > LARGER * size for part in band[at])


def _first(side: Sequence[Rank]) -> Part | None:
    return side[0][0] if side else None


def _over(head: Part, left: Part, right: Part, reached: Part | None) -> bool:
    """Nothing stands beside the heading, and below it both columns begin at one height, without a heading of the right one's own."""
    if right.top < head.bottom - LEVEL * head.size or loud(right):
        return False
    return right is reached or abs(left.bottom - right.bottom) < LEVEL * max(left.size, right.size)


def _white(band: Sequence[Rank], at: int) -> float:
    return band[at][0].top - max(part.bottom for part in band[at - 1])


def _closing(band: Sequence[Rank], x: float) -> int:
    """The row at which a signature begins, below columns that end at one height; without one, the number of rows."""
    right = [at for at, rank in enumerate(band) if rank[-1].x0 > x]
    low = right[-1] + 1 if right else len(band)
    if not 0 < len(band) - low <= CLOSING_ROWS or not left_of(band[low - 1 : low], x):
        return len(band)
    column = left_of(band[:low], x)
    width = max(rank[-1].x1 for rank in column) - column[0][0].x0
    short = all(rank[-1].x1 - rank[0].x0 < CLOSING_WIDTH * width for rank in band[low:])
    return low if short and _white(band, low) > APART * usual_white(column) else len(band)
