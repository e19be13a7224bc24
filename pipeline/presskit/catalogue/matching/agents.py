"""All that matching looks at in a person whom a kit names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from presskit.catalogue.matching.names import Name, name_of, same_name
from presskit.catalogue.matching.signatures import Entry
from presskit.catalogue.matching.sounds import spoken
from presskit.catalogue.matching.titles import Title, titles_of
from presskit.record import PressKit

MOST_BESIDE = 60
"""Names of a kit that a person is remembered with."""


@dataclass(frozen=True, slots=True)
class PersonSignature:
    """A person as one kit names them; `beside` are the others of the kit, by their sounds. `year` 0 is unknown."""

    name: Name
    roles: tuple[str, ...]
    born: str
    birthplace: str
    film: tuple[Title, ...]
    year: int
    filmography: tuple[Entry, ...]
    beside: tuple[str, ...]


def people(kit: PressKit) -> tuple[PersonSignature, ...]:
    """Everybody whom the kit credits, tells of or asks, each once; the fullest printed form leads."""
    said = sorted(_said(kit), key=lambda pair: (-len(pair[0].words), pair[0], pair[1]))
    roles: dict[Name, set[str]] = {}
    with_word: dict[str, list[Name]] = {}
    for name, role in said:
        known = next((other for word in name.words for other in with_word.get(word, ()) if same_name(name, other)), name)
        if known not in roles:
            for word in known.words:
                with_word.setdefault(word, []).append(known)
        roles.setdefault(known, set()).add(role)
    names = sorted(roles)
    keys = sorted({name.key for name in names})[:MOST_BESIDE]
    return tuple(_person(kit, name, roles[name] - {""}, keys) for name in names)


def _said(kit: PressKit) -> Iterator[tuple[Name, str]]:
    named = [(name, "director") for name in kit.film.directors]
    named += [(member.actor, "actor") for member in kit.credits.cast]
    named += [(member.name, member.role) for member in kit.credits.crew if member.role != "thanks"]
    named += [(life.person, role) for life in kit.biographies for role in (life.roles or [""])]
    named += [(filmography.person, "") for filmography in kit.filmographies]
    named += [(person, "") for interview in kit.interviews for person in interview.interviewees]
    for text, role in named:
        name = name_of(text)
        if name.words:
            yield name, role


def _person(kit: PressKit, name: Name, roles: set[str], keys: list[str]) -> PersonSignature:
    lives = [life for life in kit.biographies if same_name(name_of(life.person), name)]
    lists = [filmography for filmography in kit.filmographies if same_name(name_of(filmography.person), name)]
    listed = {
        Entry(entry.year or 0, titles_of([entry.title, *entry.other_titles])) for filmography in lists for entry in filmography.entries
    }
    return PersonSignature(
        name=name,
        roles=tuple(sorted(roles)),
        born=next((life.born for life in lives if life.born), ""),
        birthplace=next((spoken(life.birthplace) for life in lives if life.birthplace), ""),
        film=titles_of([kit.film.title or "", *kit.film.other_titles]),
        year=kit.film.year or 0,
        filmography=tuple(sorted(listed)),
        beside=tuple(key for key in keys if key != name.key),
    )
