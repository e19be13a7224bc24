"""The nouns inside: what the stages hand to each other, frozen and free of any library."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from presskit.passage import JOINERS, Passage, Quote, Span, Spans

__all__ = [
    "JOINERS",
    "Box",
    "Claim",
    "Document",
    "Issue",
    "Line",
    "Mention",
    "Note",
    "Paragraph",
    "Passage",
    "Provenance",
    "Quote",
    "Reading",
    "Repair",
    "Section",
    "SectionKind",
    "Source",
    "Span",
    "Spans",
    "Style",
]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points on a page, origin at the top left."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a line is set, where the file says so (the style of most of its characters)."""

    font: str
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    `span` is trimmed of blanks. `page` counts from 1. `blank_before` is the number of blank lines above
    (in a PDF: 0, or the white gap in line heights, rounded, where it is wider than the usual leading).
    `indent` is in characters (text) or points from the column's left edge (PDF). `column` is 0 in single-column text.
    `cells` are the parts of the line that stand apart (a tab, a run of blanks, a wide gap, a row of dots); never empty.
    `marks` are raised or smaller note markers inside the line. `furniture` lines (running heads, page numbers) are kept,
    but are nobody's content. `sure` is how sure OCR is of the line (0 to 1), None where it was not needed.
    `ends_page` and the like are not stored: compare `page` of neighbours.
    """

    span: Span
    page: int
    blank_before: int = 0
    indent: float = 0.0
    column: int = 0
    cells: Spans = ()
    style: Style | None = None
    box: Box | None = None
    marks: Spans = ()
    furniture: bool = False
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """The parcel (mail, archive) that a file came in: its name and SHA-256, the file's name in it, and what the nearest mail says of
    itself, its date in ISO 8601."""

    parcel: str
    sha256: str
    name: str
    sender: str | None = None
    subject: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file a kit came in. `size` is in bytes; `pages` counts form feeds in text."""

    name: str
    sha256: str
    media_type: str
    size: int
    pages: int
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A named repair that acted on the text, and how often."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person should know about this kit. `severity` is info, warning or error, `pointer` the field concerned, if one is."""

    code: str
    severity: str
    message: str
    spans: Spans = ()
    pointer: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What was read, once: repaired text, its lines, and the way back to the original characters.

    `original` is the text as decoded or as the page layer gave it (pages joined by form feeds); `text` is what the later stages read.
    `origin[i]` is the offset in `original` of character i of `text`; it has len(text) + 1 entries.
    """

    source: Source
    original: str
    text: str
    origin: Sequence[int]
    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...] = ()
    issues: tuple[Issue, ...] = ()

    def read(self, spans: Iterable[Span]) -> str:
        """The words of `spans` as running text: white space collapsed, words broken at a line end re-joined."""
        return self.passage(spans).text

    def passage(self, spans: Iterable[Span]) -> Passage:
        return Passage.of(self.text, spans)

    def quote(self, spans: Iterable[Span]) -> Quote:
        return self.passage(spans).whole()

    def pages_of(self, spans: Iterable[Span]) -> list[int]:
        """The pages that some of these words stand on, in order."""
        starts = [line.span.start for line in self.lines]
        reached = ((bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)) for span in spans)
        return sorted({line.page for first, last in reached for line in self.lines[max(first, 0) : last]})

    def words(self, line: Line) -> str:
        """One line's text. Asked for so often that the usual line, with no broken word at its end, takes the short way."""
        words = " ".join(self.text[line.span.start : line.span.end].split())
        return words if words.isascii() or not any(sign in words for sign in JOINERS) else self.passage((line.span,)).text


class SectionKind(StrEnum):
    """The parts a kit is cut into; ../gold.md of the annotators defines each."""

    SYNOPSIS = "synopsis"
    STATEMENT = "statement"
    BIOGRAPHY = "biography"
    FILMOGRAPHY = "filmography"
    INTERVIEW = "interview"
    FOOTNOTES = "footnotes"
    CREDITS = "credits"
    TECHNICAL = "technical"
    AWARDS = "awards"
    PRESS = "press"
    CONTACTS = "contacts"
    NOTES = "notes"
    BOILERPLATE = "boilerplate"
    FRONT = "front"


Paragraph = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the kit. `heading` has no trailing colon; `topic` is the vocabulary's finer sense of it ("cast", "logline",
    "director"; "" where there is none). `paragraphs` hold the content lines only: no heading, furniture or note bodies."""

    kind: SectionKind
    heading: Quote | None
    topic: str
    paragraphs: tuple[Paragraph, ...]
    confidence: float = 0.9

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for paragraph in self.paragraphs for line in paragraph)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote's body, cut out of the text it stands in. `marker` is bare ("1", "*"); `reference` is the bare marker in
    the text that refers to it, None where there is none."""

    marker: Quote
    body: Quote
    reference: Quote | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or a date in running text. `label` is PERSON, ORG, PLACE, WORK or DATE; `edtf` only for dates."""

    label: str
    quote: Quote
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What an extractor says the kit states.

    `field` is a dotted path of the record ("film.year", "credits.crew"); for a list, one claim is one item. `value` is a record model,
    a string or a number. `evidence` maps a relative JSON Pointer ("" for the whole value, "/name", "/entries/0/title") to the words it
    rests on. Verbatim strings must equal what their spans read.
    """

    field: str
    value: object
    evidence: Mapping[str, Spans]
    found_by: str
    confidence: float = 0.9
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document understood so far: what every extractor looks at. `languages` are ISO 639-1, main one first."""

    document: Document
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def of_kind(self, *kinds: SectionKind) -> Iterator[Section]:
        return (section for section in self.sections if section.kind in kinds)

    def passage(self, lines: Iterable[Line]) -> Passage:
        return self.document.passage(line.span for line in lines)

    def words(self, line: Line) -> str:
        return self.document.words(line)
