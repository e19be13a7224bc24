"""Names that head a list of films: alone, or with a function or part under them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.model import Document, Line, SectionKind
from presskit.sections.layout import gap_between
from presskit.sections.titles import film_by
from presskit.sections.wording import is_name, words_of
from presskit.vocabulary import HeadingSense, vocabulary

Found = tuple[tuple[HeadingSense, ...], Sequence[Line]]

MOST_BELOW = 2
"""Lines under the name: its function, its part."""
PART_WORDS = 4
FUNCTION_WORDS = 8
JOINTS = re.compile(r"\s*(?:[,/&+]|\b(?:and|et|und|y|e)\b)\s*")


def person_above(document: Document, lines: Sequence[Line], at: int) -> Found | None:
    """What a name with white above it heads, and the lines of the heading: function and part stand under it, white under those."""
    name = document.words(lines[at])
    if not is_name(name) or not gap_between(lines[at - 1] if at else None, lines[at]) or vocabulary().headings(name):
        return None
    end = at + 1
    while end < len(lines) and end - at <= MOST_BELOW and not lines[end].blank_before and _said_of_person(document.words(lines[end])):
        end += 1
    if end >= len(lines) or not _heads_films(document.words(lines[end])):
        return None
    apart = gap_between(lines[end - 1], lines[end]) or (name.isupper() and document.words(lines[end]).isupper())
    if end > at + 1 and not apart:
        return None
    return (HeadingSense(SectionKind.FILMOGRAPHY, "", "", name),), lines[at:end]


def _said_of_person(text: str) -> bool:
    """A function, or a few words that begin like a name: the part."""
    words = words_of(text)
    if vocabulary().headings(text) and not vocabulary().roles(text):
        return False
    function = len(words) <= FUNCTION_WORDS and all(vocabulary().roles(part) for part in JOINTS.split(text))
    if function or film_by(text):
        return function
    bare = text[1:-1] if text[:1] == "(" and text[-1:] == ")" else text
    return 1 <= len(words) <= PART_WORDS and bare[:1].isupper() and bare[-1:].isalpha()


def _heads_films(text: str) -> bool:
    return any(sense.kind is SectionKind.FILMOGRAPHY and not sense.rest for sense in vocabulary().headings(text))
