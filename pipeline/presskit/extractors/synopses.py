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
ONE_LINER = 40
"""Words of the longest logline seen standing by itself."""
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
    told = [_told(reading, section) for section in reading.of_kind(SectionKind.SYNOPSIS)]
    told = [one for one in told if one.quote]
    for one in told:
        length = one.named or _length(one, told, len(reading.languages))
        value = Synopsis(length=length, text=one.quote.text)
        yield Claim("synopses", value, {"": one.quote.spans, "/text": one.quote.spans}, "synopses:section", 0.9, _why(one))


def _told(reading: Reading, section: Section) -> _Told:
    return _Told(reading.passage(section.lines).whole(), _named(section))


def _named(section: Section) -> Length | None:
    topics = [section.topic]
    if section.heading:
        topics += [sense.topic for sense in vocabulary().headings(section.heading.text) if sense.kind is SectionKind.SYNOPSIS]
    return next((NAMED[topic] for topic in topics if topic in NAMED), None)


def _length(one: _Told, told: Sequence[_Told], languages: int) -> Length:
    """Two unlabelled tellings in one language are a short and a long one; a one-liner beside a telling is a logline."""
    others = [other for other in told if other is not one]
    if one.one_liner and any(other.words > 2 * one.words for other in others) and not _has(told, "logline"):
        return "logline"
    unnamed = [other for other in others if other.named is None and not other.one_liner]
    if len(unnamed) != 1 or languages > 1 or any(other.named for other in others) or one.one_liner:
        return "unspecified"
    low, high = sorted((one.words, unnamed[0].words))
    if high < low * TWICE:
        return "unspecified"
    return "short" if one.words == low else "long"


def _has(told: Sequence[_Told], length: Length) -> bool:
    return any(other.named == length for other in told)


def _why(one: _Told) -> str:
    return "the heading names the length" if one.named else "the length follows from the other synopses"
