"""Which lines inside a biography section are headings: names, functions, parts played, above the text of each person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.extractors.lives.film_runs import film_run
from presskit.extractors.lives.head import NOTHING, Head
from presskit.extractors.lives.heads import ACTING, MOST_PART_WORDS, is_part_name, read_aside, read_head
from presskit.extractors.lives.wordlists import spelled
from presskit.model import Line, Reading
from presskit.vocabulary import vocabulary

ENDED = re.compile(r"[.!?…][”\"»’)\]]*$|(?:^|\s)(?:https?://|www\.)\S+$")


@dataclass(frozen=True, slots=True)
class Part:
    """A section's lines with what each of them is: a sub-heading, a line of a film list, or prose."""

    reading: Reading
    lines: Sequence[Line]
    starts: frozenset[int]
    order: int


def sub_heads(part: Part, head: Head) -> list[Head]:
    """For each line the sub-heading it is, or NOTHING."""
    heads: list[Head] = []
    films = _film_lines(part)
    cast = head.topic == "cast" or bool(ACTING & {*head.roles})
    for at in range(len(part.lines)):
        above = heads[-1] if heads else head
        cast = cast or above.character is not None
        heads.append(NOTHING if at in films else _part_played(part, at, above, cast) or _sub_head(part, at, above))
    for at in reversed(range(len(heads))):
        if heads[at] and not _followed(part, heads, at):
            heads[at] = NOTHING
    return heads


def _film_lines(part: Part) -> frozenset[int]:
    """The lines of lists of films that begin where a paragraph or sentence does: a title is nobody's name."""
    found: set[int] = set()
    at = 0
    while at < len(part.lines):
        fresh = at in part.starts or ENDED.search(part.reading.words(part.lines[at - 1]))
        end = film_run(part.reading, part.lines, at) if fresh else at
        found.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def _part_played(part: Part, at: int, above: Head, cast: bool) -> Head:
    """The line below an actor's name: «(Maud)», «The Ferryman» between the name and a text about somebody of the cast."""
    passage = part.reading.passage(part.lines[at : at + 1])
    if not above.person or above.character or passage.text.count(" ") >= MOST_PART_WORDS or at + 1 >= len(part.lines):
        return NOTHING
    if passage.text[0] == "(":
        aside, inner = read_aside(passage, 0), passage.quote(1, len(passage.text) - 1)
        played = passage.text[-1] == ")" and is_part_name(inner.text) and not vocabulary().country(inner.text)
        return aside if aside.roles or aside.character else Head(character=inner) if played else NOTHING
    below = part.reading.words(part.lines[at + 1])
    acts = cast or bool(ACTING & {*above.roles})
    fits = acts and at not in part.starts and len(below.split()) > MOST_PART_WORDS and below[:1].isupper()
    return Head(character=passage.whole()) if fits and is_part_name(passage.text) else NOTHING


def _sub_head(part: Part, at: int, above: Head) -> Head:
    if not _stands_apart(part, at, above):
        return NOTHING
    head = read_head(part.reading.passage(part.lines[at : at + 1]))
    if head.person and not head.understood and _is_part(part, at, above):
        return Head(character=head.person)
    if not head or not head.understood:
        return NOTHING
    if head.person or head.roles or head.films:
        return head
    played = head.character and above.person
    return head if played or (head.topic and not head.character and at in part.starts) else NOTHING


def _is_part(part: Part, at: int, above: Head) -> bool:
    """One word between a name and white: the part that the actor plays."""
    alone = at + 1 in part.starts and at + 1 < len(part.lines)
    return bool(above.person) and not above.roles and not above.character and alone


def _stands_apart(part: Part, at: int, above: Head) -> bool:
    """Under another heading line, at a paragraph's start, behind a finished sentence, or in type of its own."""
    if above or at in part.starts:
        return True
    line, before = part.lines[at], part.lines[at - 1]
    return bool(ENDED.search(part.reading.words(before))) or bool(line.style and before.style and line.style != before.style)


def _followed(part: Part, heads: Sequence[Head], at: int) -> bool:
    """Below a heading stands another heading, or text that begins a sentence; or goes on with one: «ADA BROOK (Maud)» over «was born»."""
    if at + 1 >= len(heads):
        return False
    below = part.reading.words(part.lines[at + 1]).lstrip("“„«\"'‘’¿¡(*–-•")
    born = below.split(maxsplit=1)[0].rstrip(".,:") in spelled("birth_words") if below else False
    played = heads[at].person is not None and heads[at].character is not None
    return bool(heads[at + 1]) or born or played or not below[:1].islower()
