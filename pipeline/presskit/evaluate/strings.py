"""When two strings are the same, and how far two texts overlap: the small print of every score."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－⁃"), "-")
QUOTES = dict.fromkeys(map(ord, "\"'‘’‚‛“”„‟‹›«»`´′″"), "'")
ONE_KIND = DASHES | QUOTES
EDGES = " .,;:'-"
"""Stripped at both ends; the double quote of the rule has become a single one by then."""


@lru_cache(maxsize=65_536)
def normalised(text: str) -> str:
    """NFKC, one kind of dash and quote, case-folded, white space collapsed, punctuation stripped at both ends."""
    one_kind = unicodedata.normalize("NFKC", text.translate(ONE_KIND)).translate(ONE_KIND)
    return " ".join(one_kind.casefold().split()).strip(EDGES)


def words(text: str) -> list[str]:
    """The words of a text, each compared as a string of its own; what is only punctuation is no word."""
    return [word for word in map(normalised, text.split()) if word]


@lru_cache(maxsize=4_096)
def bag(text: str) -> Counter[str]:
    """The multiset of a text's words. Shared: do not change it."""
    return Counter(words(text))


def overlap(one: str, other: str) -> float:
    """F1 of the two multisets of words, 0 to 1; two empty texts are the same."""
    first, second = bag(one), bag(other)
    size = first.total() + second.total()
    return 2 * (first & second).total() / size if size else 1.0
