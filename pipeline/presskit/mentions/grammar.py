"""Finds the dates of a text in English, French, German, Spanish, Italian, Portuguese and Dutch, in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from presskit.mentions.edtf import Interval, Point, When, between
from presskit.mentions.found import Found, dash, lead
from presskit.mentions.lexicon import lexicon
from presskit.mentions.numbers import counted
from presskit.mentions.points import point, starts
from presskit.mentions.tokens import Tokens, tokenise, touching


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """The shortest phrase that means a date: offsets in the text and what it says."""

    start: int
    end: int
    when: When


def date_phrases(text: str) -> Iterator[DatePhrase]:
    tokens = tokenise(text)
    behind = 0
    for at in starts(tokens):
        if at < behind:
            continue
        found = _date(tokens, at)
        if found:
            behind = found.end
            yield DatePhrase(tokens[found.start].start, tokens[found.end - 1].end, found.when)


def _date(tokens: Tokens, at: int) -> Found | None:
    """The date that begins at a token; the readings that take in most words come first."""
    for read in (_ranged, _open, _spanned, _alone):
        found = read(tokens, at)
        if found:
            return found
    return None


def _ranged(tokens: Tokens, at: int) -> Found | None:
    """From 1957 to 1964, entre 2013 y 2015, between the spring of 2014 and January 2020, von 1990 bis heute."""
    words = lexicon()
    for opener, joiner in (("between", "and"), ("from", "to")):
        length = words.length(opener, tokens, at)
        first = _modified(tokens, lead(tokens, at + length)) if length else None
        if not first:
            continue
        joined = words.length(joiner, tokens, first.end) or int(opener == "from" and dash(tokens, first.end))
        found = _joined(tokens, first, joined) if joined else None
        if found:
            return replace(found, start=at)
    return None


def _joined(tokens: Tokens, first: Found, joined: int) -> Found | None:
    """The interval of a first date, a joining word of that many tokens and a second date or "today"."""
    if not isinstance(first.when, Point):
        return None
    words, behind = lexicon(), first.end + joined
    start = lead(tokens, behind)
    at = behind if words.length("now", tokens, behind) else start
    now = words.length("now", tokens, at)
    if now and first.when.dated:
        return Found(first.start, at + now, Interval(first.when, None))
    second = _modified(tokens, start)
    if not second or not isinstance(second.when, Point):
        return None
    when = between(first.when, second.when)
    return Found(first.start, second.end, when) if when else None


def _open(tokens: Tokens, at: int) -> Found | None:
    """since 1825, up to 1984, bis in die 80er Jahre; "since the early 2000s" says no more than the decade."""
    words = lexicon()
    for opener in ("since", "until"):
        length = words.length(opener, tokens, at)
        found = _modified(tokens, lead(tokens, at + length)) if length else None
        if not found or not isinstance(found.when, Point) or not found.when.dated:
            continue
        if opener == "until":
            return replace(found, start=at, when=Interval(None, found.when))
        if found.when.decade is None:
            return replace(found, start=at, when=Interval(found.when, None))
    return None


def _spanned(tokens: Tokens, at: int) -> Found | None:
    """19 February 1942 – 12 November 1943; Mai bis Juli 2015; 2013 to 2015."""
    first = _modified(tokens, at)
    if not first:
        return None
    joined = 1 if dash(tokens, first.end) else lexicon().length("to", tokens, first.end)
    found = _joined(tokens, first, joined) if joined else None
    return found if found and isinstance(found.when, Interval) and found.when.dated else None


def _modified(tokens: Tokens, at: int) -> Found | None:
    """A date with what qualifies it: c. 1948, hacia octubre de 2020, end of September 2016, mid-1990s."""
    if at >= len(tokens):
        return None
    words = lexicon()
    about = words.length("about", tokens, at)
    if about:
        about += int(about == 1 and at + 1 < len(tokens) and tokens[at + 1].text == "." and touching(tokens, at))
        found = _modified(tokens, lead(tokens, at + about))
        return _approximate(found, at) if found else None
    part = words.length("part", tokens, at)
    if not part:
        return point(tokens, at)
    start = at + part + int(dash(tokens, at + part))
    found = point(tokens, lead(tokens, start)) if lead(tokens, start) < len(tokens) else None
    return replace(found, start=at) if found and not _daily(found) else None


def _approximate(found: Found, at: int) -> Found:
    vague = isinstance(found.when, Point) and found.when.year is not None and not found.when.season
    when = replace(found.when, about=True) if vague and isinstance(found.when, Point) else found.when
    return replace(found, start=at, when=when)


def _daily(found: Found) -> bool:
    """A day has no beginning, middle or end; "fin 12 mai" is not one phrase."""
    return isinstance(found.when, Point) and found.when.day is not None


def _alone(tokens: Tokens, at: int) -> Found | None:
    """A date without opener, if what it is printed next to does not make it something else."""
    words = lexicon()
    article = words.length("decade_article", tokens, at)
    found = _modified(tokens, at + article)
    if not found or not isinstance(found.when, Point):
        return None if article else found
    if found.when.decade is not None:
        return _decade(tokens, found, at)
    if article:
        return None
    if not found.when.dated and found.when.day is None:
        return found if _month_meant(tokens, found) else None
    number = found.end - 1
    return None if found.when.month is None and found.when.season is None and counted(tokens, number) else found


def _decade(tokens: Tokens, found: Found, at: int) -> Found | None:
    """the nineties, late sixties, 80er Jahre; "her early thirties" and "los ochenta minutos" are none."""
    words = lexicon()
    if words.ends("possessive", tokens, at - 1) or words.ends("counted", tokens, found.end):
        return None
    if found.end - found.start > 1:
        return found
    return replace(found, start=at) if at < found.start else None


def _month_meant(tokens: Tokens, found: Found) -> bool:
    """A month without day and year: "early November" is one, "in May" too, "May" is not."""
    if found.end - found.start > 1 and tokens[found.end - 1].text != ".":
        return tokens[found.end - 1].capital or not lexicon().ends("month_doubtful", tokens, found.end - 1)
    return lexicon().ends("month_preposition", tokens, found.start - 1) and len(tokens[found.start].text) > 2 and _full(tokens, found.start)


def _full(tokens: Tokens, at: int) -> bool:
    """A month's whole name, with its capital if without one it is also another word."""
    return tokens[at].capital or (len(tokens[at].text) > 4 and not lexicon().ends("month_doubtful", tokens, at))
