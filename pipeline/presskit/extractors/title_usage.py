"""The title by usage: the phrase in capitals, quotes or title case that a kit without a cover comes back to most often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from presskit.extractors.fact_words import given_names
from presskit.model import Quote, Reading, SectionKind, Span
from presskit.vocabulary import fold, vocabulary

RUN = re.compile(
    r"(?P<open>[“\"«„‘'(]?)(?P<words>[A-ZÀ-Þ][\w’'&-]*(?:[ ]"
    r"(?:(?:of|the|a|to|in|for|and|de|la|le|du|des|der|die|das|el|il|di|do|da)[ ]){0,2}"
    r"[A-ZÀ-Þ\d][\w’'&-]*){0,6})"
)
LEAST = 3
"""A title is said at least this often in a kit that says it at all in running text."""
LOOKED_AT = 400_000
"""Characters looked through; the title of a longer kit is said often enough before that."""
DOUBLE_QUOTES = ("“", '"', "«", "„")
LONGEST_NAME = 4
TIME_AND_AGAIN = 2
IN_TITLE_CASE = 2
"""One capitalised word alone is a name or a sentence's start; it counts only where capitals or quotes set it off."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be the title, where, and how much speaks for them."""

    quote: Quote
    found_by: str
    confidence: float


@dataclass(slots=True)
class _Usage:
    """How often a phrase is used, how often it is set off, and where it stands first."""

    first: Span
    count: int = 0
    set_off: int = 0
    quoted: int = 0
    sections: set[int] = field(default_factory=set)


def most_used(reading: Reading) -> Iterator[Candidate]:
    people = _credited(reading)
    used = {
        phrase: usage
        for phrase, usage in _usage(reading).items()
        if (_is_quoted(usage) or not (phrase in people or _is_person(phrase))) and not _is_other(phrase)
    }
    ranked = sorted(used.values(), key=lambda usage: (-usage.set_off * len(usage.sections), -usage.count, usage.first))
    for usage in ranked[:1]:
        if usage.count >= LEAST and usage.set_off:
            yield Candidate(reading.document.quote((usage.first,)), "title:most-used", 0.5)


def _usage(reading: Reading) -> Mapping[str, _Usage]:
    text = reading.document.text[:LOOKED_AT]
    owners = {line.span.start: number for number, section in enumerate(reading.sections) for line in section.lines}
    owners |= {span.start: -1 for section in reading.sections if section.heading for span in section.heading.spans}
    found: dict[str, _Usage] = {}
    for line in reading.document.lines:
        if line.span.start >= LOOKED_AT:
            break
        if line.furniture or line.span.start not in owners:
            continue
        for match in RUN.finditer(text, line.span.start, line.span.end):
            _count(found, match, owners[line.span.start])
    return found


def _count(found: dict[str, _Usage], match: re.Match[str], section: int) -> None:
    words = match.group("words")
    set_off = bool(match.group("open")) or (words.isupper() and len(words) > 3)
    if len(words.split()) < IN_TITLE_CASE and not set_off:
        return
    usage = found.setdefault(fold(words), _Usage(Span(*match.span("words"))))
    usage.count += 1
    usage.set_off += set_off
    usage.quoted += match.group("open") in DOUBLE_QUOTES
    usage.sections.add(section)


def _credited(reading: Reading) -> frozenset[str]:
    """Names in credit lists: people are named as often as the film."""
    names: set[str] = set()
    for section in reading.of_kind(SectionKind.CREDITS, SectionKind.CONTACTS, SectionKind.AWARDS, SectionKind.FILMOGRAPHY):
        for line in section.lines:
            texts = [reading.words(line), *(reading.document.quote((cell,)).text for cell in line.cells)]
            names.update(fold(match.group("words")) for text in texts for match in RUN.finditer(text))
    for section in reading.of_kind(SectionKind.BIOGRAPHY, SectionKind.INTERVIEW):
        if section.heading:
            names.update(fold(match.group("words")) for match in RUN.finditer(section.heading.text))
    return frozenset(names)


def _is_quoted(usage: _Usage) -> bool:
    """People are not set in quotation marks time and again."""
    return bool(usage.quoted) and usage.set_off >= TIME_AND_AGAIN


def _is_person(phrase: str) -> bool:
    words = phrase.split()
    return 2 <= len(words) <= LONGEST_NAME and words[0] in given_names()


def _is_other(phrase: str) -> bool:
    """Headings, festivals and companies are said often too."""
    words = set(phrase.split())
    lists = vocabulary().words
    other = words & (lists("festival_words") | lists("company_suffixes") | lists("award_words"))
    return bool(other or vocabulary().headings(phrase) or vocabulary().roles(phrase) or vocabulary().country(phrase))
