"""Names of people made comparable: order, initials, spelling by ear, and what sets father and son apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from presskit.catalogue.matching.sounds import romanised, skeleton, spoken
from presskit.vocabulary import fold, vocabulary

ASIDE = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
NEAR_WORD = 78
"""Of two sounds, in percent of their letters: one letter in five. Sisters' names (Marta, Marla) are as near; see `likeness`."""
SPELLING = 66
"""Two spellings of one sound have two letters in three in common; Jean and Gina are not one name."""
ALIKE = 0.85
"""From here on two names are taken for one."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """`words` sound, sorted, for surnames stand first in Budapest and in capitals; `initials` are words of one letter.

    `letters` are the first letters of `words` as printed, for Jean sounds as if it had no j.
    """

    text: str
    words: tuple[str, ...]
    letters: tuple[str, ...]
    initials: tuple[str, ...]
    generation: str
    plain: str

    @property
    def key(self) -> str:
        return " ".join(self.words)

    @property
    def skeleton(self) -> str:
        return " ".join(sorted(skeleton(word) for word in self.words))


@lru_cache(maxsize=65_536)
def name_of(text: str) -> Name:
    """What is compared of a printed name: no brackets, titles, guild marks, particles or accents."""
    bare = " ".join(ASIDE.sub(" ", text).split())
    kept = [word for part in bare.split() for word in _split(part) if fold(word) not in _left_out()]
    generation = next((fold(word) for word in kept[1:] if fold(word) in _generations()), "")
    kept = [word for word in kept if not (generation and fold(word) == generation)]
    sounds = [(spoken(word), romanised(word)) for word in kept]
    whole = sorted((heard, plain[0]) for heard, plain in sounds if heard and len(plain) > 1)
    words, letters = tuple(heard for heard, _ in whole), tuple(letter for _, letter in whole)
    initials = tuple(sorted(plain for heard, plain in sounds if len(plain) == 1))
    return Name(bare, words, letters, initials, generation, " ".join(sorted(plain for _, plain in sounds if len(plain) > 1)))


def names_of(texts: Iterable[str]) -> tuple[Name, ...]:
    """Each once, in printed order."""
    found: dict[tuple[str, tuple[str, ...], str], Name] = {}
    for name in map(name_of, texts):
        if name.words:
            found.setdefault((name.key, name.initials, name.generation), name)
    return tuple(found.values())


def likeness(one: Name, other: Name) -> float:
    """From 0 to 1: 1 for the same sounds, 0.9 for a slip or a missing middle name, 0.6 for a first name cut to its letter."""
    if one.generation != other.generation or set(one.words).isdisjoint(other.words):
        return 0.0  # A slip is in one word only.
    if one.words and one.words == other.words:
        return _same_words(one, other)
    shorter, longer = sorted((one, other), key=lambda name: (len(name.words), name.words))
    left = list(longer.words)
    missed: list[str] = []
    for word in shorter.words:
        left.remove(word) if word in left else missed.append(word)
    if not missed:
        return _with_less(shorter, longer)
    if len(missed) > 1 or len(left) < 1 or len(shorter.words) != len(longer.words) or one.initials != other.initials:
        return 0.0
    return _slip(missed[0], left[0], len(shorter.words))


def same_name(one: Name, other: Name) -> bool:
    return likeness(one, other) >= ALIKE


def shared(ones: Iterable[Name], others: Iterable[Name]) -> tuple[str, ...]:
    """Keys of the names that both lists have, each name used once; the same whichever list comes first."""
    left = {name.key: name for name in ones}
    right = {name.key: name for name in others}
    both = {key for key in left.keys() & right.keys() if same_name(left[key], right[key])}
    near = sorted(
        (-likeness(left[one], right[other]), *sorted((one, other)), one, other)
        for one in left.keys() - both
        for other in right.keys() - both
        if same_name(left[one], right[other])
    )
    for _, _, _, one, other in near:
        if one in left and other in right:
            del left[one], right[other]
            both.add(min(one, other))
    return tuple(sorted(both))


def _same_words(one: Name, other: Name) -> float:
    """J. Keller and K. Keller are two people; Keller alone may be either."""
    if one.initials and other.initials and one.initials != other.initials:
        return 0.0
    if len(one.words) < 2 and one.initials != other.initials:
        return 0.6
    return 1.0 if ratio(one.plain, other.plain) >= SPELLING else 0.7


def _with_less(shorter: Name, longer: Name) -> float:
    """All words of the one stand in the other: a middle name more, or a first name cut to its letter."""
    if not all(any(word.startswith(letter) for word in longer.plain.split()) for letter in shorter.initials):
        return 0.0
    if len(shorter.words) > 1:
        return 0.9
    return 0.6 if shorter.initials else 0.0


def _slip(one: str, other: str, words: int) -> float:
    """One word differs by a letter or two, all others agree. What differs in its last vowel only may be brother and sister."""
    if words < 2 or min(len(one), len(other)) < 4 or one.rstrip("aeo") == other.rstrip("aeo"):
        return 0.0
    return 0.9 if ratio(one, other) >= NEAR_WORD else 0.0


def _split(word: str) -> list[str]:
    """Jean-Pierre in two, J.-P. and J.P. in letters."""
    parts = [part for half in re.split("[-‐‑–,;/]", word) for part in re.split(r"(?<=\b\w)\.", half)]
    return [part.strip(".") for part in parts if part.strip(".")]


@cache
def _left_out() -> frozenset[str]:
    words = vocabulary()
    return words.words("honorifics") | words.words("name_particles") | GUILDS


@cache
def _generations() -> frozenset[str]:
    return vocabulary().words("generation_words")


GUILDS = frozenset(
    [
        "afc",
        "asc",
        "bsc",
        "bvk",
        "bfs",
        "aic",
        "aip",
        "sbc",
        "scs",
        "csc",
        "acs",
        "abc",
        "aec",
        "amc",
        "nsc",
        "fsf",
        "dff",
        "ksc",
        "jsc",
        "isc",
        "rgc",
        "gbc",
        "gsc",
        "bfe",
        "ace",
        "afcn",
        "acc",
        "bafta",
    ]
)
"""Societies of the trade, printed after a name."""
