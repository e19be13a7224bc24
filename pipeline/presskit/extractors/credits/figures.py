"""The cast as a list of parts with a text about each: «Mabel Roe [Jane Doe]» over what Mabel is like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.model import Claim, Quote, Reading, Section, SectionKind
from presskit.record import CastMember
from presskit.vocabulary import fold
from presskit.vocabulary.figures import AND, sides

TOPIC = "figure"
"""What the sections of such a list are called by."""
HEAD = 40
SURENESS = 0.85


@dataclass(frozen=True, slots=True)
class _Figure:
    """One heading's two sides, and by how many words the text below names the left one rather than the right one."""

    left: Quote
    right: Quote
    by: bool
    leaning: int


def figure_claims(reading: Reading) -> Iterator[Claim]:
    """One claim per part; whom the texts are about, the parts, stand on the same side all through a list."""
    figures = [figure for section in reading.of_kind(SectionKind.NOTES) for figure in _figures(reading, section)]
    left_is_part = any(figure.by for figure in figures) or sum(figure.leaning for figure in figures) >= 0
    for figure in figures:
        part, actor = (figure.left, figure.right) if left_is_part else (figure.right, figure.left)
        yield from _claims(reading, part, actor)


def _figures(reading: Reading, section: Section) -> Iterator[_Figure]:
    if section.heading is None or section.topic != TOPIC:
        return
    heading = reading.document.passage(section.heading.spans[-1:])
    found = sides(heading.text)
    if not found:
        return
    left, right = heading.quote(*found.first), heading.quote(*found.second)
    told = {fold(word.strip(".,;:’'")).removesuffix("’s").removesuffix("'s") for word in _opening(reading, section)}
    yield _Figure(left, right, found.by, len(_words(left) & told) - len(_words(right) & told))


def _opening(reading: Reading, section: Section) -> Sequence[str]:
    return reading.passage(section.lines[:6]).text.split()[:HEAD]


def _words(name: Quote) -> set[str]:
    return {fold(word) for word in name.text.split() if len(word) > 2}


def _claims(reading: Reading, part: Quote, actor: Quote) -> Iterator[Claim]:
    parts, actors = list(_each(reading, part)), list(_each(reading, actor))
    if len(parts) != len(actors):
        parts = [part] * len(actors)
    for one, who in zip(parts, actors, strict=True):
        value = CastMember(actor=who.text, character=one.text)
        yield Claim("credits.cast", value, {"/actor": who.spans, "/character": one.spans}, "credits:figure", SURENESS)


def _each(reading: Reading, quote: Quote) -> Iterator[Quote]:
    """«Mabel and Maud» are two."""
    passage, at = reading.document.passage(quote.spans), 0
    for joint in AND.finditer(passage.text):
        yield passage.quote(at, joint.start())
        at = joint.end()
    yield passage.quote(at, len(passage.text))
