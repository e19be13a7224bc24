"""Prizes printed with the films of a filmography: on the entry's line or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.extractors.award_entry import Setting, rows
from presskit.extractors.award_items import OPEN_END
from presskit.extractors.award_prose import Told
from presskit.extractors.award_segments import BULLETS, segments
from presskit.extractors.award_words import Sense, names_award, names_festival, result_of, words
from presskit.extractors.lives.film_entries import parse_entry
from presskit.model import Line, Passage, Quote, Reading, Section

ENTRY = re.compile(r"[\s" + re.escape(BULLETS) + r"]{0,4}\(?(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d{2,4}))?\)?[\s:.,–—|-]{0,4}")
TITLE_END = re.compile(r"\s?[,(\[:;|]|\s[/–—-]\s|\.\s|$")
PIECE_END = re.compile(r"[.;]\s+(?=[A-ZÀ-Ý])|\s?[|•]\s?|$")


def in_filmography(reading: Reading, section: Section) -> Iterator[Told]:
    for entry in _entries(reading, section.lines):
        first, *below = _parts(reading, entry)
        lead = ENTRY.match(first.text)
        end = TITLE_END.search(first.text, lead.end()) if lead else None
        if lead is None or end is None:
            continue
        parsed = parse_entry(first)
        film = parsed.title if parsed else first.quote(lead.end(), end.start())
        yield from _told(first, film, end.start())
        for passage in below:
            yield from _told(passage, film, 0)


def _parts(reading: Reading, entry: Sequence[Line]) -> Iterator[Passage]:
    """The entry's first line, and each line of prizes below it, with the lines it runs over."""
    held: list[Line] = []
    for line in entry:
        if held and _begins_prize(reading.words(line)) and not OPEN_END.search(reading.words(held[-1])):
            yield reading.passage(held)
            held = []
        held.append(line)
    yield reading.passage(held)


def _begins_prize(text: str) -> bool:
    """A line that begins with the name of a prize or festival, or with a result."""
    first = TITLE_END.split(text.lstrip(BULLETS + " "), maxsplit=1)[0]
    return text[:1].isupper() and (names_festival(first) or names_award(first) or result_of(first) is not None)


def _entries(reading: Reading, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Each film's lines, up to the next film or, behind white, to what is no prize: the next person's name."""
    held: list[Line] = []
    over = False
    for line in lines:
        text = reading.words(line)
        if held and ENTRY.match(text):
            yield held
            held, over = [], False
        over = over or bool(held and line.blank_before and not _begins_prize(text))
        if not over:
            held.append(line)
    if held:
        yield held


def _told(passage: Passage, film: Quote, start: int) -> Iterator[Told]:
    """Sentence by sentence, from the first that names a prize or a festival."""
    at = start
    while film and at < len(passage.text):
        end = PIECE_END.search(passage.text, at)
        stop = end.start() if end else len(passage.text)
        yield from _piece(passage, film, at, stop, more=at > start)
        at = end.end() if end and end.end() > at else len(passage.text)


def _piece(passage: Passage, film: Quote, start: int, end: int, *, more: bool) -> Iterator[Told]:
    """`more`: another festival's prize stands before it."""
    text = passage.text[start:end]
    if not (names_festival(text) or names_award(text)):
        return
    parts = [part for part in segments((passage,)) if start <= part.start and part.end <= end]
    named = next((at for at, part in enumerate(parts) if part.sense in (Sense.FESTIVAL, Sense.AWARD, Sense.RESULT)), None)
    if named is None:
        return
    if named == 1 and more and parts[0].sense is Sense.OTHER and parts[1].sense is Sense.AWARD and parts[1].lead == ",":
        named = 0  # «…; Brest, Audience Award»
    for row in rows(parts[named:], Setting(result=None)):
        if row.award or result_of(text) or words("festival").inside(row.festival.text):
            yield Told(row, film)
