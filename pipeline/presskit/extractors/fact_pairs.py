"""Label and value of technical facts, however a kit sets them: in cells, behind a colon, run in, or one above the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.model import Line, Passage, Quote, Reading, Section, SectionKind, Span
from presskit.vocabulary import fold, vocabulary

COLON = re.compile(r"(?<!\b1)\s?(?<!\b1\s):\s")
"""Not that of «1: 1,85»."""
MOST_WORDS = 5
"""Words of the longest label before a colon ("Año de producción", "Formats de projection disponibles")."""
LONGEST_GLUED = 60
WORD = re.compile(r"[^\s:|]+")
TITLE_IN = re.compile(r"(?:title in|titre en|titel auf|t[ií]tulo en|t[ií]tulo em|titolo in)\s\w{3,20}", re.IGNORECASE)
READ = (SectionKind.TECHNICAL, SectionKind.CREDITS, SectionKind.FRONT)


def _fact(label: str) -> str | None:
    """The fact a label names; a title "in" whatever language is another title."""
    return vocabulary().facts(label) or ("other_title" if TITLE_IN.fullmatch(label.strip(" -–•*")) else None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A fact's name in the vocabulary, its label as printed, its value."""

    fact: str
    label: Quote
    value: Quote


def pairs(reading: Reading) -> Iterator[Pair]:
    for section in reading.of_kind(*READ):
        yield from _headed(reading, section)
        for paragraph in section.paragraphs:
            for pair in (*_run_in(reading, paragraph), *_lines(reading, paragraph)):
                if pair.fact != "title" or section.kind is not SectionKind.CREDITS:  # there, "Titles" are who drew them
                    yield pair


def _headed(reading: Reading, section: Section) -> Iterator[Pair]:
    """«DURATION» set as a heading over its value."""
    fact = _fact(section.heading.text) if section.heading else None
    if section.heading and fact and section.lines and not _is_label(reading.words(section.lines[0]), fact):
        yield Pair(fact, section.heading, reading.passage(section.lines[:1]).whole())


@dataclass(frozen=True, slots=True)
class _Label:
    fact: str | None
    start: int
    colon: int
    end: int


def _run_in(reading: Reading, lines: Sequence[Line]) -> Iterator[Pair]:
    """LABEL: value LABEL: value, wrapped as it comes; any label of the trade, and any at a line's start, ends the value before it."""
    passage = reading.passage(lines)
    starts = _line_starts(reading, lines, passage.text)
    labels = [label for match in COLON.finditer(passage.text) if (label := _before(passage.text, match, starts))]
    for at, label in enumerate(labels):
        stop = labels[at + 1].start if at + 1 < len(labels) else len(passage.text)
        value = passage.quote(label.end, stop)
        if label.fact and value:
            yield Pair(label.fact, passage.quote(label.start, label.colon), value)


def _line_starts(reading: Reading, lines: Sequence[Line], text: str) -> list[int]:
    """Where each line of a paragraph begins in its running text."""
    starts: list[int] = []
    at = 0
    for line in lines:
        words = reading.passage((line,)).text
        found = text.find(words[:12], at)
        if found >= 0:
            starts.append(found)
            at = found + max(0, len(words) - 1)
    return starts


def _before(text: str, colon: re.Match[str], starts: Sequence[int]) -> _Label | None:
    """The longest known label that ends at a colon: on the colon's own line, else wrapped; else an unknown one that opens the line."""
    words = list(WORD.finditer(text, max(0, colon.start() - 60), colon.start()))[-MOST_WORDS:]
    line = starts[max(0, bisect_right(starts, colon.start()) - 1)] if starts else 0
    for word in sorted(words, key=lambda word: word.start() < line):
        label = text[word.start() : colon.start()]
        fact = _fact(label)
        if fact or vocabulary().roles(label) or vocabulary().company_role(label) or vocabulary().is_cast_label(label):
            return _Label(fact, word.start(), colon.start(), colon.end())
    opens = any(word.start() == line for word in words)
    return _Label(None, line, colon.start(), colon.end()) if opens else None


def _lines(reading: Reading, lines: Sequence[Line]) -> Iterator[Pair]:
    for at, line in enumerate(lines):
        document = reading.document
        first = document.quote(line.cells[:1])
        if ":" in first.text:
            continue
        fact = _fact(first.text)
        if fact and len(line.cells) > 1:
            yield Pair(fact, first, document.quote((*line.cells[1:], *_wrapped(lines, at))))
        elif fact and len(line.cells) == 1 and at + 1 < len(lines) and not _is_label(reading.words(lines[at + 1]), fact):
            yield Pair(fact, first, reading.passage(lines[at + 1 : at + 2]).whole())
        elif not fact:
            yield from _glued(reading.passage((line,)))


def _is_label(text: str, above: str) -> bool:
    """The line below a label is its value unless it is the next label; "Colour" may stand under "Colour"."""
    return ":" in text.replace(":1", "").replace("16:9", "") or _fact(text) not in (None, above)


def _wrapped(lines: Sequence[Line], at: int) -> Iterator[Span]:
    """A value that goes on in lines of one cell, set in from the label."""
    for line in lines[at + 1 :]:
        if len(line.cells) > 1 or line.indent <= lines[at].indent:
            return
        yield line.span


def _goes_on(text: str) -> bool:
    """«Color y B/N»: no label, but the first of two values."""
    return fold(text.split()[0]) in vocabulary().words("conjunctions") | {"&", "+"}


def _glued(passage: Passage) -> Iterator[Pair]:
    """ "Duration 50 minutes": label and value with one blank between them; a sentence may begin with a label's word too."""
    if not passage.text[:1].isupper() or passage.text.endswith(".") or len(passage.text) > LONGEST_GLUED:
        return
    ends = [match.end() for match in WORD.finditer(passage.text)][:3]
    for end in reversed(ends):
        fact = _fact(passage.text[:end])
        if fact and not fact.endswith("title") and end < len(passage.text) and not _goes_on(passage.text[end:]):
            yield Pair(fact, passage.quote(0, end), passage.quote(end, len(passage.text)))
            return
