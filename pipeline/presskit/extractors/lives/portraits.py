"""Biography sections cut into one portrait per person: heading lines, prose, and lists of films found among it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from presskit.extractors.lives.film_rows import label_end
from presskit.extractors.lives.film_runs import film_run
from presskit.extractors.lives.film_shapes import is_prose, looks_like_entry
from presskit.extractors.lives.head import NOTHING, Head
from presskit.extractors.lives.heads import function_behind, joined, read_head
from presskit.extractors.lives.names import Roster, is_subject, leading_name, names_in, pair_of, same_person
from presskit.extractors.lives.sub_heads import ENDED, Part, sub_heads
from presskit.extractors.lives.wordlists import spelled
from presskit.model import Line, Paragraph, Passage, Quote, Reading, Section, SectionKind, Span

BORN_BEHIND = re.compile(r"\s?\([^\W\d_][^()\d]{1,40},\s(?:19|20)\d\d\)\s(?=[^\W\d_A-ZÀ-Þ])")
UNWRAPPED, WRAPPED = 120, 0.75
"""Characters of lines that no margin broke; share of the longest line below which the writer broke one."""
FEWEST_IN_PROSE = 5
FEWEST_IN_LIFE = 10


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person's part of a biography section; `films` are the lines of a list inside it, `order` the section's number."""

    head: Head
    body: tuple[Paragraph, ...]
    films: tuple[Line, ...] = ()
    order: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for paragraph in self.body for line in paragraph)


def portraits(reading: Reading) -> list[Portrait]:
    """All portraits of the kit in order."""
    credited = credited_text(reading)
    found: list[Portrait] = []
    for order, section in enumerate(reading.sections):
        if section.kind is SectionKind.BIOGRAPHY:
            for portrait in _in_section(reading, section, order):
                found.extend(_by_openings(reading, portrait, credited))
        elif section.kind is SectionKind.FILMOGRAPHY and found and found[-1].order == order - 1:
            found[-1] = replace(found[-1], body=(*found[-1].body, *_rest_of_text(reading, found[-1], section)))
        if section.kind is SectionKind.FILMOGRAPHY:
            found.extend(_among_films(reading, section, order))
    return found


def _among_films(reading: Reading, section: Section, order: int) -> Iterator[Portrait]:
    """Lives that stand below somebody else's films: a name with its function or part below white, and prose under it."""
    lines = section.lines
    for at in range(1, len(lines) - 1):
        if not lines[at].blank_before or looks_like_entry(reading.words(lines[at])):
            continue
        head = read_head(reading.passage(lines[at : at + 1]))
        if not head.person or not head.understood or not (head.roles or head.character):
            continue
        behind = next((end for end in range(at + 1, len(lines)) if lines[end].blank_before), len(lines))
        body = lines[at + 1 : behind]
        if len(reading.passage(body).text.split()) >= FEWEST_IN_LIFE and not film_run(reading, lines, at + 1) > at + 1:
            yield Portrait(head, (tuple(body),), (), order)


def _rest_of_text(reading: Reading, portrait: Portrait, section: Section) -> tuple[Paragraph, ...]:
    """The end of a text whose last sentence goes on with a year, taken for the first of its films."""
    if section.heading or not portrait.lines or ENDED.search(reading.words(portrait.lines[-1])):
        return ()
    first = section.paragraphs[0] if section.paragraphs else ()
    return (first,) if first and is_prose(reading.passage(first).text) else ()


def credited_text(reading: Reading) -> str:
    """Everything that covers, credits and data say, for the question whether a name occurs in them."""
    sections = reading.of_kind(SectionKind.FRONT, SectionKind.CREDITS, SectionKind.TECHNICAL)
    return " ".join(reading.passage(section.lines).text for section in sections).casefold()


def section_head(reading: Reading, section: Section) -> Head:
    """What a section's own heading says: as one phrase, or line by line as it is printed."""
    if not section.heading:
        return NOTHING
    each = [read_head(line) for line in heading_lines(reading, section)[0]]
    whole = read_head(reading.document.passage(section.heading.spans))
    if whole and whole.understood and not (each[0].topic and not each[0].person and all(line and line.understood for line in each[1:])):
        return whole
    head = NOTHING
    for line in each:
        head = joined(head, line)
    return replace(head if head else whole, understood=True)


def heading_lines(reading: Reading, section: Section) -> tuple[list[Passage], list[Span]]:
    """A heading's printed lines, and apart from them those at its end that are the text's first, taken for a heading by their place."""
    printed = list(_printed_lines(reading, section.heading)) if section.heading else []
    end = len(printed)
    while end > 1 and _is_prose(reading.document.passage((printed[end - 1],))):
        end -= 1
    if end == len(printed) or not read_head(reading.document.passage(printed[:end])):
        end = len(printed)
    return [reading.document.passage((span,)) for span in printed[:end]], printed[end:]


def _is_prose(line: Passage) -> bool:
    words = line.text.split()
    small = sum(word.isalpha() and word.islower() for word in words)
    return len(words) >= FEWEST_IN_PROSE and small >= 2 and not read_head(line).understood


