"""Filmographies: the lists of films printed with a biography or under a heading of their own, one per person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.lives.film_details import Group
from presskit.extractors.lives.film_entries import Entry, entry_value, parse_entry, year_of
from presskit.extractors.lives.film_rows import Row, rows
from presskit.extractors.lives.film_shapes import looks_like_entry
from presskit.extractors.lives.heads import read_head
from presskit.extractors.lives.names import same_person
from presskit.extractors.lives.portraits import section_head
from presskit.extractors.lives.portrayed import Known, known_portraits
from presskit.extractors.people import film_people
from presskit.model import Claim, Line, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Filmography


@dataclass(frozen=True, slots=True)
class FilmList:
    """A list and whose it is; `order` is its section's number in the kit."""

    person: Quote
    lines: tuple[Line, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the group it stands in and the year above it."""

    entry: Entry
    group: Group
    year: Spans


def filmographies(reading: Reading) -> Iterator[Claim]:
    """One claim per person, the entries of all their lists in printed order."""
    merged: list[tuple[Quote, list[Found]]] = []
    for films in sorted(_lists(reading), key=lambda one: one.order):
        found = [entry for row in rows(reading, films.lines) if (entry := _found(row))]
        mates = next((entries for person, entries in merged if same_person(person.text, films.person.text)), None)
        if mates is None:
            merged.append((films.person, found))
        else:
            mates.extend(found)
    yield from (_claim(reading, person, found) for person, found in merged if found)


def _found(row: Row) -> Found | None:
    entry = None if row.group.dropped else parse_entry(row.passage, row.stops)
    return Found(entry, row.group, row.year) if entry else None


def _lists(reading: Reading) -> Iterator[FilmList]:
    portrayed = known_portraits(reading)
    yield from (FilmList(known.person, known.portrait.films, known.portrait.order) for known in portrayed if known.portrait.films)
    for order, section in enumerate(reading.sections):
        if section.kind is SectionKind.FILMOGRAPHY:
            yield from _in_section(reading, section, order, portrayed)


def _in_section(reading: Reading, section: Section, order: int, portrayed: Sequence[Known]) -> Iterator[FilmList]:
    """A section's list, or several where names of people stand between the films."""
    person = section_head(reading, section).person or _before(portrayed, order) or _director(reading)
    held: list[Line] = []
    for line in section.lines:
        named = _sub_person(reading, line, portrayed)
        if named is None:
            held.append(line)
            continue
        if person and held:
            yield FilmList(person, tuple(held), order)
        person, held = named, []
    if person and held:
        yield FilmList(person, tuple(held), order)


def _sub_person(reading: Reading, line: Line, portrayed: Sequence[Known]) -> Quote | None:
    """A line that is the name of somebody the kit portrays or names as a filmography's owner."""
    passage = reading.passage([line])
    if len(passage.text) > 80 or looks_like_entry(passage.text):
        return None
    head = read_head(passage)
    if not head.person or not head.understood:
        return None
    known = any(same_person(head.person.text, other.person.text) for other in portrayed)
    return head.person if known or head.films or head.roles else None


def _before(portrayed: Sequence[Known], order: int) -> Quote | None:
    """The person portrayed last in front of the list."""
    return next((known.person for known in reversed(portrayed) if known.portrait.order < order), None)


def _director(reading: Reading) -> Quote | None:
    directors = film_people(reading, "director")
    return directors[0] if directors else None


def _claim(reading: Reading, person: Quote, found: Sequence[Found]) -> Claim:
    evidence: dict[str, Spans] = {"/person": person.spans}
    values = []
    for index, one in enumerate(found):
        value = entry_value(one.entry, one.group)
        year_spans = one.entry.year_spans
        if value.year is None and one.year:
            value = value.model_copy(update={"year": year_of(reading.document.read(one.year).strip(" ([.:–-"))})
            year_spans = one.year
        values.append(value)
        evidence.update(_evidence(f"/entries/{index}", one, year_spans))
    return Claim("filmographies", Filmography(person=person.text, entries=values), evidence, "filmographies:list", 0.9)


def _evidence(path: str, one: Found, year: Spans) -> Iterator[tuple[str, Spans]]:
    detail, group = one.entry.detail, one.group
    leaves = {
        "/year": year,
        "/title": one.entry.title.spans,
        "/forms": (*(group.spans if group.forms else ()), *detail.form_spans),
        "/runtime_minutes": detail.minute_spans,
        "/roles": detail.role_spans if detail.roles else group.spans,
    }
    leaves |= {f"/other_titles/{at}": title.spans for at, title in enumerate(one.entry.others)}
    yield from ((path + leaf, spans) for leaf, spans in leaves.items() if spans)
