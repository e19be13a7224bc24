"""When and where somebody was born, as a biography says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.lives.birth_dates import MOST_UNKNOWN, Found, Token, date_at, tokens_of
from presskit.extractors.lives.life import Life, sentences
from presskit.extractors.lives.names import name_words
from presskit.extractors.lives.wordlists import life_words
from presskit.model import Passage, Quote, Spans
from presskit.vocabulary import fold, vocabulary

LONGEST_BRACKET = 80
FURTHEST_BEFORE = 16
YOUNGEST = 8
"""Years between a birth year in brackets and the newest year of the kit; nearer ones are years of films."""
NO_CHILD = 2005
"""Where a kit names no later year than the one in brackets, one before this is still taken for a birth."""
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
LEFT_OVER = frozenset(",-–†.+")


@dataclass(frozen=True, slots=True)
class Birth:
    """`born` is EDTF; the spans are the words that say so."""

    born: str | None = None
    born_spans: Spans = ()
    place: Quote | None = None


def newest_year(text: str) -> int:
    return max((int(year.group()) for year in YEAR.finditer(text)), default=0)


def birth_of(passage: Passage, person: str, newest: int) -> Birth:
    """What a text says of its person's birth; words of birth go before years in brackets and openings such as «Quito, 1983.»."""
    life = Life(passage, name_words(person) | {fold(word) for word in person.split()}, newest)
    found = Found()
    for one in (*_by_words(life), *_in_brackets(life), *_as_opening(life), *_as_native(life)):
        found = _completed(found, one)
    born = passage.quote(*found.date).spans if found.edtf else ()
    return Birth(found.edtf or None, born, passage.quote(*found.place) if found.placed else None)


def _completed(found: Found, more: Found) -> Found:
    if not found.edtf and more.edtf and not (found.placed and more.placed):
        found = replace(found, edtf=more.edtf, date=more.date)
    return replace(found, place=more.place) if more.placed and not found.placed else found


def _by_words(life: Life) -> Iterator[Found]:
    """«was born on 2 May 1979 in Derry», «née à Lyon», «wurde 1969 in Basel geboren», «Date of birth: 1980»."""
    for start, end in sentences(life.text):
        tokens = tokens_of(life.text, start, end)
        for at, token in enumerate(tokens):
            if _announces(tokens, at) and _about_person(tokens, at):
                found = (
                    _labelled(life, tokens, at)
                    if _is_label(tokens, at)
                    else _stretch(life, tokens, _past_maiden_name(life, tokens, at + 1))
                )
                if not found.edtf and not _is_label(tokens, at):
                    found = _merged(_before(life, tokens, at), found)
                if found.edtf or (found.placed and not token.text.endswith(".")):
                    yield found


def _merged(first: Found, second: Found) -> Found:
    if first.edtf or first.placed:
        return first if first.placed or not second.placed else replace(first, place=second.place)
    return second


def _announces(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if _is_label(tokens, at):
        return True
    if token.text == "*" or token.listed("birth_short"):
        return any(date_at(tokens, index)[0] for index in range(at + 1, min(at + 4, len(tokens))))
    return token.listed("birth_words")


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].listed("birth_labels") and any(after.text == ":" for after in tokens[at + 1 : at + 3])


def _labelled(life: Life, tokens: Sequence[Token], at: int) -> Found:
    """Behind «Date of birth:» the next label may follow without a mark: only a comma or a small word leads on."""
    first = _stretch(life, tokens, at + 1, most=1)
    leads_on = first.end < len(tokens) and (_filler(tokens[first.end]))
    return _completed(first, _stretch(life, tokens, first.end)) if leads_on else first


def _past_maiden_name(life: Life, tokens: Sequence[Token], at: int) -> int:
    """«born Henry Ironside, 11 November 1960», «née Durand à Lyon»: a name that follows without a preposition is no place."""
    return _run_end(life, tokens, at) or at


