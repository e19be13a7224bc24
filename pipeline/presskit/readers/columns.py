"""Reading order: which rows of a page are columns of text, to be read one after the other, and which are rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.readers.gutters import Gutter, gutters_of
from presskit.readers.parts import Rank, left_of, parts_of, right_of, whole
from presskit.readers.storeys import storeys, usual_white
from presskit.readers.tables import is_table
from presskit.readers.words import Row

DEEPEST = 4
"""Cuts within cuts: three columns need two, a column that is itself cut one more."""
MOST_TRIED = 12
"""Gutters of a block that are looked at; a table has a few, and none of them is one."""
APART = 1.8
"""A row below the end of its neighbour column, this many times further off than usual, is no longer in the column."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of one column; `column` counts from 0 along the page's reading order."""

    row: Row
    column: int


def reading_order(rows: Sequence[Row]) -> list[Placed]:
    """The rows of a page in the order they are read."""
    ranks = [parts_of(row, number) for number, row in enumerate(rows)]
    return [Placed(whole(rank), column) for rank, column in _order(ranks, 0, DEEPEST)]


Ordered = Iterator[tuple[Rank, int]]


def _order(ranks: Sequence[Rank], column: int, depth: int) -> Ordered:
    gutter = _gutter(ranks) if depth and len(ranks) > 1 else None
    if gutter is None:
        yield from ((rank, column) for rank in ranks)
        return
    yield from _order(ranks[: gutter.low], column, depth - 1)
    band = ranks[gutter.low : gutter.high]
    for low, high in storeys(band, gutter.middle):
        yield from _side_by_side(band[low:high], gutter, column, depth - 1)
    yield from _order(ranks[gutter.high :], column, depth - 1)


def _side_by_side(band: Sequence[Rank], gutter: Gutter, column: int, depth: int) -> Ordered:
    last = column
    for rank, last_used in _order(left_of(band, gutter.middle), column, depth):
        last = max(last, last_used)
        yield rank, last_used
    yield from _order(right_of(band, gutter.middle), last + 1, depth)


def _gutter(ranks: Sequence[Rank]) -> Gutter | None:
    """The strip between two columns that most text stands beside; those inside tables do not count.

    A strip through the whole block comes before one that only its lower part has: it parts two pages of a book, or a column with
    columns of its own from another.
    """
    found: Gutter | None = None
    for gutter in gutters_of(ranks)[:MOST_TRIED]:
        through = gutter.low == 0 and gutter.high == len(ranks)
        if found is not None and not through:
            continue
        trimmed = _trimmed(ranks, gutter)
        if not is_table(ranks[trimmed.low : trimmed.high], trimmed.middle):
            found = trimmed
            if through:
                break
    return found


def _trimmed(ranks: Sequence[Rank], gutter: Gutter) -> Gutter:
    """Without rows above and below that only happen to leave the strip white.

    Above, what stands right of the strip alone, and apart, is a line of its own (a date set to the right); what stands left of it
    is read first either way. Below the shorter right column, a left row is a line of its own if it stands apart.
    """
    low, high = gutter.low, gutter.high
    usual = usual_white(left_of(ranks[low:high], gutter.middle))
    first = next((at for at in range(low, high) if ranks[at][0].x0 < gutter.middle), low)
    if first > low and _white(ranks, first) > APART * usual:
        low = first
    end = max((at + 1 for at in range(low, high) if ranks[at][-1].x0 > gutter.middle), default=high)
    for at in range(end, high):
        if _white(ranks, at) > APART * usual and _leads_on(ranks, at, gutter):
            high = at
            break
    return Gutter(gutter.x0, gutter.x1, low, high)


def _leads_on(ranks: Sequence[Rank], at: int, gutter: Gutter) -> bool:
    """The row opens what follows below the columns (a heading, full-width text), or is set unlike the column (a note at the foot)."""
    if gutter.high < len(ranks):
        return True
    return ranks[at][0].size < 0.9 * ranks[at - 1][0].size


def _white(ranks: Sequence[Rank], at: int) -> float:
    return ranks[at][0].top - max(part.bottom for part in ranks[at - 1])
