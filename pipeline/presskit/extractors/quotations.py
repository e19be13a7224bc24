"""Press quotations in a section: text between quote marks or with a short credit beside it, and whose words they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from presskit.extractors.award_words import is_date
from presskit.extractors.critics import is_credit
from presskit.extractors.quote_marks import Stretch, quoted
from presskit.model import JOINERS, Line, Passage, Quote, Reading

LEADS = "★☆✮✩⭐✭*⯪½•●■▪–—-· \u00a0|/_"
DASHES = "–—-"
STARS = "".join(sign for sign in LEADS if sign not in DASHES)
DASHED = re.compile(r"^[-–—~]\s?(?=\S)|^\((?=[^()]{2,80}\)$)")
INLINE = re.compile(r"[.!?…]\s?[–—-]\s(?=[^.!?]{2,90}$)")
STARRED = re.compile(r"[★☆*]{2,5}\s")
SITE = re.compile(r"\.[a-z]{2,3}$")
MOST_CREDIT_WORDS = 16
MOST_CREDIT_LINE_WORDS = 9
FEWEST_WORDS = 4
"""Words of a quotation that no quote marks set off; fewer are a headline or a label."""
MOST_WORDS = 220
"""Words of a quotation without quote marks; what is longer is an article."""
ROOM = 0.75
"""A line shorter than this share of the longest was ended by the writer."""
NEAR = 80
"""Characters in front of a quotation that tell whether a sentence leads into it."""
SENTENCE_END = (".", "!", "?", "…", "”", "»", '"', "*", ")")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the lines of a section begin and where its paragraphs end."""

    begins: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation and the words that say whose it is (empty where nothing does)."""

    text: Quote
    credit: tuple[Quote, ...]


def quotations(reading: Reading, paragraphs: Sequence[Sequence[Line]]) -> Iterator[Quotation]:
    """Between quote marks where the section uses them, else prose with a credit below or above it."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    passage = reading.passage(lines)
    standing = _standing(reading, lines, passage.text)
    if standing:
        ends = list(accumulate(len(reading.passage(paragraph).text) + 1 for paragraph in paragraphs))
        yield from _with_marks(passage, standing, Bounds(_begins(reading, lines), ends))
        for run in _unmarked(paragraphs, ends, standing):
            yield from (one for one in _without_marks(reading, run) if _is_signed(reading, run, one))
    else:
        yield from _without_marks(reading, lines)


def _unmarked(paragraphs: Sequence[Sequence[Line]], ends: Sequence[int], standing: Sequence[Stretch]) -> Iterator[list[Line]]:
    """Runs of paragraphs in which no quotation in marks stands: a critic's words set as an indented block, say."""
    marked = {at for stretch in standing for at in range(bisect_right(ends, stretch.start), bisect_left(ends, stretch.end) + 1)}
    for plain, run in groupby(range(len(paragraphs)), key=lambda at: at not in marked):
        if plain:
            yield [line for at in run for line in paragraphs[at]]


def _is_signed(reading: Reading, lines: Sequence[Line], quotation: Quotation) -> bool:
    """With a dash in front of whoever said it: no other text among quotations in marks is one."""
    starts = {span.start for credit in quotation.credit for span in credit.spans}
    signed = (line for line in lines if any(line.span.start <= start < line.span.end for start in starts))
    return any(DASHED.match(reading.words(line)) or INLINE.search(reading.words(line)) for line in signed)


def _standing(reading: Reading, lines: Sequence[Line], text: str) -> list[Stretch]:
    """The quotations that stand for themselves, not titles or phrases inside a sentence."""
    begins, fresh = _line_starts(reading, lines)
    found: list[Stretch] = []
    for stretch in quoted(text):
        before = text[max(0, stretch.start - NEAR) : stretch.start]
        reach = range(stretch.start - len(before) + len(before.rstrip(LEADS)), stretch.start + 1)
        credit = text[found[-1].end : stretch.start].split() if found else []
        follows = 0 < len(credit) <= MOST_CREDIT_WORDS and any(place in begins for place in reach)
        well = _begins_well(text, stretch) and not _names_a_thing(text, stretch)
        if well and (follows or any(place in fresh for place in reach) or not _runs_on(before)):
            found.append(stretch)
    return found


