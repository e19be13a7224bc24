"""Evidence from the people of a film: who directed it, plays in it, made it, and whom they play."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from presskit.catalogue.matching.match import Reason
from presskit.catalogue.matching.names import Name, likeness, shared
from presskit.catalogue.matching.signature import FilmSignature

ENOUGH = 4
"""Lists of so many names that share none are of two films."""
UNCLEAR = 70
"""Of two whole names, in percent of their letters."""
WHOLE = 0.6
"""A share of the shorter list: much the same people, not some of a troupe."""


def directors(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """Another director is another film. A misspelt one is not another: what is merely near says less, and nothing against."""
    if not one.directors or not other.directors:
        return
    nearest = max(likeness(mine, yours) for mine in one.directors for yours in other.directors)
    names = " / ".join(sorted({name.text for film in (one, other) for name in film.directors}))
    if nearest >= 1:
        yield Reason("director", 4, f"same director: {names}")
    elif nearest > 0:
        yield Reason("director", 3.5 if nearest >= 0.9 else 1.5, f"directors alike: {names}")
    elif any(_unclear(mine, yours) for mine in one.directors for yours in other.directors):
        yield Reason("director", -2, f"perhaps another director: {names}")
    else:
        yield Reason("director", -6, f"other director: {names}", strong=True)


def cast(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    yield from _listed("cast", one.cast, other.cast)


def crew(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """Half as telling as the cast: crews go from film to film."""
    for reason in _listed("crew", one.crew, other.crew):
        yield Reason(reason.kind, reason.weight / 2 if reason.kind == "crew" else reason.weight, reason.text)


def characters(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """The same actors as other people is the next film of a troupe."""
    if not one.characters or not other.characters:
        return
    both = set(one.characters) & set(other.characters)
    fewer = min(len(one.characters), len(other.characters))
    if len(both) >= 2 and len(both) >= fewer / 2:
        yield Reason("characters", 2.5, f"{len(both)} characters in common")
    elif not both and fewer >= 3:
        yield Reason("characters", -2, "no character in common")


def _unclear(one: Name, other: Name) -> bool:
    """Two slips, or a relative with nearly the same name: no reason to merge, nor to swear that these are two."""
    return one.generation == other.generation and ratio(one.key, other.key) >= UNCLEAR


def _listed(kind: str, ones: tuple[Name, ...], others: tuple[Name, ...]) -> Iterator[Reason]:
    if not ones or not others:
        return
    both = shared(ones, others)
    fewer = min(len(ones), len(others))
    if both:
        yield Reason(kind, (1.5, 2.5, 4)[min(len(both), 3) - 1], f"{kind} in common: {len(both)} of {fewer}")
        if len(both) >= 3 and len(both) >= WHOLE * fewer:
            yield Reason(f"whole {kind}", 1, f"much the same {kind}")
    elif fewer >= ENOUGH:
        yield Reason(kind, -4, f"no name of the {kind} in common")
