"""Phrases of a word list found in running text, as whole words, whatever their case and accents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from presskit.vocabulary import store
from presskit.vocabulary.folding import fold

TOKEN = re.compile(r"[^\W_]+(?:['’](?=[^\W_]))?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text, and where it stands."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """One list: exact phrases by their first word, and words known by their beginning or end."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]

    def length(self, words: tuple[Word, ...], at: int) -> int:
        """How many words the longest phrase takes up that begins at a place; 0 if none does."""
        for phrase in self.by_first.get(words[at].folded, ()):
            if all(at + n < len(words) and words[at + n].folded == part for n, part in enumerate(phrase)):
                return len(phrase)
        known = words[at].folded
        return int(self._partly(known))

    def _partly(self, word: str) -> bool:
        return (bool(self.endings) and word.endswith(self.endings)) or (bool(self.beginnings) and word.startswith(self.beginnings))

    def hits(self, text: str) -> Iterator[Hit]:
        words = tokens(text)
        partly = bool(self.endings or self.beginnings)
        at = 0
        while at < len(words):
            may_begin = words[at].folded in self.by_first or partly
            length = self.length(words, at) if may_begin else 0
            if length:
                yield Hit(words[at].start, words[at + length - 1].end)
            at += length or 1

    def first(self, text: str) -> Hit | None:
        return next(self.hits(text), None)

    def inside(self, text: str) -> bool:
        return self.first(text) is not None

    def whole(self, text: str) -> bool:
        """Whether the text is nothing but one phrase of the list."""
        words = tuple(word for word in tokens(text) if word.folded)
        return bool(words) and self.length(words, 0) == len(words)

    def leads(self, text: str) -> int:
        """Where the phrase ends that the text begins with; 0 if it begins with none."""
        words = tokens(text)
        length = self.length(words, 0) if words else 0
        return words[length - 1].end if length else 0

    def made_of(self, text: str, *others: Phrases) -> bool:
        """Whether every word of the text belongs to this list or the others."""
        words = tuple(word for word in tokens(text) if word.folded.isalnum())
        at = 0
        while at < len(words):
            length = max(each.length(words, at) for each in (self, *others))
            if not length:
                return False
            at += length
        return bool(words)


LONGEST_KEPT = 1_000
"""Characters of a text whose words are remembered; the same short stretches are asked for by many lists."""


def tokens(text: str) -> tuple[Word, ...]:
    return _remembered(text) if len(text) <= LONGEST_KEPT else _tokens(text)


@lru_cache(maxsize=4_096)
def _remembered(text: str) -> tuple[Word, ...]:
    return _tokens(text)


def _tokens(text: str) -> tuple[Word, ...]:
    return tuple(Word(found.group(), bare(found.group()), found.start(), found.end()) for found in TOKEN.finditer(text))


def bare(word: str) -> str:
    """Folded; a mark stays what it is, and an apostrophe behind an elided article is left out."""
    return fold(word) or word


@cache
def phrase_lists(name: str) -> Mapping[str, Phrases]:
    """The lists of one vocabulary file, all languages together."""
    return {key: _phrases(phrase for _, phrase in store.by_language(entry)) for key, entry in store.read(name).items()}


def _phrases(lines: Iterator[str]) -> Phrases:
    exact: dict[str, set[tuple[str, ...]]] = {}
    beginnings: set[str] = set()
    endings: set[str] = set()
    for line in lines:
        if line.startswith("*"):
            endings.add(fold(line[1:]))
        elif line.endswith("*"):
            beginnings.add(fold(line[:-1]))
        else:
            phrase = tuple(word.folded for word in tokens(line) if word.folded not in "'’")
            exact.setdefault(phrase[0], set()).add(phrase)
    ordered = {first: tuple(sorted(many, key=lambda phrase: (-len(phrase), phrase))) for first, many in exact.items()}
    return Phrases(ordered, tuple(sorted(beginnings)), tuple(sorted(endings)))
