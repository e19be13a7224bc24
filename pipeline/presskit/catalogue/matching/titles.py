"""Titles made comparable: articles, accents, scripts, two titles in one line, and the number of a part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from presskit.catalogue.matching.sounds import romanised, skeleton, spoken
from presskit.vocabulary import fold, vocabulary

SEVERAL = re.compile(r"\s[/|]\s|[()\[\]]")
TRAILING_ARTICLE = re.compile(r"^(.{1,200}), (\w{1,3})$")
YEAR = re.compile(r"(?:1[89]|20)\d\d")
ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
SPELLING = 60
"""Two spellings of one sound share most letters."""
LONGEST, MOST = 300, 24
"""Signs to a title, titles to a film: beyond that it is something else that was read."""
LONG_ENOUGH = 6
"""Shorter sounds are near to too many others by one letter."""

LETTERS_A_SLIP = 10
"""One slip, and another for so many letters: a subtitle or another noun is more than that, however long the rest."""


@dataclass(frozen=True, slots=True, order=True)
class Title:
    """`sounds` without leading article and number of the part; `part` is 0 where none is told."""

    text: str
    sounds: str
    plain: str
    part: int

    @property
    def skeleton(self) -> str:
        return skeleton(self.sounds)


def titles_of(texts: Iterable[str]) -> tuple[Title, ...]:
    """Every title of the texts, each once; "A / B" and "A (B)" are two and also the whole."""
    some = islice(dict.fromkeys(text[:LONGEST] for text in texts), MOST)
    found = {(title.sounds, title.part): title for title in sorted(title for text in some for title in _titles(text))}
    return tuple(found[key] for key in sorted(found))


def title_likeness(one: Title, other: Title) -> float:
    """From 0 to 1, whatever the part: 1 for the same sounds, less by the letters that differ."""
    if one.sounds == other.sounds:
        return 1.0 if ratio(one.plain, other.plain) >= SPELLING else 0.9
    if min(len(one.sounds), len(other.sounds)) < LONG_ENOUGH or figures(one) != figures(other):
        return 0.0
    return max(_slipped(one.sounds, other.sounds), _slipped(one.plain, other.plain))


def _slipped(one: str, other: str) -> float:
    """By ear or by eye: a slip may fall between two letters that are one sound."""
    here, there = one.replace(" ", ""), other.replace(" ", "")
    slips = OSA.distance(here, there)
    return 1 - slips / max(len(here), len(there)) if slips <= 1 + min(len(here), len(there)) // LETTERS_A_SLIP else 0.0


def figures(title: Title) -> frozenset[str]:
    """What is a figure in a title is never a slip."""
    return frozenset(word for word in title.sounds.split() if word.isdigit())


def _titles(text: str) -> Iterator[Title]:
    pieces = [piece.strip() for piece in SEVERAL.split(text)]
    pieces = [piece for piece in pieces if piece and (piece == text.strip() or not YEAR.fullmatch(piece))]
    for piece in dict.fromkeys([*pieces, " ".join(pieces)] if len(pieces) > 1 else pieces):
        title = _title(piece)
        if title.sounds:
            yield title


def _title(text: str) -> Title:
    turned = TRAILING_ARTICLE.match(text)
    if turned and fold(turned[2]) in _articles():
        text = f"{turned[2]} {turned[1]}"
    words, part = _without_part(romanised(text).split())
    while len(words) > 1 and words[0] in _articles():
        words = words[1:]
    kept = " ".join(words)
    accented = spoken(text).split() if not part else []
    sounds = " ".join(accented[-len(words) :]) if len(accented) >= len(words) else spoken(kept)
    return Title(text, sounds, kept, part)


def _without_part(words: list[str]) -> tuple[list[str], int]:
    """ "Harbour 2", "Harbour: Part Two" and "Harbour II" are parts of Harbour; "1984" and "Part of Me" are whole titles."""
    for place in range(1, len(words) - 1):
        number = _number(words[place + 1])
        if words[place] in _installments() and number:
            return words[:place] + words[place + 2 :], number
    number = _number(words[-1]) if len(words) > 1 else 0
    return (words[:-1], number) if number > 1 else (words, 0)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word) if len(word) < 3 else 0
    return ROMAN.get(word, 1 if word == "i" else COUNTED.get(word, 0))


@cache
def _articles() -> frozenset[str]:
    return vocabulary().words("title_articles")


@cache
def _installments() -> frozenset[str]:
    return frozenset(romanised(word) for word in vocabulary().words("installment_words"))


COUNTING = (
    "one un une eins uno uma first premiere erster primera primeira prima",
    "two deux zwei dos due dois zweiter segunda seconda",
    "three trois drei tres tre",
    "four quatre vier cuatro quattro quatro",
)
COUNTED = {word: number for number, words in enumerate(COUNTING, 1) for word in words.split()}
