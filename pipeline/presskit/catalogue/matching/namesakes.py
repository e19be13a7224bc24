"""Which people of other kits somebody is compared with: those who share a key of name alone, with a film, or with a year of birth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from presskit.catalogue.matching.agents import PersonSignature
from presskit.catalogue.matching.names import Name
from presskit.catalogue.matching.sounds import skeleton

MOST_KEYS = 60
MOST_WORDS = 4
LONGEST = 500
"""Signs of a key; no index holds much longer ones."""
LEADERS = 12
"""In a block of more people than these, only these (the first by digest) are compared with everybody: a famous name costs no more.
Films and years of birth have blocks of their own, so that the kits of one film meet even where the name is that of hundreds."""


def name_keys(name: Name) -> tuple[str, ...]:
    """Consonants of the whole name; of three words or more every two, for a middle name may be missing."""
    words = sorted({skeleton(word) for word in name.words} - {""})[:MOST_WORDS]
    if len(words) < 3:
        return (" ".join(words or name.words),)
    return tuple(f"{one} {other}" for one, other in combinations(words, 2))


def person_blocks(person: PersonSignature) -> tuple[str, ...]:
    """Mostly three keys, never more than MOST_KEYS."""
    return tuple(islice(dict.fromkeys(key[:LONGEST] for key in _keys(person)), MOST_KEYS))


def _keys(person: PersonSignature) -> Iterator[str]:
    names = name_keys(person.name)
    yield from names
    if person.born[:4].isdigit():
        yield from (f"{name} * {person.born[:4]}" for name in names)
    yield from _with(names, (title.skeleton for title in person.film))
    yield from _with(names, (title.skeleton for entry in person.filmography for title in entry.titles))


def _with(names: tuple[str, ...], films: Iterable[str]) -> Iterator[str]:
    yield from (f"{name} @ {film}" for film in films for name in names)
