"""A line, or some, that may head a section: what it may mean and how sure it looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presskit.model import Document, Line, Quote
from presskit.vocabulary import HeadingSense


@dataclass(frozen=True, slots=True)
class Heading:
    """A candidate: what it may mean (best first; none for a heading in an unknown wording), how sure it looks (about 0 to 2),
    the lines it covers, where text follows in the same line that rest, and whether its words are also the label of a credit."""

    quote: Quote
    senses: tuple[HeadingSense, ...]
    strength: float
    lines: tuple[Line, ...]
    rest: Line | None = None
    label: bool = False


def quote_of(document: Document, lines: Sequence[Line]) -> Quote:
    passage = document.passage(line.span for line in lines)
    return passage.quote(0, len(passage.text.rstrip(" :")))
