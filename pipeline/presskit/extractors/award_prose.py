"""Prizes and festivals told in sentences: «her short X won the Y award at Z» becomes a row with its film."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.award_entry import NOWHERE, Row
from presskit.extractors.award_films import Title, goes_on, last_before, titles
from presskit.extractors.award_mentions import Name, festivals, prizes
from presskit.extractors.award_words import names_award, words, year_in
from presskit.extractors.phrases import Hit, tokens
from presskit.model import Passage, Quote

SENTENCE = re.compile(r"[.!?…][”\"»’)\]]{0,3}\s+(?=[“\"«(„]?[A-ZÀ-ÝŽŠ0-9])|(?<=[a-zà-ÿ])\.(?=[A-ZÀ-Ý][a-zà-ÿ]{0,20}\s)")
SHORT = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[^\W\d_]{1,2}|Mrs|Jr|Sr|Prof|bzw|vol|ca|Int'l)$", re.IGNORECASE)
YEAR_BEHIND = re.compile(r"\s?,?\s?\(?(?:(?:in|im|en|em|nel|de|del|do)\s)?((?:19|20)\d\d)\b")
NEAR = 20
"""«nominated for selection» is a nomination."""
YEAR_BEFORE = re.compile(r"(?<![\d(])((?:19|20)\d\d)\s$")
LONGEST_SENTENCE = 2_500
"""Characters; what is longer has lost its full stops and would pair anything with anything."""
FAR = 60
"""Characters between a prize and the festival behind it that still belong together («prize in Un Certain Regard at the …»)."""


OWN = Quote("this film", ())
"""Stands for the kit's own film where a sentence need not name it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A row told in prose and the film it is about."""

    row: Row
    film: Quote


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence and what it names; offsets are those of `text`, which begins at `start` of the passage."""

    passage: Passage
    start: int
    text: str
    festivals: tuple[Name, ...]
    prizes: tuple[Name, ...]
    titles: tuple[Title, ...]
    results: tuple[tuple[Hit, str], ...]

    def quote(self, start: int, end: int) -> Quote:
        return self.passage.quote(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class _Before:
    """What the sentence before leaves open: its film, its festival and its year."""

    film: Quote = NOWHERE
    festival: Quote = NOWHERE
    year: int | None = None
    year_words: Quote = NOWHERE


def told(passage: Passage, known: frozenset[str], film: Quote = NOWHERE) -> Iterator[Told]:
    """The rows a paragraph tells. Prizes of unnamed films are left out."""
    before = _Before(film)
    for start, end in sentences(passage.text):
        if end - start > LONGEST_SENTENCE:
            continue
        sentence = _sentence(passage, start, end, known)
        found = list(_rows(sentence, before))
        yield from found
        before = _after(sentence, found, film)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in SENTENCE.finditer(text):
        if SHORT.search(text[max(at, mark.start() - 8) : mark.start()]) and text[mark.start()] == ".":
            continue
        yield at, mark.end()
        at = mark.end()
    if at < len(text):
        yield at, len(text)


def _sentence(passage: Passage, start: int, end: int, known: frozenset[str]) -> _Sentence:
    text = passage.text[start:end]
    results = tuple(_results(text))
    if not _may_tell(text):
        return _Sentence(passage, start, text, (), (), tuple(titles(text, known)), results)
    films = titles(text, known)
    quoted = [film for film in films if film.quoted]
    named = [name for name in festivals(text) if not _within(quoted, name) and not _is_job(text, name)]
    films = [film for film in films if film.quoted or not any(name.start <= film.start < name.end for name in named)]
    awards = [prize for prize in prizes(text, named) if not _within(films, prize) and not _is_job(text, prize)]
    return _Sentence(passage, start, text, tuple(named), tuple(awards), tuple(films), results)


def _within(films: Sequence[Title], name: Name) -> bool:
    return any(film.start <= name.start < film.end for film in films)


def _may_tell(text: str) -> bool:
    return any(words(name).inside(text) for name in ("festival", "festival_name", "award", "award_start", "giver", "chosen"))


def _is_job(text: str, name: Name) -> bool:
    """«programmer of the X Festival», «jury of Y»: what somebody does there."""
    before = re.split(r"[,;)]", text[max(0, name.start - 40) : name.start])[-1]
    return words("not_festival").inside(before) and not words("award").inside(before)


def _results(text: str) -> Iterator[tuple[Hit, str]]:
    for name in ("won", "nominated", "selected"):
        for hit in words(name).hits(text):
            yield hit, name


def _rows(sentence: _Sentence, before: _Before) -> Iterator[Told]:
    carried = before.film if before.film is OWN or goes_on(sentence.text) else NOWHERE
    there = before.festival if words("there").leads(sentence.text) else NOWHERE
    paired: dict[int, list[Name]] = {}
    for prize in sentence.prizes:
        at = _festival_of(sentence, prize)
        paired.setdefault(at, []).append(prize)
    for at, festival in enumerate(sentence.festivals):
        film = _film(sentence, festival.start, carried)
        if film:
            yield from _festival_rows(sentence, festival, paired.get(at, []), film)
    for prize in paired.get(-1, []):
        film = _film(sentence, prize.start, carried or before.film if there else carried)
        if film:
            yield from _loose_prize(sentence, prize, film, before if there else _Before())


def _festival_of(sentence: _Sentence, prize: Name) -> int:
    """The festival that gives a prize: the one behind it, close by, or else the one before; -1 for none."""
    behind = next((at for at, name in enumerate(sentence.festivals) if name.start >= prize.end), None)
    if behind is not None and _leads_to(sentence, prize, sentence.festivals[behind]):
        return behind
    before = [at for at, name in enumerate(sentence.festivals) if name.end <= prize.start]
    if before and ";" not in sentence.text[sentence.festivals[before[-1]].end : prize.start]:
        return before[-1]
    return -1


def _leads_to(sentence: _Sentence, prize: Name, festival: Name) -> bool:
    between = sentence.text[prize.end : festival.start]
    others = [other for other in sentence.prizes if prize.end <= other.start < festival.start]
    if others:
        return _leads_to(sentence, others[-1], festival) and len(sentence.text[prize.end : others[0].start]) < FAR // 2
    joined = any(words(name).inside(between) for name in ("at", "of")) or between.strip() in ("", ",", "-", "–")
    return joined and len(between) < FAR and ";" not in between


def _film(sentence: _Sentence, at: int, carried: Quote) -> Quote:
    """The film named last before; one named only behind counts where nothing stands before («Winner of …, X is …»)."""
    title = last_before(sentence.titles, at)
    if title is None and carried:
        return carried
    title = title or next(iter(sentence.titles), None)
    return sentence.quote(title.start, title.end) if title else NOWHERE


def _festival_rows(sentence: _Sentence, festival: Name, awards: Sequence[Name], film: Quote) -> Iterator[Told]:
    year, year_words = _year(sentence, festival)
    name = sentence.quote(festival.start, festival.end)
    section = _section(sentence, festival)
    bracketed = _bracket_prize(festival)
    for prize in [*awards, *bracketed]:
        result, result_words = _result(sentence, prize.start, prize.end, default="won")
        yield Told(Row(name, year, year_words, section, sentence.quote(prize.start, prize.end), result, result_words), film)
    if not awards and not bracketed:
        result, result_words = _result(sentence, festival.start, festival.end, default="")
        if result:
            yield Told(Row(name, year, year_words, section, NOWHERE, result, result_words), film)


def _bracket_prize(festival: Name) -> list[Name]:
    """«Festival X (Special Mention)»"""
    if not festival.bracket or not names_award(festival.bracket):
        return []
    end = festival.bracket_start + len(festival.bracket)
    return [Name(festival.bracket_start, end, festival.bracket)]


def _loose_prize(sentence: _Sentence, prize: Name, film: Quote, before: _Before) -> Iterator[Told]:
    """A prize without a festival in its sentence: its giver's name, or the festival of the sentence before."""
    award = sentence.quote(prize.start, prize.end)
    year, year_words = _year(sentence, prize)
    result, result_words = _result(sentence, prize.start, prize.end, default="won")
    if before.festival:
        dated = (year, year_words) if year else (before.year, before.year_words)
        yield Told(Row(before.festival, *dated, NOWHERE, award, result, result_words), film)
        return
    giver, rest = _giver(sentence, prize)
    if giver:
        yield Told(Row(giver, year, year_words, NOWHERE, rest, result, result_words), film)


