"""What data say of a film's versions: «VO FR/NL – ST FR», «OV Deutsch mit engl. UT», «Dutch/Swedish spoken»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.extractors.fact_words import language_sign
from presskit.vocabulary import vocabulary

SPOKEN, SUBTITLED = "film.languages", "film.subtitles"
AHEAD = re.compile(
    r"(?<!\w)(?:(?P<spoken>V\.?O\.?|O\.?V\.?|OF|[Vv]ersion originale|[Oo]riginal(?:fassung|version)"
    r"|[Vv]ersión original|[Vv]ersione originale|[Vv]ersão original)"
    r"|(?P<alone>(?:^|(?<=[|•·–—-]\s))(?:[Ii]n|[Ee]n|[Ee]m)(?=\s))"
    r"|(?P<subtitled>ST|S\.T\.|[Ss][-/]t\.?|[Ss]ous-titr\w+|STT|UT|[Ss]ubs?\b\.?|[Ss]ubt\.|[Ss]ubt[ií]tul\w+"
    r"|[Ll]eg\.|[Ll]egend\w+|[Ss]ott\.|[Ss]ottotit\w+|[Ss]ubtitle[sd]))"
    r"[\s:]*(?:(?:en|in|em|auf|ins|aux?)\s)?(?=\w)"
)
"""Signs before the languages they speak of."""
BEHIND = re.compile(
    r"\s(?P<alone>(?!))?(?:(?P<spoken>spoken|parlé|gesprochen|parlato|hablado)|(?P<subtitled>UT|Untertiteln?|subtitle[sd]|subs?|ST))(?!\w)\.?"
)
"""And behind them."""
SWISS = re.compile(r"(?<!\w)(?P<alone>(?!))?(?P<subtitled>(?:O\.?V?\.?|[DFIE])(?=(?:\s?/\s?[dfie]\b){1,3}(?!\w)))")
"""«OV/d/f»: the original version, and its subtitles by a letter each."""
LETTER = re.compile(r"\s?/\s?(?P<letter>[dfie])\b")
LETTERS = {"d": "de", "f": "fr", "i": "it", "e": "en"}
ENDED = re.compile(r"\s?[|•·,;]|\s[–—-]\s|\.\s|\s(?:with|mit|avec|con|com|m\.|w/)\s", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_]{2,}\.?")
JOINT = re.compile(r"\s?[/,&+·-]\s?|\s(?:et|and|und|y|e|or|ou|oder|o)\s")
WITH = re.compile(r"(?:\b(?:with|mit|avec|con|com|m\.|w/)\s*|[(\[,]\s*)$", re.IGNORECASE)
MOST = 8


@dataclass(frozen=True, slots=True)
class Version:
    """`members` are the languages with the offsets of their words; the whole stretch reaches from `start` to `end`."""

    field: str
    start: int
    end: int
    members: tuple[tuple[int, int, str], ...]


def versions(text: str) -> Iterator[Version]:
    """In printed order; none of them reaches into another."""
    at = 0
    for found in sorted([*AHEAD.finditer(text), *BEHIND.finditer(text), *SWISS.finditer(text)], key=lambda match: match.start()):
        if found.start() < at:
            continue
        members = _before(text, at, found.start()) if found.re is BEHIND else _lettered(text, found.end()) or _after(text, found.end())
        if not members or (found["alone"] is not None and not _is_all(text, members[-1][1])):
            continue
        field = SUBTITLED if found["subtitled"] else SPOKEN
        low, high = min(found.start(), members[0][0]), max(found.end(), members[-1][1])
        lead = WITH.search(text, at, low)
        yield Version(field, lead.start() if lead else low, high, members)
        at = high


def _lettered(text: str, at: int) -> tuple[tuple[int, int, str], ...]:
    members: list[tuple[int, int, str]] = []
    while found := LETTER.match(text, at):
        members.append((*found.span("letter"), LETTERS[found["letter"]]))
        at = found.end()
    return tuple(members)


def _is_all(text: str, end: int) -> bool:
    """«In Portuguese with English subtitles»: nothing else is said in a line that begins so."""
    return not text[end:].strip(" .") or ENDED.match(text, end) is not None


def _after(text: str, at: int) -> tuple[tuple[int, int, str], ...]:
    members: list[tuple[int, int, str]] = []
    while (name := NAME.match(text, at)) and (code := _code(name[0])) and len(members) < MOST:
        members.append((name.start(), name.end(), code))
        joint = JOINT.match(text, name.end())
        if joint is None:
            break
        at = joint.end()
    return tuple(members)


def _before(text: str, floor: int, end: int) -> tuple[tuple[int, int, str], ...]:
    members: list[tuple[int, int, str]] = []
    for name in reversed(list(NAME.finditer(text, floor, end))):
        joined = not text[name.end() : end].strip() if not members else JOINT.fullmatch(text[name.end() : members[0][0]])
        code = _code(name[0])
        if not joined or code is None:
            break
        members.insert(0, (name.start(), name.end(), code))
    return tuple(members)


def _code(name: str) -> str | None:
    bare = name.rstrip(".")
    if len(bare) > 3 or name.endswith("."):
        return vocabulary().language(name) or vocabulary().language(bare) or language_sign(bare.upper())
    return language_sign(bare)
