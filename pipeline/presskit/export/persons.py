"""People in schema.org: a Person by name wherever somebody is named, and a node of their own for those of whom the kit tells more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from presskit.export.account import Account
from presskit.export.arrays import Json, filled
from presskit.record import Biography, Extraction, FilmographyEntry
from presskit.vocabulary import fold

CALENDAR = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)
SEASON = re.compile(r"[0-9]{4}-(2[1-4])", re.ASCII)
NO_DATE = "a date is a year, month or day of the calendar"
PROPERTIES = {
    "director": "director",
    "co_director": "director",
    "producer": "producer",
    "co_producer": "producer",
    "executive_producer": "producer",
    "associate_producer": "producer",
    "screenwriter": "author",
    "composer": "musicBy",
    "actor": "actor",
    "voice": "actor",
    "narrator": "actor",
}
"""Canonical role to the property of Movie that means it; the others are contributors. `editor` is for texts, not for films."""


@dataclass(frozen=True, slots=True)
class People:
    """Identifiers of those who have a node of their own, by folded name: JANE ROE of the credits is Jane Roe."""

    ids: Mapping[str, str]

    def person(self, name: str) -> Json:
        return filled(**{"@type": "Person", "@id": self.ids.get(fold(name))}, name=name)


def people_of(extraction: Extraction) -> People:
    """Those with a biography or a list of films, numbered in the order of the kit."""
    names = _told_of(extraction)
    return People({name: f"urn:presskit:{extraction.source.sha256}:person:{number}" for number, name in enumerate(names, start=1)})


def _told_of(extraction: Extraction) -> dict[str, str]:
    """Folded name to the first printed form."""
    kit = extraction.kit
    printed = [*(life.person for life in kit.biographies), *(films.person for films in kit.filmographies)]
    first: dict[str, str] = {}
    for name in printed:
        first.setdefault(fold(name), name)
    return first


def person_nodes(extraction: Extraction, people: People, account: Account) -> Iterator[Json]:
    """One node for each person, texts of several biographies side by side."""
    kit = extraction.kit
    account.carry(*(f"/kit/filmographies/{number}/person" for number in range(len(kit.filmographies))))
    for key, name in _told_of(extraction).items():
        lives = [(f"/kit/biographies/{at}", life) for at, life in enumerate(kit.biographies) if fold(life.person) == key]
        for pointer, life in lives:
            _carry_life(pointer, life, account)
        yield _node(people.person(name), [life for _, life in lives])


def _carry_life(pointer: str, life: Biography, account: Account) -> None:
    account.carry(f"{pointer}/person", f"{pointer}/text", f"{pointer}/birthplace", f"{pointer}/born")
    account.change(f"{pointer}/roles", "as what the person does, not in which film")
    if not _born(life):
        account.refuse(f"{pointer}/born", NO_DATE)


def _node(person: Json, lives: list[Biography]) -> Json:
    born = [date for life in lives if (date := _born(life))]
    places = [{"@type": "Place", "name": life.birthplace} for life in lives if life.birthplace]
    return filled(
        **person,
        jobTitle=list(dict.fromkeys(role.replace("_", " ") for life in lives for role in life.roles)),
        birthDate=list(dict.fromkeys(born)),
        birthPlace=places,
        description=[life.text for life in lives],
    )


def _born(life: Biography) -> str | None:
    """A date of the calendar as it is; nothing else is a date to schema.org."""
    born = life.born or ""
    return born if CALENDAR.fullmatch(born) and not SEASON.fullmatch(born) else None


def other_films(extraction: Extraction, people: People, account: Account) -> Iterator[Json]:
    """The entries of filmographies, each a Movie that names the person."""
    for at, films in enumerate(extraction.kit.filmographies):
        for number, entry in enumerate(films.entries):
            account.carry(f"/kit/filmographies/{at}/entries/{number}")
            if entry.forms:
                account.change(f"/kit/filmographies/{at}/entries/{number}/forms", "as keywords")
            yield filled(
                **{"@type": "Movie"},
                name=entry.title,
                alternateName=list(entry.other_titles),
                dateCreated=f"{entry.year:04}" if entry.year else None,
                duration=iso_duration(entry.runtime_minutes),
                keywords=list(entry.forms),
                **_part(entry, people.person(films.person)),
            )


def _part(entry: FilmographyEntry, person: Json) -> dict[str, object]:
    """What the person did in it; a list that does not say makes them a contributor."""
    parts: dict[str, object] = {}
    others = [role for role in entry.roles if role not in PROPERTIES]
    parts.update({PROPERTIES[role]: person for role in entry.roles if role in PROPERTIES})
    if others or not parts:
        parts["contributor"] = [part(role, None, "contributor", person) for role in others] or person
    return parts


def part(role: str, label: str | None, key: str, agent: Json) -> Json:
    """A Role around an agent, under the same property as the agent's: the credit as printed, the canonical role beside it."""
    words = role.replace("_", " ")
    return filled(**{"@type": "Role"}, roleName=label or words, alternateName=words if label else None, **{key: agent})


def iso_duration(minutes: int | None) -> str | None:
    """118 is PT1H58M."""
    if minutes is None:
        return None
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
