"""Press quotations in a section: text between quote marks or above a dash, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.model import Line, Passage, Quote, Reading

PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "‘": "’", "»": "«", "”": "”", '"': '"'}
STARS = "★☆✮✩⭐✭*⯪½"
LEADS = STARS + "•●■▪–—-· \u00a0|/_"
DASHED = re.compile(r"^[-–—~]\s?(?=\S)|^\((?=[^()]{2,80}\)$)")
FEWEST_WORDS = 1
MOST_CREDIT_WORDS = 16
MOST_CREDIT_LINE_WORDS = 9
SENTENCE_END = (".", "!", "?", "…", "...", "”", "»", '"')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation and the words that say whose it is (empty where nothing does)."""

    text: Quote
    credit: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int


def quotations(reading: Reading, lines: Sequence[Line]) -> Iterator[Quotation]:
    """Between quote marks where the section uses them, else line by line above a credit."""
    passage = reading.passage(lines)
    quoted = [stretch for stretch in _quoted(passage.text) if _is_standing(passage.text, stretch)]
    if quoted:
        yield from _with_credits(passage, quoted)
    else:
        yield from _without_marks(reading, lines)


def _quoted(text: str) -> Iterator[_Stretch]:
    at = unclosed = 0
    while at < len(text) and unclosed < MOST_UNCLOSED:
        if text[at] in PAIRS and _opens(text, at):
            end = _closing(text, at)
            if end is not None:
                yield _Stretch(at, end + 1)
                at = end + 1
                continue
            unclosed += 1
        at += 1


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    behind = text[at + 1] if at + 1 < len(text) else " "
    return (not before.isalnum()) and not behind.isspace() and (text[at] != "’")


def _closing(text: str, at: int) -> int | None:
    """The mark that ends what opens at a place; of one kind nested, the outer one."""
    ends = PAIRS[text[at]]
    depth = 0
    for place in range(at + 1, min(len(text), at + LONGEST)):
        char = text[place]
        if char in ends and not _is_apostrophe(text, place) and (char not in PAIRS or char != text[at] or not _reopens(text, place)):
            if depth == 0:
                return place
            depth -= 1
        elif char == text[at] and char not in ends:
            depth += 1
    return None


SITE = re.compile(r"\.[a-z]{2,3}$")
NEAR = 80
"""Characters in front of a quotation that tell whether a sentence leads into it."""
MOST_UNCLOSED = 50
"""Marks without a partner after which a text is taken not to use them in pairs."""
LONGEST = 4_000
"""Characters of the longest quotation looked for; a mark without its partner must not swallow the section."""


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "’'" and at + 1 < len(text) and text[at + 1].isalnum()


def _reopens(text: str, at: int) -> bool:
    """A straight mark behind a blank and before a word opens again."""
    return text[at - 1].isspace() and at + 1 < len(text) and text[at + 1].isalnum()


def _is_standing(text: str, stretch: _Stretch) -> bool:
    """A quotation of its own, not a title inside a sentence: it begins a line of thought and is no single lower-case word."""
    before = text[max(0, stretch.start - NEAR) : stretch.start].rstrip(LEADS)
    inside = text[stretch.start + 1 : stretch.end - 1].strip()
    begins = inside[:1].isupper() or inside[:1].isdigit() or inside[:1] in "….[(¡¿'‘" or len(inside.split()) > 3
    return bool(inside) and begins and (not before or not _runs_on(before, text[stretch.start - 1 : stretch.start]))


def _runs_on(before: str, gap: str) -> bool:
    """The words before lead into the quotation («called it “…”»): then it is part of an article."""
    last = before.split()[-1] if before.split() else ""
    return gap.strip() == "" and (last.endswith(",") or last.islower()) and not SITE.search(last)


