"""Organisations that stand alone on a line of the credits, in lists of partners and thanks that name no function."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.mentions.labels import organising
from presskit.mentions.spread import left_edge, right_edge
from presskit.mentions.words import Word, words_of
from presskit.model import Line, Quote, Reading, SectionKind
from presskit.vocabulary import vocabulary

LONGEST = 10
"""Words of the longest line that can be one name."""


def listed_organisations(reading: Reading) -> Iterator[Quote]:
    """The lines that are one name with a word for an organisation in it, and no label of the vocabulary."""
    for section in reading.of_kind(SectionKind.CREDITS):
        for line in section.lines:
            if len(line.cells) < 2 and _named(reading, line):
                yield reading.document.quote((line.span,))


def _named(reading: Reading, line: Line) -> bool:
    text = reading.document.text[line.span.start : line.span.end]
    words = words_of(text) if len(text.split()) <= LONGEST else []
    telling = [at for at, word in enumerate(words) if organising(word) and not _label(word)]
    if len(words) < 2 or not telling or words[-1].gap or text.startswith(("•", "-", "–")) or _known(text):
        return False
    return any(left_edge(words, at) == 0 and right_edge(words, at) == len(words) for at in telling)


def _label(word: Word) -> bool:
    """A word that also names a function or a department ("Production", "Archive"): it tells nothing here."""
    known = vocabulary()
    return bool(known.roles(word.text) or known.company_role(word.text) or known.facts(word.text))


def _known(text: str) -> bool:
    known = vocabulary()
    return bool(known.roles(text) or known.company_role(text) or known.facts(text) or known.headings(text))
