"""Evidence from the people of a film: who directed it, plays in it, made it, and whom they play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.fuzz import ratio

from presskit.catalogue.matching.match import Reason
from presskit.catalogue.matching.names import ALIKE, Name
from presskit.catalogue.matching.signatures import FilmSignature, Part
from presskit.catalogue.matching.spellings import alike, kept, pairs, readable, shared

ENOUGH = 4
"""Lists of so many names that share none are of two films."""
UNCLEAR = 70
"""Of two whole names, in percent of their letters."""
UNCLEAR_BONES = 85
"""Of their consonants: another scheme and a slip in one name."""
SAME_PART = 80
"""Ilja and Ilya; a character may also be named with or without surname, which then tells nothing."""
CHANCE = 0.3
"""Fewer than that of a list are namesakes, or the small world of a country's film."""
WHOLE = 0.6
"""A share of the shorter list: much the same people, not some of a troupe."""


def directors(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """Another director is another film. A misspelt one is not another: what is merely near says less, and nothing against."""
    if not one.directors or not other.directors:
        return
    nearest = max(alike(mine, yours) for mine in one.directors for yours in other.directors)
    names = " / ".join(sorted({name.text for film in (one, other) for name in film.directors}))
    if nearest >= 1:
        yield Reason("director", 4, f"same director: {names}")
    elif nearest > 0:
        yield Reason("director", 3.5 if nearest >= ALIKE else 1.5, f"directors alike: {names}")
    elif not _legible(one.directors, other.directors):
        return
    elif any(_unclear(mine, yours) for mine in one.directors for yours in other.directors):
        yield Reason("director", -1.5, f"perhaps another director: {names}")
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
    ours, theirs = _by_actor(one.parts), _by_actor(other.parts)
    met = pairs([*ours], [*theirs])
    casting = [(mine, yours) for actor, double in met for mine in ours[actor] for yours in theirs[double]]
    kept = len({mine.actor.key for mine, yours in casting if _same_part(mine, yours)})
    players = min(len({mine.actor.key for mine, _ in casting}), len({yours.actor.key for _, yours in casting}))
    kept = min(kept, len({yours.actor.key for mine, yours in casting if _same_part(mine, yours)}))
    if kept >= 2 and kept > players / 2:
        yield Reason("characters", 2.5, f"{kept} actors in the same parts")
    elif players >= 2 and not kept:
        yield Reason("characters", -2.5, f"{players} actors in other parts")


def _by_actor(parts: Iterable[Part]) -> dict[Name, list[Part]]:
    found: dict[Name, list[Part]] = {}
    for part in parts:
        found.setdefault(part.actor, []).append(part)
    return found


def _same_part(one: Part, other: Part) -> bool:
    return bool(one.character) and ratio(one.character, other.character) >= SAME_PART


def _unclear(one: Name, other: Name) -> bool:
    """Two slips, or a relative with nearly the same name: no reason to merge, nor to swear that these are two."""
    close = ratio(one.key, other.key) >= UNCLEAR or ratio(kept(one), kept(other)) >= UNCLEAR_BONES
    return one.generation == other.generation and close


def _listed(kind: str, ones: tuple[Name, ...], others: tuple[Name, ...]) -> Iterator[Reason]:
    if not ones or not others:
        return
    both = shared(ones, others)
    fewer = min(len(ones), len(others))
    legible = _legible(ones, others)
    if both and both < CHANCE * fewer:
        yield Reason(kind, -1 if legible else 0.5, f"{kind} in common: only {both} of {fewer}")
    elif both:
        yield Reason(kind, (1.5, 2.5, 4)[min(both, 3) - 1], f"{kind} in common: {both} of {fewer}")
        if both == fewer > 1 or (both >= 3 and both >= WHOLE * fewer):
            yield Reason(f"whole {kind}", 1, f"much the same {kind}")
    elif fewer >= ENOUGH and legible:
        yield Reason(kind, -4, f"no name of the {kind} in common")


def _legible(ones: tuple[Name, ...], others: tuple[Name, ...]) -> bool:
    """Whether both are in scripts that say how a name sounds; otherwise what does not agree says nothing."""
    return all(readable(name) for name in (*ones, *others))
