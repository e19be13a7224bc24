"""Spec lines: "FRANCE - COULEUR - 1H27 - 35 MM - SCOPE - 2007", facts without labels, told apart by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

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
from presskit.extractors.versions import Version, versions
from presskit.model import Claim, Line, Reading, SectionKind
from presskit.vocabulary import fold, vocabulary

LONGEST = 160
READ = (SectionKind.FRONT, SectionKind.TECHNICAL, SectionKind.CREDITS, SectionKind.SYNOPSIS, SectionKind.CONTACTS)
BY = "facts:spec-line"
SURE = 0.85
BULLETS = "-–—•·*□ "
EMPTY = f"{BULLETS}()[]"
SPOKEN = frozenset({"film.languages", "film.subtitles"})
"""«Originalfassung Deutsch mit englischen Untertiteln»: enough for a line of its own."""
DATED = frozenset({"film.runtime_minutes", "film.year"})
STACKED = (SectionKind.FRONT, SectionKind.TECHNICAL)
COLON = re.compile(r":(?!\d)")
STRONG = re.compile(r"\s[-–—|•·/]\s")
COLOUR_WORDS = 3
"""«Black and white» has a small word, as a sentence has."""
FEW = 2
"""Marks between facts from which a line with a colon is a spec line too; kinds of technical data, beyond which strange words do no harm."""
TECHNIQUE = frozenset({"film.sound", "film.formats", "film.aspect_ratio", "film.colour"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A line, what its pieces state, and how many of them state nothing."""

    whole: Words
    claims: tuple[Claim, ...]
    told: int
    untold: int

    @property
    def kinds(self) -> set[str]:
        return {claim.field for claim in self.claims} - {"film.forms"}

    def is_form(self) -> bool:
        """«Documentário» on a line of its own."""
        return bool(self.claims) and not self.kinds and not self.untold

    def is_spec(self) -> bool:
        """Whether most of its parts are facts, two of them of different kinds."""
        kinds = self.kinds
        if len(kinds) < 2 or self.told <= self.untold:
            return False
        fully = self.untold == 0 and (kinds == SPOKEN or (self.told > 1 and kinds <= TECHNIQUE))
        mostly = kinds <= TECHNIQUE and len(kinds) > FEW
        return bool(kinds & DATED) or fully or mostly


def spec_claims(reading: Reading) -> Iterator[Claim]:
    for section in reading.of_kind(*READ):
        lines = [_told(reading, line) for line in section.lines]
        for one in lines:
            if one.is_spec() or (section.kind in STACKED and one.is_form()):
                yield from _one_colour(one.whole, one.claims)
        if section.kind in STACKED:
            for stack in _stacks(lines):
                yield from (claim for one in stack if not one.is_spec() for claim in _one_colour(one.whole, one.claims))


def _stacks(lines: Sequence[_Told]) -> Iterator[list[_Told]]:
    """«2024», «79 minutes», «Colour» one under another: lines that state nothing but facts, of several kinds together."""
    for alone, run in groupby(lines, key=lambda one: bool(one.claims) and not one.untold):
        stack = list(run)
        kinds = {kind for one in stack for kind in one.kinds}
        if alone and len(stack) > 1 and len(kinds) > 2 and kinds & DATED:
            yield stack


def _told(reading: Reading, line: Line) -> _Told:
    passage = reading.passage((line,))
    text = passage.text
    whole = Words(reading, passage.quote(len(text) - len(text.lstrip(BULLETS)), len(text)))
    parted = whole.quote.text
    labelled = COLON.search(RATIO.sub("", parted)) is not None
    if len(line.span) > LONGEST or (labelled and len(STRONG.findall(parted)) < FEW):
        return _Told(whole, (), 0, 1)
    found: list[Claim] = []
    told = untold = 0
    for low, high, version in _parts(parted):
        if version is not None:
            claims = [Claim(version.field, code, {"": whole.part(start, end).spans}, BY, SURE) for start, end, code in version.members]
        else:
            claims = list(_piece(Words(reading, whole.part(_behind_label(parted, low, high), high))))
        told += bool(claims)
        untold += not claims
        found.extend(claims)
    return _Told(whole, tuple(found), told, untold)


def _parts(text: str) -> Iterator[tuple[int, int, Version | None]]:
    """The pieces of a line; what it says of its versions first cut out."""
    at = 0
    for version in versions(text):
        yield from _stretch(text, at, version.start)
        yield version.start, version.end, version
        at = version.end
    yield from _stretch(text, at, len(text))


def _stretch(text: str, low: int, high: int) -> Iterator[tuple[int, int, None]]:
    for start, end in pieces(text[low:high]):
        if text[low + start : low + end].strip(EMPTY):
            yield low + start, low + end, None


def _behind_label(text: str, low: int, high: int) -> int:
    """«Durée : 1h42» among data is what stands behind the label."""
    label, colon, _ = text[low:high].partition(":")
    return low + len(label) + 1 if colon and vocabulary().facts(label) else low


def _one_colour(whole: Words, found: Sequence[Claim]) -> Iterator[Claim]:
    """«Cor e P&B»: two pieces, one fact."""
    tones = {claim.value for claim in found if claim.field == "film.colour"}
    yield from (claim for claim in found if len(tones) < 2 or claim.field != "film.colour")
    if len(tones) > 1:
        yield from colour(whole, BY, SURE)


def _piece(words: Words) -> Iterator[Claim]:
    """What one piece of a spec line states; "Deutschland 2020" states two things."""
    text = words.quote.text
    if not 1 <= len(text.split()) <= 5:
        return
    if _is_told(text):
        yield from colour(words, BY, SURE) if len(text.split()) <= COLOUR_WORDS else ()
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
        countries = [claim for claim in found if claim.field == "film.countries"]
        yield from countries or found
        return
    first, _, _ = words.quote.text.rpartition(" ")
    if first:
        yield from coded("film.countries", Words(words.reading, words.part(0, len(first))), BY, SURE)
