"""Tables of screenings and prizes: rows over one or several lines, the columns of places left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.extractors.award_words import is_place, names_award, words, year_in
from presskit.extractors.cell_places import columns_of, cut_at, starts
from presskit.model import Document, Line, Passage, Span

URL = re.compile(r"^(?:https?://)?(?:[\w-]{1,63}\.){1,4}[a-z]{2,6}(?:/\S{0,200})?$", re.IGNORECASE)
TIME = re.compile(r"^\d{1,2}[:.h]\d\d(?:\s?[ap]m|\s?h|\s?uhr)?$", re.IGNORECASE)


def table_rows(document: Document, lines: Sequence[Line]) -> Iterator[tuple[tuple[Passage, ...], bool]]:
    """The cells of each row without its places; whether places have a column of their own."""
    header, body = _header(document, lines)
    edges = starts(document, max(body, key=lambda line: len(line.cells)))
    rows = [_cells(document, row, edges) for row in _rows(document, body)]
    named = {at for at, cell in enumerate(header) if words("place_column").whole(cell)}
    places = {at for at in range(len(edges)) if at in named or _holds_places(rows, at)}
    for row in rows:
        passages = tuple(passage for at, passage in enumerate(row) if passage.text and at not in places)
        if passages:
            yield passages, bool(places)


def _header(document: Document, lines: Sequence[Line]) -> tuple[list[str], Sequence[Line]]:
    cells = [document.read((cell,)) for cell in lines[0].cells]
    known = [words("place_column").whole(cell) or words("festival_column").whole(cell) for cell in cells]
    return (cells, lines[1:]) if all(known) and len(known) > 1 else ([], lines)


def _rows(document: Document, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """A row begins where its first column is filled again: by a date, where that column holds dates."""
    firsts = [document.read(line.cells[:1]) for line in lines if len(line.cells) > 1]
    dated = sum(year_in(first) is not None for first in firsts) * 2 > len(firsts)
    margin = min(line.indent for line in lines)
    held: list[Line] = []
    for line in lines:
        fills_first = line.indent <= margin + MARGIN and len(line.cells) > 1
        begins = year_in(document.read(line.cells[:1])) is not None if dated else fills_first
        if held and begins:
            yield held
            held = []
        held.append(line)
    if held:
        yield held


MARGIN = 2.0
"""Characters or points a line may stand in and still begin in the first column."""


def _cells(document: Document, row: Sequence[Line], edges: Sequence[float]) -> list[Passage]:
    """The row's columns, each with the lines it wraps over; addresses and hours are left out."""
    columns: list[list[Span]] = [[] for _ in edges]
    for line in row:
        cells = tuple(part for cell in line.cells for part in cut_at(document, line, cell, edges[1:]))
        cut = replace(line, cells=cells)
        for at, cell in zip(columns_of(document, cut, edges), cells, strict=True):
            text = document.read((cell,))
            if not URL.match(text) and not TIME.match(text):
                columns[at].append(cell)
    return [document.passage(column) for column in columns]


def _holds_places(rows: Sequence[Sequence[Passage]], at: int) -> bool:
    """A column with countries in it and no prize."""
    texts = [row[at].text for row in rows if row[at].text]
    places = sum(any(is_place(" ".join(text.split()[-n:])) for n in (1, 2, 3)) for text in texts)
    return bool(texts) and places * 2 > len(texts) and not any(names_award(text) for text in texts)
