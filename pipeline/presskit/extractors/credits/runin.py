"""Credits printed as running text, «LABEL: name LABEL: name», unrolled into one row per label."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.credits.labels import leading, sense
from presskit.extractors.credits.rows import Row
from presskit.extractors.credits.splits import COLON
from presskit.model import Passage, Reading

WORD = re.compile(r"\S+")
COMMA = re.compile(r", ")
BETWEEN = re.compile(r"\s[/|•·]\s|;\s")
"""What parts one credit from the next: «Editor: JANE DOE / Camera: MAX ROE»."""
POINTS = re.compile(r"\s[|•·]\s")
ENDS = " /|•·;"
FEW = 3
MOSTLY = 0.8
REACH = 160
LONGEST = 8
"""Words of the longest label that may stand inside a line."""
ACRONYM = 5


def unrolled(reading: Reading, rows: Sequence[Row], language: str) -> list[Row]:
    """The rows again, those of run-in paragraphs cut anew at their labels."""
    found: list[Row] = []
    for block in _blocks(rows):
        if _runs_in(block, language):
            found.extend(_Flow.of(reading, block, language).rows())
        elif marked := list(_by_marks(reading, block, language)):
            found.extend(marked)
        else:
            found.extend(piece for row in block for piece in _by_commas(reading, row, language))
    return found


def _by_marks(reading: Reading, block: Sequence[Row], language: str) -> Iterator[Row]:
    """«Director JANE DOE • Camera MAX ROE • ...», wrapped as it comes: a row for every credit, nothing for any other block."""
    passage = reading.document.passage(span for row in block for span in row.quote(0).spans)
    marks = list(POINTS.finditer(passage.text))
    edges = [0, *(edge for mark in marks for edge in mark.span()), len(passage.text)]
    pieces = list(zip(edges[::2], edges[1::2], strict=True))
    told = sum(_labelled(passage.text[low:high], language) for low, high in pieces)
    if len(marks) < FEW - 1 or told < MOSTLY * len(pieces):
        return
    for low, high in pieces:
        if quote := passage.quote(low, high):
            yield Row(block[0].line, reading.document.passage(quote.spans), 0, low == 0 and block[0].leads)


def _by_commas(reading: Reading, row: Row, language: str) -> Iterator[Row]:
    """«Director JANE DOE, Camera MAX ROE, Producers EVA POE, TIM COE»: a row for every label."""
    starts = [0, *(match.end() for match in COMMA.finditer(row.text))]
    if len(starts) < FEW or ":" in row.text or _in_columns(row, language):
        yield row
        return
    opens = [start for start in starts if _labelled(row.text[start : start + REACH], language)]
    if len(opens) < FEW or opens[0] != 0:
        yield row
        return
    for low, high in itertools.pairwise([*opens, len(row.text)]):
        quote = row.quote(low, high)
        yield Row(row.line, reading.document.passage(quote.spans), 0, row.leads and low == 0)


def _in_columns(row: Row, language: str) -> bool:
    """«Director, Editor        JANE DOE»: all its labels stand in the first column."""
    first = row.text[slice(*row.cells()[0])]
    return len(row.parts) > 1 and all(sense(label, language).exact for label in first.split(", "))


def _labelled(text: str, language: str) -> bool:
    """A label with a name behind it."""
    found = leading(text, language)
    if found is None or not found[1].credit:
        return False
    rest = text[found[0] :].strip()
    return rest[:1].isupper() and len(rest.split(",")[0].split()) > 1


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    held: list[Row] = []
    for row in rows:
        if held and row.leads:
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _runs_in(block: Sequence[Row], language: str) -> bool:
    """Whether some row holds a second label that we know or that is set in capitals, or marks part labels from each other."""
    return any(_second_label(row.text, language) for row in block) or _parted(" ".join(row.text for row in block))


def _second_label(text: str, language: str) -> bool:
    colons = [match.start() for match in COLON.finditer(text)]
    if len(colons) < 2:
        return False
    first = sense(text[: colons[0]], language)
    mixed = not text.isupper()
    return any(
        (first.known and sense(tail, language).known) or (mixed and tail.isupper())
        for before, colon in itertools.pairwise(colons)
        for tail in _tails(text, before, colon)
    )


def _parted(text: str) -> bool:
    """Whether a mark stands before every label but the first."""
    colons = [match.start() for match in COLON.finditer(text)]
    marked = [bool(BETWEEN.search(text, before, colon)) for before, colon in itertools.pairwise(colons)]
    return len(marked) > 1 and sum(marked) >= MOSTLY * len(marked)


def _tails(text: str, low: int, high: int) -> Iterator[str]:
    """The ends of a stretch, longest first, as far as a label may reach."""
    starts = [match.start() for match in WORD.finditer(text, low + 1, high)][-LONGEST:]
    yield from (text[start:high] for start in starts[1:])


@dataclass(frozen=True, slots=True)
class _Flow:
    """A paragraph as one text; `starts` are the offsets at which its rows begin."""

    block: Sequence[Row]
    passage: Passage
    starts: frozenset[int]
    language: str
    reading: Reading
    mixed: bool
    parted: bool

    @classmethod
    def of(cls, reading: Reading, block: Sequence[Row], language: str) -> _Flow:
        quotes = [row.quote(0) for row in block]
        passage = reading.document.passage(span for quote in quotes for span in quote.spans)
        starts, at = [], 0
        for quote in quotes:
            at = max(0, passage.text.find(quote.text[:12], at))
            starts.append(at)
            at += len(quote.text) - 1
        parted = _parted(passage.text)
        return cls(block, passage, frozenset(starts), language, reading, not passage.text.isupper(), parted)

    def rows(self) -> Iterator[Row]:
        text = self.passage.text
        cuts = [0, *self._labels(), len(text)]
        for low, high in itertools.pairwise(cuts):
            quote = self.passage.quote(low, low + len(text[low:high].rstrip(ENDS)))
            if quote:
                piece = self.reading.document.passage(quote.spans)
                yield Row(self.block[0].line, piece, 0, low == 0 and self.block[0].leads)

    def _labels(self) -> Iterator[int]:
        """Where the labels begin, but for the first."""
        before = 0
        for colon in COLON.finditer(self.passage.text):
            start = self._start(before, colon.start())
            if start is not None and start > 0:
                yield start
            before = colon.end()

    def _start(self, low: int, high: int) -> int | None:
        text = self.passage.text
        if self.parted:
            return next((mark.end() for mark in reversed(list(BETWEEN.finditer(text, low, high)))), None)
        starts = [match.start() for match in WORD.finditer(text, low, high)][-LONGEST:]
        known = next((start for start in starts if sense(text[start:high], self.language).exact), None)
        capitals = _capital_run(text, starts, high) if self.mixed else None
        if capitals is None:
            return known if known is not None else next((start for start in starts if start in self.starts), None)
        if known is None or known < capitals or not self._names_first(capitals, known):
            return capitals
        return known

    def _names_first(self, capitals: int, known: int) -> bool:
        """Whether the capitals before a known label are the end of a name: «..., ARD MUSIC: »."""
        extra = self.passage.text[capitals:known].strip()
        return capitals < known and len(extra) <= ACRONYM and self.passage.text[max(0, capitals - 2) : capitals].rstrip()[-1:] in ",/&|"


def _capital_run(text: str, starts: Sequence[int], high: int) -> int | None:
    """The longest run of words in capitals that ends at a colon, in a text of mixed case."""
    found = None
    for start in reversed(starts):
        word = WORD.match(text, start, high)
        if word is None or not word[0].isupper():
            break
        found = start
    return found