def _printed_lines(reading: Reading, quote: Quote) -> Iterator[Span]:
    text = reading.document.text
    for span in quote.spans:
        at = span.start
        for piece in text[span.start : span.end].split("\n"):
            yield Span(at, at + len(piece))
            at += len(piece) + 1


def _in_section(reading: Reading, section: Section, order: int) -> Iterator[Portrait]:
    swallowed = tuple(Line(span, 1) for span in heading_lines(reading, section)[1])
    lines = (*swallowed, *section.lines)
    part = Part(reading, lines, _paragraph_starts(reading, section, len(swallowed)), order)
    head, first = section_head(reading, section), 0
    heads = sub_heads(part, head)
    for at in range(len(part.lines)):
        if not heads[at]:
            continue
        if first < at:
            yield _portrait(part, head, first, at)
            head = NOTHING
        head, first = _below(head, heads[at]), at + 1
    if first < len(part.lines):
        yield _portrait(part, head, first, len(part.lines))


def _below(head: Head, sub: Head) -> Head:
    """A sub-heading adds to the heading lines above it; another person begins anew."""
    if head.person and sub.person and not same_person(head.person.text, sub.person.text):
        return sub
    return head.then(sub)


def _portrait(part: Part, head: Head, start: int, end: int) -> Portrait:
    body: list[list[Line]] = []
    films: list[Line] = []
    at = start
    while at < end:
        behind = _films_end(part, head, at, end)
        if behind > at:
            films.extend(part.lines[at:behind])
        else:
            behind = at + 1
            if at in part.starts or not body:
                body.append([])
            body[-1].append(part.lines[at])
        at = behind
    return Portrait(head, tuple(map(tuple, body)), tuple(films), part.order)


def _films_end(part: Part, head: Head, at: int, end: int) -> int:
    if head.films and not head.topic.startswith("bio"):
        return end
    above = part.reading.words(part.lines[at - 1]) if at else ""
    if label_end(part.reading.words(part.lines[at])):
        return next((start for start in range(at + 1, end) if start in part.starts), end)
    if at in part.starts or ENDED.search(above):
        return film_run(part.reading, part.lines[:end], at)
    return at


def _paragraph_starts(reading: Reading, section: Section, first: int) -> frozenset[int]:
    """Where paragraphs begin; so do lines that introduce somebody behind a finished sentence."""
    starts, at = {0}, first
    for paragraph in section.paragraphs:
        if at > first or not first:
            starts.add(at)
        at += len(paragraph)
    texts = [reading.words(line) for line in section.lines]
    widest = max(map(len, texts), default=0)
    for at, (above, text) in enumerate(pairwise(texts)):
        ends = widest > UNWRAPPED or len(above) < WRAPPED * widest
        if ENDED.search(above) and (_introduces(text) or (ends and _tells_of(text))):
            starts.add(first + at + 1)
    return frozenset(starts)


def _introduces(text: str) -> bool:
    """A name in capitals, or one with a function or birth right behind it: «Ada Brook (Editor)», «Ada Brook (Hull, 1975) is»."""
    end = leading_name(text)
    return bool(end) and (text[:end].isupper() or bool(function_behind(text, end)[0]) or bool(BORN_BEHIND.match(text, end)))


def _tells_of(text: str) -> bool:
    """«Ada Brook is», «Ada Brook studied»: a name, and a small word behind it."""
    end = leading_name(text)
    return bool(end) and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _by_openings(reading: Reading, portrait: Portrait, credited: str) -> Iterator[Portrait]:
    """Paragraphs without headings that each begin with another person's name."""
    names = [opening(reading, paragraph) for paragraph in portrait.body]
    if portrait.head.person and pair_of(portrait.head.person.text):
        single = replace(portrait, head=replace(portrait.head, person=None))
        portrait = single if any(_cuts(single, names, credited)) else portrait
    edges = [0, *_cuts(portrait, names, credited), len(names)]
    for low, high in pairwise(edges):
        films = portrait.films if high == len(names) else ()
        head = portrait.head if low == 0 else _kept(portrait.head)
        yield replace(portrait, head=head, body=portrait.body[low:high], films=films)


def _cuts(portrait: Portrait, names: Sequence[str], credited: str) -> Iterator[int]:
    """The paragraphs at which somebody else's text begins."""
    known = Roster()
    if portrait.head.person:
        known.add(portrait.head.person.text)
    everywhere = all(names)
    for at, name in enumerate(names):
        if not name or known.find(name) is not None:
            continue
        known.add(name)
        listed = not portrait.head.person and bool(names[0]) and (everywhere or name.casefold() in credited)
        if at and (name.isupper() or listed):
            yield at


def _kept(head: Head) -> Head:
    """What a heading over several people says of each of them."""
    return replace(head, person=None, character=None) if not head.person else NOTHING


def opening(reading: Reading, paragraph: Sequence[Line]) -> str:
    """The name that a paragraph opens with, or the subject of a sentence such as «Born in Hull in 1977, Ada Brook shot»."""
    text = reading.passage(paragraph[:3]).text
    end = leading_name(text)
    first = text.split(maxsplit=1)[0] if text else ""
    if end or first.casefold() not in spelled("birth_words"):
        return text[:end]
    return next((text[low:high] for low, high in names_in(text) if is_subject(text, low, high)), "")
