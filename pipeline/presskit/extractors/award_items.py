"""The lines of a festival list as items: bullets off, wrapped lines joined, laurels and parallel columns taken apart, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.award_segments import BULLETS
from presskit.extractors.award_words import Sense, is_date, is_place, is_result, names_award, sense_of, words, year_in
from presskit.model import Document, Line, Passage, Reading, Section, Span

URL = re.compile(r"^(?:https?://)?(?:[\w-]{1,63}\.){1,4}[a-z]{2,6}(?:/\S{0,200})?$", re.IGNORECASE)
TIME = re.compile(r"^\d{1,2}[:.h]\d\d(?:\s?[ap]m|\s?h|\s?uhr)?$", re.IGNORECASE)
OPEN_END = re.compile(r"(?:[,/&–—-]|\b(?:of|the|for|and|de|du|des|la|le|et|für|und|der|y|e|di|del|do|da|al|at|in|au|à))$")
MANY_CELLS = 0.4
"""From this share of lines with two cells or more on, a section is a table; a list rarely has any."""


@dataclass(frozen=True, slots=True)
class Item:
    """One printed entry, perhaps over several lines; cells of a table row apart."""

    passages: tuple[Passage, ...]
    blank_before: int = 0
    indent: float = 0.0
    bullet: str = ""
    is_row: bool = False
    places_apart: bool = False

    @property
    def text(self) -> str:
        return " ".join(passage.text for passage in self.passages)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line, or one of its cells, as the list reader sees it."""

    span: Span
    blank_before: int
    indent: float


def items(reading: Reading, section: Section) -> Iterator[Item]:
    lines = section.lines
    document = reading.document
    if _is_table(document, lines):
        yield from _table(document, lines)
        return
    for column in _columns(document, lines):
        yield from _list(document, column)


def _is_table(document: Document, lines: Sequence[Line]) -> bool:
    wide = [line for line in lines if len(line.cells) > 1]
    if len(wide) < 2 or len(wide) < MANY_CELLS * len(lines) or _is_parallel(document, lines):
        return False
    festivals = sum(all(sense_of(document.read((cell,))) is Sense.FESTIVAL for cell in line.cells) for line in wide)
    return festivals * 2 <= len(wide)


def _is_parallel(document: Document, lines: Sequence[Line]) -> bool:
    """Laurels side by side: a line whose cells are all result words."""
    return any(len(line.cells) > 1 and all(is_result(document.read((cell,))) for cell in line.cells) for line in lines)


def _columns(document: Document, lines: Sequence[Line]) -> list[list[_Piece]]:
    """Side-by-side lists as one list after another; a single list as it is."""
    wide = [line for line in lines if len(line.cells) > 1]
    if not _is_parallel(document, lines) and (len(wide) < 2 or len(wide) < MANY_CELLS * len(lines)):
        return [[_Piece(line.span, line.blank_before, line.indent) for line in lines]]
    widest = max(lines, key=lambda line: len(line.cells))
    centres = [_centre(widest, cell) for cell in widest.cells]
    columns: list[list[_Piece]] = [[] for _ in centres]
    for line in lines:
        spread = line.cells if len(line.cells) > 1 or _is_parallel(document, lines) else (line.span,)
        for cell in spread:
            near = min(range(len(centres)), key=lambda at: abs(centres[at] - _centre(line, cell)))
            columns[near].append(_Piece(cell, line.blank_before, 0.0))
    return [column for column in columns if column]


def _centre(line: Line, cell: Span) -> float:
    return line.indent + (cell.start + cell.end) / 2 - line.span.start


def _list(document: Document, pieces: Sequence[_Piece]) -> Iterator[Item]:
    bulleted = sum(bool(_bullet(document, piece)) for piece in pieces) * 3 > len(pieces)
    held: list[_Piece] = []
    for piece in pieces:
        if held and not _continues(document, held, piece, bulleted):
            yield _item(document, held)
            held = []
        held.append(piece)
    if held:
        yield _item(document, held)


