"""Prizes and festivals told in sentences: «her short X won the Y award at Z» becomes a row with its film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.award_entry import NOWHERE, Row
from presskit.extractors.award_films import goes_on, last_before
from presskit.extractors.award_known import Known
from presskit.extractors.award_mentions import Name
from presskit.extractors.award_sentences import (
    FAR,
    LONGEST_SENTENCE,
    Sentence,
    read_sentence,
    result_of_name,
    section_of,
    sentences,
    year_of,
)
from presskit.extractors.award_words import names_award, words
from presskit.model import Passage, Quote

OWN = Quote("this film", ())
"""Stands for the kit's own film where a sentence need not name it."""
WON_FOR = re.compile(
    r"[®™]?(?:\sAwards?)?(?:\s(?:for|für|pour|por|per|para)\s[^.;,:“”„«»\"]{0,40}|[\s-](?:nominated|winning)\s[^.;,:“”„«»\"]{0,30})[“„«\"]?"
)
"""«a Golden Heron for the series “Shoals”», «the Golden Heron-winning “Shoals”»."""


@dataclass(frozen=True, slots=True)
class Told:
    """A row told in prose and the film it is about."""

    row: Row
    film: Quote


@dataclass(frozen=True, slots=True)
class _Before:
    """What the sentence before leaves open: its film, its festival and its year."""

    film: Quote = NOWHERE
    festival: Quote = NOWHERE
    year: int | None = None
    year_words: Quote = NOWHERE


def told(passage: Passage, known: Known, film: Quote = NOWHERE) -> Iterator[Told]:
    """The rows a paragraph tells. Prizes of unnamed films are left out."""
    before = _Before(film)
    for start, end in sentences(passage.text):
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = read_sentence(passage, start, end, known)
        found = list(_rows(sentence, before))
        yield from found
        before = _after(sentence, found, before.film if goes_on(sentence.text) else film)


def _rows(sentence: Sentence, before: _Before) -> Iterator[Told]:
    carried = before.film if before.film is OWN or goes_on(sentence.text) else NOWHERE
    there = before.festival if words("there").leads(sentence.text) else NOWHERE
    paired: dict[int, list[Name]] = {}
    for prize in sentence.prizes:
        at = _festival_of(sentence, prize)
        paired.setdefault(at, []).append(prize)
    for at, festival in enumerate(sentence.festivals):
        film = _film(sentence, festival, carried)
        if film:
            yield from _festival_rows(sentence, festival, paired.get(at, []), film)
    for prize in paired.get(-1, []):
        film = _film(sentence, prize, carried or before.film if there else carried)
        if film:
            yield from _loose_prize(sentence, prize, film, before if there else _Before())


def _festival_of(sentence: Sentence, prize: Name) -> int:
    """The festival that gives a prize: the one behind it, close by, or else the one before; -1 for none."""
    behind = next((at for at, name in enumerate(sentence.festivals) if name.start >= prize.end), None)
    if behind is not None and _leads_to(sentence, prize, sentence.festivals[behind]):
        return behind
    before = [at for at, name in enumerate(sentence.festivals) if name.end <= prize.start]
    if before and ";" not in sentence.text[sentence.festivals[before[-1]].end : prize.start]:
        return before[-1]
    return -1


def _leads_to(sentence: Sentence, prize: Name, festival: Name) -> bool:
    between = sentence.text[prize.end : festival.start]
    others = [other for other in sentence.prizes if prize.end <= other.start < festival.start]
    if others:
        return _leads_to(sentence, others[-1], festival) and len(sentence.text[prize.end : others[0].start]) < FAR // 2
    bare = between.strip() in ("", ",", "-", "–")
    joined = "," not in between and any(words(name).inside(between) for name in ("at", "of"))
    return (bare or joined) and len(between) < FAR and ";" not in between


