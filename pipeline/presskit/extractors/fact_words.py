"""The words of technical data, from vocabulary/film_facts.yaml."""

from __future__ import annotations

from functools import cache

from presskit.vocabulary import fold, store


@cache
def fact_words(name: str) -> frozenset[str]:
    """One list, all languages, folded."""
    return frozenset(fold(phrase) for _, phrase in store.by_language(store.read("film_facts")[name]))
