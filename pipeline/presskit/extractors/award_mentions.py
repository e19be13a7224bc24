"""Festivals named in a sentence: how far their names reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.award_words import givers_beside, words
from presskit.extractors.phrases import Hit, Word, tokens

BRACKET = re.compile(r"\s?\(([^()]{1,80})\)")
YEAR_NEAR = re.compile(r"\s?,?\s?\(?((?:19|20)\d\d)\b")
ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th|e|ème|ª|º|a|o)?$", re.IGNORECASE)
LONGEST_NAME = 12


@dataclass(frozen=True, slots=True)
class Name:
    """A festival or prize: where its name stands and, of a festival, what the bracket behind it says."""

    start: int
    end: int
    text: str
    bracket: str = ""
    bracket_start: int = 0


def festivals(text: str) -> list[Name]:
    """Names that hold a festival word or are one; a city only in an enumeration of festivals."""
    parts = tokens(text)
    hits = sorted((*words("festival").hits(text), *words("festival_name").hits(text)), key=lambda hit: hit.start)
    found = [_festival(text, parts, hit) for hit in hits if _is_whole_word(text, hit)]
    found += [_name(text, hit.start, hit.end) for hit in _givers(text, parts) if _is_whole_word(text, hit)]
    found += list(_enumerated(text, found))
    return _without_overlap(name for name in found if name)


def _givers(text: str, parts: Sequence[Word]) -> Iterator[Hit]:
    """«Academy Award», «BAFTA Scotland», and whatever is called «… Awards»."""
    yield from words("giver").hits(text)
    yield from givers_beside(text)
    for at, word in enumerate(parts):
        if word.text[0].isupper() and words("giving").length(tuple(parts), at):
            low = _left(text, parts, at)
            prize = words("award_start").length(tuple(parts), low) or words("best").length(tuple(parts), low)
            if low < at and not prize:
                yield Hit(parts[low].start, word.end)


def _is_whole_word(text: str, hit: Hit) -> bool:
    """Not the first half of «Cannes-winners»."""
    return text[hit.end : hit.end + 1] != "-" or not text[hit.end + 1 : hit.end + 2].islower()


def _without_overlap(names: Iterator[Name | None]) -> list[Name]:
    found: list[Name] = []
    for name in sorted((name for name in names if name), key=lambda name: (name.start, -name.end)):
        if not found or name.start >= found[-1].end:
            found.append(name)
    return found


def _festival(text: str, parts: Sequence[Word], hit: Hit) -> Name | None:
    first = next(at for at, word in enumerate(parts) if word.start >= hit.start)
    last = max(at for at, word in enumerate(parts) if word.end <= hit.end)
    low, high = _left(text, parts, first), _right(text, parts, last)
    bare = low == first and high == last
    if words("festival_plural").whole(text[hit.start : hit.end]) or (bare and words("festival_alone").whole(text[hit.start : hit.end])):
        return None
    if low == first and parts[first].text[0].islower():
        if high == last:
            return None
        if parts[last + 1].text[0].isupper() and first == last:
            low = first + 1
    section = words("section").leads(text[parts[low].start : parts[first].start])
    if section:
        low = next((at for at in range(low, first + 1) if parts[at].start >= parts[low].start + section), first)
    prize = low < first and words("best").leads(text[parts[low].start : parts[high].end])  # «the Best Young Filmmaker Award»
    return None if prize else _name(text, parts[low].start, parts[high].end)


def _name(text: str, start: int, end: int) -> Name:
    bracket = BRACKET.match(text, end)
    if bracket:
        return Name(start, end, text[start:end], bracket.group(1), bracket.start(1))
    return Name(start, end, text[start:end])


def is_name_word(word: Word) -> bool:
    return word.text[0].isupper() or (bool(ORDINAL.match(word.text)) and len(word.text) < 4) or word.text == "&"


def touching(text: str, one: Word, other: Word) -> bool:
    return text[one.end : other.start] in ("", " ")


def _left(text: str, parts: Sequence[Word], at: int) -> int:
    """Back over capitals and ordinals: «the 68. Internationalen Hofer Filmtage»."""
    low = at
    while low and at - low < LONGEST_NAME and touching(text, parts[low - 1], parts[low]):
        before = parts[low - 1]
        ordinal = before.text == "." and low > 1 and parts[low - 2].text.isdigit() and len(parts[low - 2].text) < 4
        joined = before.text in "-'’+*" and low > 1 and parts[low - 2].end == before.start and before.end == parts[low].start
        if ordinal or joined:
            low -= 2
        elif (is_name_word(before) and not _is_other(parts, low - 1)) or (ORDINAL.match(before.text) and not before.text.isdigit()):
            low -= 1
        elif _joins_generic(parts, low, at):
            low -= 2
        else:
            break
    return low


def _joins_generic(parts: Sequence[Word], low: int, at: int) -> bool:
    """«Harbour City Television and Film Festival»: what stands behind «and» is no name by itself."""
    if (
        low < 2
        or not words("joining").length(tuple(parts), low - 1)
        or words("at").length(tuple(parts), low - 1)
        or not parts[low - 2].text[0].isupper()
    ):
        return False
    generic = all(words("common").length(tuple(parts), n) for n in range(low, at + 1))
    return generic and not words("festival").length(tuple(parts), low - 2)


def _is_other(parts: Sequence[Word], at: int) -> bool:
    """A capital of something else: a prize, a month, the word that opens the sentence."""
    known = words("award").length(tuple(parts), at) or (words("particle").length(tuple(parts), at) and at == 0)
    return bool(known)


def _right(text: str, parts: Sequence[Word], at: int) -> int:
    """On over capitals, and over small words between capitals: «Festival of the Two Lakes»."""
    high, probe = at, at + 1
    while probe < len(parts) and probe - at < LONGEST_NAME and touching(text, parts[probe - 1], parts[probe]):
        word = parts[probe]
        if word.text[0].isupper() and not words("award_start").length(tuple(parts), probe) and not _is_telling(parts, probe):
            high = probe
        elif not (_goes_on_small(parts, probe) or (word.text in "-'’+&" and parts[probe - 1].end == word.start) or word.text == "&"):
            break
        probe += 1
    return high


def _turns_to_prize(parts: Sequence[Word], at: int) -> bool:
    """German puts the prize right behind the name: «gewann beim Filmfest Husum den Publikumspreis»."""
    if at + 1 >= len(parts) or not words("german_article").length(tuple(parts), at):
        return False
    return any(words(name).length(tuple(parts), at + 1) for name in ("award", "award_start", "metal"))


def _is_telling(parts: Sequence[Word], at: int) -> bool:
    """German sets the noun behind the name with a capital too: «auf den Husumer Filmtagen Premiere»."""
    known = any(words(name).length(tuple(parts), at) for name in ("premiere", "nominated", "selected"))
    return known and not words("festival").length(tuple(parts), at)


def _goes_on_small(parts: Sequence[Word], at: int) -> bool:
    """«Festival du film court de Lormont», «Harrow-on-Sea»: small letters inside a name."""
    if _turns_to_prize(parts, at):
        return False
    hyphened = at > 1 and parts[at - 1].text == "-" and parts[at - 2].end == parts[at - 1].start and parts[at - 1].end == parts[at].start
    return hyphened or _is_small(parts, at) or bool(parts[at].text[0].islower() and words("festival_kind").length(tuple(parts), at))


def _is_small(parts: Sequence[Word], at: int) -> bool:
    return parts[at].text[0].islower() and words("particle").length(tuple(parts), at) > 0 and not words("joining").length(tuple(parts), at)


def _enumerated(text: str, named: Sequence[Name | None]) -> Iterator[Name]:
    """«festivals such as A, B and C», «official selection of A and B»: names without a festival word."""
    for start in _openings(text):
        yield from _run_of_names(text, start, [name for name in named if name])


def _openings(text: str) -> Iterator[int]:
    generic = [hit.end for hit in words("festival").hits(text)]
    for hit in words("such_as").hits(text):
        if any(0 <= hit.start - end <= 30 for end in generic):
            yield hit.end
    for hit in words("chosen").hits(text):
        joint = words("chosen_by").leads(text[hit.end :].lstrip())
        if joint:
            yield hit.end + len(text[hit.end :]) - len(text[hit.end :].lstrip()) + joint


ITEM = re.compile(
    r"\s*(?:,\s*)?(?:(?:and|et|und|y|e|as well as|sowie|ainsi que)\s+)?(?:at\s|in\s|à\s|en\s)?"
    r"(?:(?-i:the|el|la|los|le|les|l['’]|il|o|a|das|dem|der|den|die)\s+)?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r",|\s(?:and|et|und|y|e)\s")
GOES_ON = re.compile(r"(?:\s(?:19|20)\d\d)?(?:\s(?:in|en|à)\s[A-ZÀ-Ý][^\W\d_]+)?(?=\s*,|\s+(?:and|et|und|y|e|sowie)\s)")


def _run_of_names(text: str, start: int, named: Sequence[Name]) -> Iterator[Name]:
    at: int | None = start
    while at is not None and at < len(text):
        lead = ITEM.match(text, at)
        at = lead.end() if lead else at
        known = next(
            (name for name in named if name.end > at and name.start <= at + 40 and not BETWEEN.search(text[at : name.start])), None
        )
        found = known or _of_city(text, at) or _plain(text, at)
        if found is None:
            return
        if not known:
            yield found
        at = _behind(text, found)


def _behind(text: str, name: Name) -> int | None:
    """Where the enumeration goes on: behind brackets, a year and a place; None where it ends."""
    end = name.bracket_start + len(name.bracket) + 1 if name.bracket else name.end
    rest = GOES_ON.match(text, end)
    return rest.end() if rest else None


def in_cities(text: str, prizes: Sequence[Name], named: Sequence[Name]) -> Iterator[Name]:
    """«Grand Prix à Angers»: the city stands for its festival right behind a prize."""
    for prize in prizes:
        joint = words("at").leads(text[prize.end :].lstrip())
        start = prize.end + len(text[prize.end :]) - len(text[prize.end :].lstrip()) + joint
        city = words("festival_city").leads(text[start:].lstrip()) if joint else 0
        if city:
            start += len(text[start:]) - len(text[start:].lstrip())
            if not any(name.start <= start < name.end for name in named):
                yield _name(text, start, start + city)


def _of_city(text: str, at: int) -> Name | None:
    """«Films in Progress of San Sebastián 2016»: the festival by its city, behind what was chosen for."""
    stretch = text[at : at + 80]
    end = BETWEEN.search(stretch)
    stretch = stretch[: end.start()] if end else stretch
    hit = words("festival_city").first(stretch)
    if hit is None or not any(words("particle").whole(word) for word in stretch[: hit.start].split()[-1:]):
        return None
    return _name(text, at + hit.start, at + hit.end)


def _plain(text: str, at: int) -> Name | None:
    parts = list(tokens(text[at : at + 80]))
    if not parts or not (parts[0].text[0].isupper() or parts[0].text[0].isdigit()) or parts[0].start > 0:
        return None
    high = _right(text[at : at + 80], parts, 0)
    name = _name(text, at, at + parts[high].end)
    alone = name.text.isdigit() or words("festival_alone").whole(name.text)
    return name if len(name.text) > 1 and not alone and not words("award_start").leads(name.text) else None
