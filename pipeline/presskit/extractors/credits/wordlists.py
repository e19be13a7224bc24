"""The word lists that only the reading of credits needs, folded and kept."""

from __future__ import annotations

from functools import cache

from presskit.vocabulary import fold, store, vocabulary


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of parties.yaml, all languages at once; else one of the shared lists."""
    entry = _lists().get(name)
    return vocabulary().words(name) if entry is None else entry


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(fold(phrase) for _, phrase in store.by_language(entry)) for name, entry in store.read("parties").items()}
