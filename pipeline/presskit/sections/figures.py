"""Headings over a text about one person that name two things: the person and the function on two lines, the part and its actor in one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.model import Document, Line
from presskit.sections import wording
from presskit.sections.beneath import paragraph
from presskit.sections.wording import is_name, is_prose, words_of
from presskit.vocabulary import fold, vocabulary
from presskit.vocabulary.figures import AND, sides

HEAD = 40
"""Words of a text that tell whose it is."""
FUNCTION_WORDS = 9
PART_WORDS = 6
FEW_WORDS = 5
QUOTED = re.compile(r"^[“\"«„‘'][^“”\"«»„‘]{1,40}[”\"»“’']$")
"""A part between quotation marks."""
GUILD = re.compile(r"(?<=\w)\s(?:[^\W\d_]\.\s?){2,5}(?=\s?[-–—,(|])")
"""«Jane Doe p.g.a. – Producer»: the letters of a guild."""
FUNCTION_BEHIND = re.compile(r"^(?P<name>[^–—,(|/:]{4,50}?)(?:\s?[–—(|]|\s-|\s/)\s?(?P<function>[^()]{3,60}?)\)?$")
BRACKETED_PART = re.compile(r"^(?P<name>[^()–—:/|]{4,50}?)\s?\([A-ZÀ-Þ][^()\d]{1,40}\)$")
BARE_PART_BEHIND = re.compile(r"^(?P<name>[^“”\"«»„()–—:/|]{4,50}?)\s[-–—]\s[A-ZÀ-Þ][^\W\d_]{1,20}(?:\s[A-ZÀ-Þ][^\W\d_]{1,20})?$")
PART_BEHIND = re.compile(r"^(?P<name>[^“”\"«»„()]{4,50}?)\s?[-–—,:]?\s[“\"«„][^“”\"«»„]{1,40}[”\"»“]$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name over the function or under it, and how many lines the two fill."""

    name: str
    lines: int


def named_over_function(document: Document, lines: Sequence[Line], at: int) -> Named | None:
    """Name and function or part each on a line of its own, with or without white between, over a text about that person."""
    if at + 2 >= len(lines):
        return None
    first, second = (document.words(line) for line in lines[at : at + 2])
    below = paragraph(document, lines, at + 2)
    name = first if _is_person(first) and _is_function(second) else second if _is_function(first) and _is_person(second) else ""
    return Named(name, 2) if name and is_prose(below) and _is_about(name, below) else None


def named_with_part(document: Document, lines: Sequence[Line], at: int) -> Named | None:
    """«Jane Doe - "Mabel"», «JANE DOE – PRODUCER» in one line over a text about her."""
    text = GUILD.sub("", document.words(lines[at]))
    found = PART_BEHIND.match(text) or _function_behind(text) or _part_in_brackets(text, paragraph(document, lines, at + 1))
    shown = found or BARE_PART_BEHIND.match(text)
    if not shown or at + 1 >= len(lines) or not _is_person(shown["name"]):
        return None
    below = paragraph(document, lines, at + 1)
    about = _is_about(shown["name"], below) if found else _tells_a_life(below)
    opens = _opens_with_life(below) or (bool(found) and _opens_with_name(shown["name"], below))
    return Named(shown["name"], 1) if opens or (_reads_on(below) and about) else None


def _part_in_brackets(text: str, below: str) -> re.Match[str] | None:
    """«JANE DOE (Mabel)» over «Jane Doe, born 1963 in Hull, ...»: told of the actress, not of the part."""
    found = BRACKETED_PART.match(text)
    return found if found and _opens_with_name(found["name"], below) and _tells_a_life(below) else None


def _opens_with_life(below: str) -> bool:
    """«Diplomata all'accademia di Trieste.», «Born in Kells.»: one sentence without its subject."""
    words = words_of(below)
    told = vocabulary().words("biographic_words") | vocabulary().words("birth_words")
    return len(words) >= FEW_WORDS and wording.ends_sentence(below) and fold(words[0]) in told - vocabulary().words("everyday_words")


def _opens_with_name(name: str, below: str) -> bool:
    """«Anil founded …» under «ANIL MEHTA – Producer»: told of that person, in however few words."""
    words = words_of(below)
    told = len(words) >= FEW_WORDS and wording.ends_sentence(below) and fold(words[0]) in {fold(word) for word in name.split()}
    return told and any(word[:1].islower() for word in words[1:4])


def _function_behind(text: str) -> re.Match[str] | None:
    found = FUNCTION_BEHIND.match(text)
    return found if found and vocabulary().roles(found["function"]) and not vocabulary().is_cast_label(found["function"]) else None


def _reads_on(below: str) -> bool:
    """Prose, or two short sentences."""
    return is_prose(below) or (wording.ends_sentence(below) and wording.goes_on_in_sentences(below))


def _is_person(text: str) -> bool:
    return is_name(text) and not vocabulary().roles(text)


def _is_function(text: str) -> bool:
    if QUOTED.match(text):
        return True
    if text.split()[-1:] and fold(text.split()[-1]) in vocabulary().words("made_by"):  # «A film by» over the director's name is the cover
        return False
    return bool(vocabulary().roles(text)) and not vocabulary().is_cast_label(text) and len(words_of(text)) <= FUNCTION_WORDS


def _is_about(name: str, below: str) -> bool:
    parts = {fold(word) for word in name.split() if len(word) > 2}
    head = _head(below)
    return bool(parts & head or head & vocabulary().words("birth_words")) or len(head & vocabulary().words("biographic_words")) > 1


def heads_figure(document: Document, lines: Sequence[Line], at: int) -> bool:
    """«Mabel (Jane Doe)» over a text about Mabel: what she is like, not what an actress has done."""
    if at + 1 >= len(lines):
        return False
    sides = figure_sides(document.words(lines[at]))
    below = paragraph(document, lines, at + 1)
    return bool(sides) and is_prose(below) and not _tells_a_life(below)


def figure_sides(text: str) -> tuple[str, str] | None:
    """A part and its actor (in whichever order), both by name."""
    found = sides(text)
    if not found:
        return None
    names = text[slice(*found.first)], text[slice(*found.second)]
    if not all(map(_may_be_part, names)) or not any(map(_names, names)):
        return None
    known = vocabulary()
    return None if any(known.roles(name) or known.country(name) or known.headings(name) for name in names) else names


def _names(text: str) -> bool:
    return all(is_name(part) for part in AND.split(text))


def _may_be_part(text: str) -> bool:
    words = [word for part in AND.split(text) for word in part.split()]
    particles = vocabulary().words("name_particles") | vocabulary().words("title_articles")
    return 1 <= len(words) <= 2 * PART_WORDS and all(word[:1].isupper() or fold(word) in particles for word in words)


def _tells_a_life(below: str) -> bool:
    head = _head(below)
    told = (head & vocabulary().words("biographic_words")) - vocabulary().words("everyday_words")
    return bool(wording.YEAR.search(below)) or len(told) > 1


def _head(below: str) -> set[str]:
    return {fold(word.removesuffix("’s").removesuffix("'s")) for word in words_of(below)[:HEAD]}
