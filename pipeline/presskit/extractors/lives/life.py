"""A biography as text about somebody, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.model import Passage

SENTENCE_END = re.compile(r"[.!?…][”\"»’)]*\s+(?=[^\W\d_a-z])")
ABBREVIATED = re.compile(r"(?:\b[^\W\d_]{1,3}|\bgest|(?<!\d)\d{1,2})$", re.IGNORECASE)
LONGEST_LIFE = 20_000
"""Characters of a text in which a birth is looked for."""


@dataclass(frozen=True, slots=True)
class Life:
    """A biography's text with what is needed to read it: whose it is, and the newest year that the kit names."""

    passage: Passage
    person: frozenset[str]
    newest: int

    @property
    def text(self) -> str:
        return self.passage.text[:LONGEST_LIFE]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in SENTENCE_END.finditer(text):
        if ABBREVIATED.search(text, max(start, mark.start() - 5), mark.start()):
            continue
        yield start, mark.end()
        start = mark.end()
    if start < len(text):
        yield start, len(text)
