"""The word lists of interviews and signatures, all languages at once, folded."""

from __future__ import annotations

from functools import cache

from presskit.vocabulary import fold, store


@cache
def interview_words(name: str) -> frozenset[str]:
    """One list of interviews.yaml. Unknown names fail."""
    return frozenset(fold(phrase) for _, phrase in store.by_language(store.read("interviews")[name]))
