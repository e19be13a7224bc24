"""Quote marks of all languages in pairs: where a quotation opens and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PAIRS = {"“": '”"', "«": "»", "„": '“”"', "‹": "›", "‘": "’", "»": "«", '"': '"”'}
"""Kits mix typographic and straight marks in one quotation."""
SPACED = "«‹"
"""French sets a blank behind these."""
MOST_UNCLOSED = 50
"""Marks without a partner after which a text is taken not to use them in pairs."""
LONGEST = 4_000
"""Characters of the longest quotation looked for; a mark without its partner must not swallow the section."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the opening mark to behind the closing one."""

    start: int
    end: int


def quoted(text: str) -> Iterator[Stretch]:
    """The outermost quotations of a text."""
    at = unclosed = 0
    while at < len(text) and unclosed < MOST_UNCLOSED:
        if text[at] in PAIRS and _opens(text, at):
            end = _closing(text, at)
            if end is not None:
                yield Stretch(at, end + 1)
                at = end + 1
                continue
            unclosed += 1
        at += 1


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and (not behind.isspace() or text[at] in SPACED)


def _closing(text: str, at: int) -> int | None:
    """The mark that ends what opens at a place; of one kind nested, the outer one."""
    ends = PAIRS[text[at]]
    depth = 0
    for place in range(at + 1, min(len(text), at + LONGEST)):
        char = text[place]
        if char in ends and not _is_apostrophe(text, place) and not (char == text[at] and _reopens(text, place)):
            if depth == 0:
                return place
            depth -= 1
        elif char == text[at] and char not in ends:
            depth += 1
    return None


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "’'" and at + 1 < len(text) and text[at + 1].isalnum()


def _reopens(text: str, at: int) -> bool:
    """A straight mark behind a blank and before a word opens again."""
    return text[at - 1].isspace() and at + 1 < len(text) and text[at + 1].isalnum()
