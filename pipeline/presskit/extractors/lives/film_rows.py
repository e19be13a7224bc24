"""The lines of a filmography gathered into rows, one per film: wrapped lines joined, prizes left out, group headings kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from presskit.extractors.lives.film_details import Group, detail_of, functions
from presskit.extractors.lives.film_entries import stage_end, year_only
from presskit.extractors.lives.film_shapes import RUNTIME, YEAR_IN_BRACKETS, looks_like_entry, opens_with_year, shows_film
from presskit.extractors.lives.wordlists import life_words
from presskit.model import Line, Passage, Reading, SectionKind, Spans
from presskit.vocabulary import fold, vocabulary

LONGEST_GROUP = 60
MOST_CELLS = 5
BULLET = re.compile(r"[•·*►▪]\s|[-–—]\s")


class Shape(Enum):
    """How the list is printed: the year first, the year as a heading over its films, or anywhere else."""

    YEAR_FIRST = "year first"
    YEAR_ABOVE = "year above"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """One film's lines as running text. `stops` are the ends of cells, `year` spans a year printed above it."""

    passage: Passage
    group: Group
    stops: tuple[int, ...] = ()
    year: Spans = ()


@dataclass(frozen=True, slots=True)
class _List:
    reading: Reading
    lines: Sequence[Line]
    texts: Sequence[str]
    shape: Shape


def rows(reading: Reading, lines: Sequence[Line]) -> Iterator[Row]:
    """The films of a list in printed order."""
    texts = [reading.words(line) for line in lines]
    films = _List(reading, lines, texts, _shape(texts))
    group = Group()
    year: Spans = ()
    held: tuple[int, ...] = ()
    for at in range(len(lines)):
        heading = _group(films, at)
        begins = heading is not None or _is_year_above(films, at) or _begins(films, at, held)
        if begins and held:
            yield _row(films, held, group, year)
            held = ()
        if heading is not None:
            group = heading
        elif _is_year_above(films, at):
            year = (lines[at].span,)
        elif begins or (held and _continues(films, at, held)):
            held = (*held, at)
    if held:
        yield _row(films, held, group, year)


def _shape(texts: Sequence[str]) -> Shape:
    alone = sum(year_only(text) for text in texts)
    leading = sum(bool(opens_with_year(text)) and not year_only(text) for text in texts)
    elsewhere = sum(not opens_with_year(text) and looks_like_entry(text) for text in texts)
    if leading and leading >= alone and leading > elsewhere and leading * 4 >= len(texts):
        return Shape.YEAR_FIRST
    return Shape.YEAR_ABOVE if alone else Shape.OTHER


def _is_year_above(films: _List, at: int) -> bool:
    return films.shape is Shape.YEAR_ABOVE and year_only(films.texts[at])


def _group(films: _List, at: int) -> Group | None:
    """«Short films», «Als Regisseur», «Théâtre»: a short line without a year that says what the films below are."""
    text = films.texts[at].strip(" :.-–—*•[]()")
    if not text or len(text) > LONGEST_GROUP or YEAR_IN_BRACKETS.search(text) or any(char.isdigit() for char in text):
        return None
    spans = (films.lines[at].span,)
    if fold(text) in life_words("stage_groups"):
        return Group(spans=spans, dropped=True)
    bare = _without_as(text)
    roles = functions(bare)
    if roles:
        return Group(roles=roles, spans=spans)
    if fold(text) in life_words("film_groups") or _is_heading(text):
        return Group(forms=vocabulary().form(text), spans=spans)
    return None


def _without_as(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and fold(first) in life_words("as_words") else text


def _is_heading(text: str) -> bool:
    senses = vocabulary().headings(text)
    return bool(senses) and senses[0].kind is SectionKind.FILMOGRAPHY and not senses[0].rest


def _begins(films: _List, at: int, held: Sequence[int]) -> bool:
    text = films.texts[at]
    if opens_with_year(text) and not (year_only(text) and films.shape is Shape.YEAR_ABOVE):
        return True
    if stage_end(text) and _titled(text[stage_end(text) :]):
        return True
    if films.shape is Shape.YEAR_FIRST:
        return False
    return _titled(text) and not _hangs(films, at, held) and not _annotates(films, at, held)


def _titled(text: str) -> bool:
    head = BULLET.sub("", text, count=1).lstrip("“„«\"'‘¿¡*_ ")[:1]
    return head.isupper() or head.isdigit()


def _continues(films: _List, at: int, held: Sequence[int]) -> bool:
    """A wrapped line goes on with its entry; a line about prizes under it does not."""
    above, text = films.texts[at - 1], films.texts[at]
    if held[-1] != at - 1:
        return False
    if len(held) == 1 and year_only(above):
        return True
    return _wrapped(above, text) or not _annotates(films, at, held)


def _wrapped(above: str, text: str) -> bool:
    opened = above.count("(") > above.count(")")
    first = text.split(maxsplit=1)[0] if text else ""
    return opened or above.endswith((",", "/", "-", "–", "&")) or text[:1].islower() or text[:1] in "(/" or bool(RUNTIME.match(first))


def _hangs(films: _List, at: int, held: Sequence[int]) -> bool:
    """Set further in than the entry's first line, or plainly the rest of the line above."""
    if not held or held[-1] != at - 1:
        return False
    line, first = films.lines[at], films.lines[held[0]]
    return line.indent > first.indent + 1 or _wrapped(films.texts[at - 1], films.texts[at])


def _annotates(films: _List, at: int, held: Sequence[int]) -> bool:
    """A line about prizes and festivals, or one set in under an entry that is complete."""
    text = films.texts[at]
    words = {fold(word) for word in re.split(r"[\s,;:()–-]+", text)}
    vocab = vocabulary()
    if words & (vocab.words("festival_words") | vocab.words("award_words") | life_words("selection_words")):
        return not shows_film(text) or bool(held and films.lines[at].indent > films.lines[held[0]].indent + 1)
    if not held:
        return False
    complete = films.texts[at - 1].endswith((")", ".", "’", "min", "'"))
    return complete and films.lines[at].indent > films.lines[held[0]].indent + 1


def _row(films: _List, held: Sequence[int], group: Group, year: Spans) -> Row:
    lines = [films.lines[at] for at in held]
    passage = films.reading.passage(lines)
    return Row(passage, group, tuple(_stops(films.reading, lines[0])), year)


def _stops(reading: Reading, line: Line) -> Iterator[int]:
    """Where the cells of an entry's line end: only where the first holds the year, or the last; else blanks are padding."""
    cells = [reading.document.read((cell,)) for cell in line.cells]
    if not 2 <= len(cells) <= MOST_CELLS or not (year_only(cells[0]) or year_only(cells[-1]) or detail_of(cells[-1])):
        return
    at = 0
    for cell in cells[:-1]:
        at += len(cell)
        yield at
        at += 1
