"""Labels side by side over their names: such rows are read column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from presskit.extractors.credits.labels import sense
from presskit.extractors.credits.rows import Row
from presskit.model import Reading


def unstacked(reading: Reading, rows: Sequence[Row], language: str) -> list[Row]:
    """The rows again; a row of labels and the rows of as many names below it become one list per label."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        end = _block_end(rows, at, language)
        if end > at + 1:
            count = len(rows[at].cells())
            found.extend(_cell(reading, row, number) for number in range(count) for row in rows[at:end])
        else:
            found.append(rows[at])
            end = at + 1
        at = end
    return found


def _block_end(rows: Sequence[Row], at: int, language: str) -> int:
    """Where the names below a row of labels end; `at` where it is no such row."""
    cells = rows[at].cells()
    if len(cells) < 2 or not all(_is_label(rows[at], cell, language) for cell in cells):
        return at
    end = at + 1
    while end < len(rows) and len(rows[end].cells()) == len(cells) and not _is_label(rows[end], rows[end].cells()[0], language):
        end += 1
    return end


def _is_label(row: Row, cell: tuple[int, int], language: str) -> bool:
    meaning = sense(row.text[slice(*cell)], language)
    return meaning.exact and not meaning.cast and bool(meaning.roles or meaning.company)


def _cell(reading: Reading, row: Row, number: int) -> Row:
    quote = row.quote(*row.cells()[number])
    return replace(row, passage=reading.document.passage(quote.spans), start=0, parts=())
