"""Where the cells of a line stand across the page: exact in text, estimated in a PDF, which knows only a line's two ends."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.model import Document, Line, Span

EM = 0.5
"""Mean width of a character in type sizes; text faces run from 0.45 to 0.55."""


def starts(document: Document, line: Line) -> tuple[float, ...]:
    """The left edge of each cell, in characters (text) or points from the column's edge (PDF)."""
    if line.box is None:
        first = document.origin[line.span.start]
        return tuple(line.indent + document.origin[cell.start] - first for cell in line.cells)
    return tuple(_estimated(line, at) for at in range(len(line.cells)))


def _estimated(line: Line, at: int) -> float:
    """The first cell begins and the last one ends where the line does; those between are spread by their length."""
    if at == 0 or line.box is None:
        return line.indent
    last = line.indent + line.box.x1 - line.box.x0 - width(line, line.cells[-1])
    if at == len(line.cells) - 1:
        return last
    before = sum(len(cell) for cell in line.cells[:at])
    return line.indent + (last - line.indent) * before / max(1, sum(len(cell) for cell in line.cells[:-1]))


def width(line: Line, cell: Span) -> float:
    return len(cell) * (line.style.size * EM if line.style else 1.0)


def centres(document: Document, line: Line) -> tuple[float, ...]:
    return tuple(start + width(line, cell) / 2 for start, cell in zip(starts(document, line), line.cells, strict=True))


def columns_of(document: Document, line: Line, edges: Sequence[float]) -> tuple[int, ...]:
    """The column each cell belongs to: in order where every column has one, else the nearest edge."""
    if len(line.cells) == len(edges):
        return tuple(range(len(edges)))
    return tuple(nearest(edges, start) for start in starts(document, line))


def cut_at(document: Document, line: Line, cell: Span, edges: Sequence[float]) -> list[Span]:
    """A cell that fills its column to the last blank and runs into the next one is two; only a text file can show it."""
    if line.box is not None:
        return [cell]
    zero = document.origin[line.span.start] - line.indent
    found: list[Span] = []
    at = cell.start
    for place in range(cell.start + 1, cell.end - 1):
        if document.text[place] == " " and document.origin[place + 1] - zero in edges:
            found.append(Span(at, place))
            at = place + 1
    return [*found, Span(at, cell.end)]


def nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))
