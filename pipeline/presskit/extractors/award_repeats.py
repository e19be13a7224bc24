"""The same prize told twice: laurel and list, list and biography, original and translation become one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from presskit.extractors.award_words import words
from presskit.extractors.phrases import tokens
from presskit.model import Claim
from presskit.record import Award
from presskit.vocabulary.folding import fold

LIST = "awards:list"


def value_of(claim: Claim) -> Award:
    value = claim.value
    assert isinstance(value, Award)
    return value


def without_screenings(claims: Sequence[Claim]) -> list[Claim]:
    """A film that won something where it was shown: the showing is no row of its own."""
    better = {_shown(value) for value in map(value_of, claims) if value.award or value.result != "selected"}
    return [claim for claim in claims if value_of(claim).result != "selected" or _shown(value_of(claim)) not in better]


def _shown(value: Award) -> tuple[str | None, str]:
    return value.film, fold(value.festival)


def without_translations(paragraphs: Sequence[Sequence[Claim]]) -> Iterator[Claim]:
    """A later paragraph that tells of the same film and festival again, in a kit of two languages, tells nothing new."""
    told: list[Award] = []
    for claims in paragraphs:
        fresh = [claim for claim in claims if not any(_is_same_showing(value_of(claim), before) for before in told)]
        yield from fresh
        told += [value_of(claim) for claim in claims]


def _is_same_showing(one: Award, other: Award) -> bool:
    years = {one.year, other.year} - {None}
    return fold(one.film or "") == fold(other.film or "") and len(years) < 2 and same_festival(one.festival, other.festival)


def same_festival(one: str, other: str) -> bool:
    """Whether the telling words of one name are among the other's («Berlinale» and «70. Berlinale»)."""
    core, other_core = _core(one), _core(other)
    return bool(core) and bool(other_core) and (core <= other_core or other_core <= core)


@lru_cache(maxsize=4_096)
def _core(festival: str) -> frozenset[str]:
    common = [words(name) for name in ("festival", "particle", "at", "common")]
    names = [word for word in tokens(festival) if word.folded.isalnum() and not word.folded[0].isdigit()]
    return frozenset(word.folded for word in names if not any(known.inside(word.text) for known in common)) or frozenset({fold(festival)})


def completed(lists: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """What prose says of this film's festivals again is left out, but gives a list without years its year."""
    again = [(claim, next((known for known in lists if _is_again(value_of(known), value_of(claim))), None)) for claim in others]
    for known in lists:
        dated = next((claim for claim, listed in again if listed is known and value_of(claim).year and not value_of(known).year), None)
        prized = _prize_of(known, again, lists)
        known = _prized(known, prized) if prized else known
        yield _dated(known, dated) if dated else known
    own: list[Award] = []
    for claim, listed in again:
        value = value_of(claim)
        if listed is None and not any(_is_again(before, value) for before in own):
            yield claim
            own.append(value)


def _prize_of(known: Claim, again: Sequence[tuple[Claim, Claim | None]], lists: Sequence[Claim]) -> Claim | None:
    """The prize that is told elsewhere of a festival that the list only names."""
    value = value_of(known)
    if value.award or value.result != "selected":
        return None
    found = next((claim for claim, listed in again if listed is known and value_of(claim).award), None)
    if found is None or any(value_of(other).award and same_festival(value_of(other).festival, value.festival) for other in lists):
        return None
    return found


def _prized(known: Claim, prized: Claim) -> Claim:
    told = {"award": value_of(prized).award, "result": value_of(prized).result}
    evidence = {**known.evidence, "/award": prized.evidence["/award"], "/result": prized.evidence["/result"]}
    return Claim(known.field, value_of(known).model_copy(update=told), evidence, known.found_by, known.confidence)


def _is_again(known: Award, claim: Award) -> bool:
    if known.film is not None or claim.film is not None:
        return False
    if claim.award is not None and known.award is not None and fold(known.award) != fold(claim.award):
        return False
    if known.year is not None and claim.year is not None and known.year != claim.year:
        return False
    return same_festival(known.festival, claim.festival)


def _dated(known: Claim, dated: Claim) -> Claim:
    value = value_of(known).model_copy(update={"year": value_of(dated).year})
    return Claim(known.field, value, {**known.evidence, "/year": dated.evidence["/year"]}, known.found_by, known.confidence)


def collapsed(claims: Iterable[Claim]) -> Iterator[Claim]:
    """One row for each festival, year and prize; the rows of lists are told apart already."""
    found: dict[tuple[str, int | None, str], Claim] = {}
    for claim in claims:
        if claim.found_by == LIST:
            found.setdefault(_key(value_of(claim)), claim)
            yield claim
        elif found.setdefault(_key(value_of(claim)), claim) is claim:
            yield claim


def apart(rows: Iterable[tuple[Claim, str]]) -> list[Claim]:
    """The rows of lists with the places beside their festivals: one for each festival, year and prize, except that festivals of one
    name in two places are two. Of a laurel in capitals and the list's spelling, the list's."""
    kept: list[Claim] = []
    found: dict[tuple[str, int | None, str], dict[str, int]] = {}
    for claim, place in rows:
        known = found.setdefault(_key(value_of(claim)), {})
        where = _same_place(known, fold(place))
        at = known.pop(where) if where is not None else len(kept)
        known[fold(place) or where or ""] = at
        if at == len(kept):
            kept.append(claim)
        elif value_of(kept[at]).festival.isupper() and not value_of(claim).festival.isupper():
            kept[at] = claim
    return kept


def _same_place(known: Mapping[str, int], place: str) -> str | None:
    """The place told before that can be this one: a row without place is any of them."""
    if place in known or not known:
        return place if place in known else None
    if "" in known:
        return ""
    return next(iter(known)) if not place else None


def _key(value: Award) -> tuple[str, int | None, str]:
    return fold(value.festival), value.year, fold(value.award or "")
