"""The stage's face: a document goes in, its sections and notes come out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.model import Document, Issue, Line, Note, Quote, Section, SectionKind
from presskit.sections.clutter import is_clutter
from presskit.sections.decide import decide
from presskit.sections.heading import Heading
from presskit.sections.notes import find_notes
from presskit.sections.units import Unit, units
from presskit.sections.wording import in_another_language
from presskit.vocabulary import vocabulary

K = SectionKind
WHOLE = frozenset({K.CONTACTS, K.AWARDS, K.FRONT, K.PRESS, K.FOOTNOTES})
"""Kinds inside which a heading of the same kind is a sub-heading and stays in the text (functions of a contact block)."""


PAIRED = frozenset({K.SYNOPSIS, K.STATEMENT, K.BIOGRAPHY, K.NOTES, K.BOILERPLATE})
"""Texts that bilingual kits print twice, one language after the other: each is a section."""


RECENT = 3
"""Paragraphs that tell what language a text was in so far."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A kit cut into its parts."""

    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    issues: tuple[Issue, ...] = ()


BEHIND_NAME = re.compile(r"\s?[,(|:]\s?|\s[-–—/]\s|\)")
VAGUE = frozenset({"technical", "other"})
"""Functions of «CAST TECNICO», «STAFF»: as headings such words stand over lists of everybody."""


def cut(document: Document) -> Cut:
    scan = find_notes(document)
    apart = scan.lines | is_clutter(document)
    content = [line for number, line in enumerate(document.lines) if not line.furniture and number not in apart]
    parts = units(document, content)
    kinds = decide(parts)
    sections = list(_sections(document, parts, kinds))
    return Cut(tuple(sections), scan.notes)


def _sections(document: Document, parts: Sequence[Unit], kinds: Sequence[SectionKind]) -> Iterator[Section]:
    held: list[Unit] = []
    headings: list[Unit] = []
    kind: SectionKind | None = None
    for unit, now in zip(parts, kinds, strict=True):
        opens = _opens(unit, now, kind) and not (held and now is K.CREDITS and _one_of_labels(held[-1], unit))
        turned = kind in PAIRED and now is kind and _other_language(document, held, unit)
        if kind is not None and (now is not kind or turned or (opens and held)):
            yield from _section(document, kind, headings, held)
            held, headings = [], []
        kind = now
        (headings if opens else held).append(unit)
    if kind is not None:
        yield from _section(document, kind, headings, held)


def _other_language(document: Document, held: Sequence[Unit], unit: Unit) -> bool:
    """A text in another language than the one before it."""
    before = [part for part in held if not part.heading and part.features.get("prose")]
    if not before or unit.heading or not unit.features.get("prose"):
        return False
    texts = ([unit], before[-RECENT:])
    return in_another_language(*(document.read(line.span for part in parts for line in part.lines) for parts in texts))


def _opens(unit: Unit, kind: SectionKind, before: SectionKind | None) -> bool:
    """Whether a unit is the heading of a section of this kind."""
    if not unit.heading:
        return False
    named = [sense for sense in unit.heading.senses if sense.kind is kind]
    if kind is K.FRONT:
        return False
    if kind is not before:
        return bool(named) or not unit.heading.senses
    if kind in WHOLE or (not named and kind is not K.NOTES):
        return False
    return kind not in (K.CREDITS, K.TECHNICAL) or _heads_credits(unit)


def _heads_credits(unit: Unit) -> bool:
    """Inside credits only "Cast", "Crew" and their like open a section; "Music" above a name is a credit."""
    assert unit.heading is not None
    text = unit.heading.quote.text
    functions = {*vocabulary().roles(text)} - VAGUE
    return vocabulary().is_cast_label(text) or not (functions or vocabulary().company_role(text))


def _one_of_labels(before: Unit, unit: Unit) -> bool:
    """«Casting» right under «Composer»: labels first, names afterwards."""
    if not unit.heading or len(before.lines) > 1 or not before.features.get("credit_label"):
        return False
    return unit.heading.label and not before.features.get("pair") and bool(before.features.get("brief"))


def _section(document: Document, kind: SectionKind, headings: Sequence[Unit], held: Sequence[Unit]) -> Iterator[Section]:
    """A section, unless nothing but headings stands in it (the steps of a web page's path). «JANE DOE, Composer» over no
    text at all is a credit."""
    if not held:
        credited = tuple(line for unit in headings if _credits_somebody(unit) for line in unit.lines)
        if credited:
            yield Section(K.CREDITS, None, "", (credited,))
        return
    paragraphs: list[list[Line]] = []
    last = -1
    for unit in held:
        if unit.paragraph != last:
            paragraphs.append([])
            last = unit.paragraph
        paragraphs[-1].extend(unit.lines)
    quote, topic = _heading(document, headings, kind)
    yield Section(kind, quote, topic, tuple(tuple(paragraph) for paragraph in paragraphs))


def _credits_somebody(unit: Unit) -> bool:
    """A person and, behind a mark, a function."""
    heading = unit.heading
    if heading is None or not any(sense.kind is K.BIOGRAPHY and sense.rest for sense in heading.senses):
        return False
    return any(vocabulary().roles(part.strip()) for part in BEHIND_NAME.split(heading.quote.text)[1:])


def _heading(document: Document, units: Sequence[Unit], kind: SectionKind) -> tuple[Quote | None, str]:
    """Headings that follow each other head one section together; the last one that names the kind says which."""
    headings = [unit.heading for unit in units if unit.heading]
    if not headings:
        return None, ""
    general = [at for at, heading in enumerate(headings) if any(s.kind is kind and not s.rest for s in heading.senses)]
    headings = headings[_from_person(headings, general[-1]) :] if general else headings
    topics = [sense.topic for heading in headings for sense in heading.senses if sense.kind is kind]
    passage = document.passage(line.span for heading in headings for line in heading.lines)
    return passage.quote(0, len(passage.text.rstrip(" :"))), topics[-1] if topics else ""


def _from_person(headings: Sequence[Heading], general: int) -> int:
    """Where the heading begins: with the person right above a general one («JANE DOE», then «FILMOGRAPHY»)."""
    above = headings[general - 1] if general else None
    named = above is not None and any(sense.kind is K.FILMOGRAPHY and sense.rest for sense in above.senses)
    return general - 1 if named else general
