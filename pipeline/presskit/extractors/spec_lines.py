"""Spec lines: "FRANCE - COULEUR - 1H27 - 35 MM - SCOPE - 2007", facts without labels, told apart by their shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presskit.extractors.fact_values import (
    RATIO,
    SUBTITLED,
    YEAR,
    Words,
    coded,
    colour,
    genres,
    languages,
    pieces,
    runtime,
    technique,
    year,
)
from presskit.extractors.fact_words import country_sign
from presskit.model import Claim, Line, Reading, SectionKind
from presskit.vocabulary import fold, vocabulary

LONGEST = 160
READ = (SectionKind.FRONT, SectionKind.TECHNICAL, SectionKind.CREDITS, SectionKind.SYNOPSIS, SectionKind.CONTACTS)
BY = "facts:spec-line"
SURE = 0.85
BULLETS = "-–—•·*□ "
SPOKEN = frozenset({"film.languages", "film.subtitles"})
"""«Originalfassung Deutsch mit englischen Untertiteln»: enough for a line of its own."""
TECHNIQUE = frozenset({"film.sound", "film.formats", "film.aspect_ratio", "film.colour"})


def spec_claims(reading: Reading) -> Iterator[Claim]:
    for section in reading.of_kind(*READ):
        for line in section.lines:
            if len(line.span) <= LONGEST and ":" not in RATIO.sub("", reading.words(line)):
                yield from _line(reading, line)


def _line(reading: Reading, line: Line) -> Iterator[Claim]:
    """The claims of a line most of whose parts are facts, two of them of different kinds."""
    passage = reading.passage((line,))
    whole = Words(reading, passage.quote(len(passage.text) - len(passage.text.lstrip(BULLETS)), len(passage.text)))
    found: list[Claim] = []
    told = 0
    places = list(pieces(whole.quote.text))
    for start, end in places:
        claims = list(_piece(Words(reading, whole.part(start, end))))
        told += bool(claims)
        found.extend(claims)
    kinds = {claim.field for claim in found} - {"film.forms"}
    if len(kinds) < 2 or told * 2 <= len(places):
        return
    whole_line = told == len(places)
    if kinds & {"film.runtime_minutes", "film.year"} or (whole_line and (kinds == SPOKEN or (told > 1 and kinds <= TECHNIQUE))):
        yield from _one_colour(whole, found)


def _one_colour(whole: Words, found: Sequence[Claim]) -> Iterator[Claim]:
    """«Cor e P&B»: two pieces, one fact."""
    tones = {claim.value for claim in found if claim.field == "film.colour"}
    yield from (claim for claim in found if len(tones) < 2 or claim.field != "film.colour")
    if len(tones) > 1:
        yield from colour(whole, BY, SURE)


def _piece(words: Words) -> Iterator[Claim]:
    """What one piece of a spec line states; "Deutschland 2020" states two things."""
    text = words.quote.text
    if not 1 <= len(text.split()) <= 5 or _is_told(text):
        return
    timed = list(runtime(words, BY, SURE))
    yield from timed
    if not timed:
        yield from year(words, BY, SURE)
        yield from technique(words, BY, SURE)
    yield from colour(words, BY, SURE) if timed else ()
    yield from _places(words)
    yield from genres(words, BY, SURE, printed=False)


def _is_told(text: str) -> bool:
    """ "In 1962", "he waits for 40 minutes": words of a sentence, not of data."""
    small = vocabulary().words("function_words")
    plain = SUBTITLED.sub("", text).split()
    while plain and SUBTITLED.search(text) and fold(plain[-1]) in small:
        plain.pop()
    first, *others = plain or [""]
    inside = any(word.islower() and fold(word) in small for word in others)
    return inside or (bool(others) and fold(first) in small and country_sign(first) is None and YEAR.search(text) is not None)


def _places(words: Words) -> Iterator[Claim]:
    found = [*coded("film.countries", words, BY, SURE), *languages(words, BY, SURE)]
    if found:
        yield from found[:1] if found[0].field == "film.countries" else found
        return
    first, _, _ = words.quote.text.rpartition(" ")
    if first:
        yield from coded("film.countries", Words(words.reading, words.part(0, len(first))), BY, SURE)
