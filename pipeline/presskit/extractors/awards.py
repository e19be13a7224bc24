"""Festivals, prizes and nominations, of this film and of the films named with its makers."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.extractors.award_covers import on_covers
from presskit.extractors.award_entry import NOWHERE, Row
from presskit.extractors.award_filmography import in_filmography
from presskit.extractors.award_known import Known
from presskit.extractors.award_lists import listed
from presskit.extractors.award_prose import OWN, Told, told
from presskit.extractors.award_repeats import LIST, apart, collapsed, completed, without_screenings, without_translations
from presskit.model import Claim, Line, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Award
from presskit.vocabulary.folding import fold

COVER = "awards:cover"
CONFIDENCE = {LIST: 0.85, COVER: 0.8, "awards:prose": 0.7}
SENTENCE_END = (".", "!", "?", "…", "”", "»", '"', ":")
PROSE = (SectionKind.BIOGRAPHY, SectionKind.SYNOPSIS, SectionKind.NOTES)


def awards(reading: Reading) -> Iterator[Claim]:
    """Rows of lists first, then what prose and filmographies add; one row for each festival, year and prize."""
    own = Known.of(reading)
    rows = [one for section in reading.of_kind(SectionKind.AWARDS) for one in listed(reading, section, own)]
    lists = apart((_told_claim(one, own, LIST), one.row.place) for one in rows)
    covers = [_told_claim(Told(row, OWN), own, COVER) for row in on_covers(reading)]
    paragraphs = [
        covers,
        *(
            [_told_claim(one, own, "awards:prose") for one in found]
            for section in reading.sections
            for found in _told(reading, section, own)
        ),
    ]
    others = [claim for paragraph in paragraphs for claim in paragraph]
    if len(reading.languages) > 1:
        others = list(without_translations(paragraphs))
    yield from collapsed(completed(lists, without_screenings(others)))


def _told(reading: Reading, section: Section, own: Known) -> Iterator[list[Told]]:
    """What each paragraph of a section tells."""
    if section.kind is SectionKind.FILMOGRAPHY:
        yield list(in_filmography(reading, section))
    elif section.kind in PROSE:
        for lines in _paragraphs(reading, section):
            yield list(told(reading.passage(lines), own, film=OWN if section.kind is SectionKind.SYNOPSIS else NOWHERE))


def _paragraphs(reading: Reading, section: Section) -> Iterator[list[Line]]:
    """Paragraphs; one that a page or an insert cuts in the middle of a sentence goes on in the next."""
    held: list[Line] = []
    for paragraph in section.paragraphs:
        if held and reading.words(held[-1]).endswith(SENTENCE_END):
            yield held
            held = []
        held += paragraph
    if held:
        yield held


def _told_claim(found: Told, own: Known, found_by: str) -> Claim:
    is_own = found.film is OWN or fold(found.film.text) in own.films
    return _claim(found.row, found_by, CONFIDENCE[found_by], None if is_own else found.film)


def _claim(row: Row, found_by: str, confidence: float, film: Quote | None = None) -> Claim:
    parts = {"festival": row.festival, "section": row.section, "award": row.award, "film": film or NOWHERE}
    value = Award(
        festival=row.festival.text,
        year=row.year,
        section=row.section.text or None,
        award=row.award.text or None,
        result=row.result,  # type: ignore[arg-type]
        film=film.text if film else None,
    )
    evidence: dict[str, Spans] = {f"/{name}": quote.spans for name, quote in parts.items() if quote}
    evidence["/result"] = row.result_words.spans
    if row.year is not None:
        evidence["/year"] = row.year_words.spans
    return Claim("awards", value, evidence, found_by, confidence)
