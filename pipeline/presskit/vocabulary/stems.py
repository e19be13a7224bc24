"""Gender, number and inclusive spellings of function words taken off, so that one form in the word lists finds them all."""

from __future__ import annotations

import re
from functools import lru_cache

INCLUSIVE = re.compile(
    r"(?<=[a-z]{3})[*:_/.·•(-]{1,2}(?:innen|in|trices|trice|rices|rice|euses|euse|teuse|se|ses|ne|nes|as|a|os|es|e|s|x|r|frau|ra|ras|ora|oras)\)?(?![a-z])"
)
"""produzent*in, autor:in, realisateur.rice, director/a, monteur/se, attache·e·s, actor(es)"""

ENDINGS = (
    (re.compile(r"(?:trices|trice|trici|teuses|teuse|teurs|teur|tores|toras|tora|tors|tore|tori|tor)$"), "tr"),
    (re.compile(r"(?:euses|euse|eurs|eur)$"), "eur"),
    (re.compile(r"(?:doras|dores|dora|dor)$"), "dor"),
    (re.compile(r"(?:innen|nnen|in|en|es|as|os|s|e|a|o|i|n)$"), ""),
)
SHORTEST = 5
"""Shorter words are left alone: «son», «ton», «idee» would run together with others."""


def neutral(folded: str) -> str:
    """A folded label without its inclusive endings: `produzent*in` -> `produzent`."""
    once = INCLUSIVE.sub("", folded)
    return INCLUSIVE.sub("", once) if once != folded else folded


@lru_cache(maxsize=32_768)
def stem(folded: str) -> str:
    """A folded phrase with the endings of each longer word taken off."""
    return " ".join(map(_stem, folded.split()))


def _stem(word: str) -> str:
    if len(word) < SHORTEST:
        return word
    for pattern, short in ENDINGS:
        cut = pattern.sub(short, word)
        if cut != word:
            return cut
    return word
