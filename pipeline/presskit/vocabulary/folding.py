"""One spelling for many: how printed words are made comparable before they are looked up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
SINGLE_QUOTES = dict.fromkeys(map(ord, "‘’‚‛‹›`´′"), "'")
DOUBLE_QUOTES = dict.fromkeys(map(ord, "“”„‟«»″"), '"')
LIGATURES = {ord("œ"): "oe", ord("æ"): "ae", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ı"): "i"}
RAISED = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), " ")
"""Raised figures are marks of notes: read as figures they would turn "1979¹" into 19791."""
ONE_SPELLING = DASHES | SINGLE_QUOTES | DOUBLE_QUOTES | RAISED | {0xAD: None, 0x2060: None}
EDGES = " .,;:\"'-"
LONGEST_KEPT = 200
"""Labels come back hundreds of times and are remembered; longer texts would only fill the memory."""


def fold(text: str) -> str:
    """Case-folded, without accents, one kind of quotes and dashes, single blanks, punctuation stripped at both ends."""
    return _remembered(text) if len(text) <= LONGEST_KEPT else _fold(text)


def cased(text: str) -> str:
    """As `fold`, but accents stay: they alone tell a French «régie» from a German one."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(ONE_SPELLING)).casefold().split()).strip(EDGES)


def _fold(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.translate(ONE_SPELLING)).casefold().translate(LIGATURES)
    bare = "".join(char for char in spread if not unicodedata.combining(char)) if not spread.isascii() else spread
    return " ".join(bare.split()).strip(EDGES)


@lru_cache(maxsize=65_536)
def _remembered(text: str) -> str:
    return _fold(text)
