"""The words of dates, taken from the vocabulary and laid out for looking up token by token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from presskit.mentions.tokens import TOKEN, Tokens, folded
from presskit.vocabulary import store, vocabulary

Phrase = tuple[str, ...]
TENS = tuple(range(20, 100, 10))
OPENERS = ("from", "between", "since", "until", "about", "part", "decade_head", "decade_article", *(f"tens_{tens}" for tens in TENS))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by what they mean in a date and by their first word; month and season words with their numbers."""

    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    openers: frozenset[str]
    """Every word a date can begin with."""
    anchors: frozenset[str]
    """The words, besides numbers, without one of which there is no date."""

    def length(self, sense: str, tokens: Tokens, at: int) -> int:
        """How many tokens the longest phrase of this sense takes up at a place; 0 if none stands there."""
        if not 0 <= at < len(tokens):
            return 0
        for phrase in self.phrases[sense].get(tokens[at].folded, ()):
            if at + len(phrase) <= len(tokens) and all(tokens[at + n].folded == word for n, word in enumerate(phrase)):
                return len(phrase)
        return 0

    def ends(self, sense: str, tokens: Tokens, at: int) -> bool:
        """Whether a one-word phrase of this sense is the token at a place."""
        return 0 <= at < len(tokens) and (tokens[at].folded,) in self.phrases[sense].get(tokens[at].folded, ())

    def tens(self, tokens: Tokens, at: int) -> tuple[int, int]:
        """The decade that a number word names (80 for "eighties") and how many tokens it takes up; (0, 0) if none."""
        best = max(((self.length(f"tens_{tens}", tokens, at), tens) for tens in TENS), default=(0, 0))
        return (best[1], best[0]) if best[0] else (0, 0)


@cache
def lexicon() -> Lexicon:
    phrases = {sense: _by_first(phrase for _, phrase in store.by_language(entry)) for sense, entry in store.read("date_phrases").items()}
    known = vocabulary()
    openers = frozenset(first for sense in OPENERS for first in phrases[sense])
    anchors = frozenset(first for tens in TENS for first in phrases[f"tens_{tens}"]).union(known.months, known.seasons)
    return Lexicon(phrases, known.months, known.seasons, openers | anchors, anchors)


def _by_first(words: Iterable[str]) -> Mapping[str, tuple[Phrase, ...]]:
    phrases = {tuple(folded(token) for token in TOKEN.findall(word)) for word in words}
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(many) for first, many in found.items()}
