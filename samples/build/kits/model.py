"""The nouns of a generated kit: blocks of print in parts, what they state, and the lines that come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from presskit.record import (
    Award,
    Biography,
    CastMember,
    Company,
    Contact,
    Credits,
    CrewMember,
    Date,
    Entity,
    Film,
    Filmography,
    Footnote,
    Interview,
    Kind,
    PressKit,
    PressQuote,
    SectionText,
    Statement,
    Synopsis,
)

Style = Literal["prose", "line", "head", "cover", "row", "left", "right", "bold", "note"]
Label = Literal["PERSON", "ORG", "PLACE", "WORK"]


@dataclass(frozen=True, slots=True)
class Block:
    """Words printed together: a paragraph that wraps, a line, or a row of `cells` with air between them.

    Runs of `left` and `right` stand beside each other on paper, one after the other in the text layer.
    `outside`: the words belong to no section's text, as headings and notes between other texts do.
    """

    text: str
    style: Style = "prose"
    cells: Sequence[str] = ()
    outside: bool = False
    close: bool = False
    """Stands directly under the block before it."""

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.cells or (self.text,)).split())


@dataclass(frozen=True, slots=True)
class Part:
    """One section as printed; `heading` holds the lines it is printed on."""

    kind: Kind
    blocks: Sequence[Block]
    heading: Sequence[str] = ()

    def section(self) -> SectionText:
        heading = " ".join(self.heading).rstrip(": ") or None
        return SectionText(kind=self.kind, heading=heading, text=" ".join(block.words for block in self.blocks if not block.outside))


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of the kit as its text layer has it. `kind` is None for running heads, page numbers and blank lines."""

    text: str
    kind: Kind | None
    heading: bool = False


@dataclass(slots=True)
class Stated:
    """What the kit states, noted down while it is written."""

    film: dict[str, object] = field(default_factory=dict)
    synopses: list[Synopsis] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    biographies: list[Biography] = field(default_factory=list)
    filmographies: list[Filmography] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    cast: list[CastMember] = field(default_factory=list)
    crew: list[CrewMember] = field(default_factory=list)
    companies: list[Company] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    press_quotes: list[PressQuote] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    dates: dict[str, Date] = field(default_factory=dict)
    names: dict[tuple[str, Label], str] = field(default_factory=dict)

    def date(self, text: str, edtf: str) -> None:
        self.dates.setdefault(text.casefold(), Date(text=text, edtf=edtf))

    def name(self, full: str, label: Label, printed: str | None = None) -> None:
        """A name printed in running text or credits: the longest form printed is what counts."""
        text, key = printed or full, (full.casefold(), label)
        if len(text) > len(self.names.get(key, "")):
            self.names[key] = text

    def kit(self, language: str, parts: Sequence[Part]) -> PressKit:
        entities = dict.fromkeys((text, label) for (_, label), text in self.names.items())
        return PressKit(
            languages=[language],
            film=Film.model_validate(self.film),
            sections=[part.section() for part in parts if part.section().text],
            synopses=self.synopses,
            statements=self.statements,
            biographies=self.biographies,
            filmographies=self.filmographies,
            interviews=self.interviews,
            footnotes=self.footnotes,
            credits=Credits(cast=self.cast, crew=self.crew, companies=self.companies),
            awards=self.awards,
            press_quotes=self.press_quotes,
            contacts=self.contacts,
            dates=list(self.dates.values()),
            entities=[Entity(text=text, label=label) for text, label in entities],
        )