def _continues(document: Document, held: Sequence[_Piece], piece: _Piece, bulleted: bool) -> bool:
    if piece.blank_before or _bullet(document, piece):
        return False
    sofar = document.read(part.span for part in held)
    text = document.read((piece.span,))
    if is_date(text) or is_result(text) or is_result(sofar) or is_date(sofar):
        return False
    if bulleted and _bullet(document, held[0]):
        return True
    unfinished = sofar.count("(") > sofar.count(")") or bool(OPEN_END.search(sofar)) or (sofar.startswith("*") and not sofar.endswith("*"))
    return unfinished or text[:1].islower() or text[:1] == "("


def _bullet(document: Document, piece: _Piece) -> str:
    text = document.text[piece.span.start : piece.span.end]
    if len(text) > 2 and text[0] in BULLETS and (text[1].isspace() or text[0] not in "*-–—>"):
        return text[0]
    return ""


def _item(document: Document, pieces: Sequence[_Piece]) -> Item:
    first = pieces[0]
    return Item((document.passage(piece.span for piece in pieces),), first.blank_before, first.indent, _bullet(document, first))


def _table(document: Document, lines: Sequence[Line]) -> Iterator[Item]:
    header, body = _header(document, lines)
    widest = max(body, key=lambda line: len(line.cells))
    starts = [_offset(widest, cell) for cell in widest.cells]
    rows = [_cells(document, row, starts) for row in _table_rows(document, body, starts)]
    places = {at for at in range(len(starts)) if _holds_places(rows, at) or (at < len(header) and words("place_column").whole(header[at]))}
    for row in rows:
        passages = tuple(passage for at, passage in enumerate(row) if passage.text and at not in places)
        if passages:
            yield Item(passages, is_row=True, places_apart=bool(places))


def _offset(line: Line, cell: Span) -> float:
    return line.indent + cell.start - line.span.start


def _header(document: Document, lines: Sequence[Line]) -> tuple[list[str], Sequence[Line]]:
    cells = [document.read((cell,)) for cell in lines[0].cells]
    known = [words("place_column").whole(cell) or words("festival_column").whole(cell) for cell in cells]
    return (cells, lines[1:]) if all(known) and len(known) > 1 else ([], lines)


def _table_rows(document: Document, lines: Sequence[Line], starts: Sequence[float]) -> Iterator[list[Line]]:
    """A row begins where its first column is filled again: by a date, where that column holds dates."""
    firsts = [document.read(line.cells[:1]) for line in lines if len(line.cells) > 1]
    dated = sum(year_in(first) is not None for first in firsts) * 2 > len(firsts)
    held: list[Line] = []
    for line in lines:
        first = document.read(line.cells[:1])
        begins = year_in(first) is not None if dated else _nearest(starts, _offset(line, line.cells[0])) == 0 and len(line.cells) > 1
        if held and begins:
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _nearest(starts: Sequence[float], offset: float) -> int:
    return min(range(len(starts)), key=lambda at: abs(starts[at] - offset))


def _cells(document: Document, row: Sequence[Line], starts: Sequence[float]) -> list[Passage]:
    """The row's columns, each with the lines it wraps over; addresses and hours are left out."""
    columns: list[list[Span]] = [[] for _ in starts]
    for line in row:
        for cell in _uncrossed(document, line, starts):
            text = document.read((cell,))
            if not URL.match(text) and not TIME.match(text):
                columns[_nearest(starts, _offset(line, cell))].append(cell)
    return [document.passage(column) for column in columns]


def _uncrossed(document: Document, line: Line, starts: Sequence[float]) -> Iterator[Span]:
    """The line's cells; one that fills its column to the last blank and runs into the next is cut there."""
    for cell in line.cells:
        at = cell.start
        for start in starts[1:]:
            edge = round(start - line.indent) + line.span.start
            if at + 1 < edge < cell.end and document.text[edge - 1].isspace() and not document.text[edge].isspace():
                yield Span(at, edge - 1)
                at = edge
        yield Span(at, cell.end)


def _holds_places(rows: Sequence[Sequence[Passage]], at: int) -> bool:
    """A column with countries in it and no prize."""
    texts = [row[at].text for row in rows if row[at].text]
    places = sum(any(is_place(" ".join(text.split()[-n:])) for n in (1, 2, 3)) for text in texts)
    return bool(texts) and places * 2 > len(texts) and not any(names_award(text) for text in texts)
