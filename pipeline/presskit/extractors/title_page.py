"""The title page of a kit whose type is all alike: which of its first lines is the title, which are other titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.credits.clauses import is_statement
from presskit.extractors.credits.wordlists import word_list
from presskit.extractors.lives.names import is_name
from presskit.model import Line, Reading, SectionKind
from presskit.vocabulary import fold, vocabulary

LOOKED_AT = 9
"""Lines before the "film by" that may belong to a title page."""
MOST_WORDS = 8
MOST_OTHERS = 2
DATA = re.compile(r"\||\d\s?(?:min\b|['’′])|\b(?:19|20)\d\d\b.*,|@|www\.|https?:")
ENDED = re.compile(r"[.!?…][”\"»]?$")


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The line with the title, and those that give it in other words."""

    title: Line | None
    others: tuple[Line, ...] = ()


def title_page(reading: Reading, lines: Sequence[Line]) -> TitlePage:
    """What is left of the lines above the "film by" without the kit's name, presenters, forms, festivals and the director."""
    lines = _without_menu(reading, lines[: 4 * LOOKED_AT])
    by = next((at for at, line in enumerate(lines[:LOOKED_AT]) if is_film_by(reading, line)), None)
    left = list(_left(reading, _of_front(reading) if by is None else lines[:by]))
    title = next((line for line in left if not in_brackets(reading, line)), None)
    if title is None:
        return TitlePage(None if by is None else _below(reading, lines, by))
    under = left[left.index(title) + 1 :]
    others = [line for line in under if in_brackets(reading, line) or (by is not None and _stands_apart(reading, title, line))]
    return TitlePage(title, tuple(others) if len(others) == len(under) <= MOST_OTHERS else ())


def _without_menu(reading: Reading, lines: Sequence[Line]) -> list[Line]:
    """Menus and link labels above the title belong to no section."""
    kept = {line.span.start for section in reading.sections for line in section.lines}
    kept.update(span.start for section in reading.sections if section.heading for span in section.heading.spans)
    return [line for line in lines if line.span.start in kept]


def _of_front(reading: Reading) -> Sequence[Line]:
    return next((section.lines[:LOOKED_AT] for section in reading.sections[:1] if section.kind is SectionKind.FRONT), ())


def _left(reading: Reading, above: Sequence[Line]) -> Iterator[Line]:
    start = max((number for number, line in enumerate(above, 1) if presents(reading.words(line))), default=0)
    kept = [line for line in above[start:] if not (_says_what_it_is(reading.words(line)) or _is_director(reading, line))]
    kept = _without_players(reading, kept)
    yield from [line for line in kept if not _of_a_festival(reading.words(line))] or kept


def _below(reading: Reading, lines: Sequence[Line], by: int) -> Line | None:
    """«A film by / JANE DOE / LOW TIDE»: with nothing above it the title stands below, apart from the director's name."""
    text = reading.words(lines[by])
    label = vocabulary().leading_label(text)
    start = by + (2 if label and label.end >= len(text) else 1)
    under = lines[start : start + 1]
    return next((line for line in under if line.blank_before and _may_stand_below(reading.words(line))), None)


def _may_stand_below(text: str) -> bool:
    label = vocabulary().leading_label(text)
    return not (label or vocabulary().headings(text) or presents(text) or _says_what_it_is(text) or _of_a_festival(text))


def _without_players(reading: Reading, lines: list[Line]) -> list[Line]:
    """Several people in one line, or one under the other, whom the credits have too, stand on covers as the title does."""
    people = [line for line in lines if all(is_name(cell) for cell in _cells(reading, line))]
    several = len(people) > 1 or any(len(line.cells) > 1 for line in people)
    credited = " ".join(fold(reading.words(line)) for section in reading.of_kind(SectionKind.CREDITS) for line in section.lines)
    known = [line for line in people if any(fold(cell) in credited for cell in _cells(reading, line))]
    return [line for line in lines if line not in known] if several and len(known) < len(lines) else lines


def _cells(reading: Reading, line: Line) -> list[str]:
    text = reading.document.text
    return [text[cell.start : cell.end] for cell in line.cells]


def presents(text: str) -> bool:
    """«DOE FILM presents», «DOE FILM presents in association with ROE», on one line or two, stands above the title."""
    words = [fold(word.strip(".,:…")) for word in text.split()]
    said = word_list("presents_words")
    return bool(words) and (words[-1] in said or (len(words) > MOST_OTHERS and any(word in said for word in words[1:])))


def is_film_by(reading: Reading, line: Line) -> bool:
    """«A film by», «directed by», «Una película de»: a label of two words or more."""
    text = reading.words(line)
    label = vocabulary().leading_label(text)
    return bool(label and "director" in label.roles and " " in text[: label.end].strip())


def in_brackets(reading: Reading, line: Line) -> bool:
    text = reading.words(line)
    return text[:1] in "([" and text[-1:] in ")]"


def _says_what_it_is(text: str) -> bool:
    """«Press kit», «Documentary feature», a tagline's sentence, a line of data: the cover says them beside the title."""
    senses = vocabulary().headings(text)
    sentence = ENDED.search(text) and len(text.split()) > MOST_WORDS / 2
    front = any(sense.kind is SectionKind.FRONT for sense in senses)
    return bool(front or vocabulary().form(text) or sentence or DATA.search(text) or _names_partner(text))


def _names_partner(text: str) -> bool:
    """«in association with ROE PICTURES», «a DOE production»: who made it, too."""
    label = vocabulary().leading_label(text)
    joined = label is not None and label.company is not None and text[:1].islower() and bool(text[label.end :].strip())
    return joined or is_statement(text)


def _of_a_festival(text: str) -> bool:
    words = set(fold(text).split())
    return bool(words & (vocabulary().words("festival_words") | vocabulary().words("award_words")))


def _is_director(reading: Reading, line: Line) -> bool:
    """The director's name may stand above the title: the same words stand behind a label further down."""
    name = fold(reading.words(line))
    for other in reading.document.lines[:60]:
        text = reading.words(other)
        label = vocabulary().leading_label(text) if name in fold(text) else None
        if label and "director" in label.roles and fold(text[label.end :]).strip(" :-–").startswith(name):
            return True
    return False


def _stands_apart(reading: Reading, title: Line, line: Line) -> bool:
    """The title once more: set in another case or another script, and no sentence."""
    text, above = reading.words(line), reading.words(title)
    if len(text.split()) > MOST_WORDS or ENDED.search(text) or text[:1].islower() or vocabulary().leading_label(text):
        return False
    return text.isupper() != above.isupper()
