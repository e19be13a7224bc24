"""Filmographies: the lists of films printed with a biography or under a heading of their own, one per person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.lives.film_details import Group
from presskit.extractors.lives.film_entries import Entry, entry_value, parse_entry, year_of
from presskit.extractors.lives.film_rows import Row, rows
from presskit.extractors.lives.film_shapes import looks_like_entry
from presskit.extractors.lives.heads import read_head
from presskit.extractors.lives.names import Roster
from presskit.extractors.lives.portraits import credited_text, section_head
from presskit.extractors.lives.portrayed import Known, known_portraits
from presskit.extractors.people import film_people
from presskit.model import Claim, Line, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Filmography

LONGEST_NAME = 80
NO_FILMS = frozenset({"theatre"})
"""Topics of sections that list other works than films."""


@dataclass(frozen=True, slots=True)
class FilmList:
    """A list and whose it is; `order` is its section's number in the kit."""

    person: Quote
    lines: tuple[Line, ...]
    order: int


@dataclass(frozen=True, slots=True)
class _Kit:
    """What is asked of the whole kit once."""

    reading: Reading
    portrayed: Sequence[Known]
    roster: Roster
    credited: str


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the group it stands in and the year above it."""

    entry: Entry
    group: Group
    year: Spans


def filmographies(reading: Reading) -> Iterator[Claim]:
    """One claim per person, the entries of all their lists in printed order."""
    roster, people, entries = Roster(), list[Quote](), list[list[Found]]()
    for films in sorted(_lists(reading), key=lambda one: one.order):
        at = roster.find(films.person.text)
        if at is None:
            at = roster.add(films.person.text)
            people.append(films.person)
            entries.append([])
        entries[at].extend(entry for row in rows(reading, films.lines) if (entry := _found(row)))
    yield from (_claim(reading, person, found) for person, found in zip(people, entries, strict=True) if found)


def _found(row: Row) -> Found | None:
    entry = None if row.group.dropped else parse_entry(row.passage, row.stops)
    return Found(entry, row.group, row.year) if entry else None


def _lists(reading: Reading) -> Iterator[FilmList]:
    portrayed = known_portraits(reading)
    kit = _Kit(reading, portrayed, _roster(portrayed), credited_text(reading))
    yield from (FilmList(known.person, known.portrait.films, known.portrait.order) for known in portrayed if known.portrait.films)
    last: FilmList | None = None
    for order, section in enumerate(reading.sections):
        if section.kind is not SectionKind.FILMOGRAPHY:
            continue
        goes_on = last.person if last and last.order == order - 1 and section.topic not in ("", "filmography") else None
        for last in _in_section(kit, section, order, goes_on):
            if section.topic not in NO_FILMS:
                yield last


def _roster(portrayed: Sequence[Known]) -> Roster:
    roster = Roster()
    for known in portrayed:
        roster.add(known.person.text)
    return roster


def _in_section(kit: _Kit, section: Section, order: int, goes_on: Quote | None) -> Iterator[FilmList]:
    """A section's list, or several where names of people stand between the films; «Television» goes on with the person of «Cinema»."""
    person = section_head(kit.reading, section).person or goes_on or _before(kit.portrayed, order) or _director(kit.reading)
    held = [Line(span, 1) for span in section.heading.spans] if section.heading and section.topic not in ("", "filmography") else []
    for line in section.lines:
        named = _sub_person(kit, line)
        if named is None:
            held.append(line)
            continue
        if person and held:
            yield FilmList(person, tuple(held), order)
        person, held = named, []
    if person and held:
        yield FilmList(person, tuple(held), order)


def _sub_person(kit: _Kit, line: Line) -> Quote | None:
    """A line that is the name of somebody the kit portrays or credits, or names as a filmography's owner."""
    passage = kit.reading.passage([line])
    if len(passage.text) > LONGEST_NAME or looks_like_entry(passage.text):
        return None
    head = read_head(passage)
    if not head.person or not head.understood:
        return None
    known = kit.roster.find(head.person.text) is not None or head.person.text.casefold() in kit.credited
    return head.person if known or head.films else None


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