def _giver(sentence: _Sentence, prize: Name) -> tuple[Quote, Quote]:
    """«Academy Award» gives itself; «Beeld & Geluid Award for best documentary» is given by what stands before «Award»."""
    text = prize.text
    whole = sentence.quote(prize.start, prize.end)
    head = next(iter(words("award").hits(text)), None)
    if words("giver").leads(text):
        category = re.search(r"\s(?:for|für|à|a|por|per|pour)\s(?:the\s|den\s|la\s)?(?=\w)", text)
        if category:
            return sentence.quote(prize.start, prize.start + category.start()), sentence.quote(prize.start + category.end(), prize.end)
        return whole, NOWHERE
    if words("giver_beside").leads(text):
        return whole, NOWHERE
    named = head is not None and head.start and text[0].isupper() and not words("award_start").leads(text)
    if head is not None and named:
        return sentence.quote(prize.start, prize.start + head.start), whole
    before = _giver_before(sentence, prize)
    return (before, whole) if before else (NOWHERE, NOWHERE)


def _giver_before(sentence: _Sentence, prize: Name) -> Quote:
    """«the BAFTA Scotland award for Best Single Documentary»"""
    hits = [hit for hit in words("giver").hits(sentence.text) if hit.end <= prize.start and prize.start - hit.end < 20]
    return sentence.quote(hits[-1].start, hits[-1].end) if hits else NOWHERE


