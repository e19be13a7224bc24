"""Rows of tables: cells side by side where the table is a list, one after the other where it only lays out a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from presskit.readers.flow import Cell, Flow, FlowLine

SHORT = 80
"""Signs: longer lines of a cell are text, not a column of a list."""
LONGEST_COLUMN = 200
TABLE_LINES = 3
"""Lines of a cell in a table's row, at most; and rows that are alike, at least, to tell a table from a layout."""
FEWEST_ROWS = 3


def listed(widths: Iterable[int]) -> frozenset[int]:
    """The numbers of cells that so many rows of a table have that it is a list, not a layout."""
    return frozenset(width for width, rows in Counter(widths).items() if width > 1 and rows >= FEWEST_ROWS)


def put_row(cells: Sequence[Sequence[FlowLine]], flow: Flow, lists: frozenset[int] = frozenset()) -> None:
    """One row; `lists` is what `listed` says of its table."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and (_is_list(filled) or (len(cells) in lists and _short(filled, TABLE_LINES))):
        flow.add(list(_side_by_side(cells)))
        return
    for cell in filled:
        flow.add(cell, blank=int(len(filled) > 1))


def _is_list(cells: Sequence[Sequence[FlowLine]]) -> bool:
    """Cells of one line each, of equally many short lines, or a label and what stands beside it."""
    counts = {len(cell) for cell in cells}
    if any(len(line.cells) > 1 for cell in cells for line in cell):
        return False
    if counts == {1}:
        return True
    return _short(cells) and (len(counts) == 1 or (len(cells) == 2 and len(cells[0]) == 1))


def _short(cells: Sequence[Sequence[FlowLine]], most: int = LONGEST_COLUMN) -> bool:
    """Cells of short lines without white between them, so many at most."""
    return all(len(cell) <= most and all(len(line.text) <= SHORT and not line.blank for line in cell) for cell in cells)


def _side_by_side(cells: Sequence[Sequence[FlowLine]]) -> Iterator[FlowLine]:
    for at in range(max(map(len, cells))):
        row: list[Cell] = [cell[at].cells[0] if at < len(cell) else () for cell in cells]
        while row and not row[-1]:
            row.pop()
        yield FlowLine(tuple(row))
