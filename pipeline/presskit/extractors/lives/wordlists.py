"""The word lists of biographies and filmographies."""

from __future__ import annotations

from functools import cache

from presskit.vocabulary import store
from presskit.vocabulary.folding import fold


@cache
def life_words(name: str) -> frozenset[str]:
    """A list of lives.yaml in all languages: folded, and in lower case with accents. Unknown names fail."""
    words = [phrase for _, phrase in store.by_language(store.read("lives")[name])]
    return frozenset((*map(fold, words), *map(str.casefold, words)))


@cache
def spelled(name: str) -> frozenset[str]:
    """The same in lower case only: where an accent tells «né» from «ne»."""
    return frozenset(phrase.casefold() for _, phrase in store.by_language(store.read("lives")[name]))
