"""Festivals, prizes and nominations, of this film and of the films named with its makers."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.extractors.award_entry import NOWHERE, Row
from presskit.extractors.award_filmography import in_filmography
from presskit.extractors.award_films import own_titles
from presskit.extractors.award_items import items
from presskit.extractors.award_lists import is_sentence, listed
from presskit.extractors.award_prose import OWN, Told, told
from presskit.extractors.award_repeats import collapsed, completed, without_screenings, without_translations
from presskit.model import Claim, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Award
from presskit.vocabulary.folding import fold

PROSE = (SectionKind.BIOGRAPHY, SectionKind.SYNOPSIS, SectionKind.NOTES)


def awards(reading: Reading) -> Iterator[Claim]:
    """Rows of lists first, then what prose and filmographies add; one row for each festival, year and prize."""
    lists = [_claim(row, "awards:list", 0.85) for section in reading.of_kind(SectionKind.AWARDS) for row in listed(reading, section)]
    own = own_titles(reading)
    paragraphs = [[_told_claim(one, own) for one in found] for section in reading.sections for found in _told(reading, section, own)]
    others = [claim for paragraph in paragraphs for claim in paragraph]
    if len(reading.languages) > 1:
        others = list(without_translations(paragraphs))
    yield from collapsed(completed(lists, without_screenings(others)))


def _told(reading: Reading, section: Section, own: frozenset[str]) -> Iterator[list[Told]]:
    """What each paragraph of a section tells; sentences among the lists of an awards section speak of this film."""
    if section.kind is SectionKind.FILMOGRAPHY:
        yield list(in_filmography(reading, section))
    elif section.kind in PROSE:
        for paragraph in section.paragraphs:
            yield list(told(reading.passage(paragraph), own))
    elif section.kind is SectionKind.AWARDS:
        for item in items(reading, section):
            if is_sentence(item.text):
                yield list(told(item.passages[0], own, film=OWN))


def _told_claim(found: Told, own: frozenset[str]) -> Claim:
    is_own = found.film is OWN or fold(found.film.text) in own
    return _claim(found.row, "awards:prose", 0.7, None if is_own else found.film)


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
