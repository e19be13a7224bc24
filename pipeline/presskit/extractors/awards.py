"""Festivals, prizes and nominations, of this film and of the films named with its makers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presskit.extractors.award_entry import NOWHERE, Row
from presskit.extractors.award_filmography import in_filmography
from presskit.extractors.award_films import own_titles
from presskit.extractors.award_items import items
from presskit.extractors.award_lists import is_sentence, listed
from presskit.extractors.award_prose import Told, told
from presskit.extractors.award_words import words
from presskit.extractors.phrases import tokens
from presskit.model import Claim, Passage, Quote, Reading, SectionKind, Spans
from presskit.record import Award
from presskit.vocabulary.folding import fold

PROSE = (SectionKind.BIOGRAPHY, SectionKind.SYNOPSIS, SectionKind.NOTES, SectionKind.FILMOGRAPHY)


def awards(reading: Reading) -> Iterator[Claim]:
    """Rows of lists first, then what prose and filmographies add; one row for each festival, year and prize."""
    lists = [_claim(row, "awards:list", 0.85) for section in reading.of_kind(SectionKind.AWARDS) for row in listed(reading, section)]
    own = own_titles(reading)
    others = [_told_claim(found, own) for found in _told(reading, own)]
    yield from _collapsed(_completed(lists, _without_screenings(others)))


def _told(reading: Reading, own: frozenset[str]) -> Iterator[Told]:
    for section in reading.sections:
        if section.kind is SectionKind.FILMOGRAPHY:
            yield from in_filmography(reading, section)
        elif section.kind in PROSE:
            for passage in _paragraphs(reading, section.paragraphs):
                yield from told(passage, own)
        elif section.kind is SectionKind.AWARDS:
            for item in items(reading, section):
                if is_sentence(item.text):
                    yield from told(item.passages[0], own, film=reading.document.quote((reading.document.lines[0].span,)))


def _without_screenings(claims: Sequence[Claim]) -> list[Claim]:
    """A film that won something where it was shown: the showing is no row of its own."""
    better = {(value.film, fold(value.festival)) for value in map(_value, claims) if value.award or value.result != "selected"}
    return [claim for claim in claims if _value(claim).result != "selected" or _shown(_value(claim)) not in better]


def _shown(value: Award) -> tuple[str | None, str]:
    return value.film, fold(value.festival)


def _paragraphs(reading: Reading, paragraphs: Sequence[Sequence[object]]) -> Iterator[Passage]:
    for paragraph in paragraphs:
        yield reading.passage(paragraph)  # type: ignore[arg-type]


def _told_claim(found: Told, own: frozenset[str]) -> Claim:
    film = None if fold(found.film.text) in own else found.film
    return _claim(found.row, "awards:prose", 0.7, film)


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


def _completed(lists: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """What prose says of this film's festivals again is left out, but gives a list without years its year."""
    again = [(claim, next((known for known in lists if _is_again(known, claim)), None)) for claim in others]
    for known in lists:
        dated = next((claim for claim, listed_as in again if listed_as is known and _value(claim).year and not _value(known).year), None)
        yield _dated(known, dated) if dated else known
    for claim, listed_as in again:
        if listed_as is None:
            yield claim


def _value(claim: Claim) -> Award:
    value = claim.value
    assert isinstance(value, Award)
    return value


def _is_again(known: Claim, claim: Claim) -> bool:
    one, other = _value(known), _value(claim)
    if other.film is not None or (other.award is not None and one.award is not None and fold(one.award) != fold(other.award)):
        return False
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    core, other_core = _core(one.festival), _core(other.festival)
    return bool(other_core) and (other_core <= core or core <= other_core)


def _core(festival: str) -> frozenset[str]:
    """The words that tell one festival from another."""
    common = [words(name) for name in ("festival", "particle", "at", "common")]
    names = [word for word in tokens(festival) if word.folded.isalnum() and not word.folded[0].isdigit()]
    return frozenset(word.folded for word in names if not any(known.inside(word.text) for known in common))


def _dated(known: Claim, dated: Claim) -> Claim:
    value = _value(known).model_copy(update={"year": _value(dated).year})
    return Claim(known.field, value, {**known.evidence, "/year": dated.evidence["/year"]}, known.found_by, known.confidence)


def _collapsed(claims: Iterable[Claim]) -> Iterator[Claim]:
    """One row for each festival, year and prize; of a laurel in capitals and the list's spelling, the list's."""
    found: dict[tuple[str, int | None, str], Claim] = {}
    for claim in claims:
        value = _value(claim)
        key = (fold(value.festival), value.year, fold(value.award or ""))
        if key not in found or (_value(found[key]).festival.isupper() and not value.festival.isupper()):
            found[key] = claim
    yield from found.values()
