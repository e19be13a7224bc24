"""Festivals told in single lines of a cover or among the data: «World premiere: Roe Film Festival 2023 – Best Debut»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from presskit.extractors.award_entry import Row, Setting, rows
from presskit.extractors.award_segments import segments
from presskit.extractors.award_words import names_award, words
from presskit.extractors.phrases import tokens
from presskit.model import Reading, SectionKind
from presskit.vocabulary import vocabulary

READ = (SectionKind.FRONT, SectionKind.TECHNICAL)
MOST_WORDS = 18
SECTIONS = 2
"""Lines below a festival's name that say where in it: «FESTIVAL DE CANNES / SEMAINE DE LA CRITIQUE / SÉANCE SPÉCIALE»."""


def on_covers(reading: Reading) -> Iterator[Row]:
    """The rows of such lines; a festival that nothing is said of may be anybody."""
    for section in reading.sections:
        if section.kind not in READ:
            continue
        passages = [reading.passage([line]) for line in section.lines]
        for at, passage in enumerate(passages):
            below = list(takewhile(lambda other: words("section").whole(other.text), passages[at + 1 : at + 1 + SECTIONS]))
            if _tells(passage.text, in_section=bool(below)):
                yield from rows(segments([passage, *below]), Setting())


def _tells(text: str, *, in_section: bool) -> bool:
    if not (words("festival").inside(text) or words("festival_name").inside(text)) or len(tokens(text)) > MOST_WORDS:
        return False
    label = vocabulary().leading_label(text)
    if in_section:
        return True
    if label is not None and (label.roles or label.company or label.cast):
        return False
    return words("premiere").inside(text) or words("selected").inside(text) or names_award(text)