def _result(sentence: _Sentence, start: int, end: int, default: str) -> tuple[str, Quote]:
    """The result word before, or, where a sentence keeps its verb for the end, the one behind."""
    before = _telling(sentence, [(hit, name) for hit, name in sentence.results if hit.end <= start])
    behind = [(hit, name) for hit, name in sentence.results if hit.start >= end]
    if before and not (VERB_LAST.search(sentence.text) and behind):
        hit, name = max(before, key=lambda found: found[0].start)
    elif behind:
        hit, name = min(behind, key=lambda found: found[0].start)
    elif before:
        hit, name = max(before, key=lambda found: found[0].start)
    else:
        return default, sentence.quote(start, end)
    if name == "selected" and "nominated" in [other for place, other in before if 0 < hit.start - place.end < NEAR]:
        name = "nominated"
    return ("won" if default == "won" and name == "selected" else name), sentence.quote(hit.start, hit.end)


def _telling(sentence: _Sentence, found: list[tuple[Hit, str]]) -> list[tuple[Hit, str]]:
    """Without the noun of «nominated for the X award for …», where a verb stands before it; «awards including …» does tell."""
    verbs = [(hit, name) for hit, name in found if not words("award").whole(sentence.text[hit.start : hit.end])]
    plural = [(hit, name) for hit, name in found if (hit, name) not in verbs and sentence.text[hit.end - 1] in "si"]
    return sorted([*verbs, *plural], key=lambda one: one[0].start) if verbs else found


VERB_LAST = re.compile(r"\b(?:wurde|der|die|das|mit|auf|beim|und)\b")


def _section(sentence: _Sentence, festival: Name) -> Quote:
    around = sentence.text[max(0, festival.start - FAR) : festival.start]
    hits = list(words("section").hits(around))
    named = [hit for hit in hits if around[hit.start].isupper()]
    if not named:
        return NOWHERE
    start = festival.start - len(around)
    return sentence.quote(start + named[-1].start, start + named[-1].end)


def _year(sentence: _Sentence, name: Name) -> tuple[int | None, Quote]:
    """The year behind the name or in its bracket, behind the result word, or at the beginning of the sentence."""
    end = name.bracket_start + len(name.bracket) + 1 if name.bracket else name.end
    for found in (YEAR_BEHIND.match(sentence.text, name.end), YEAR_BEHIND.match(sentence.text, end)):
        if found:
            return int(found.group(1)), sentence.quote(found.start(1), found.end(1))
    if year_in(name.bracket):
        return year_in(name.bracket), sentence.quote(name.bracket_start, end - 1)
    before = YEAR_BEFORE.search(sentence.text[max(0, name.start - 6) : name.start])
    if before:
        start = max(0, name.start - 6) + before.start(1)
        return int(before.group(1)), sentence.quote(start, start + 4)
    inside = year_in(name.text)
    if inside:
        return inside, sentence.quote(name.start, name.end)
    return _year_of_sentence(sentence, name)


def _year_of_sentence(sentence: _Sentence, name: Name) -> tuple[int | None, Quote]:
    opening = OPENING_YEAR.match(sentence.text)
    if opening:
        return int(opening.group(1)), sentence.quote(opening.start(1), opening.end(1))
    before = _telling(sentence, [(hit, result) for hit, result in sentence.results if hit.end <= name.start])
    if not before:
        return None, NOWHERE
    hit = before[-1][0]
    for found in (YEAR_BEHIND.match(sentence.text, hit.end), BRACKET_YEAR.search(sentence.text[: hit.start])):
        if found:
            return int(found.group(1)), sentence.quote(found.start(1), found.end(1))
    return None, NOWHERE


OPENING_YEAR = re.compile(r"(?:[^\W\d_]{1,12}\s){0,3}((?:19|20)\d\d)\b(?!\s?[)–-])")
BRACKET_YEAR = re.compile(r"\(((?:19|20)\d\d)\)\s$")
"""«Beanstalk (2019) won …»: said of the film, the year is the prize's too where the verb follows at once."""


def _after(sentence: _Sentence, found: Sequence[Told], otherwise: Quote) -> _Before:
    title = sentence.titles[-1] if sentence.titles else None
    film = sentence.quote(title.start, title.end) if title else otherwise
    if not found:
        return _Before(film)
    row = found[-1].row
    return _Before(film, row.festival, row.year, row.year_words)


def speaks_of_prizes(text: str) -> bool:
    return len(tokens(text)) > 3 and _may_tell(text)
