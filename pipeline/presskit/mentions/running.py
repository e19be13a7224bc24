"""The running text of a kit: the paragraphs in which names and dates are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from presskit.model import JOINERS, Line, Paragraph, Passage, Reading, Section, SectionKind
from presskit.vocabulary import fold, store

TOLD = (
    SectionKind.SYNOPSIS,
    SectionKind.STATEMENT,
    SectionKind.BIOGRAPHY,
    SectionKind.INTERVIEW,
    SectionKind.NOTES,
    SectionKind.BOILERPLATE,
)
"""What is told in sentences. Lists, addresses and spec blocks hold names and dates that belong to other fields."""
SIGNED = (SectionKind.STATEMENT, SectionKind.INTERVIEW, SectionKind.NOTES)
SIGNATURE = 8
"""Words of the longest line that can be a signature: a name of four, two of place, month and year."""
FULL = 0.7
"""Share of the longest line that a line reaches which the text was broken at; what is shorter was ended on purpose."""
SMALL = 3
"""Among so many words of a name one may be written small ("National Archives of Australia")."""
SIGNING = 3
"""Lines of the longest signature: name, function, place and date."""
CLOSING = ".!?…:;”»\"')"


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph of running text, and the section it stands in (None for a footnote)."""

    passage: Passage
    section: Section | None
    breaks: tuple[int, ...] = ()
    """Offsets at which a new item begins, because the line before ends early: a list in the shape of a paragraph."""


def running_text(reading: Reading, *kinds: SectionKind, signed: bool = True) -> Iterator[Told]:
    """The paragraphs of these kinds of sections (by default all that are told in sentences), then the footnotes.

    With `signed` off the lines that sign a text are left out: the date of a signature is no date of what is told.
    """
    for section in reading.of_kind(*(kinds or TOLD)):
        for paragraph in section.paragraphs if signed else _unsigned(reading, section):
            if paragraph:
                yield Told(reading.passage(paragraph), section, line_breaks(reading, paragraph))
    for note in reading.notes:
        yield Told(reading.document.passage(note.body.spans), None)


def line_breaks(reading: Reading, paragraph: Paragraph) -> tuple[int, ...]:
    """Where a line begins whose forerunner stops well short of the longest one, or is an item of a list of names."""
    if len(paragraph) < 2:
        return ()
    lines = [" ".join(reading.document.text[line.span.start : line.span.end].split()) for line in paragraph]
    full = max(map(len, lines)) * FULL
    items = [_item(line) for line in lines]
    listed = sum(items) * 2 > len(lines) > 2
    breaks, at = [], 0
    for line, item in zip(lines[:-1], items, strict=False):
        at += len(line) - 1 if line[-1:] in JOINERS else len(line) + 1
        if len(line) < full or (listed and item):
            breaks.append(at)
    return tuple(breaks)


def _item(line: str) -> bool:
    """Whether a line is a name by itself, not part of a sentence: hardly any word of it is written small."""
    words = line.split()
    return sum(word[0].islower() for word in words) * SMALL <= len(words)


def _unsigned(reading: Reading, section: Section) -> tuple[Paragraph, ...]:
    """The paragraphs without the lines that sign the last one ("Jane Doe, Quito, March 2021")."""
    lines = section.lines
    if section.kind not in SIGNED or len(lines) < 2:
        return section.paragraphs
    last = section.paragraphs[-1]
    signing = 0
    while signing < min(len(last), len(lines) - 1, SIGNING) and _signature(reading, lines[-signing - 1], lines[-signing - 2]):
        signing += 1
    return (*section.paragraphs[:-1], last[: len(last) - signing])


def _signature(reading: Reading, line: Line, above: Line) -> bool:
    """A short line behind a full stop (or another such line), itself without one; or the line that says who asked."""
    words, before = reading.words(line), reading.words(above)
    if fold(words).startswith(_bylines()):
        return True
    closed = before.endswith(tuple(CLOSING)) or len(before.split()) <= SIGNATURE
    return closed and len(words.split()) <= SIGNATURE and words[-1] not in CLOSING and words[0].isupper()


@cache
def _bylines() -> tuple[str, ...]:
    """What a line begins with that says who led an interview, folded, with the blank before the name."""
    phrases = store.by_language(store.read("interviews")["interviewer_credits"])
    return tuple(sorted({fold(phrase) + " " for _, phrase in phrases}))
