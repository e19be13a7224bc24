"""What a stretch of an award list is: a date, a result, a festival, a prize, a section, a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from presskit.extractors.phrases import Hit, Phrases, Word, phrase_lists, tokens
from presskit.vocabulary import vocabulary

YEAR = re.compile(r"(?<!\w)(?:19|20)\d\d(?![^\W¹²³⁰⁴-⁹])")
BREAK_YEAR = re.compile(r"(?<!\w)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\w)|(?<![\w./-])(?:19|20)\d\d(?![^\W¹²³⁰⁴-⁹]|[/-])")
NUMBERED = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|e|ª|º)$")
LONGEST_OTHER = 14
"""Words of a festival's or prize's name at most; what is longer is a sentence."""


LONGEST_METAL = 4
SMALL_WORDS = 3
"""Between a prize and its category: «para el mejor»."""


class Sense(StrEnum):
    YEAR = "year"
    RESULT = "result"
    PREMIERE = "premiere"
    FESTIVAL = "festival"
    AWARD = "award"
    MIXED = "mixed"
    SECTION = "section"
    PLACE = "place"
    OTHER = "other"


def words(name: str) -> Phrases:
    return phrase_lists("festivals")[name]


def year_in(text: str) -> int | None:
    found = YEAR.search(text)
    return int(found.group()) if found else None


def is_date(text: str) -> bool:
    """«August», «March 3-7», «02-11-2010 till now»: nothing but numbers, months and the small words of dates."""
    months = vocabulary().months
    parts = [word.folded for word in tokens(text) if word.folded.isalnum()]
    small = words("date_word")
    known = [part for part in parts if part.isdigit() or NUMBERED.match(part) or part in months]
    return bool(known) and all(part in known or (part,) in small.by_first.get(part, ()) for part in parts)


def names_festival(text: str) -> bool:
    known = any(words(name).inside(text) for name in ("festival", "festival_name", "giver"))
    return known or _ends_as_giver(text) or bool(givers_beside(text))


def givers_beside(text: str) -> list[Hit]:
    """«Tony award», «VES nomination», «Premio Ariel», «Goya a la mejor actriz»: names that mean a prize only beside a word that says so."""
    parts = tokens(text)
    found: list[Hit] = []
    for at, word in enumerate(parts):
        length = words("giver_beside").length(parts, at) if word.text[0].isupper() else 0
        if not length:
            continue
        behind = at + length
        named = at and words("award").length(parts, at - 1)
        if behind < len(parts) and words("award").length(parts, behind):
            found.append(Hit(word.start, parts[behind].end))
        elif (behind < len(parts) and words("nominated").length(parts, behind)) or named or _leads_to_best(parts, behind):
            found.append(Hit(word.start, parts[behind - 1].end))
    return found


def _leads_to_best(parts: Sequence[Word], at: int) -> bool:
    """«… de la Meilleure», «… al mejor»: one or two small words, then the word for best."""
    small = vocabulary().words("function_words")
    for end in range(at, min(at + SMALL_WORDS, len(parts))):
        if parts[end].folded not in small:
            return False
        if end + 1 < len(parts) and words("best_word").length(tuple(parts), end + 1):
            return True
    return False


def _ends_as_giver(text: str) -> bool:
    """«Northern Film Awards»: a plural at the end, or at the beginning where the language puts it there."""
    parts = tokens(text)
    giving = words("giving")
    if len(parts) < 2 or (words("award_start").leads(text) and not giving.leads(text)):
        return False
    return bool(giving.length(parts, len(parts) - 1) or (giving.length(parts, 0) and parts[-1].text[0].isupper()))


def names_award(text: str) -> bool:
    return bool(words("award_start").leads(text)) or any(words(name).inside(text) for name in ("award", "best_word", "jury_of"))


def is_metal_thing(text: str) -> bool:
    """«Silver Heron», «Lanterna d'oro»: a thing and its metal, and nothing else."""
    parts = tokens(text)
    if not 2 <= len(parts) <= LONGEST_METAL or not parts[0].text[0].isupper() or not parts[-1].text[-1].isalpha():
        return False
    behind = words("metal_behind").length(parts, 1)
    return behind == len(parts) - 1 or (len(parts) == 2 and words("metal").length(parts, 0) == 1 and parts[1].text[0].isupper())


def is_result(text: str) -> bool:
    return words("won").made_of(text, words("nominated"), words("selected"))


def result_of(text: str) -> str | None:
    """won, nominated or selected: what the words say first, a nomination before a prize («nominated for the award»)."""
    for name in ("nominated", "won", "selected"):
        if words(name).inside(text):
            return name
    return None


def is_section(text: str) -> bool:
    parts = tokens(text)
    section = words("section")
    return bool(section.leads(text)) or any(section.length(parts, at) == len(parts) - at for at in range(len(parts)))


def _opens_as_section(text: str) -> bool:
    """«Mostra Competitiva de Curtas»: a festival's word, and yet one of its sections."""
    end = words("section").leads(text)
    return " " in text[:end].strip() and not names_festival(text[end:])


def is_place(text: str) -> bool:
    return vocabulary().country(text) is not None


def sense_of(text: str) -> Sense:
    if is_date(text):
        return Sense.YEAR
    if words("premiere").whole(text):
        return Sense.PREMIERE
    if words("section").whole(text) or _opens_as_section(text):
        return Sense.SECTION
    if is_result(text):
        return Sense.RESULT
    if is_place(text):
        return Sense.PLACE
    festival, award = names_festival(text), names_award(text)
    if festival:
        return Sense.MIXED if award and not _ends_as_giver(text) else Sense.FESTIVAL
    if award or is_metal_thing(text):
        return Sense.AWARD
    return Sense.SECTION if is_section(text) else Sense.OTHER
