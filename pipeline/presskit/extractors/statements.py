"""Statements: what one person says about the film, and who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import best_form, film_people, is_name, named_in_heading, names_in, plain
from presskit.model import Claim, Line, Passage, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Statement
from presskit.vocabulary import fold, vocabulary

SIGNED = 3
"""Lines that a signature fills at most: name, function, place and date."""
LONGEST_SIGNATURE = 14
SHORTEST = 12
"""Words of the shortest statement: less is a promise that one will follow."""
LEAD = re.compile(r"^[-–—~*_(\s]{0,4}")
DATED = re.compile(r"(?:19|20)\d\d\W{0,2}$")
PROSE_END = re.compile(r"[.!?…][”\"»’')]*$")
OWNERS = {"producer": "producer", "writer": "screenwriter", "screenwriter": "screenwriter"}


@dataclass(frozen=True, slots=True)
class _Signed:
    """A statement's text apart from the lines that sign it."""

    text: Quote
    name: Quote | None


def statements(reading: Reading) -> Iterator[Claim]:
    """One claim per statement section; the signature is evidence for the person and no part of the text."""
    sections = list(reading.of_kind(SectionKind.STATEMENT))
    film = {role: film_people(reading, role) for role in sorted({"director", *OWNERS.values()})} if sections else {}
    for section in sections:
        signed = _signed(reading, section)
        if len(signed.text.text.split()) >= SHORTEST:
            yield _claim(signed, *_person(reading, section, signed, film))


def _claim(signed: _Signed, person: Quote | None, why: str) -> Claim:
    evidence: dict[str, Spans] = {"/text": signed.text.spans}
    if person:
        evidence["/person"] = person.spans
    value = Statement(person=person.text if person else None, text=signed.text.text)
    return Claim("statements", value, evidence, "statements:section", 0.9 if person else 0.8, why)


def _person(reading: Reading, section: Section, signed: _Signed, film: Mapping[str, Sequence[Quote]]) -> tuple[Quote | None, str]:
    """Who speaks: the signature, the heading's name, or whoever has the function that the heading names (the director
    where it names none), if only one has it."""
    if signed.name:
        return best_form(reading, signed.name), "signed"
    named = named_in_heading(reading, section)
    if named:
        return best_form(reading, named[0]), "named in the heading"
    senses = vocabulary().headings(section.heading.text) if section.heading else ()
    topic = section.topic or next((sense.topic for sense in senses if sense.kind is SectionKind.STATEMENT), "")
    role = OWNERS.get(topic, "director")
    people = film[role]
    if len(people) == 1:
        return best_form(reading, people[0]), f"the film's {role}, as the heading says"
    return None, "nobody is named"


def _signed(reading: Reading, section: Section) -> _Signed:
    """Cut the signature off: the last lines from a name on, or a byline at the top."""
    lines = section.lines
    name, low, high = None, 0, len(lines)
    for count in range(min(SIGNED, len(lines) - 1), 0, -1):
        name = _signature(reading, lines, len(lines) - count)
        if name:
            high = len(lines) - count
            break
    else:
        name = _byline(reading, lines)
        low = 1 if name else 0
    passage = reading.passage(lines[low:high])
    return _Signed(passage.whole(), name) if high < len(lines) or low else _tail(passage)


def _signature(reading: Reading, lines: Sequence[Line], at: int) -> Quote | None:
    """The name that the lines from `at` on begin with, if all of them are a signature's."""
    texts = [reading.words(line) for line in lines[at:]]
    if sum(len(text.split()) for text in texts) > LONGEST_SIGNATURE or not _apart(reading, lines, at):
        return None
    if any(PROSE_END.search(text) and not _is_signature_line(text) for text in texts[1:]):
        return None
    passage = reading.passage(lines[at : at + 1])
    return _leading_name(passage)


def _apart(reading: Reading, lines: Sequence[Line], at: int) -> bool:
    """The text before it has ended; a name inside a sentence does not sign."""
    return bool(PROSE_END.search(reading.words(lines[at - 1]))) or lines[at].blank_before > 0


def _is_signature_line(text: str) -> bool:
    return bool(DATED.search(text)) or len(text.split()) <= 3


def _leading_name(passage: Passage) -> Quote | None:
    """A name at the start of a line on which nothing follows but a function, a place, a date."""
    start = LEAD.match(passage.text).end()  # type: ignore[union-attr]
    found = names_in(passage, start)
    if not found or passage.text.find(found[0].text) != start:
        return None
    rest = passage.text[start + len(found[0].text) :].lstrip()
    joined = fold(rest.split()[0]) in vocabulary().words("conjunctions") if rest else False
    follows = not rest or rest == "." or rest[0] in ",;(–—-/|*&" or joined
    return found[0] if follows and not _is_prose(rest) else None


def _is_prose(rest: str) -> bool:
    words = len(rest.split())
    return words > LONGEST_SIGNATURE - 2 or (words > 3 and PROSE_END.search(rest) is not None and not DATED.search(rest))


def _byline(reading: Reading, lines: Sequence[Line]) -> Quote | None:
    """ "By Jane Doe" alone on the first line."""
    passage = reading.passage(lines[:1])
    first, _, rest = passage.text.partition(" ")
    if len(lines) > 1 and plain(first) in interview_words("bylines") and is_name(rest.strip(" .:")):
        found = names_in(passage, len(first))
        return found[0] if found else None
    return None


def _tail(passage: Passage) -> _Signed:
    """A signature on the last line behind the last sentence, after a dash: "… the sea. — Jane Doe"."""
    at = max(passage.text.rfind(dash) for dash in ("—", "–"))
    before = passage.text[:at].rstrip() if at > 0 else ""
    if before and PROSE_END.search(before) and is_name(passage.text[at + 1 :].strip(" .")):
        return _Signed(passage.quote(0, len(before)), passage.quote(at + 1, len(passage.text)))
    return _Signed(passage.whole(), None)
