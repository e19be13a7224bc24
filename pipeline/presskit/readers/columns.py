"""Reading order: which rows of a page are columns of text, to be read one after the other, and which are rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from presskit.readers.words import Row, Word, segments

NARROWEST = 0.18
"""A column is at least this share of the width it is cut from."""
GUTTER = 0.8
"""Width of the white between two columns, in type sizes."""
STEP = 3.0
"""Points between two places that are tried for a gutter."""
FEWEST = 4
"""Rows that must have text on both sides before a gutter is believed."""
CROSSING = 0.12
"""Of the rows that a gutter parts, so many may be crossed by others (a heading over both columns)."""
LABEL = 3.2
"""A table's labels have fewer words on average; lines of text have more."""
ALIGNED = 0.75
"""In a table nearly every row has both sides; in columns of text many do not."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of one column; `column` counts from 0 along the page's reading order."""

    row: Row
    column: int


def reading_order(rows: Sequence[Row], x0: float, x1: float) -> list[Placed]:
    """The rows of a page in the order they are read."""
    return list(_order(rows, x0, x1, 0))


def _order(rows: Sequence[Row], x0: float, x1: float, column: int) -> Iterator[Placed]:
    gutter = _gutter(rows, x0, x1)
    if gutter is None:
        yield from (Placed(row, column) for row in rows)
        return
    for band in _bands(rows, gutter):
        if len(band) == 1 and _crosses(band[0], gutter):
            yield Placed(band[0], column)
            continue
        left, right = _sides(band, gutter)
        yield from _order(left, x0, gutter, column)
        yield from _order(right, gutter, x1, column + 1)


def _gutter(rows: Sequence[Row], x0: float, x1: float) -> float | None:
    """The x of the white strip between two columns of text, if there is one."""
    width = x1 - x0
    best: tuple[int, float] | None = None
    x = x0 + width * NARROWEST
    while x < x1 - width * NARROWEST:
        parted = [row for row in rows if _parts(row, x)]
        crossed = sum(1 for row in rows if _crosses(row, x))
        if len(parted) >= FEWEST and crossed <= CROSSING * len(parted) + _headings(rows, x) and (best is None or len(parted) > best[0]):
            best = (len(parted), x)
        x += STEP
    if best is None or _is_table(rows, best[1]):
        return None
    return best[1]


def _headings(rows: Sequence[Row], x: float) -> int:
    """Rows across the gutter at the top or the bottom of the page do not speak against it."""
    crossing = [_crosses(row, x) for row in rows]
    parted = [at for at, row in enumerate(rows) if _parts(row, x)]
    return sum(crossing[: parted[0]]) + sum(crossing[parted[-1] + 1 :]) if parted else 0


def _crosses(row: Row, x: float) -> bool:
    """Text runs over the gutter: a word does, or words too close to each other on both sides."""
    if any(word.x0 < x < word.x1 for word in row):
        return True
    left, right = _nearest(row, x)
    return left is not None and right is not None and right.x0 - left.x1 <= GUTTER * max(left.size, right.size)


def _parts(row: Row, x: float) -> bool:
    left, right = _nearest(row, x)
    return left is not None and right is not None and not _crosses(row, x)


def _nearest(row: Row, x: float) -> tuple[Word | None, Word | None]:
    left = max((word for word in row if word.x1 <= x), key=lambda w: w.x1, default=None)
    right = min((word for word in row if word.x0 >= x), key=lambda w: w.x0, default=None)
    return left, right


def _bands(rows: Sequence[Row], x: float) -> Iterator[list[Row]]:
    """Runs of rows between those that cross the gutter; a crossing row is a band of its own."""
    held: list[Row] = []
    for row in rows:
        if not _crosses(row, x):
            held.append(row)
            continue
        if held:
            yield held
        held = []
        yield [row]
    if held:
        yield held


def _sides(band: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    left = [tuple(word for word in row if word.x1 <= x) for row in band]
    right = [tuple(word for word in row if word.x0 >= x) for row in band]
    return [row for row in left if row], [row for row in right if row]


def _is_table(rows: Sequence[Row], x: float) -> bool:
    """Label and value, year and festival: short cells on one side at least, row by row on one line."""
    parted = [row for row in rows if _parts(row, x)]
    sides = [_sides([row], x) for row in parted]
    left = [len(side[0][0]) for side in sides]
    right = [len(side[1][0]) for side in sides]
    alone = sum(1 for row in rows if not _crosses(row, x) and not _parts(row, x))
    aligned = len(parted) >= ALIGNED * (len(parted) + alone)
    both_long = median(left) >= LABEL and median(right) >= LABEL
    if both_long and not _many_cells(parted):
        return False
    labelled = sum(1 for side in sides if any(":" in word.text for word in side[0][0]) and any(":" in word.text for word in side[1][0]))
    if labelled * 2 > len(parted):
        return False
    return aligned or median(left) < LABEL


def _many_cells(rows: Sequence[Row]) -> bool:
    """Three cells and more in most rows are a table, whatever their length."""
    return sum(1 for row in rows if len(segments(row)) > 2) * 2 > len(rows)
