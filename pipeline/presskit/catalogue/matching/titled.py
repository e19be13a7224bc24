"""Evidence from titles: one of them the same, near, or none; and the number of a part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from presskit.catalogue.matching import listed
from presskit.catalogue.matching.match import Reason
from presskit.catalogue.matching.signatures import FilmSignature
from presskit.catalogue.matching.titles import Title, title_likeness
from presskit.vocabulary import vocabulary

NEAR = 0.84
"""One letter in six: a slip or another way of spelling. A change of word (House, Horse) must be borne out by all else."""
SHORT = 5


def titles(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    best = nearest(one, other)
    if best is None:
        return
    likeness, mine, yours = best
    names = " / ".join(sorted({mine.text, yours.text}))
    if likeness >= 1 and _part(mine) == _part(yours):
        yield Reason("title", 4 if len(mine.sounds) >= SHORT else 3.5, f"same title: {names}")
    elif likeness >= NEAR:
        yield Reason("title", 3, f"titles alike: {names}")
    elif not any(listed.aliases(one, other)):
        yield _apart(one, other, names)


def parts(one: FilmSignature, other: FilmSignature) -> Iterator[Reason]:
    """Part one and part two: told where the titles are the same but for the number, and where both kits count parts."""
    alike = {(mine.part, yours.part) for mine in one.titles for yours in other.titles if title_likeness(mine, yours) >= NEAR}
    counted = {_part(title) for title in one.titles} - {1}, {_part(title) for title in other.titles} - {1}
    highest = sorted(max(1, *(title.part for title in film.titles)) for film in (one, other) if film.titles)
    differ = bool(alike) and all(max(a, 1) != max(b, 1) for a, b in alike)
    if differ or (all(all(part > 1 for part in found) and found for found in counted) and not counted[0] & counted[1]):
        numbers = sorted({str(max(title.part, 1)) for film in (one, other) for title in film.titles})
        yield Reason("part", -6, f"parts {' and '.join(numbers)}", strong=True)
    elif len(highest) > 1 and highest[0] == highest[-1] > 1:
        yield Reason("same part", 1, f"both part {highest[0]}")
    elif len(set(highest)) > 1 and not any(max(a, 1) == max(b, 1) for a, b in alike):
        yield Reason("part", -2, f"one is part {highest[-1]}")


def nearest(one: FilmSignature, other: FilmSignature) -> tuple[float, Title, Title] | None:
    """The two titles most alike; of equals the first in the order of their letters, whichever kit they stand in."""
    found = [
        (title_likeness(mine, yours), _part(mine) == _part(yours), sorted((mine.text, yours.text)), mine, yours)
        for mine in one.titles
        for yours in other.titles
    ]
    if not found:
        return None
    likeness, _, _, mine, yours = min(found, key=lambda pair: (-pair[0], not pair[1], pair[2]))
    return likeness, mine, yours


def _apart(one: FilmSignature, other: FilmSignature, names: str) -> Reason:
    """Two languages translate; one language does not, and titles with a word in common (Red Rain, Red Rope) are rather two films'."""
    words = [_words(film) for film in (one, other)]
    if one.tongue and one.tongue == other.tongue:
        return Reason("other title", -2.5, f"other titles in one language: {names}")
    if words[0] & words[1]:
        return Reason("like title", -2.5, f"titles that share a word: {names}")
    return Reason("titles", -2, f"no title in common: {names}")


def _words(film: FilmSignature) -> set[str]:
    return {word for title in film.titles for word in title.plain.split() if len(word) > 2 and word not in _small()}


@cache
def _small() -> frozenset[str]:
    return vocabulary().words("title_articles") | vocabulary().words("name_particles")


def _part(title: Title) -> int:
    """What counts no parts is the first."""
    return max(title.part, 1)
