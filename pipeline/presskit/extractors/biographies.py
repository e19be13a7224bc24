"""Biographies: one per person with a text about them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from presskit.extractors.lives.births import Birth, birth_of, newest_year
from presskit.extractors.lives.credited import Credited, credited_in
from presskit.extractors.lives.head import Head
from presskit.extractors.lives.portrayed import Known, by_person, known_portraits
from presskit.model import Claim, Passage, Quote, Reading, Spans
from presskit.record import Biography

Roles = tuple[tuple[str, ...], Spans]
SAME = 0.8
"""A text that shares so many of its words with the one before tells it again."""
FEWEST_WORDS = 5
"""A shorter text says nothing about anybody: a caption, a name."""
LONGEST_HEADING = 12
"""Words of a line that may say when somebody was born."""


def biographies(reading: Reading) -> Iterator[Claim]:
    """One claim per person; texts that stand apart (in two languages, or in two parts) are put together."""
    newest = newest_year(reading.document.text)
    credited = credited_in(reading)
    for group in by_person(known_portraits(reading)):
        claim = _claim(reading, group, credited, newest)
        if claim:
            yield claim


def _claim(reading: Reading, group: Sequence[Known], credited: Credited, newest: int) -> Claim | None:
    person = max((known.person for known in group), key=lambda name: (len(name.text.split()), not name.text.isupper()))
    text = reading.document.quote(_text_spans(group))
    if len(text.text.split()) < FEWEST_WORDS:
        return None
    birth = _birth(group, person.text, newest, _heading_lines(reading, group))
    character = next((known.head.character for known in group if known.head.character), None)
    roles, role_spans = _roles(group, credited, person.text)
    value = Biography(
        person=person.text,
        roles=list(roles),
        character=character.text if character else None,
        born=birth.born,
        birthplace=birth.place.text if birth.place else None,
        text=text.text,
    )
    evidence = {
        "/person": person.spans,
        "/roles": role_spans,
        "/character": character.spans if character else (),
        "/born": birth.born_spans,
        "/birthplace": birth.place.spans if birth.place else (),
        "/text": text.spans,
    }
    return Claim("biographies", value, {key: spans for key, spans in evidence.items() if spans}, "biographies:portrait", 0.9)


def _text_spans(group: Sequence[Known]) -> Spans:
    """The spans of all texts; one that is printed twice, in the same words or nearly so, counts once."""
    texts: list[Quote] = []
    for known in group:
        quote = known.text.whole()
        if not any(_says_the_same(quote.text, text.text) for text in texts):
            texts.append(quote)
    return tuple(span for text in texts for span in text.spans)


def _says_the_same(text: str, before: str) -> bool:
    ours, theirs = (Counter(one.casefold().split()) for one in (text, before))
    return (ours & theirs).total() >= SAME * ours.total()


def _heading_lines(reading: Reading, group: Sequence[Known]) -> list[Passage]:
    """«Ada Brook (Harrow, 1982)»: the lines that name a person over the text."""
    lines = reading.document.lines
    starts = [known.head.person.spans[0].start for known in group if known.head.person]
    named = (lines[bisect_right(lines, start, key=lambda line: line.span.start) - 1] for start in starts)
    return [passage for line in named if len((passage := reading.passage([line])).text.split()) <= LONGEST_HEADING]


def _birth(group: Sequence[Known], person: str, newest: int, heads: Sequence[Passage]) -> Birth:
    births = [birth_of(text, person, newest) for text in (*(known.text for known in group), *heads)]
    born = next((birth for birth in births if birth.born), Birth())
    place = born.place or next((birth.place for birth in births if birth.place), None)
    return Birth(born.born, born.born_spans, place)


def _roles(group: Sequence[Known], credited: Credited, person: str) -> Roles:
    """As the headings say; a part played makes an actor; else as the credits say, else as the heading over several people."""
    roles = dict.fromkeys(role for known in group for role in known.head.roles)
    if roles:
        return tuple(roles), tuple(span for known in group for span in known.head.role_spans)
    for known in group:
        if known.head.character:
            return ("actor",), known.head.character.spans
    found, spans = credited.roles_of(person)
    return (found, spans) if found else _by_topic([known.head for known in group])


def _by_topic(heads: Sequence[Head]) -> Roles:
    for head in heads:
        if head.topic == "cast" and head.topic_spans:
            return ("actor",), head.topic_spans
    return (), ()
