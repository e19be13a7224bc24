"""Facts about the film: labelled data, spec lines, titles, the film's own entry in a list, and last its running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from presskit.extractors.fact_pairs import pairs
from presskit.extractors.fact_values import YEAR, Words, claims_of
from presskit.extractors.runtimes import runtime_in
from presskit.extractors.spec_lines import spec_claims
from presskit.extractors.titles import title_claims
from presskit.model import Claim, Quote, Reading, SectionKind
from presskit.vocabulary import fold, vocabulary

NAMES = re.compile(r"\s*(?:[,/&+]|(?<=\s)(?:and|et|und|y|e|AND|ET|UND|Y)(?=\s))\s*")
IN_PROSE = re.compile(r"\b(?:is|was|est|ist|es|è|é|eine?|an?|une?|un[ao]?|uma?)\s(?P<what>(?:[\w’'-]+\s){0,6}[\w’'-]+)", re.IGNORECASE)
FIRST_WORDS = 300
"""Characters of a synopsis in which it says what kind of film it tells of."""


def facts(reading: Reading) -> Iterator[Claim]:
    labelled = list(_labelled(reading))
    yield from labelled
    yield from spec_claims(reading)
    titles = list(title_claims(reading))
    yield from titles
    yield from _fullest(list(_directors(reading)))
    yield from _own_entry(reading, [str(claim.value) for claim in (*labelled, *titles) if claim.field == "film.title"])
    yield from _forms_in_prose(reading)


def _labelled(reading: Reading) -> Iterator[Claim]:
    for pair in pairs(reading):
        for claim in claims_of(pair.fact, Words(reading, pair.value), f"facts:label-{pair.fact}", 0.93):
            yield replace(claim, why=f"stands behind the label “{pair.label.text}”")


def _directors(reading: Reading) -> Iterator[Claim]:
    """ "A film by A and B", "Directed by", wherever it stands apart."""
    kinds = (SectionKind.FRONT, SectionKind.TECHNICAL, SectionKind.CREDITS, SectionKind.SYNOPSIS)
    for section in reading.of_kind(*kinds):
        lines = section.lines
        for at, line in enumerate(lines):
            passage = reading.passage((line,))
            below = lines[at + 1 : at + 2]
            label = vocabulary().leading_label(passage.text)
            broken = at and label and _other_function(f"{reading.words(lines[at - 1])} {passage.text[: label.end]}")
            if label and "director" in label.roles and len(passage.text) < 120 and not broken:
                alone = not passage.text[label.end :].strip(" :") and below
                yield from _names(reading, reading.passage(below).whole() if alone else passage.quote(label.end, len(passage.text)))


def _other_function(label: str) -> bool:
    """«FIRST ASSISTANT» over «DIRECTOR»: one label in two rows."""
    roles = vocabulary().roles(label)
    return bool(roles) and "director" not in roles


def _fullest(claims: list[Claim]) -> list[Claim]:
    """The cover's short form of a name gives way to the fuller one of the credits."""
    names = [fold(str(claim.value)) for claim in claims]
    return [claim for claim, name in zip(claims, names, strict=True) if not any(other.startswith(f"{name} ") for other in names)]


def _names(reading: Reading, quote: Quote) -> Iterator[Claim]:
    passage = reading.document.passage(quote.spans)
    at = 0
    for start, end in _pieces(passage.text):
        name = passage.quote(start, end)
        trimmed = name.text.strip(" :.-–—")
        offset = passage.text.find(trimmed, at)
        at = end
        if _is_name(trimmed):
            yield Claim("film.directors", trimmed, {"": passage.quote(offset, offset + len(trimmed)).spans}, "facts:film-by", 0.9)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in NAMES.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 5 or any(sign.isdigit() for sign in text) or vocabulary().roles(text) or vocabulary().headings(text):
        return False
    particles = vocabulary().words("name_particles")
    return words[-1][:1].isupper() and all(word[:1].isupper() or fold(word) in particles for word in words)


def _own_entry(reading: Reading, titles: list[str]) -> Iterator[Claim]:
    """The kit's film in somebody's filmography: sometimes the only place that gives its year or running time."""
    known = {fold(title) for title in titles}
    for section in reading.of_kind(SectionKind.FILMOGRAPHY):
        for line in section.lines:
            passage = reading.passage((line,))
            folded = fold(passage.text)
            if any(title in folded for title in known if len(title) > 2):
                timed = runtime_in(passage.text)
                dated = YEAR.search(passage.text)
                if timed:
                    spans = passage.quote(timed.start, timed.end).spans
                    yield Claim("film.runtime_minutes", timed.minutes, {"": spans}, "facts:own-entry", 0.7)
                if dated:
                    yield Claim("film.year", int(dated.group()), {"": passage.quote(*dated.span()).spans}, "facts:own-entry", 0.7)


def _forms_in_prose(reading: Reading) -> Iterator[Claim]:
    """ "… is a feature documentary": only in the first words of a synopsis."""
    for section in reading.of_kind(SectionKind.SYNOPSIS, SectionKind.FRONT, SectionKind.TECHNICAL):
        passage = reading.passage(section.lines)
        for match in IN_PROSE.finditer(passage.text[:FIRST_WORDS]):
            quote = passage.quote(*match.span("what"))
            for form in vocabulary().form(quote.text):
                yield Claim("film.forms", form, {"": quote.spans}, "facts:in-prose", 0.6)