def _about_person(tokens: Sequence[Token], at: int) -> bool:
    """Not «her first daughter was born», not «the idea was born»: judged by the clause in front of the word."""
    for token in reversed(tokens[max(0, at - 12) : at]):
        if token.text in {",", ";", ":"}:
            return True
        if fold(token.text) in life_words("born_others"):
            return False
    return True


def _stretch(life: Life, tokens: Sequence[Token], at: int, most: int = 2) -> Found:
    """Date and place from `at` on, in either order, as far as only small words stand between; at `most` so many of them."""
    found, unknown = Found(end=at), 0
    at += at < len(tokens) and tokens[at].text == "."
    while at < len(tokens) and bool(found.edtf) + found.placed < most:
        edtf, behind = ("", at) if found.edtf else date_at(tokens, at)
        place = 0 if found.placed else _place_end(life, tokens, at)
        if place and found.edtf and any(token.text == "," for token in tokens[found.end : at]) and not _closes_place(tokens, at, place):
            break
        if edtf:
            found = replace(found, edtf=edtf, date=(tokens[at].start, tokens[behind - 1].end), end=behind)
            at = behind
        elif place:
            found = replace(found, place=(tokens[at].start, tokens[place - 1].end), end=place)
            at = place
        elif _filler(tokens[at]):
            at += 1
        elif _goes_on_in_country(life, tokens, at, found):
            found = replace(found, place=(found.place[0], tokens[at].end), end=at + 1)
            at += 1
        elif unknown >= MOST_UNKNOWN or not _may_stand_between(tokens[at], found, unknown):
            break
        else:
            unknown, at = unknown + 1, at + 1
    return found


def _may_stand_between(token: Token, found: Found, unknown: int) -> bool:
    """«to a family of weavers»; between a date and a place it takes «to», «into» or the like to lead on."""
    if found.placed or not _skippable(token):
        return False
    return not found.edtf or unknown > 0 or token.listed("birth_into")


def _goes_on_in_country(life: Life, tokens: Sequence[Token], at: int, found: Found) -> bool:
    """«née à Namur, en Belgique, le 1er avril»."""
    near = found.placed and at - found.end <= 3
    return near and tokens[at].capital and bool(vocabulary().country(tokens[at].text)) and fold(tokens[at].text) not in life.person


def _filler(token: Token) -> bool:
    return token.text in {",", "(", ":", "*", "/", "–", "-"} or token.listed("birth_fillers")


def _skippable(token: Token) -> bool:
    return token.text.isalpha() and token.text.islower() and not token.common("conjunctions")


def _place_end(life: Life, tokens: Sequence[Token], at: int) -> int:
    """The index behind the place that begins at `at`, 0 where none does: capitalised words, small words between them,
    and what follows a comma as long as it is no sentence of its own."""
    end = _run_end(life, tokens, at)
    while end and end + 1 < len(tokens) and tokens[end].text in {",", "/"} | ({"("} & {tokens[end].text}):
        further = _run_end(life, tokens, end + 1)
        if not further or not _closes_place(tokens, end + 1, further):
            break
        end = further + (further < len(tokens) and tokens[end].text == "(" and tokens[further].text == ")")
    return end


def _run_end(life: Life, tokens: Sequence[Token], at: int) -> int:
    end = 0
    while at < len(tokens):
        token = tokens[at]
        if token.capital and fold(token.text) not in life.person and _names_place(tokens, at):
            at = end = at + 1
            if at < len(tokens) and tokens[at].text == "." and len(token.text) <= 3 and at + 1 < len(tokens) and tokens[at + 1].capital:
                at += 1
        elif end and token.common("name_particles") and at + 1 < len(tokens):
            at += 1
        else:
            break
    return end


def _names_place(tokens: Sequence[Token], at: int) -> bool:
    """«Los Angeles», «The Hague»: an article only in front of another capital."""
    token = tokens[at]
    if token.common("articles") and len(token.text) > 1:
        return at + 1 < len(tokens) and tokens[at + 1].capital
    return len(token.text) > 1 and not token.common("conjunctions")


