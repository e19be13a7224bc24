"""Which film a sentence about a prize speaks of: titles by quotes, capitals, years behind them and nouns before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from presskit.extractors.award_known import LONGEST_TITLE, Known
from presskit.extractors.award_words import names_festival, words
from presskit.extractors.phrases import Hit, Word, tokens
from presskit.vocabulary import vocabulary
from presskit.vocabulary.folding import fold

QUOTED = re.compile(r"[“„«\"‹]\s?([^“”„«»\"‹›]{2,80}?)\s?[”“»\"›]")
CAPITALS = re.compile(r"(?<![\w-])[A-ZÀ-ÝŽŠ][A-ZÀ-ÝŽŠ’'&:!-]+(?:[ ,]{1,2}(?:[A-ZÀ-ÝŽŠ0-9][A-ZÀ-ÝŽŠ0-9’'&!-]*))*(?![\w-])")
YEAR_BEHIND = re.compile(r"\s?\((?:19|20)\d\d\b")
APPOSED = re.compile(r"(?:^|[(;:]\s?|,\s)([A-ZÀ-Ý][^,;:()]{1,60}),\s$")
LIST_JOINT = re.compile(r",\s(?:and\s|et\s|und\s|y\s|e\s)?|\s(?:and|et|und|y|e)\s")
MOST_TITLES = 12
SHORTEST_CAPITALS = 5
"""A single word in capitals with fewer letters is an abbreviation more often than a title."""


@dataclass(frozen=True, slots=True)
class Title:
    """Where a film is named in a sentence."""

    start: int
    end: int
    text: str
    quoted: bool = False


def titles(text: str, known: Known) -> list[Title]:
    """The films a sentence names, in order; of two readings of one place the surer sign wins."""
    found: list[Title] = []
    for title in _candidates(text, known):
        clash = any(title.start < other.end and other.start < title.end for other in found)
        somebody = not title.quoted and fold(title.text) in known.people
        if not clash and not somebody and not _is_no_title(title.text):
            found.append(title)
    return sorted(found, key=lambda title: title.start)


def _candidates(text: str, known: Known) -> Iterator[Title]:
    """Surest signs first."""
    parts = tokens(text)
    for quoted in QUOTED.finditer(text):
        if quoted.group(1)[:1].isupper() or quoted.group(1)[:1].isdigit():
            title = quoted.group(1) if quoted.group(1).endswith("..") else quoted.group(1).rstrip(",.")
            yield Title(quoted.start(1), quoted.start(1) + len(title), title, quoted=True)
    yield from _known(text, parts, known.films)
    yield from _in_capitals(text)
    yield from _with_year(text)
    for noun in words("film_noun").hits(text):
        if not _is_in_name(text, parts, noun):
            yield from _listed(text, parts, noun.end)
            yield from _in_front(text, parts, noun)
    for verb in words("made").hits(text):
        yield from _listed(text, parts, verb.end)
    yield from _before_result(text)
    yield from _as_subject(text, parts)
    yield from _small_subject(text, parts)


def _in_capitals(text: str) -> Iterator[Title]:
    if sum(char.islower() for char in text) * 2 < len(text):
        return
    for run in CAPITALS.finditer(text):
        title = run.group().rstrip(" ,:-")
        letters = [word for word in title.split() if any(char.isalpha() for char in word)]
        if len(letters) > 1 or len(title.split()[0]) >= SHORTEST_CAPITALS:
            yield Title(run.start(), run.start() + len(title), title)


def _is_description(text: str) -> bool:
    """«a director from Ghent», «the first film of its kind»: who or what it is, not what it is called."""
    last = text.split()[-1]
    return words("film_noun").inside(text) or bool(vocabulary().roles(last)) or bool(vocabulary().roles(text))


def _with_year(text: str) -> Iterator[Title]:
    """«…, The Long Ditch (2014)»: back to the mark before."""
    for year in YEAR_BEHIND.finditer(text):
        start = max(text.rfind(mark, 0, year.start()) for mark in ',;:()“”«»"') + 1
        low = _behind_noun(text, start, year.start())
        if low is not None and len(tokens(text[low : year.start()])) <= LONGEST_TITLE:
            yield _title(text, low, year.start())


def _behind_noun(text: str, start: int, end: int) -> int | None:
    """Where a title begins in a stretch that may open otherwise: behind the noun for film, else at the first capital of a name."""
    stretch = text[start:end]
    known = tokens(stretch)
    nouns = [hit for hit in words("film_noun").hits(stretch) if hit.end < len(stretch.rstrip()) and not _is_in_name(stretch, known, hit)]
    noun = nouns[-1].end if nouns else 0
    if not noun and text[start - 1 : start] == "," and _is_titled([*known]):
        return start + known[0].start  # «Her first film, A House for Gulls (2018), won»
    if not noun and any(words("title_stop").length(known, n) for n in range(len(known))):
        return _trailing(known, start)
    parts = tokens(stretch[noun:])
    at = next((n for n, word in enumerate(parts) if word.text[0].isupper() or word.text[0].isdigit()), None)
    while at is not None and not noun and words("pronoun").length(parts, at):
        at = next((n for n in range(at + 1, len(parts)) if parts[n].text[0].isupper()), None)
    return None if at is None else start + noun + parts[at].start


def _trailing(parts: tuple[Word, ...], start: int) -> int | None:
    """«she won an award for The Long Ditch (2014)»: the capitals right before the year."""
    low = len(parts)
    while low and _may_belong(parts, low - 1) and not words("joining").length(parts, low - 1):
        low -= 1
    return start + parts[low].start if low < len(parts) else None


def _listed(text: str, parts: tuple[Word, ...], start: int) -> Iterator[Title]:
    """«the short films Chalk, Ferrymen and Paradiso»: from the noun to the next mark or verb, and on over commas."""
    at: int | None = start
    for _ in range(MOST_TITLES):
        title = _run(text, parts, at) if at is not None else None
        if title is None:
            return
        yield title
        goes_on = LIST_JOINT.match(text, title.end)
        at = goes_on.end() if goes_on else None


def _run(text: str, parts: tuple[Word, ...], start: int) -> Title | None:
    behind = [word for word in parts if word.start >= start]
    while behind and behind[0].text in {",", ":"} and behind[0].start - start <= 1:
        behind = behind[1:]
    if not behind or not (behind[0].text[0].isupper() or behind[0].text[0].isdigit()) or behind[0].start - start > 2:
        return None
    if words("film_noun").length(tuple(behind[:3]), 0):
        return None
    end = _end_of_title(tuple(behind))
    return _title(text, behind[0].start, end) if end else None


def _is_in_name(text: str, parts: tuple[Word, ...], noun: Hit) -> bool:
    """«the Northern Film School»: a capital in the middle of capitals. German nouns begin so anyway, but stand behind small words."""
    at = next(n for n, word in enumerate(parts) if word.start == noun.start)
    return text[noun.start].isupper() and at > 1 and parts[at - 1].text[0].isupper()


def _in_front(text: str, parts: tuple[Word, ...], noun: Hit) -> Iterator[Title]:
    """«Chalk, her graduation film»: the name before the comma."""
    at = next(n for n, word in enumerate(parts) if word.start == noun.start)
    comma = next((n for n in range(at - 1, max(0, at - 5), -1) if parts[n].text == ","), None)
    if comma is None or not words("his").length(parts, comma + 1):
        return
    low = comma
    while low and _may_belong(parts, low - 1):
        low -= 1
    if 0 < comma - low <= LONGEST_TITLE:
        yield _title(text, parts[low].start, parts[comma - 1].end)


def _may_belong(parts: tuple[Word, ...], at: int) -> bool:
    inside = at > 0 and bool(words("particle").length(parts, at)) and parts[at - 1].text[0].isupper()
    return parts[at].text[0].isupper() or inside


def _before_result(text: str) -> Iterator[Title]:
    """«(Trawlermen, nominated in …», «The Ditch, winner of …»"""
    hits = [hit for name in ("won", "nominated", "selected") for hit in words(name).hits(text)]
    for hit in hits:
        comma = APPOSED.search(text[max(0, hit.start - 80) : hit.start])
        if not comma:
            continue
        start = max(0, hit.start - 80) + comma.start(1)
        low = _behind_noun(text, start, start + len(comma.group(1)))
        if low is not None and not _is_description(text[low : start + len(comma.group(1))]):
            yield _title(text, low, start + len(comma.group(1)))


def _as_subject(text: str, parts: tuple[Word, ...]) -> Iterator[Title]:
    """«The Long Ditch won …», «In 2008 Chalk was awarded …»: the name at the beginning of the sentence."""
    at = next((n for n, word in enumerate(parts) if word.text[0].isupper() and not _is_opening(parts, n)), None)
    if at is None or at > 3:
        return
    end = _end_of_title(parts[at:])
    inside = [word for word in parts[at:] if word.end <= end]
    behind = at + len(inside)
    if behind < len(parts) and words("title_stop").length(parts, behind) and _is_titled(inside):
        yield _title(text, parts[at].start, end)


def _small_subject(text: str, parts: tuple[Word, ...]) -> Iterator[Title]:
    """«Una orilla quieta ganó …»: titles in small letters, told from people and things by what may not stand in one."""
    verb = next((hit for hit in words("prize_verb").hits(text)), None)
    before = tuple(word for word in parts if verb and word.end <= verb.start)
    if before and not (1 < len(before) <= LONGEST_TITLE):
        return
    subject = text[before[0].start : before[-1].end] if before else ""
    if not subject or not subject[0].isupper() or not all(word.folded.isalnum() or word.text in "'’-" for word in before):
        return
    named = words("pronoun").length(before, 0) or (words("his").leads(subject) and len(before) < 3)
    if not named and not _names_somebody(subject, before):
        yield _title(text, before[0].start, before[-1].end)


def _names_somebody(subject: str, parts: tuple[Word, ...]) -> bool:
    """«La joven directora», «Anna Lindt», «Der Film»: a person, or a noun for what was made."""
    large = all(word.text[0].isupper() for word in parts)
    known = any(vocabulary().roles(word.text) for word in parts)
    return large or known or any(words(name).inside(subject) for name in ("film_noun", "made_thing", "award", "same_film"))


def _is_titled(parts: list[Word]) -> bool:
    """Capitals but for small words, and more than «The» or «She»."""
    if parts and words("pronoun").length((parts[0],), 0) and len(parts) < 3:
        return False
    small = [word for word in parts if len(word.text) == 1 or words("particle").length((word,), 0) or words("same_film").length((word,), 0)]
    large = [word for word in parts if word not in small]
    return bool(large) and all(word.text[0].isupper() or not word.folded.isalnum() for word in large) and len(large[0].text) > 2


def _is_opening(parts: tuple[Word, ...], at: int) -> bool:
    """«In 2008», «Her», «Das»: a capital that only the sentence's beginning gives."""
    return at == 0 and ((len(parts) > 1 and parts[1].text.isdigit()) or bool(words("in_year").length(parts, 0)))


def _end_of_title(parts: tuple[Word, ...]) -> int:
    end = 0
    stop = words("title_stop")
    for at, word in enumerate(parts[: LONGEST_TITLE + 1]):
        if at == LONGEST_TITLE:
            return 0
        ends = at and (stop.length(parts, at) or words("nominated").length(parts, at) or _dates(parts, at))
        if ends or (not word.folded.isalnum() and word.text not in "'’&!-"):
            return end
        end = word.end
    return end


def _dates(parts: tuple[Word, ...], at: int) -> bool:
    """«in 2010» behind a title"""
    year = parts[at + 1].text if at + 1 < len(parts) else ""
    return bool(words("in_year").length(parts, at)) and len(year) == 4 and year.isdigit()


def _known(text: str, parts: tuple[Word, ...], known: frozenset[str]) -> Iterator[Title]:
    firsts = {tokens(title)[0].folded for title in known if tokens(title)}
    for at, word in enumerate(parts):
        if word.folded not in firsts:
            continue
        for length in range(min(LONGEST_TITLE, len(parts) - at), 0, -1):
            stretch = text[word.start : parts[at + length - 1].end]
            if word.text[0].isupper() and fold(stretch) in known:
                yield Title(word.start, parts[at + length - 1].end, stretch)
                break


def _title(text: str, start: int, end: int) -> Title:
    stretch = text[start:end].rstrip(" ,.;:-–—")
    return Title(start, start + len(stretch), stretch)


def _is_no_title(title: str) -> bool:
    alone = words("film_noun").whole(title) or words("same_film").whole(title) or words("award").inside(title)
    return alone or names_festival(title) or len(fold(title)) < 2


def last_before(found: Iterable[Title], at: int) -> Title | None:
    return max((title for title in found if title.start < at), key=lambda title: title.start, default=None)


def goes_on(text: str) -> bool:
    """Whether a sentence speaks of the film just named."""
    return bool(words("same_film").leads(text)) or bool(words("there").leads(text))


def overlaps(title: Title, hit: Hit) -> bool:
    return title.start < hit.end and hit.start < title.end
