"""Lines that are decided together: a heading candidate, or a run of lines of one shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from presskit.model import Document, Line, SectionKind
from presskit.sections import wording
from presskit.sections.features import features
from presskit.sections.heading import Heading
from presskit.sections.headings import heading_at
from presskit.sections.layout import Layout, gap_between
from presskit.sections.wording import ends_sentence
from presskit.vocabulary import vocabulary

UNWRAPPED = 120
"""Characters of a line that is a paragraph by itself."""
MOST_COLUMNS = 4
ASIDE = frozenset({"byline", "signature", "pair"})
"""What a line between two paragraphs may be besides a heading."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`paragraph` numbers the printed paragraph; `gap` is white above. A unit with a heading has no other lines
    than the heading's, but for a run-in heading, whose rest of the line is the next unit."""

    lines: tuple[Line, ...]
    paragraph: int
    gap: bool
    features: Mapping[str, float]
    heading: Heading | None = None


def units(document: Document, lines: Sequence[Line]) -> list[Unit]:
    found = [_quote_row(document, _contact_row(document, unit)) for unit in _units(document, lines, Layout.of(document, lines))]
    return [
        _cited(before, _title(_subheading(before, _signature(before, unit, after), after), after))
        for before, unit, after in zip([None, *found], found, [*found[1:], None], strict=False)
    ]


def _contact_row(document: Document, unit: Unit) -> Unit:
    """«DISTRIBUTION      PRESS»: headings of address blocks side by side."""
    rows = [[document.read((cell,)) for cell in line.cells] for line in unit.lines if 1 < len(line.cells) <= MOST_COLUMNS]
    if not any(all(map(_heads_contacts, row)) for row in rows):
        return unit
    return replace(unit, features={**unit.features, "contact_row": 1.0})


def _quote_row(document: Document, unit: Unit) -> Unit:
    """«“Moving” THE HERALD      “A revelation” SCREENWIRE»: reviews side by side."""
    rows = [[document.read((cell,)) for cell in line.cells] for line in unit.lines if 1 < len(line.cells) <= MOST_COLUMNS]
    if unit.heading or not rows or not all(wording.CITED.match(cell) for row in rows for cell in row):
        return unit
    return replace(unit, features={"signed_quote": 1.0, "quoted": 1.0})


def _heads_contacts(text: str) -> bool:
    return any(sense.kind is SectionKind.CONTACTS and not sense.rest for sense in vocabulary().headings(text.rstrip(" :")))


def _title(unit: Unit, after: Unit | None) -> Unit:
    """The line above «a film by» is the title, whatever its words are («The Sound of Rain» is no credit)."""
    alone = len(unit.lines) == 1 and not unit.heading and unit.features.get("credit_label") and not unit.features.get("pair")
    if not (alone and after and after.features.get("film_by") and not unit.features.get("film_by")):
        return unit
    return replace(unit, features={"film_title": 1.0})


def _signature(before: Unit | None, unit: Unit, after: Unit | None) -> Unit:
    """A name alone between a text and the next heading signs the text: it begins no list of names."""
    alone = len(unit.lines) == 1 and not unit.heading and unit.features.get("names") and unit.features.get("brief")
    if not (alone and before and before.features.get("prose") and (after is None or (after.heading and after.heading.senses))):
        return unit
    return replace(unit, features={"signature": 1.0})


def _subheading(before: Unit | None, unit: Unit, after: Unit | None) -> Unit:
    """«Casting Ada Brook» by itself between paragraphs of a text heads the next one: it begins no credits."""
    alone = len(unit.lines) == 1 and not unit.heading and unit.gap and not ASIDE & unit.features.keys()
    if not (alone and unit.features.get("credit_label") and unit.features.get("brief") and len(unit.lines[0].cells) == 1):
        return unit
    inside = before and after and after.gap and not before.heading and before.features.get("prose") and after.features.get("prose")
    return replace(unit, features={"brief": 1.0}) if inside else unit


def _cited(before: Unit | None, unit: Unit) -> Unit:
    """A text under the name of a paper and a day is from that paper."""
    if before is None or not before.features.get("dateline") or not unit.features.get("prose"):
        return unit
    return replace(unit, features={**unit.features, "cited": 1.0})


def _units(document: Document, lines: Sequence[Line], layout: Layout) -> Iterator[Unit]:
    held: list[Line] = []
    paragraph, at, before = 0, 0, None
    while at < len(lines):
        heading = heading_at(document, lines, at, layout)
        if heading:
            yield from _flush(document, held, paragraph, layout)
            paragraph += 1
            gap = gap_between(before, lines[at])
            texts = [document.words(line) for line in heading.lines]
            yield Unit(heading.lines, paragraph, gap, features(texts, layout.names), heading)
            held = [heading.rest] if heading.rest else []
            before = lines[at + len(heading.lines) - 1]
            at += len(heading.lines)
            paragraph += 1
            continue
        line = lines[at]
        if held and _breaks(document, held, line, layout):
            new = _new_paragraph(document, held[-1], line)
            yield from _flush(document, held, paragraph, layout)
            paragraph += new
        held.append(line)
        before = line
        at += 1
    yield from _flush(document, held, paragraph, layout)


def _flush(document: Document, held: list[Line], paragraph: int, layout: Layout) -> Iterator[Unit]:
    if held:
        yield Unit(tuple(held), paragraph, held[0].blank_before > 0, features([document.words(line) for line in held], layout.names))
        held.clear()


def _breaks(document: Document, held: Sequence[Line], line: Line, layout: Layout) -> bool:
    if _new_paragraph(document, held[-1], line):
        return True
    if _goes_on(document, held[-1], layout):
        return False
    return _shape(document, held[-1]) != _shape(document, line) or _begins_text(document, held[-1], line, layout)


def _begins_text(document: Document, before: Line, line: Line, layout: Layout) -> bool:
    """Running text right under a list, with no white between: the list's last line was short and no sentence."""
    text = document.words(line)
    if wording.is_film_line(text) or not layout.is_full(line) or layout.is_full(before) or ends_sentence(document.words(before)):
        return False
    lower = sum(1 for word in text.split() if word[:1].islower())
    return text[:1].isupper() and lower * 2 > len(text.split()) and wording.function_share(text) >= 0.2


def _new_paragraph(document: Document, before: Line, line: Line) -> bool:
    """White between two lines ends a paragraph, unless a page or column ended inside its sentence."""
    if not gap_between(before, line):
        return False
    if line.page == before.page and line.column == before.column:
        return True
    words = document.words(line)
    return ends_sentence(document.words(before)) or not words[:1].islower()


def _goes_on(document: Document, before: Line, layout: Layout) -> bool:
    """The line before was broken by the margin, not by the writer."""
    return layout.is_full(before) and not ends_sentence(document.words(before))


def _shape(document: Document, line: Line) -> str:
    """Rough shape of one line; a change of shape inside a paragraph starts a new unit (a list under a text)."""
    text = document.words(line)
    if len(line.cells) > 1:
        return "row"
    if len(line.span) >= UNWRAPPED and wording.is_prose(text):
        return "paragraph"
    if wording.YEAR_LEAD.match(text):
        return "entry"
    if wording.PAIR.match(text) and len(wording.words_of(text)) <= 14:
        return "pair"
    return "text"
