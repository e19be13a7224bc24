"""Printed lines of a credit section as rows, with what their setting says: list marks, indents, capitals, weight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.extractors.credits.wordlists import word_list
from presskit.model import Line, Passage, Quote, Reading
from presskit.vocabulary import fold, vocabulary

MARK = re.compile(r"(?:[-–—•▪◦·*»›>]|\d{1,2}[.)])\s+(?=\S)")
LINK = re.compile(r"^(?:https?:|www\.|\S+@\S+$|©|\(c\) ?\d|copyright\b)", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
EMPHASIS = " *_†‡|"
SENTENCE_WORDS = 8
INDENT_STEP = 2

Setting = tuple[int, bool, bool, int]
"""Indent, weight, capitals, size: rows set alike are likely to be of one kind."""


@dataclass(frozen=True, slots=True)
class Row:
    """`start` is where the words begin behind a list mark; `leads` whether white space stands above;
    `parts` the words of its cells."""

    line: Line
    passage: Passage
    start: int
    leads: bool
    parts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self._stop]

    @property
    def _stop(self) -> int:
        """Marks of emphasis and notes at the end of a row are none of its words."""
        return max(self.start, len(self.passage.text.rstrip(EMPHASIS)))

    @property
    def setting(self) -> Setting:
        style = self.line.style
        return (
            round(self.line.indent / INDENT_STEP),
            bool(style and style.bold),
            self._capitals(),
            round(style.size) if style else 0,
        )

    def _capitals(self) -> bool:
        """Most words, or the name that «for Roe Pictures» follows."""
        words = [word for word in self.text.split() if word[:1].isalpha()]
        behind = next((at for at, word in enumerate(words) if at > 1 and word.islower()), len(words))
        return sum(1 for word in words if word.isupper()) * 2 > len(words) or (behind > 1 and all(map(str.isupper, words[:behind])))

    def quote(self, start: int, end: int | None = None) -> Quote:
        """Words of this row by offsets into `text`."""
        return self.passage.quote(self.start + start, self._stop if end is None else self.start + end)

    def cells(self) -> tuple[tuple[int, int], ...]:
        """Offsets into `text` of the parts that stand apart."""
        found: list[tuple[int, int]] = []
        at = 0
        for cell in self.parts:
            low = self.text.find(cell, at)
            if low >= 0:
                at = low + len(cell)
                found.append((low, at))
        return tuple(found) or ((0, len(self.text)),)


def rows(reading: Reading, lines: Sequence[Line]) -> list[Row]:
    """The rows of a section; links, marks of ownership and note-like remarks are nobody's credit."""
    found = []
    for line in lines:
        passage = reading.passage((line,))
        mark = MARK.match(passage.text)
        parts = tuple(words for cell in line.cells if (words := reading.document.read((cell,)))) if len(line.cells) > 1 else ()
        start = mark.end() if mark else len(passage.text) - len(passage.text.lstrip(EMPHASIS))
        row = Row(line, passage, start, line.blank_before > 0, parts)
        aside = LINK.match(row.text) or passage.text.startswith(("* ", "† ")) or _names_nobody(row.text)
        if any(char.isalnum() for char in row.text) and not aside:
            found.append(row)
    return found


def _names_nobody(text: str) -> bool:
    """«Credits not contractual», «Filmed on location in Roe», between the lists."""
    opening = fold(" ".join(text.split()[:2]))
    if opening in word_list("made_where") and ":" not in text:
        return True
    return any(sense.topic == "legal" and not sense.rest for sense in vocabulary().headings(text.strip("() ")))


def is_prose(text: str) -> bool:
    """Running text: many words, most of them small."""
    words = WORD.findall(text)
    if len(words) < SENTENCE_WORDS:
        return False
    small = sum(1 for word in words if word.islower() and fold(word) not in word_list("name_particles"))
    return small * 2 > len(words)