def _film(sentence: Sentence, name: Name, carried: Quote) -> Quote:
    """The film that the prize was for, by the words between; else the one named last before; one named only behind counts where
    nothing stands before («Winner of …, X is …»)."""
    behind = next((title for title in sentence.titles if title.start >= name.end), None)
    if behind and WON_FOR.fullmatch(sentence.text[name.end : behind.start]):
        return sentence.quote(behind.start, behind.end)
    title = last_before(sentence.titles, name.start)
    if title is None and carried:
        return carried
    title = title or next(iter(sentence.titles), None)
    return sentence.quote(title.start, title.end) if title else NOWHERE


def _festival_rows(sentence: Sentence, festival: Name, awards: Sequence[Name], film: Quote) -> Iterator[Told]:
    year, year_words = year_of(sentence, festival)
    name = sentence.quote(festival.start, festival.end)
    section = section_of(sentence, festival)
    bracketed = _bracket_prize(festival)
    for prize in [*awards, *bracketed]:
        result, result_words = result_of_name(sentence, prize.start, prize.end, default="won")
        yield Told(Row(name, year, year_words, section, sentence.quote(prize.start, prize.end), result, result_words), film)
    if not awards and not bracketed:
        result, result_words = result_of_name(sentence, festival.start, festival.end, default="")
        if result:
            yield Told(Row(name, year, year_words, section, NOWHERE, result, result_words), film)


def _bracket_prize(festival: Name) -> list[Name]:
    """«Festival X (Special Mention)»"""
    if not festival.bracket or not names_award(festival.bracket):
        return []
    end = festival.bracket_start + len(festival.bracket)
    return [Name(festival.bracket_start, end, festival.bracket)]


def _loose_prize(sentence: Sentence, prize: Name, film: Quote, before: _Before) -> Iterator[Told]:
    """A prize without a festival in its sentence: its giver's name, or the festival of the sentence before."""
    award = sentence.quote(prize.start, prize.end)
    year, year_words = year_of(sentence, prize)
    result, result_words = result_of_name(sentence, prize.start, prize.end, default="won")
    if before.festival:
        dated = (year, year_words) if year else (before.year, before.year_words)
        yield Told(Row(before.festival, *dated, NOWHERE, award, result, result_words), film)
        return
    giver, rest = _giver(sentence, prize)
    if giver:
        yield Told(Row(giver, year, year_words, NOWHERE, rest, result, result_words), film)


def _giver(sentence: Sentence, prize: Name) -> tuple[Quote, Quote]:
    """«Academy Award» gives itself; «Beeld & Geluid Award for best documentary» is given by what stands before «Award»."""
    text = prize.text
    whole = sentence.quote(prize.start, prize.end)
    head = next(iter(words("award").hits(text)), None)
    if words("giver").leads(text):
        category = re.search(r"\s(?:for|für|à|a|por|per|pour)\s(?:the\s|den\s|la\s)?(?=\w)", text)
        if category:
            return sentence.quote(prize.start, prize.start + category.start()), sentence.quote(prize.start + category.end(), prize.end)
        return whole, NOWHERE
    if words("giver_beside").leads(text) and words("award").inside(text):
        return whole, NOWHERE
    named = head is not None and head.start and text[0].isupper() and not words("award_start").leads(text)
    if head is not None and named:
        return sentence.quote(prize.start, prize.start + head.start), whole
    before = _giver_before(sentence, prize)
    return (before, whole) if before else (NOWHERE, NOWHERE)


def _giver_before(sentence: Sentence, prize: Name) -> Quote:
    """«the BAFTA Scotland award for Best Single Documentary»"""
    hits = [hit for hit in words("giver").hits(sentence.text) if hit.end <= prize.start and prize.start - hit.end < 20]
    return sentence.quote(hits[-1].start, hits[-1].end) if hits else NOWHERE


def _after(sentence: Sentence, found: Sequence[Told], otherwise: Quote) -> _Before:
    title = sentence.titles[-1] if sentence.titles else None
    film = sentence.quote(title.start, title.end) if title else otherwise
    if not found:
        return _Before(film)
    row = found[-1].row
    return _Before(film, row.festival, row.year, row.year_words)
