"""Interviews that open without the word for it: «Ada Brook in conversation with Leo Finn», alone or under words of hers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from presskit.model import Document, Line, SectionKind
from presskit.sections.heading import Heading, quote_of
from presskit.sections.layout import gap_between
from presskit.sections.titles import is_content, like_a_title
from presskit.sections.wording import is_name, is_prose, words_of
from presskit.vocabulary import HeadingSense, fold, store

MOST_WORDS = 18
SURE = 1.4
JOINED = re.compile(r",\s|\s(?:and|und|et|y|e|&)\s")
ENDED = re.compile(r"[,;.(|–—]|\s-\s|\s(?=\d)")
"""Where the name behind the words ends: «…, June 2021», «… – Bari»."""


def of_conversation(document: Document, lines: Sequence[Line], at: int) -> Heading | None:
    """The line that says who speaks to whom, or the one above it that quotes what is said."""
    if not gap_between(lines[at - 1] if at else None, lines[at]):
        return None
    text = document.words(lines[at])
    below = document.words(lines[at + 1]) if at + 1 < len(lines) else ""
    quotes = like_a_title(text, quoted=True) and not is_content(text) and says_who(below)
    if not quotes and not says_who(text):
        return None
    sense = HeadingSense(SectionKind.INTERVIEW, "", "")
    return Heading(quote_of(document, (lines[at],)), (sense,), SURE, (lines[at],))


def says_who(text: str) -> bool:
    """Names before and behind words for a talk, in no sentence."""
    if not 4 < len(words_of(text)) <= MOST_WORDS or is_prose(text) or text.endswith("."):
        return False
    folded = fold(text)
    phrase = next((one for one in _phrases() if f" {one} " in folded), "")
    if not phrase or len(folded) != len(text):
        return False
    low = folded.index(f" {phrase} ")
    behind = ENDED.split(text[low + len(phrase) + 2 :], maxsplit=1)[0]
    return all(is_name(name.strip()) for name in (*JOINED.split(text[:low]), *JOINED.split(behind)))


@cache
def _phrases() -> tuple[str, ...]:
    """The longest first."""
    found = {fold(phrase) for _, phrase in store.by_language(store.read("interviews")["interviewer_verbs"])}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))