def _with_credits(passage: Passage, quoted: Sequence[_Stretch]) -> Iterator[Quotation]:
    first = passage.text[: quoted[0].start].strip(LEADS)
    last = passage.text[quoted[-1].end :].strip(LEADS + ".,;")
    credited_before = bool(first) and not last and len(first.split()) <= MOST_CREDIT_WORDS
    for at, stretch in enumerate(quoted):
        if credited_before:
            low, high = (quoted[at - 1].end if at else 0), stretch.start
        else:
            low, high = stretch.end, quoted[at + 1].start if at + 1 < len(quoted) else len(passage.text)
        credit = _credit(passage, low, high)
        if credit is None:
            continue
        yield Quotation(passage.quote(stretch.start + 1, stretch.end - 1), credit)


def _credit(passage: Passage, low: int, high: int) -> tuple[Quote, ...] | None:
    """What stands between two quotations. None where that is running text: then the marks belong to an article."""
    text = passage.text[low:high]
    bare = text.strip(LEADS + ".,;:[]…")
    if len(bare.split()) > MOST_CREDIT_WORDS:
        return None
    if not bare:
        return ()
    start = low + text.index(bare)
    return (passage.quote(start, start + len(bare)),)


def _without_marks(reading: Reading, lines: Sequence[Line]) -> Iterator[Quotation]:
    """«A stunning debut.» above «— The Lantern», or one line «A stunning debut. – The Lantern»."""
    held: list[Line] = []
    for line in lines:
        text = reading.words(line)
        if DASHED.match(text) and held and len(text.split()) <= MOST_CREDIT_WORDS:
            yield Quotation(_text(reading, held), (_line_credit(reading, line),))
            held = []
            continue
        held.append(line)
        inline = _inline(reading, held)
        if inline:
            yield inline
            held = []
    yield from _emphasised(reading, held)


def _line_credit(reading: Reading, line: Line) -> Quote:
    passage = reading.passage((line,))
    start = len(passage.text) - len(passage.text.lstrip("-–—~( "))
    return passage.quote(start, len(passage.text.rstrip(") ")))


def _text(reading: Reading, lines: Sequence[Line]) -> Quote:
    passage = reading.passage(lines)
    start = len(passage.text) - len(passage.text.lstrip(LEADS))
    return passage.quote(start, len(passage.text.rstrip(LEADS)))


INLINE = re.compile(r"[.!?…]\s?[–—-]\s(?=[^.!?]{2,90}$)")


def _inline(reading: Reading, lines: Sequence[Line]) -> Quotation | None:
    passage = reading.passage(lines)
    mark = INLINE.search(passage.text)
    if mark is None or len(passage.text[mark.end() :].split()) > MOST_CREDIT_WORDS:
        return None
    return Quotation(_part(passage, 0, mark.start() + 1), (passage.quote(mark.end(), len(passage.text)),))


def _part(passage: Passage, start: int, end: int) -> Quote:
    text = passage.text[start:end]
    return passage.quote(start + len(text) - len(text.lstrip(LEADS)), end)


def _emphasised(reading: Reading, lines: Sequence[Line]) -> Iterator[Quotation]:
    """Paragraphs of prose with a short name below, as of a guest text: one quotation."""
    text, credit = _prose_and_name(reading, lines)
    if text and credit:
        yield Quotation(_text(reading, text), tuple(reading.passage((line,)).whole() for line in credit))


def _prose_and_name(reading: Reading, lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    at = len(lines)
    while at and _is_credit_line(reading.words(lines[at - 1])):
        at -= 1
    prose = sum(len(reading.words(line).split()) for line in lines[:at])
    return (lines[:at], lines[at:]) if prose > MOST_CREDIT_WORDS and at < len(lines) and lines[at].blank_before else ((), ())


def _is_credit_line(text: str) -> bool:
    bare = text.strip(LEADS)
    return 0 < len(bare.split()) <= MOST_CREDIT_LINE_WORDS and bare[:1].isupper() and not bare.endswith((".", "!", "?", "…", ":"))