def _begins(reading: Reading, lines: Sequence[Line]) -> list[int]:
    """Where lines begin in their running text, in which a hyphen at a line's end joins."""
    words = (reading.words(line) for line in lines)
    return [0, *accumulate(len(line) - 1 if line[-1:] in JOINERS else len(line) + 1 for line in words)]


def _line_starts(reading: Reading, lines: Sequence[Line]) -> tuple[frozenset[int], frozenset[int]]:
    """Where lines begin, and where those do that no sentence runs into: behind white, or behind a line that left room."""
    widths = [len(reading.words(line)) for line in lines]
    full = max(widths, default=0) * ROOM
    begins = _begins(reading, lines)
    fresh = [at for n, (at, line) in enumerate(zip(begins, lines, strict=False)) if not n or line.blank_before or widths[n - 1] < full]
    return frozenset(begins), frozenset(fresh)


def _begins_well(text: str, stretch: Stretch) -> bool:
    inside = text[stretch.start + 1 : stretch.end - 1].strip()
    return bool(inside) and (inside[:1].isupper() or inside[:1].isdigit() or inside[:1] in "….[(¡¿'‘" or len(inside.split()) > 3)


def _names_a_thing(text: str, stretch: Stretch) -> bool:
    """«‘Low Tide’ is a film about …»: a title at the head of a sentence."""
    inside, behind = text[stretch.start + 1 : stretch.end - 1], text[stretch.end :].split(maxsplit=2)
    goes_on = len(behind) > 2 and behind[0].islower() and behind[1].islower()
    return goes_on and len(inside.split()) <= FEWEST_WORDS and not inside.rstrip().endswith(SENTENCE_END)


def _runs_on(before: str) -> bool:
    """The words before lead into the quotation («called it “…”»): then it is part of an article."""
    words = before.rstrip(LEADS).split()
    if not words or not before[-1:].isspace():
        return False
    return (words[-1].endswith(",") or words[-1].islower()) and not SITE.search(words[-1])


def _with_marks(passage: Passage, standing: Sequence[Stretch], bounds: Bounds) -> Iterator[Quotation]:
    first = passage.text[: standing[0].start].strip(LEADS)
    last = passage.text[standing[-1].end :].strip(LEADS + ".,;")
    credited_before = bool(first) and not last and len(first.split()) <= MOST_CREDIT_WORDS
    lows = [0, *(stretch.end for stretch in standing)]
    leads = [_lead(passage.text, low, stretch.start, bounds) for low, stretch in zip(lows, standing, strict=False)]
    for at, stretch in enumerate(standing):
        if credited_before:
            credit = _credit(passage, lows[at], stretch.start)
        else:
            limit = next(
                (lead if lead is not None else place.start for lead, place in zip(leads[at + 1 :], standing[at + 1 :], strict=True)),
                len(passage.text),
            )
            credit = _credit_behind(passage, stretch.end, limit, bounds.ends)
            credit = _led(passage, leads[at], stretch.start, credit)
        if credit is not None:
            yield Quotation(passage.quote(stretch.start + 1, stretch.end - 1), credit)


def _lead(text: str, low: int, start: int, bounds: Bounds) -> int | None:
    """Where the name begins that leads into a quotation: «The Lantern: “…”», «★★★ Ann Lee – “…”»."""
    before = text[low:start].rstrip(STARS)
    if not before.endswith((":", "–", "—", " -")):
        return None
    begin = bounds.begins[bisect_right(bounds.begins, low + len(before) - 1) - 1]
    name = text[begin : low + len(before)].strip(STARS)
    bare = name.strip(LEADS + ":")
    below = before.endswith(":") or bisect_right(bounds.begins, start) == bisect_right(bounds.begins, begin)
    named = bare[:1].isupper() and name[0] not in DASHES and len(bare.split()) <= MOST_CREDIT_LINE_WORDS
    return begin if begin >= low and below and named else None


def _led(passage: Passage, lead: int | None, start: int, behind: tuple[Quote, ...] | None) -> tuple[Quote, ...] | None:
    """The credit in front of a quotation, and what stands behind it too."""
    if lead is None:
        return behind
    return (*(_credit(passage, lead, start) or ()), *(behind or ()))


def _credit_behind(passage: Passage, low: int, high: int, ends: Sequence[int]) -> tuple[Quote, ...] | None:
    """Up to the next quotation; where that is too far, to the end of the paragraph that holds a word."""
    credit = _credit(passage, low, high)
    if credit is not None:
        return credit
    for end in ends[bisect_left(ends, low) : bisect_left(ends, low) + 2]:
        stop = min(end, high)
        if passage.text[low:stop].strip(LEADS + ".,;") or stop >= high:
            return _credit(passage, low, stop)
    return None


