"""Interviews: question and answer pairs, who answers and who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.blocks import Block, Setting, blocks
from presskit.extractors.interviewers import asking, asking_behind, credit_lines, credited, introduced, is_credit, speaking, spoken_to
from presskit.extractors.marks import INITIALS, Printed, find_marks
from presskit.extractors.people import Person, best_form, film_people, is_name, named_in_heading, names_in
from presskit.extractors.turns import Role, Turn, roles_of, trusted, turns
from presskit.model import Claim, Line, Quote, Reading, Section, SectionKind, Spans
from presskit.record import Exchange, Interview
from presskit.vocabulary import fold, vocabulary

OPENING = 2000
"""Characters of the longest introduction that is looked through for names."""
MAKERS = ("director", "producer")
"""Whom initials may mean in an interview that does not say whom it is with."""
INTRO = 12
"""Lines above the first question that may name the people."""


@dataclass(frozen=True, slots=True)
class _Pair:
    question: Quote
    answer: Quote
    speaker: Quote | None


def interviews(reading: Reading) -> Iterator[Claim]:
    """One claim per interview that has at least one question with its answer."""
    for section, lines in _whole(reading):
        if lines:
            yield from _interview(reading, section, lines)


def _whole(reading: Reading) -> list[tuple[Section, tuple[Line, ...]]]:
    """Interviews with their first sections: a section without a heading, or under a chapter title, goes on in the one before."""
    found: list[tuple[Section, tuple[Line, ...]]] = []
    for section in reading.of_kind(SectionKind.INTERVIEW):
        if found and not _opens(section):
            first, lines = found[-1]
            found[-1] = first, (*lines, *section.lines)
        else:
            found.append((section, section.lines))
    return found


def _opens(section: Section) -> bool:
    senses = vocabulary().headings(section.heading.text) if section.heading else ()
    return any(sense.kind is SectionKind.INTERVIEW for sense in senses)


def _interview(reading: Reading, section: Section, lines: Sequence[Line]) -> Iterator[Claim]:
    named = [best_form(reading, name) for name in named_in_heading(reading, section)]
    askers = _asking_above(reading, section, named)
    named = [name for name in named if fold(name.text) not in {fold(asker.text) for asker in askers}]
    people = [*(Person(name, "answer") for name in named), *(Person(name, "question") for name in askers)]
    printed = Printed.of(reading, lines)
    setting = Setting.of(printed)
    makers = [Person(name) for role in MAKERS for name in film_people(reading, role)]
    marks = find_marks(reading, printed, [*people, *_mentioned(reading, section), *makers])
    found = trusted(blocks(reading, printed, setting, marks, apart=credit_lines(reading, lines)))
    roles = _without_credits(reading, found, roles_of(found, setting))
    said = turns(found, roles)
    pairs = list(_pairs(reading, said))
    if pairs:
        askers = askers or _asking_below(reading, found, roles, named) or _asking_marked(said)
        yield _claim(_people(reading, section, named, said), askers, pairs)


def _asking_above(reading: Reading, section: Section, named: Sequence[Quote]) -> list[Quote]:
    """Interviewers named in the heading or the lines above the first question."""
    heading = reading.document.passage(section.heading.spans if section.heading else ())
    found = credited(heading, named, ("interviewer_credits",)) or spoken_to(heading)
    found = found or asking_behind(heading, named_in_heading(reading, section))
    for paragraph in section.paragraphs[:3]:
        found = found or asking(reading, paragraph[:INTRO], named)
    return found


def _mentioned(reading: Reading, section: Section) -> list[Person]:
    """Names in the first paragraph: whom initials may stand for, unless somebody is only addressed («Frau Hasse, …»)."""
    passage = reading.passage(section.lines[:INTRO])
    stop = passage.text.find("?", 0, OPENING)
    names = names_in(passage, 0, stop if stop >= 0 else min(OPENING, len(passage.text)))
    return [Person(name) for name in names if fold(name.text.split()[0]) not in vocabulary().words("honorifics")]


def _without_credits(reading: Reading, found: Sequence[Block], roles: Sequence[Role]) -> list[Role]:
    """A line that says who asked, below an answer, is no part of it."""
    return [
        Role.ASIDE if role is Role.GOES_ON and is_credit(reading, block.lines) else role for block, role in zip(found, roles, strict=True)
    ]


def _asking_below(reading: Reading, found: Sequence[Block], roles: Sequence[Role], named: Sequence[Quote]) -> list[Quote]:
    below = (asking(reading, block.lines, named) for block, role in zip(found, roles, strict=True) if role is Role.ASIDE)
    return next((askers for askers in below if askers), [])


def _asking_marked(said: Sequence[Turn]) -> list[Quote]:
    """Whoever is named in full before the questions."""
    marked = (turn.speaker for turn in said if turn.role is Role.QUESTION and turn.speaker)
    names = {fold(name.text): name for name in marked if is_name(name.text) and not INITIALS.match(name.text)}
    return list(names.values())


def _pairs(reading: Reading, said: Sequence[Turn]) -> Iterator[_Pair]:
    """Each answer with the question before it: several people's answers to one question repeat it."""
    question: Quote | None = None
    for turn in said:
        quote = _joined(reading, turn.parts)
        if turn.role is Role.QUESTION:
            question = quote
        elif question:
            yield _Pair(question, quote, turn.speaker)


def _joined(reading: Reading, parts: Sequence[Quote]) -> Quote:
    return parts[0] if len(parts) == 1 else reading.document.quote(span for part in parts for span in part.spans)


def _people(reading: Reading, section: Section, named: Sequence[Quote], said: Sequence[Turn]) -> list[Quote]:
    """Who answers: as the heading says, then as marked; the director where the heading speaks of the director only."""
    marked = (turn.speaker for turn in said if turn.role is Role.ANSWER and turn.speaker)
    found: dict[str, Quote] = {}
    for name in (*named, *marked):
        found.setdefault(fold(name.text), name)
    if not found:
        heading = reading.document.passage(section.heading.spans if section.heading else ())
        found = {fold(name.text): name for name in speaking(heading) or introduced(reading, section.lines[:INTRO])}
    if found or not section.heading:
        return [best_form(reading, name) for name in found.values()]
    senses = vocabulary().headings(section.heading.text)
    topic = section.topic or next((sense.topic for sense in senses if sense.kind is SectionKind.INTERVIEW), "")
    return [best_form(reading, name) for name in film_people(reading, topic)] if topic in ("director", "producer") else []


def _claim(people: Sequence[Quote], askers: Sequence[Quote], pairs: Sequence[_Pair]) -> Claim:
    several = len({fold(pair.speaker.text) for pair in pairs if pair.speaker}) > 1
    evidence: dict[str, Spans] = {f"/interviewees/{at}": name.spans for at, name in enumerate(people)}
    evidence |= {f"/interviewers/{at}": name.spans for at, name in enumerate(askers)}
    exchanges: list[Exchange] = []
    for at, pair in enumerate(pairs):
        speaker = pair.speaker if several else None
        exchanges.append(Exchange(question=pair.question.text, answer=pair.answer.text, speaker=speaker.text if speaker else None))
        evidence |= {f"/exchanges/{at}/question": pair.question.spans, f"/exchanges/{at}/answer": pair.answer.spans}
        if speaker:
            evidence[f"/exchanges/{at}/speaker"] = speaker.spans
    value = Interview(interviewees=[name.text for name in people], interviewers=[name.text for name in askers], exchanges=exchanges)
    return Claim("interviews", value, evidence, "interviews:turns", 0.85)
