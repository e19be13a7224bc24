"""The words, numbers and signs of a text, as the date grammar reads them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
APOSTROPHES = "’‘ʼ`´′"
DASHES = "‐‑‒–—−"
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", " " * 10)
"""Raised figures are marks of notes or units, never part of a number: the year of "1978-1979¹" is 1979."""
SIGNS = str.maketrans(APOSTROPHES + DASHES, "'" * len(APOSTROPHES) + "-" * len(DASHES))


@dataclass(frozen=True, slots=True)
class Token:
    """`folded` has no case, no accents and plain signs; `number` is the value of up to four digits, else -1."""

    start: int
    end: int
    text: str
    folded: str
    number: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


Tokens = Sequence[Token]


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """One word or sign without case, accents and typographic form."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(SIGNS)


def tokenise(text: str) -> list[Token]:
    return [_token(found) for found in TOKEN.finditer(text.translate(RAISED))]


def _token(found: re.Match[str]) -> Token:
    word = found.group()
    number = int(word) if len(word) <= 4 and word.isdecimal() else -1
    return Token(found.start(), found.end(), word, folded(word), number)


def touching(tokens: Tokens, left: int) -> bool:
    """Whether token `left` and the next stand together without a blank."""
    return 0 <= left < len(tokens) - 1 and tokens[left].end == tokens[left + 1].start
