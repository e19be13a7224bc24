"""Blocking: the keys of which two kits must share one to be compared at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from presskit.catalogue.matching.films import compare
from presskit.catalogue.matching.match import Match
from presskit.catalogue.matching.signatures import FilmSignature
from presskit.catalogue.matching.sounds import skeleton
from presskit.catalogue.matching.spellings import kept

BAND = 3
"""Years to a band; a film is looked for in the bands of the year before and after its own."""
MOST_TITLES = 12
MOST_DIRECTORS = 4
PAIRED = 5
"""Ten pairs of the first billed, ten of the first by alphabet: some kits bill by weight, some by letter."""


def blocks(signature: FilmSignature) -> frozenset[str]:
    """Mostly fifteen keys, never two hundred, of sounds without vowels: a slip in a vowel or another scheme changes none."""
    return frozenset((*_of_titles(signature), *_of_directors(signature), *_of_cast(signature), *_of_identifiers(signature)))


def pairs(signatures: Mapping[str, FilmSignature]) -> Mapping[tuple[str, str], Match]:
    """Every two kits that share a key, compared; kits by any name, the lesser name first."""
    sharing: dict[str, list[str]] = {}
    for kit in sorted(signatures):
        for key in sorted(blocks(signatures[kit])):
            sharing.setdefault(key, []).append(kit)
    found = {pair for kits in sharing.values() for pair in combinations(kits, 2)}
    return {(one, other): compare(signatures[one], signatures[other]) for one, other in sorted(found)}


def _of_titles(signature: FilmSignature) -> Iterator[str]:
    yield from (f"title {title.skeleton}" for title in signature.titles[:MOST_TITLES])


def _of_directors(signature: FilmSignature) -> Iterator[str]:
    """The whole name; and, as one part may be misspelt or cut to a letter, each word with the others' first letters in these years."""
    for name in signature.directors[:MOST_DIRECTORS]:
        yield f"director {kept(name)}"
        for place, word in enumerate(name.words[:4]):
            letters = {*name.initials, *name.letters[:place], *name.letters[place + 1 :]}
            yield from (f"director {letter} {skeleton(word)} {band}" for letter in sorted(letters)[:4] for band in _bands(signature.year))


def _bands(year: int) -> Iterable[int]:
    return sorted({(year - 1) // BAND, (year + 1) // BAND}) if year else ()


def _of_cast(signature: FilmSignature) -> Iterator[str]:
    billed = [kept(name) for name in signature.cast]
    for names in (sorted(billed[:PAIRED]), sorted(billed)[:PAIRED]):
        yield from (f"cast {one} + {other}" for one, other in combinations(names, 2))


def _of_identifiers(signature: FilmSignature) -> Iterator[str]:
    yield from (f"{kind} {number}" for kind, number in signature.identifiers)
