"""What the kit's credits say of a person: the functions of the first line that names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from presskit.extractors.lives.names import leading_name, name_words
from presskit.model import Passage, Reading, Section, SectionKind, Spans
from presskit.vocabulary import vocabulary

PLACES = (SectionKind.FRONT, SectionKind.CREDITS, SectionKind.TECHNICAL)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A line of the credits with the functions it is about: by its own label, the label above it, or a list of the cast."""

    words: frozenset[str]
    roles: tuple[str, ...]
    spans: Spans


@dataclass(frozen=True, slots=True)
class Credited:
    """All credit lines, and which of them hold a word."""

    lines: tuple[CreditLine, ...]
    holding: Mapping[str, tuple[int, ...]]

    def roles_of(self, person: str) -> tuple[tuple[str, ...], Spans]:
        words = name_words(person)
        if not words:
            return (), ()
        rarest = min(sorted(words), key=lambda word: len(self.holding.get(word, ())))
        for at in self.holding.get(rarest, ()):
            credit = self.lines[at]
            if words <= credit.words and credit.roles:
                return credit.roles, credit.spans
        return (), ()


def credited_in(reading: Reading) -> Credited:
    lines = tuple(credit for section in reading.of_kind(*PLACES) for credit in _lines(reading, section))
    holding: dict[str, list[int]] = {}
    for at, credit in enumerate(lines):
        for word in credit.words:
            holding.setdefault(word, []).append(at)
    return Credited(lines, {word: tuple(places) for word, places in holding.items()})


def _lines(reading: Reading, section: Section) -> Iterator[CreditLine]:
    held: tuple[tuple[str, ...], Spans] = ((), ())
    if section.heading:
        held = _label(reading.document.passage(section.heading.spans))[:2]
    for line in section.lines:
        passage = reading.passage([line])
        roles, spans, end = _label(passage)
        if roles and end >= len(passage.text.rstrip(" :")):
            held = (roles, spans)
            continue
        if not roles:
            roles, spans = _behind(passage) or held
        yield CreditLine(name_words(passage.text[end:].replace(",", " ").replace("(", " ").replace(")", " ")), roles, spans)


def _label(passage: Passage) -> tuple[tuple[str, ...], Spans, int]:
    """The functions that a line opens with, and where its label ends."""
    text = passage.text[:200]
    label = vocabulary().leading_label(text)
    if not label or not (label.roles or label.cast):
        return (), (), 0
    return label.roles or ("actor",), passage.quote(0, label.end).spans, label.end


def _behind(passage: Passage) -> tuple[tuple[str, ...], Spans] | None:
    """«Ada Brook, editor», «Ada Brook (editor)»."""
    end = leading_name(passage.text)
    roles = vocabulary().roles(passage.text[end:].strip(" ,:()-–—")) if end and len(passage.text) < 120 else ()
    return (roles, passage.quote(end, len(passage.text)).spans) if roles else None
