"""Synopses: each synopsis section with the length that its heading, or its company, gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from presskit.model import Claim, Quote, Reading, Section, SectionKind
from presskit.record import Synopsis
from presskit.vocabulary import vocabulary

Length = Literal["logline", "short", "long", "unspecified"]
NAMED: dict[str, Length] = {"logline": "logline", "short": "short", "long": "long"}
SENTENCE = re.compile(r"[.!?…][”\"»’)]?(?:\s|$)")
LONGEST_HEADING = 60
ONE_LINER = 40
"""Words of the longest logline seen standing by itself."""
ONE_FILM = 4
"""Synopses of one film at most; more are those of several films, one each."""
TWICE = 1.5
"""An unlabelled text must be this much longer than the other for the two to be a short and a long telling."""


@dataclass(frozen=True, slots=True)
class _Told:
    quote: Quote
    named: Length | None

    @property
    def words(self) -> int:
        return len(self.quote.text.split())

    @property
    def one_liner(self) -> bool:
        return self.words <= ONE_LINER and len(SENTENCE.findall(self.quote.text)) <= 2


def synopses(reading: Reading) -> Iterator[Claim]:
    """One claim per section that tells the film."""
    told = [one for section in reading.of_kind(SectionKind.SYNOPSIS) if (one := _told(reading, section)).quote]
    company = _Company.of(told, len(reading.languages))
    for one in told:
        value = Synopsis(length=one.named or company.length(one), text=one.quote.text)
        yield Claim("synopses", value, {"": one.quote.spans, "/text": one.quote.spans}, "synopses:section", 0.9, _why(one))


def _told(reading: Reading, section: Section) -> _Told:
    """Under «SYNOPSIS» the text's first line may be the heading proper: «Short», «Kurzinhalt»."""
    lines = section.lines
    first = _sub_heading(reading.words(lines[0])) if len(lines) > 1 and not reading.words(lines[1])[:1].islower() else None
    if first:
        return _Told(reading.passage(lines[1:]).whole(), first)
    return _Told(reading.passage(lines).whole(), _named(section))


def _sub_heading(line: str) -> Length | None:
    senses = vocabulary().headings(line) if len(line) < LONGEST_HEADING else ()
    return next(
        (NAMED[sense.topic] for sense in senses if sense.kind is SectionKind.SYNOPSIS and sense.topic in NAMED and not sense.rest), None
    )


def _named(section: Section) -> Length | None:
    topics = [section.topic]
    if section.heading:
        topics += [sense.topic for sense in vocabulary().headings(section.heading.text) if sense.kind is SectionKind.SYNOPSIS]
    return next((NAMED[topic] for topic in topics if topic in NAMED), None)


@dataclass(frozen=True, slots=True)
class _Company:
    """What the other synopses of the kit say about the length of one."""

    count: int
    unnamed: tuple[_Told, ...]
    any_named: bool
    logline: bool
    longest: int
    languages: int

    @classmethod
    def of(cls, told: Sequence[_Told], languages: int) -> _Company:
        unnamed = tuple(one for one in told if one.named is None and not one.one_liner)
        named = {one.named for one in told} - {None}
        return cls(len(told), unnamed, bool(named), "logline" in named, max((one.words for one in told), default=0), languages)

    def length(self, one: _Told) -> Length:
        """Two unlabelled tellings in one language are a short and a long one; a one-liner beside a telling is a logline."""
        if self.count > ONE_FILM:
            return "unspecified"
        if one.one_liner:
            return "logline" if self.longest > 2 * one.words and not self.logline else "unspecified"
        if len(self.unnamed) != 2 or self.languages > 1 or self.any_named:
            return "unspecified"
        low, high = sorted(other.words for other in self.unnamed)
        if high < low * TWICE:
            return "unspecified"
        return "short" if one.words == low else "long"


def _why(one: _Told) -> str:
    return "the heading names the length" if one.named else "the length follows from the other synopses"
