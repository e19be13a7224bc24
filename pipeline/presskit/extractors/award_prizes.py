"""Prizes named in a sentence: how far their names reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.extractors.award_mentions import Name, is_name_word, touching
from presskit.extractors.award_words import words
from presskit.extractors.phrases import Phrases, Word, tokens

LONGEST_LOWER = 3
"""Words of a category in small letters behind «mejor», «meilleur», «best»."""


def prizes(text: str, taken: Sequence[Name]) -> list[Name]:
    """Prize names in a sentence; «numerous awards» is none."""
    parts = tokens(text)
    found: list[Name] = []
    at = 0
    while at < len(parts):
        prize = _prize(text, parts, at, taken)
        if prize:
            found.append(prize)
            at = next((n for n, word in enumerate(parts) if word.start >= prize.end), len(parts))
        else:
            at += 1
    return found


def _prize(text: str, parts: tuple[Word, ...], at: int, taken: Sequence[Name]) -> Name | None:
    category = _nominated_category(text, parts, at, taken) or _metal_thing(text, parts, at, taken)
    if category:
        return category
    start, head = words("award_start").length(parts, at), words("award").length(parts, at)
    if (not start and not head) or any(name.start <= parts[at].start < name.end for name in taken):
        return None
    low = _behind_article(text, parts, at, taken) if start else _left_of_head(text, parts, at, taken)
    high = _prize_end(text, parts, at, taken)
    low = _behind_generic(parts, low, high)
    name = text[parts[low].start : parts[high].end]
    return Name(parts[low].start, parts[high].end, name) if _is_named(parts[low : high + 1]) else None


def _nominated_category(text: str, parts: tuple[Word, ...], at: int, taken: Sequence[Name]) -> Name | None:
    """«a nomination for Virtual Cinematography»: a category by its capitals alone."""
    if at < 2 or not words("category_joint").length(parts, at - 1) or not words("nomination").length(parts, at - 2):
        return None
    high = at
    while high < len(parts) and parts[high].text[0].isupper() and not any(name.start <= parts[high].start < name.end for name in taken):
        high += 1
    return Name(parts[at].start, parts[high - 1].end, text[parts[at].start : parts[high - 1].end]) if high > at else None


def _metal_thing(text: str, parts: tuple[Word, ...], at: int, taken: Sequence[Name]) -> Name | None:
    """«Gabbiano d'oro», «Ancre d'argent», «Silver Heron», «Goldener Anker»: a thing and its metal, told beside a festival."""
    if any(name.start <= parts[at].start < name.end for name in taken) or not taken or not parts[at].text[0].isupper():
        return None
    behind = words("metal_behind").length(parts, at + 1) if at + 1 < len(parts) else 0
    if behind:
        return _whole(text, parts, at, at + behind)
    if not words("metal").length(parts, at) or not words("won").inside(text):
        return None
    thing = at + 1 < len(parts) and parts[at + 1].text[0].isupper() and touching(text, parts[at], parts[at + 1])
    ends = at + 2 >= len(parts) or not parts[at + 2].text[0].isupper() or words("title_stop").length(parts, at + 2) > 0
    return _whole(text, parts, at, at + 1) if thing and ends and parts[at + 1].start < len(text) else None


def _whole(text: str, parts: tuple[Word, ...], low: int, high: int) -> Name:
    return Name(parts[low].start, parts[high].end, text[parts[low].start : parts[high].end])


def _left_of_head(text: str, parts: Sequence[Word], at: int, taken: Sequence[Name]) -> int:
    """«RAT CREEK Award», «Beeld & Geluid Award»: capitals before the word."""
    low = at
    while low and touching(text, parts[low - 1], parts[low]) and is_name_word(parts[low - 1]) and parts[low - 1].folded != "the":
        if any(name.start <= parts[low - 1].start < name.end for name in taken):
            break
        low -= 1
    return low


def _behind_article(text: str, parts: Sequence[Word], at: int, taken: Sequence[Name]) -> int:
    """«the Youth Jury Prize»: what stands between the article and the first known word is of the name too."""
    low = _left_of_head(text, parts, at, taken)
    return low if low and parts[low - 1].folded == "the" else at


def _prize_end(text: str, parts: tuple[Word, ...], at: int, taken: Sequence[Name]) -> int:
    length = max(words("award_start").length(parts, at), words("award").length(parts, at))
    high, probe, small = at + length - 1, at + length, 0
    best = bool(words("award_start").length(parts, at))
    while probe < len(parts) and touching(text, parts[probe - 1], parts[probe]):
        if any(name.start <= parts[probe].start < name.end for name in taken) or _ends_prize(parts, probe):
            break
        if not parts[probe].folded.isalnum() and parts[probe].text not in "-'’&":
            break
        known = max(words(name).length(parts, probe) for name in ("award", "award_start", "award_noun"))
        if known or parts[probe].text[0].isupper() or parts[probe].text in "-'’":
            high, best = probe + max(known, 1) - 1, best or bool(known)
            small = 0
        elif not _is_prize_joint(parts, probe):
            small += 1
            if not best or small > LONGEST_LOWER or words("title_stop").length(parts, probe) or words("at").length(parts, probe):
                break
            high = probe
        probe = max(high + 1, probe + 1)
    return high


def _ends_prize(parts: tuple[Word, ...], at: int) -> bool:
    festival = any(words("festival").length(parts, n) for n in range(at + 1, min(at + 4, len(parts))))
    at_festival = festival and words("at").length(parts, at) > 0
    return at_festival or bool(words("prize_end").length(parts, at)) or parts[at].text == "à"


def _is_prize_joint(parts: tuple[Word, ...], at: int) -> bool:
    return bool(words("particle").length(parts, at))


def _behind_generic(parts: Sequence[Word], low: int, high: int) -> int:
    """«the award for Best Documentary» is called «Best Documentary»."""
    generic = parts[low].text[0].islower() and bool(words("award").length(tuple(parts), low))
    if generic and low + 2 <= high and words("category_joint").length(tuple(parts), low + 1):
        article = low + 3 <= high and parts[low + 2].folded in {"the", "den", "die", "das", "le", "la"}
        return low + 3 if article else low + 2
    return low


def _is_named(parts: Sequence[Word]) -> bool:
    if len(parts) == 1:
        return bool(SINGLE.match(parts[0].text))
    if words("award_qualifier").length(tuple(parts), 0) and not any(words("award").length(tuple(parts), at) for at in range(len(parts))):
        return False
    start: Phrases = words("award_start")
    return (
        any(word.text[0].isupper() for word in parts)
        or bool(start.length(tuple(parts), 0))
        or any(words("award_noun").length(tuple(parts), at) for at in range(len(parts)))
    )


SINGLE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,40}preis(?:es)?$|FIPRESCI$")
"""A German compound says it all: «Publikumspreis»."""
