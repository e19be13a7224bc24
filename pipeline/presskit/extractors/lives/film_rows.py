"""The lines of a filmography gathered into rows, one per film: wrapped lines joined, prizes left out, group headings kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.lives.film_details import Group, detail_of
from presskit.extractors.lives.film_entries import LEAD, year_only
from presskit.extractors.lives.film_lines import FilmLines, Shape, begins, continues, group_at, is_year_above, shares_year, signature
from presskit.extractors.lives.film_shapes import YEAR_IN_BRACKETS, opens_with_year
from presskit.model import Line, Passage, Reading, SectionKind, Spans
from presskit.vocabulary import vocabulary

MOST_CELLS = 5
DETAIL = re.compile(r"[,;|(–]")
RUN_ON = re.compile(r"(?<=[)\]])\s?[,;·•|/.–-]{0,2}\s(?=[“„«\"]?[^\W_])|;\s(?=[“„«\"]?[^\W_])")
"""Between the films of a list that runs on in lines: «Low Tide (2019), Salt (2015)»."""


@dataclass(frozen=True, slots=True)
class Row:
    """One film's words as running text. `stops` are the ends of cells, `year` the words of a year printed elsewhere."""

    passage: Passage
    group: Group
    stops: tuple[int, ...] = ()
    year: Spans = ()


def rows(reading: Reading, lines: Sequence[Line]) -> Iterator[Row]:
    """The films of a list in printed order."""
    running = _running(reading, lines)
    if running:
        yield from running
        return
    films = FilmLines.of(reading, lines)
    group = Group()
    year: Spans = ()
    held: tuple[int, ...] = ()
    for at in range(len(lines)):
        heading = group_at(films, at)
        starts = heading is not None or is_year_above(films, at) or begins(films, at, held)
        shared = starts and heading is None and shares_year(films, at, held)
        if starts and held:
            yield _row(films, held, group, year)
        if heading is not None:
            group, year, held = heading, (), ()
        elif is_year_above(films, at):
            year, held = (lines[at].span,), ()
        elif starts:
            year = _shared_year(films, held, year) if shared else _own_year(films, year)
            held = (at,)
        elif continues(films, at, held):
            held = (*held, at)
    if held:
        yield _row(films, held, group, year)


def _own_year(films: FilmLines, year: Spans) -> Spans:
    """Only a year printed above its films is carried on to the next."""
    return year if films.shape is Shape.YEAR_ABOVE else ()


def _shared_year(films: FilmLines, held: Sequence[int], year: Spans) -> Spans:
    passage = films.reading.passage([films.lines[held[0]]])
    lead = LEAD.match(passage.text)
    return passage.quote(*lead.span("year")).spans if lead else year


def _row(films: FilmLines, held: Sequence[int], group: Group, year: Spans) -> Row:
    lines = [films.lines[at] for at in held]
    below = films.shape is Shape.YEAR_BELOW
    ends = list(_line_ends(films.reading, lines))
    details = [end for end, at in zip(ends, held[1:], strict=True) if detail_of(DETAIL.split(films.texts[at], maxsplit=1)[0])]
    stops = ends if below else [*_cell_ends(films.reading, lines[0]), *details]
    passage = films.reading.passage(lines)
    signed = signature(passage.text) if films.signed else 0
    return Row(passage, group, tuple(sorted({*stops, signed} - {0})), year)


def _line_ends(reading: Reading, lines: Sequence[Line]) -> Iterator[int]:
    at = 0
    for line in lines[:-1]:
        at += len(reading.words(line))
        yield at
        at += 1


def _cell_ends(reading: Reading, line: Line) -> Iterator[int]:
    """Where the cells of an entry's line end: only where the first holds the year, or the last; else blanks are padding."""
    cells = [reading.document.read((cell,)) for cell in line.cells[: MOST_CELLS + 1]]
    if not 2 <= len(cells) <= MOST_CELLS or not (year_only(cells[0]) or year_only(cells[-1]) or detail_of(cells[-1])):
        return
    at = 0
    for cell in cells[:-1]:
        at += len(cell)
        yield at
        at += 1


def _running(reading: Reading, lines: Sequence[Line]) -> list[Row]:
    """A list that runs on like text, more films than lines, with or without «Filmography:» in front; [] for any other."""
    passage = reading.passage(lines)
    start = label_end(passage.text)
    years = sum(1 for _ in YEAR_IN_BRACKETS.finditer(passage.text, start))
    leading = sum(bool(opens_with_year(reading.words(line))) for line in lines)
    labelled = 0 < start < len(reading.words(lines[0]))
    if years < 2 or leading * 2 > len(lines) or not (years > len(lines) or labelled):
        return []
    found: list[Row] = []
    for mark in (*RUN_ON.finditer(passage.text, start), None):
        end = mark.start() if mark else len(passage.text)
        piece = passage.quote(start, end)
        if YEAR_IN_BRACKETS.search(piece.text):
            found.append(Row(reading.document.passage(piece.spans), Group()))
        start = mark.end() if mark else end
    return found


def label_end(text: str) -> int:
    """Where a list begins behind «Selected filmography:» in the same line; 0 without such a label."""
    colon = text.find(":", 0, 60)
    senses = vocabulary().headings(text[:colon]) if colon > 0 else ()
    return colon + 1 if senses and senses[0].kind is SectionKind.FILMOGRAPHY else 0
