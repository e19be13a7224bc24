"""Statements: what one person says about the film, and who it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.extractors.contact_words import is_given_name
from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import Person, best_form, film_people, is_name, named_in_heading, names_in, plain, resolve
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
        signed = _signed(reading, section, [Person(name) for names in film.values() for name in names])
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
    opens = _opens_heading(reading, section)
    if opens:
        return best_form(reading, opens), "opens the heading"
    role = OWNERS.get(topic, "director")
    people = film[role]
    if len(people) == 1:
        return best_form(reading, people[0]), f"the film's {role}, as the heading says"
    return None, "nobody is named"


def _opens_heading(reading: Reading, section: Section) -> Quote | None:
    """«Ada Brook on SLACK WATER»: the name in front of a small word."""
    if not section.heading:
        return None
    heading = reading.document.passage(section.heading.spans)
    found = names_in(heading)
    opens = found and heading.text.startswith(found[0].text) and heading.text[len(found[0].text) :].lstrip()[:1].islower()
    return found[0] if opens else None


def _signed(reading: Reading, section: Section, people: Sequence[Person]) -> _Signed:
    """Cut the signature off: the last lines from a name on, a known person's first name or initials, or a name at the top."""
    lines = section.lines
    name, low, high = None, 0, len(lines)
    for count in range(min(SIGNED, len(lines) - 1), 0, -1):
        name = _signature(reading, lines, len(lines) - count)
        if name:
            high = len(lines) - count
            break
    else:
        name = _short_signature(reading, lines, people)
        high -= bool(name)
        if not name:
            name = _byline(reading, lines) or _named_above(reading, lines, people)
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
    dated = len(texts) > 1 and DATED.search(texts[0]) and not PROSE_END.search(texts[0])
    return _leading_name(reading.passage(lines[at + bool(dated) : at + bool(dated) + 1]))


def _short_signature(reading: Reading, lines: Sequence[Line], people: Sequence[Person]) -> Quote | None:
    """«Ada», «A. B.» on the last line, where it fits one person of the film."""
    text = reading.words(lines[-1]).strip(" –—-()")
    if len(lines) < 2 or len(text.split()) > 2 or not text[:1].isupper() or not _apart(reading, lines, len(lines) - 1):
        return None
    person = resolve(text, people)
    return person.name if person else None


def _named_above(reading: Reading, lines: Sequence[Line], people: Sequence[Person]) -> Quote | None:
    """A person's name alone on the first line, which a film's title may look like: one of the film's, or before a colon."""
    passage = reading.passage(lines[:1])
    text = passage.text.rstrip(" :")
    if len(lines) < 2 or not is_name(text) or reading.words(lines[1])[:1].islower():
        return None
    known = passage.text.endswith(":") or resolve(text, people) or is_given_name(text.split(maxsplit=1)[0])
    return passage.quote(0, len(text)) if known else None


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
