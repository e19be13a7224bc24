"""Sentences that credit companies: «A Doe Film / Roe Pictures production for Channel 5», «Developed with the assistance of …»."""

from __future__ import annotations

from functools import cache

from presskit.vocabulary import fold, store, vocabulary

REACH = 14
"""Words between the article and the noun of «A … production»."""
MOSTLY = 0.5


def names_companies(text: str) -> bool:
    """Whether a text opens as such a sentence does."""
    return _made_by(text.split()[: REACH + 2]) or _with_help(text)


def _made_by(words: list[str]) -> bool:
    """An article, names in capitals, and the noun."""
    if not words or fold(words[0]) not in _words("one"):
        return False
    at = next((at for at, word in enumerate(words) if at > 1 and fold(word) in _words("production_nouns")), 0)
    names = words[1:at]
    return bool(names) and names[0][:1].isupper() and sum(1 for name in names if not name[:1].islower()) >= MOSTLY * len(names)


def _with_help(text: str) -> bool:
    """A label of a company's part, of two words and more, and a name behind it."""
    label = vocabulary().leading_label(text)
    if label is None or not label.company or label.roles or " " not in text[: label.end].strip():
        return False
    behind = [word for word in text[label.end :].split() if fold(word) not in vocabulary().words("function_words")]
    return bool(behind) and behind[0][:1].isupper()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(phrase) for _, phrase in store.by_language(store.read("parties")[name]))
