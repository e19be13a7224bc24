"""Decades in figures and in words: the 1990s, 80er Jahre, années quatre-vingt, the nineties."""

from __future__ import annotations

from presskit.mentions.edtf import Point
from presskit.mentions.found import Found, dash, lead
from presskit.mentions.lexicon import lexicon
from presskit.mentions.numbers import is_year
from presskit.mentions.tokens import Tokens, touching


def decade_number(tokens: Tokens, at: int) -> Found | None:
    """the 1990s, 80's, 80er Jahre."""
    number = tokens[at].number
    if number % 10 or not ((len(tokens[at].text) == 4 and 1800 <= number < 2100) or len(tokens[at].text) == 2):
        return None
    behind = _decade_ending(tokens, at + 1)
    decade = number // 10 if number >= 1000 else 190 + number // 10 if number >= 20 else 200 + number // 10
    return Found(at, behind, Point(decade=decade)) if behind else None


def _decade_ending(tokens: Tokens, at: int) -> int:
    """The token behind "s", "'s", "er", "ern" and a following "Jahre"; 0 if none touches the number."""
    if not touching(tokens, at - 1):
        return 0
    if tokens[at].folded == "'" and touching(tokens, at) and tokens[at + 1].folded == "s":
        return at + 2
    if tokens[at].folded == "s":
        return at + 1
    if tokens[at].folded not in ("er", "ern"):
        return 0
    tail = at + 2 if dash(tokens, at + 1) else at + 1
    length = lexicon().length("decade_tail", tokens, tail)
    return tail + length if length else at + 1 if tokens[at].folded == "ern" else 0


def decade_word(tokens: Tokens, at: int) -> Found | None:
    """the nineties, années 80, années quatre-vingt, década de 1980, achtziger Jahre."""
    words = lexicon()
    head = words.length("decade_head", tokens, at)
    if head:
        return _headed_decade(tokens, at, at + head)
    tens, length = words.tens(tokens, at)
    if not tens:
        return None
    tail = words.length("decade_tail", tokens, at + length)
    return Found(at, at + length + tail, Point(decade=190 + tens // 10))


def _headed_decade(tokens: Tokens, at: int, number: int) -> Found | None:
    words = lexicon()
    number = lead(tokens, number)
    if words.length("decade_head", tokens, number):  # "década de los años ochenta"
        number = lead(tokens, number + 1)
    if number < len(tokens) and tokens[number].folded == "'":
        number += 1
    tens, length = words.tens(tokens, number)
    if tens:
        return Found(at, number + length, Point(decade=190 + tens // 10))
    decade = _decade_of(tokens, number)
    return Found(at, number + 1, Point(decade=decade)) if decade else None


def _decade_of(tokens: Tokens, at: int) -> int:
    """199 for "1990" or "90"; 0 if the number names no decade."""
    if at >= len(tokens) or tokens[at].number < 0 or tokens[at].number % 10:
        return 0
    number = tokens[at].number
    if is_year(tokens, at):
        return number // 10
    return 190 + number // 10 if len(tokens[at].text) == 2 and number >= 20 else 0
