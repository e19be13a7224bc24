"""A date that has been read, and the small words that hold its parts together."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.mentions.edtf import When
from presskit.mentions.lexicon import lexicon
from presskit.mentions.tokens import Tokens

LEAD = 2
"""How many small phrases may stand between a modifier and its date ("primera mitad de los años ochenta")."""


@dataclass(frozen=True, slots=True)
class Found:
    """A date and the tokens it takes up; `end` is the first token behind it."""

    start: int
    end: int
    when: When


def glue(tokens: Tokens, at: int) -> int:
    """The first token behind the small words that hold a date together."""
    return at + lexicon().length("glue", tokens, at)


def lead(tokens: Tokens, at: int) -> int:
    """The first token behind the small words between a modifier and its date."""
    words = lexicon()
    for _ in range(LEAD):
        length = words.length("lead", tokens, at)
        if not length:
            break
        at += length
    return at


def dash(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].folded in ("-", "/")
