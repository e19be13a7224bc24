"""All that matching looks at in a kit, made comparable once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from presskit.catalogue.matching.names import Name, name_of, names_of, same_name
from presskit.catalogue.matching.sounds import spoken
from presskit.catalogue.matching.titles import Title, titles_of
from presskit.record import PressKit

MOST_NAMES = 40
"""The first billed are named in every kit; later ones only in the longest, and every one costs."""
IDENTIFIERS = (
    ("imdb", re.compile(r"\btt\d{7,9}\b")),
    ("eidr", re.compile(r"\b10\.5240/[0-9A-F]{4}(?:-[0-9A-F]{4}){4}-[0-9A-Z]\b")),
    ("isan", re.compile(r"\b[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z](?:-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z])?\b")),
)
OWN = frozenset({"front", "technical", "credits", "contacts"})
"""The sections that speak of the kit's own film: an address in a review or a biography may be another film's."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A film of the director's filmography."""

    year: int
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Who plays whom, the character by its sound."""

    actor: Name
    character: str


@dataclass(frozen=True, slots=True)
class FilmSignature:
    """One kit's film. Equal kits have equal signatures; names stand as billed; `year` and `runtime` 0 are unknown.

    `tongue` is the kit's own language, `languages` are the film's.
    """

    titles: tuple[Title, ...]
    year: int
    runtime: int
    directors: tuple[Name, ...]
    cast: tuple[Name, ...]
    parts: tuple[Part, ...]
    crew: tuple[Name, ...]
    countries: tuple[str, ...]
    tongue: str
    languages: tuple[str, ...]
    forms: tuple[str, ...]
    filmography: tuple[Entry, ...]
    identifiers: tuple[tuple[str, str], ...]

    @property
    def short(self) -> bool:
        """Under forty minutes, or called a short."""
        return 0 < self.runtime < 40 or "short" in self.forms

    @property
    def several(self) -> bool:
        """An agent's line-up or a programme of shorts: as many titles as directors, and more of them than make one film."""
        return min(len(self.directors), len(self.titles)) >= 3


def signature(kit: PressKit) -> FilmSignature:
    """What the kit says of its film."""
    credited = [member.name for member in kit.credits.crew if member.role == "director"]
    directors = names_of((kit.film.directors or credited)[:MOST_NAMES])
    billed = kit.credits.cast[:MOST_NAMES]
    return FilmSignature(
        titles=titles_of([kit.film.title or "", *kit.film.other_titles]),
        year=kit.film.year or 0,
        runtime=kit.film.runtime_minutes or 0,
        directors=directors,
        cast=names_of(member.actor for member in billed),
        parts=tuple(sorted({Part(name_of(member.actor), spoken(member.character)) for member in billed if member.character})),
        crew=_crew(kit, directors),
        countries=tuple(sorted(set(kit.film.countries))),
        tongue=kit.languages[0] if kit.languages else "",
        languages=tuple(sorted(set(kit.film.languages))),
        forms=tuple(sorted(set(kit.film.forms))),
        filmography=tuple(sorted(set(_entries(kit, directors)))),
        identifiers=tuple(_identifiers(kit)),
    )


def _crew(kit: PressKit, directors: tuple[Name, ...]) -> tuple[Name, ...]:
    """Those who made the film beside the director; thanks and firms' staff are named in too many kits."""
    others = names_of(member.name for member in kit.credits.crew[:MOST_NAMES] if member.role not in {"director", "thanks", "other"})
    return tuple(name for name in others if not any(same_name(name, director) for director in directors))


def _entries(kit: PressKit, directors: tuple[Name, ...]) -> Iterator[Entry]:
    for filmography in kit.filmographies:
        if any(same_name(name_of(filmography.person), director) for director in directors):
            for entry in filmography.entries[:MOST_NAMES]:
                yield Entry(entry.year or 0, titles_of([entry.title, *entry.other_titles]))


def _identifiers(kit: PressKit) -> Iterator[tuple[str, str]]:
    """The numbers that name the film; two of one kind name nothing."""
    texts = [section.text for section in kit.sections if section.kind in OWN]
    texts += [website for contact in kit.contacts for website in contact.websites]
    for kind, pattern in IDENTIFIERS:
        found = set(_found(pattern, texts))
        if len(found) == 1:
            yield kind, found.pop()


def _found(pattern: re.Pattern[str], texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from pattern.findall(text)
