"""A sentence about prizes: what it names, and which result, section and year go with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.award_entry import NOWHERE
from presskit.extractors.award_films import Title, titles
from presskit.extractors.award_known import Known
from presskit.extractors.award_mentions import Name, festivals, in_cities
from presskit.extractors.award_prizes import prizes
from presskit.extractors.award_words import words, year_in
from presskit.extractors.phrases import Hit
from presskit.model import Passage, Quote

SENTENCE = re.compile(r"[.!?…][”\"»’)\]]{0,3}\s+(?=[“\"«(„]?[A-ZÀ-ÝŽŠ0-9])|(?<=[a-zà-ÿ])\.(?=[A-ZÀ-Ý][a-zà-ÿ]{0,20}\s)")
SHORT = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[^\W\d_]{1,2}|Mrs|Jr|Sr|Prof|bzw|vol|ca|Int'l)$", re.IGNORECASE)
YEAR_BEHIND = re.compile(r"(?:\s(?:sie|er|es))?\s?,?\s?\(?(?:(?:in|im|en|em|nel|de|del|do)\s)?((?:19|20)\d\d)\b")
PRAISE = re.compile(r"\b(?:[\w’']+-){0,2}(?:award|prize)s?-winning\b|\b[A-Z][\w’']+-(?:nominated|winning|shortlisted)\b")
"""«an award-winning Irish filmmaker», «Emmy-nominated»: praise of a person, which prize and for what is not said."""
NEAR = 20
"""«nominated for selection» is a nomination."""
YEAR_BEFORE = re.compile(r"(?<![\d(])((?:19|20)\d\d)\s$")
LONGEST_SENTENCE = 2_500
"""Characters; what is longer has lost its full stops and would pair anything with anything."""
VERB_LAST = re.compile(r"\b(?:wurde|der|die|das|mit|auf|beim|und)\b")
OPENING_YEAR = re.compile(r"(?:[^\W\d_]{1,12}\s){0,3}((?:19|20)\d\d)\b(?!\s?[)–-])")
BRACKET_YEAR = re.compile(r"\(((?:19|20)\d\d)\)\s$")
"""«Beanstalk (2019) won …»: said of the film, the year is the prize's too where the verb follows at once."""
FAR = 60
"""Characters between a prize and the festival behind it that still belong together («prize in Un Certain Regard at the …»)."""


@dataclass(frozen=True, slots=True)
class Sentence:
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


def sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for mark in SENTENCE.finditer(text):
        if SHORT.search(text[max(at, mark.start() - 8) : mark.start()]) and text[mark.start()] == ".":
            continue
        yield at, mark.end()
        at = mark.end()
    if at < len(text):
        yield at, len(text)


def read_sentence(passage: Passage, start: int, end: int, known: Known) -> Sentence:
    text = passage.text[start:end]
    plain = PRAISE.sub(lambda praise: "·" * len(praise[0]), text)
    results = tuple(_results(plain))
    if not _may_tell(text):
        return Sentence(passage, start, text, (), (), tuple(titles(text, known)), results)
    films = titles(text, known)
    quoted = [film for film in films if film.quoted]
    named = [name for name in festivals(plain) if not _within(quoted, name) and not _is_job(text, name)]
    films = [film for film in films if film.quoted or not any(name.start <= film.start < name.end for name in named)]
    awards = [prize for prize in prizes(plain, named) if not _within(films, prize) and not _is_job(text, prize)]
    named = sorted([*named, *in_cities(text, awards, named)], key=lambda name: name.start)
    telling = tuple((hit, result) for hit, result in results if not any(name.start <= hit.start < name.end for name in named))
    return Sentence(passage, start, text, tuple(named), tuple(awards), tuple(films), telling)


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


def result_of_name(sentence: Sentence, start: int, end: int, default: str) -> tuple[str, Quote]:
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


def _telling(sentence: Sentence, found: list[tuple[Hit, str]]) -> list[tuple[Hit, str]]:
    """Without the noun of «nominated for the X award for …», where a verb stands before it; «awards including …» does tell."""
    verbs = [(hit, name) for hit, name in found if not words("award").whole(sentence.text[hit.start : hit.end])]
    plural = [(hit, name) for hit, name in found if (hit, name) not in verbs and sentence.text[hit.end - 1] in "si"]
    return sorted([*verbs, *plural], key=lambda one: one[0].start) if verbs else found


def section_of(sentence: Sentence, festival: Name) -> Quote:
    inside = next(iter(words("section").hits(festival.bracket)), None)
    if inside is not None:
        return sentence.quote(festival.bracket_start + inside.start, festival.bracket_start + inside.end)
    behind = (other.bracket_start + len(other.bracket) if other.bracket else other.end for other in sentence.festivals)
    first = max((end for end in behind if end <= festival.start), default=0)
    around = sentence.text[max(first, festival.start - FAR) : festival.start]
    hits = list(words("section").hits(around))
    named = [hit for hit in hits if around[hit.start].isupper()]
    if not named:
        return NOWHERE
    start = festival.start - len(around)
    return sentence.quote(start + named[-1].start, start + named[-1].end)


def year_of(sentence: Sentence, name: Name) -> tuple[int | None, Quote]:
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


def _year_of_sentence(sentence: Sentence, name: Name) -> tuple[int | None, Quote]:
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