def _closes_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Behind a second part stands a mark, a date or nothing, unless it is the name of a country; «Husum, Studium der …» goes on."""
    if any(token.listed("career_words") for token in tokens[start:end]):
        return False
    words = " ".join(token.text for token in tokens[start:end])
    if vocabulary().country(words):
        return True
    return end >= len(tokens) or tokens[end].text in {",", ".", ")", ";"} or bool(date_at(tokens, end)[0]) or _filler(tokens[end])


def _before(life: Life, tokens: Sequence[Token], at: int) -> Found:
    """Languages whose verb comes last: «1969 in Basel geboren», «der 1982 in Kiel geborene Regisseur»."""
    start, first = at, max(0, at - FURTHEST_BEFORE)
    while start > first and _may_precede(life, tokens[start - 1]):
        start -= 1
    while start < at and _filler(tokens[start]):
        start += 1
    return _stretch(life, tokens[:at], start)


def _may_precede(life: Life, token: Token) -> bool:
    stops = fold(token.text) in life.person or fold(token.text) in life_words("pronouns") or token.listed("birth_short")
    if stops or token.text in {"(", "*", ":"}:
        return False
    return _filler(token) or token.capital or bool(token.number or token.month) or token.text == "." or token.listed("about_words")


def _in_brackets(life: Life) -> Iterator[Found]:
    """«Ada Brook (1973) is», «(Quito, 1983)», «(*1969 in Bern)», «(1935–2010)»: right behind the name only."""
    opening = life.text.find("(", 0, 400)
    if opening < 0:
        return
    closing = life.text.find(")", opening, opening + LONGEST_BRACKET)
    before = tokens_of(life.text, max(0, opening - 40), opening)
    if closing < 0 or not before or fold(before[-1].text) not in life.person:
        return
    tokens = tokens_of(life.text, opening + 1, closing)
    found = _stretch(life, tokens, 0)
    if found.edtf and _plausible(life, found) and all(token.number or token.text in LEFT_OVER for token in tokens[found.end :]):
        yield found


def _plausible(life: Life, found: Found) -> bool:
    year = int(found.edtf[:4].replace("X", "0"))
    return year <= life.newest - YOUNGEST or life.newest == year < NO_CHILD


def _as_opening(life: Life) -> Iterator[Found]:
    """«San José, 1987. Ada Brook studied», «1977, Leeds –», «Ada Brook, Quito, 1983.»: before the first sentence."""
    tokens = tokens_of(life.text, 0, 160)
    at = 0
    while at < len(tokens) and (fold(tokens[at].text) in life.person or (at and tokens[at].text == ",")):
        at += 1
    found = _stretch(life, tokens, at)
    ends = found.end < len(tokens) and tokens[found.end].text in {".", ";", "–", "-", ")"}
    fits = (ends or found.end == len(tokens)) and all(map(_stands_in_opening, tokens[at : found.end]))
    if found.edtf and found.placed and fits and _plausible(life, found):
        yield found


def _stands_in_opening(token: Token) -> bool:
    # A verb makes it a sentence about something else: «Ada Brook débute à Lyon en 1994.»
    month = bool(token.month) and token.text != "set"  # «Ada Brook set up a firm in 2011.»
    return _filler(token) or token.capital or not token.text.isalpha() or month or token.common("name_particles")


def _leads_to_place(after: Sequence[Token]) -> bool:
    """«native of», «stammt aus Graz»; not «stammt aus einer Familie»."""
    return bool(after) and (_filler(after[0]) or (after[0].text == "aus" and after[-1].capital))


def _as_native(life: Life) -> Iterator[Found]:
    """«A California native», «native of Loja», «originaire de Brest»: a place without a date."""
    start, end = next(sentences(life.text), (0, 0))
    tokens = tokens_of(life.text, start, end)
    for at, token in enumerate(tokens):
        if not token.listed("native_words"):
            continue
        found = _stretch(life, tokens, at + 1) if _leads_to_place(tokens[at + 1 : at + 3]) else Found()
        if not found.placed and at:
            found = _before(life, tokens, at)
        if found.placed:
            yield Found(place=found.place)
            return
