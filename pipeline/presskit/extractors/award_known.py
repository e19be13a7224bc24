"""What a kit calls its film and its people: in a sentence about a prize, the one is what it was for, the others who has it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from presskit.extractors.lives.portrayed import known_portraits
from presskit.model import Reading, SectionKind
from presskit.vocabulary.folding import fold

LONGEST_TITLE = 9
"""Words."""


@dataclass(frozen=True, slots=True)
class Known:
    """Folded names: of this film; of people whom the kit portrays, with their last names alone."""

    films: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    @classmethod
    def of(cls, reading: Reading) -> Known:
        people = [fold(one.person.text) for one in known_portraits(reading)]
        return cls(_own_titles(reading), frozenset(name for person in people for name in (person, person.rpartition(" ")[2])))


def _own_titles(reading: Reading) -> frozenset[str]:
    """What the cover and the first lines call this film, folded; also each side of a bracket, a dash or a slash."""
    lines = [line for section in reading.of_kind(SectionKind.FRONT) for line in section.lines]
    lines += list(reading.document.lines[:3])
    texts = [text for line in lines if len((text := reading.words(line)).split()) <= LONGEST_TITLE]
    parts = [part for text in texts for part in re.split(r"\s[–—|/-]\s|[()]|\s\d{4}", text)]
    return frozenset(found for part in [*texts, *parts] if 1 < len(found := fold(part)) < 80)
