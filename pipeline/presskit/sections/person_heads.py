"""Headings over texts about one person: name, function and part over one line or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from presskit.model import Document, Line, SectionKind
from presskit.sections import wording
from presskit.sections.figures import heads_figure, named_over_function, named_with_part
from presskit.sections.heading import Heading, quote_of
from presskit.sections.layout import Layout, gap_between
from presskit.sections.titles import like_a_title
from presskit.sections.wording import is_name, is_prose, words_of
from presskit.vocabulary import HeadingSense, fold, vocabulary
from presskit.vocabulary.heading_shapes import NUMBERING

NAME_WORDS = 6
INNER_STOP = re.compile(r"(?<=[^\W\d_]{4})[.!?]\s{1,20}[A-ZÀ-Þ]")
"""A sentence ends inside the line."""
MOST_LINES = 3
"""Name, function and part at most stand one under another over a biography."""
HEAD = 30
"""A text about a person says the name, or a part of it, within so many words."""
NAMED = re.compile(rf"^[^(),|/–—]{{3,60}}?(?=\s?[(,|/–—]|\s-\s|(?:{wording.PLAYS.pattern}))", re.IGNORECASE)
"""A name before a part in brackets or behind "as", or a function behind a comma."""
SURE = 1.4
FIGURE = HeadingSense(SectionKind.NOTES, "figure", "")


def of_person(document: Document, lines: Sequence[Line], at: int) -> Heading | None:
    """A heading that tells by its shape whom the text below is about."""
    if not gap_between(lines[at - 1] if at else None, lines[at]):
        return None
    if chapter := _under_a_chapter(document, lines, at):
        return chapter
    named = named_over_function(document, lines, at) or named_with_part(document, lines, at)
    if named:
        covered = tuple(lines[at : at + named.lines])
        return Heading(quote_of(document, covered), (HeadingSense(SectionKind.BIOGRAPHY, "", "", named.name),), SURE, covered)
    if heads_figure(document, lines, at):
        quote = quote_of(document, lines[at : at + 1])
        return Heading(quote, (replace(FIGURE, rest=quote.text),), SURE, (lines[at],))
    return None


def _under_a_chapter(document: Document, lines: Sequence[Line], at: int) -> Heading | None:
    """«Who made it», right above «Ada Brook / Director» and the text about her: one heading of two lines."""
    text = document.words(lines[at])
    if at + 2 >= len(lines) or lines[at + 1].blank_before or not like_a_title(text) or is_name(text) or vocabulary().roles(text):
        return None
    named = named_with_part(document, lines, at + 1) if not vocabulary().headings(text) else None
    if named is None:
        return None
    covered = tuple(lines[at : at + 1 + named.lines])
    return Heading(quote_of(document, covered), (HeadingSense(SectionKind.BIOGRAPHY, "", "", named.name),), SURE, covered)


def over_figures(document: Document, lines: Sequence[Line], below: int, found: Heading) -> Heading:
    """ "Cast" over parts and their actors, each with a text about the part, heads those texts."""
    casts = any(sense.kind in (SectionKind.CREDITS, SectionKind.BIOGRAPHY) and not sense.rest for sense in found.senses)
    return replace(found, senses=(FIGURE,), label=False) if casts and heads_figure(document, lines, below) else found


def with_name(document: Document, lines: Sequence[Line], at: int, found: Heading) -> Heading:
    """A person's heading goes on in the lines below it: name under function, function or part under name, then the text."""
    if not any(sense.kind is SectionKind.BIOGRAPHY for sense in found.senses):
        return found
    end = at + len(found.lines)
    printed = " ".join(document.words(line) for line in found.lines)
    while (
        end < len(lines)
        and not _begins_text(printed, document.words(lines[end]))
        and end - at < MOST_LINES
        and not lines[end].blank_before
        and like_a_title(document.words(lines[end]), quoted=True)
    ):
        end += 1
    more = lines[at + len(found.lines) : end]
    below = " ".join(document.words(line) for line in lines[end : end + 3])
    if (
        not more
        or _stands_alone(document, lines, end)
        or not is_prose(below)
        or wording.PAIR.match(document.words(lines[end]))
        or any(is_prose(document.words(line)) for line in more)
    ):
        return found
    covered = (*found.lines, *more)
    return replace(found, quote=quote_of(document, covered), lines=covered)


def _begins_text(heading: str, text: str) -> bool:
    """A first sentence is short too where it ends before the margin, or says the heading's name again and goes on."""
    if INNER_STOP.search(text):
        return True
    words = text.split()
    named = next((end for end in (4, 3, 2) if len(words) > end and fold(" ".join(words[:end])) in fold(heading)), 0)
    return bool(named) and words[named][:1].islower() and fold(words[named]) not in vocabulary().words("name_particles")


def _stands_alone(document: Document, lines: Sequence[Line], at: int) -> bool:
    """A short line with white above: the text under it is its own, not that of a name above it."""
    if at >= len(lines) or not lines[at].blank_before:
        return False
    text = document.words(lines[at])
    return len(words_of(text)) <= NAME_WORDS and like_a_title(text)


def by_name(text: str, below: str, layout: Layout) -> tuple[HeadingSense, ...]:
    """A person's name over a text that names the person, or known elsewhere in the kit, heads a biography."""
    text = NUMBERING.sub("", text)
    name = NAMED.match(text)
    text = name.group() if name else text
    label = vocabulary().leading_label(text)
    if not is_name(text) or (label and label.roles and label.end < len(text)):  # «Casting Nora»
        return ()
    if all(word.casefold() in layout.common for word in text.split() if len(word) > 3):
        return ()
    parts = {fold(word) for word in text.split() if len(word) > 2}
    head = {fold(word.removesuffix("’s").removesuffix("'s")) for word in below.split()[:HEAD]}
    known = parts & head or head & vocabulary().words("birth_words") or layout.names[text.casefold()] > 1
    return (HeadingSense(SectionKind.BIOGRAPHY, "", "", text),) if known else ()
