"""Address blocks side by side: the lines of a section as one column after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.cell_places import columns_of, starts
from presskit.extractors.contact_words import function_of, is_label
from presskit.model import Document, Line, Spans

MOST_CELLS = 12
"""Of a line of address blocks; more are damage."""
WIDE = 0.34
"""From this share of lines with cells on, a stretch between white lines is set in columns."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of an address block, or its part of one; `breaks` where another column or page begins."""

    spans: Spans
    blank_before: int
    breaks: bool = False


def printed(document: Document, lines: Sequence[Line]) -> Iterator[Printed]:
    """The lines in the order of their blocks: what stands side by side one column after another."""
    lines = [line for line in lines if len(line.cells) <= MOST_CELLS]
    for stretch in _stretches(document, lines):
        wide = [line for line in stretch if _is_wide(document, line)]
        if not wide or len(wide) < WIDE * len(stretch):
            yield from (Printed((line.span,), line.blank_before, breaks=False) for line in stretch)
        else:
            yield from _by_column(document, stretch, max(wide, key=lambda line: len(line.cells)))


def _stretches(document: Document, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Cut where a line of headings side by side begins the next row of blocks."""
    held: list[Line] = []
    for line in lines:
        if (
            held
            and (line.blank_before or line.column != held[-1].column)
            and (_is_row_of_headings(document, line) or not _any_wide(document, held))
        ):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _is_row_of_headings(document: Document, line: Line) -> bool:
    return len(line.cells) > 1 and all(function_of(document.read((cell,)).rstrip(":")) for cell in line.cells)


def _any_wide(document: Document, lines: Sequence[Line]) -> bool:
    return any(_is_wide(document, line) for line in lines)


def _is_wide(document: Document, line: Line) -> bool:
    """With cells of their own; «Tel.   +49 …» is a label and what it labels."""
    first = document.read(line.cells[:1])
    return len(line.cells) > 1 and not first.endswith(":") and not is_label(first)


def _by_column(document: Document, lines: Sequence[Line], widest: Line) -> Iterator[Printed]:
    edges = starts(document, widest)
    columns: list[list[Printed]] = [[] for _ in edges]
    for line in lines:
        for near, cell in zip(columns_of(document, line, edges), line.cells, strict=True):
            columns[near].append(Printed((cell,), line.blank_before, breaks=not columns[near]))
    for column in columns:
        yield from column
