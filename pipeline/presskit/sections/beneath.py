"""What stands right under a line tells whether it heads a text or is the label of a credit."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.model import Document, Line
from presskit.sections import wording
from presskit.vocabulary import vocabulary

BELOW = 4
"""Lines of a paragraph that tell what it is."""


def paragraph(document: Document, lines: Sequence[Line], at: int) -> str:
    """The words from a line to the next white, or of as many lines as tell what they are."""
    end = next((end for end in range(at + 1, min(at + BELOW, len(lines))) if lines[end].blank_before), at + BELOW)
    return " ".join(document.words(line) for line in lines[at:end])


def is_spec(text: str) -> bool:
    """«Portugal, 2018, 71 min., cor»: what stands above says what kind of film it is."""
    return len(wording.SPEC.findall(text)) > 1 or (bool(wording.SPEC.search(text)) and bool(wording.YEAR.search(text)))


def alone_under(document: Document, lines: Sequence[Line], at: int) -> bool:
    """One name under a label, and a heading or label below that: the prose further down belongs to neither."""
    if at + 2 >= len(lines) or not over_names(document, lines, at):
        return False
    below = document.words(lines[at + 2])
    return bool(vocabulary().headings(below) or vocabulary().roles(below))


def over_names(document: Document, lines: Sequence[Line], at: int) -> bool:
    """«MONTAGE» over nothing but names is a credit, whatever texts such a word may head elsewhere."""
    return at + 1 < len(lines) and wording.may_be_names(document.words(lines[at + 1]))
