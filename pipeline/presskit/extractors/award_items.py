"""The lines of a festival list as items: bullets off, wrapped lines joined, laurels and parallel columns taken apart, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.award_segments import BULLETS
from presskit.extractors.award_tables import table_rows
from presskit.extractors.award_words import Sense, is_date, is_result, sense_of, words, year_in
from presskit.extractors.cell_places import centres, nearest, starts
from presskit.model import Document, Line, Passage, Reading, Section, Span

OPEN_END = re.compile(r"(?:[,/&–—-]|\b(?:of|the|for|and|de|du|des|la|le|et|für|und|der|y|e|di|del|do|da|al|at|in|au|à))$")
MOST_CELLS = 24
"""Of a table's row; more are damage."""
MOST_LINES = 4_000
"""Of an awards section; the longest lists have a few hundred."""
LONG_LINE = 60
"""Characters from which a line may have been broken by the margin."""
MARKED = re.compile(r"\s[–—-]\s|[|•]")
"""Signs of a list's entry."""
JOINT = re.compile(r";(?=\s)")
NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
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
    lines = [line for line in section.lines[:MOST_LINES] if len(line.cells) <= MOST_CELLS]
    document = reading.document
    if _is_table(document, lines):
        for passages, places_apart in table_rows(document, lines):
            yield Item(passages, is_row=True, places_apart=places_apart)
        return
    for column in _columns(document, lines):
        for item in _list(document, column):
            yield from _run_on(document, item)


def _run_on(document: Document, item: Item) -> Iterator[Item]:
    """«Harrow Festival 2019 (Best Film); Moorland Shorts 2020 (Competition).»: a list that runs on in one paragraph."""
    passage = item.passages[0]
    marks = [found.start() for found in JOINT.finditer(passage.text)]
    ends = list(zip([0, *(mark + 1 for mark in marks)], [*marks, len(passage.text)], strict=True))
    if not marks or not all(year_in(passage.text[start:end]) for start, end in ends):
        yield item
        return
    for at, (start, end) in enumerate(ends):
        piece = document.passage(passage.quote(start, end).spans)
        yield replace(item, passages=(piece,), blank_before=item.blank_before if at == 0 else 1, bullet=item.bullet if at == 0 else "")


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
    parallel = _is_parallel(document, lines)
    widest = max(lines, key=lambda line: len(line.cells))
    middles = centres(document, widest) if parallel else starts(document, widest)
    columns: list[list[_Piece]] = [[] for _ in middles]
    for line in lines:
        places = centres(document, line) if parallel else starts(document, line)
        for at, cell in enumerate(line.cells):
            column = at if len(line.cells) == len(middles) else nearest(middles, places[at])
            columns[column].append(_Piece(cell, line.blank_before, 0.0))
    return [column for column in columns if column]


def _list(document: Document, pieces: Sequence[_Piece]) -> Iterator[Item]:
    pieces = _without_numbers(document, pieces)
    bulleted = sum(bool(_bullet(document, piece)) for piece in pieces) * 3 > len(pieces)
    held: list[_Piece] = []
    for piece in pieces:
        if held and not _continues(document, held, piece, bulleted):
            yield _item(document, held)
            held = []
        held.append(piece)
    if held:
        yield _item(document, held)


def _without_numbers(document: Document, pieces: Sequence[_Piece]) -> Sequence[_Piece]:
    """A numbered list loses its numbers; «70. Filmtage» keeps its own."""
    texts = [document.text[piece.span.start : piece.span.end] for piece in pieces]
    numbers = [NUMBER.match(text) for text in texts]
    counted = [int(found.group(1)) for found in numbers if found]
    if len(counted) < 2 or counted != list(range(1, len(counted) + 1)):
        return pieces
    return [
        replace(piece, span=Span(piece.span.start + found.end(), piece.span.end)) if found else piece
        for piece, found in zip(pieces, numbers, strict=True)
    ]


def _is_entry(text: str) -> bool:
    """«Harrow Festival 2019 – Best Film; Best Score»: begins with who gives and when, and ends."""
    return bool(MARKED.search(text) and year_in(MARKED.split(text)[0]) and not text.endswith((";", ",")))


def _continues(document: Document, held: Sequence[_Piece], piece: _Piece, bulleted: bool) -> bool:
    if piece.blank_before or _bullet(document, piece):
        return False
    sofar = document.read(part.span for part in held)
    text = document.read((piece.span,))
    if is_date(text) or is_result(text) or is_result(sofar) or is_date(sofar):
        return False
    if bulleted and _bullet(document, held[0]):
        return piece.indent >= held[0].indent
    if JOINT.search(sofar) or JOINT.search(text):
        return not (_is_entry(sofar) and _is_entry(text))
    stressed = sofar.startswith("*") and not sofar.startswith("* ") and not sofar.endswith("*")
    unfinished = sofar.count("(") > sofar.count(")") or bool(OPEN_END.search(sofar)) or stressed
    return unfinished or text[:1].islower() or text[:1] == "(" or _is_prose(sofar)


def _is_prose(text: str) -> bool:
    """A sentence that the margin broke: long, with a verb, and not at its end yet."""
    verb = any(text[hit.start].islower() for name in ("won", "nominated", "selected") for hit in words(name).hits(text))
    return len(text) >= LONG_LINE and verb and not MARKED.search(text) and not text.endswith((".", "!", "?", ")", ":"))


def _bullet(document: Document, piece: _Piece) -> str:
    text = document.text[piece.span.start : piece.span.end]
    if len(text) > 2 and text[0] in BULLETS and (text[1].isspace() or text[0] not in "*-–—>"):
        return text[0]
    return ""


def _item(document: Document, pieces: Sequence[_Piece]) -> Item:
    first = pieces[0]
    return Item((document.passage(piece.span for piece in pieces),), first.blank_before, first.indent, _bullet(document, first))