def _credit(passage: Passage, low: int, high: int) -> tuple[Quote, ...] | None:
    """What stands between two places. None where that is running text: then the marks belong to an article."""
    text = passage.text[low:high]
    bare = text.strip(LEADS + ".,;:[]…")
    if len(bare.split()) > MOST_CREDIT_WORDS:
        return None
    if not bare:
        return ()
    start = low + text.index(bare)
    return (passage.quote(start, start + len(bare)),)


def _without_marks(reading: Reading, lines: Sequence[Line]) -> Iterator[Quotation]:
    """Prose and credits in turn; the credit stands below, unless the section begins with one and ends in prose."""
    runs = _runs(reading, lines)
    if not runs:
        return
    credit_first = runs[0][0] and not runs[-1][0]
    for at, (credited, run) in enumerate(runs):
        beside = runs[at - 1 : at] if credit_first else runs[at + 1 : at + 2]
        if credited:
            continue
        inline = _inline(reading, run)
        if inline:
            yield inline
        elif beside and _is_quotation(reading, run):
            yield Quotation(_text(reading, run), tuple(_line_credit(reading, line) for line in beside[0][1]))


def _runs(reading: Reading, lines: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """Consecutive lines of prose, and of credits; a line that a sentence runs into is prose, however short."""
    marked: list[tuple[bool, Line]] = []
    part = 0
    numbered: list[tuple[tuple[bool, int], Line]] = []
    for line in lines:
        text = reading.words(line)
        ended = not marked or marked[-1][0] or reading.words(marked[-1][1]).endswith(SENTENCE_END)
        dated = bool(marked) and marked[-1][0] and is_date(text)
        is_credit = dated or bool(DASHED.match(text)) or (ended and _is_credit_line(text) and not INLINE.search(text))
        part += bool(marked) and not is_credit and _begins_anew(reading, marked[-1])
        marked.append((is_credit, line))
        numbered.append(((is_credit, part), line))
    return [(key[0], [line for _, line in run]) for key, run in groupby(numbered, key=lambda one: one[0])]


def _begins_anew(reading: Reading, before: tuple[bool, Line]) -> bool:
    """A line that ends in a credit of its own closes its quotation."""
    return not before[0] and bool(INLINE.search(reading.words(before[1])))


def _is_credit_line(text: str) -> bool:
    bare = text.strip(LEADS)
    return (
        is_credit(bare)
        and 0 < len(bare.split()) <= MOST_CREDIT_LINE_WORDS
        and bare[:1].isupper()
        and not bare.endswith((".", "!", "?", "…", ":"))
    )


def _is_quotation(reading: Reading, lines: Sequence[Line]) -> bool:
    """A sentence or more; lines of names and dates are none."""
    text = reading.passage(lines).text
    parts = text.split()
    lower = sum(part[0].islower() for part in parts)
    sentence = not text.lstrip(LEADS)[:1].islower() and text.rstrip(LEADS).endswith(SENTENCE_END)
    if STARRED.match(text) and sentence:
        return 1 < len(parts) <= MOST_WORDS
    return FEWEST_WORDS <= len(parts) <= MOST_WORDS and lower * 2 > len(parts) and sentence


def _line_credit(reading: Reading, line: Line) -> Quote:
    passage = reading.passage((line,))
    start = len(passage.text) - len(passage.text.lstrip("-–—~( "))
    return passage.quote(start, len(passage.text.rstrip(") ")))


def _text(reading: Reading, lines: Sequence[Line]) -> Quote:
    passage = reading.passage(lines)
    start = len(passage.text) - len(passage.text.lstrip(LEADS))
    return passage.quote(start, len(passage.text.rstrip(LEADS)))


def _inline(reading: Reading, lines: Sequence[Line]) -> Quotation | None:
    """«A stunning debut. – The Lantern»"""
    passage = reading.passage(lines)
    mark = INLINE.search(passage.text)
    if mark is None or len(passage.text[mark.end() :].split()) > MOST_CREDIT_WORDS:
        return None
    start = len(passage.text) - len(passage.text.lstrip(LEADS))
    return Quotation(passage.quote(start, mark.start() + 1), (passage.quote(mark.end(), len(passage.text)),))
