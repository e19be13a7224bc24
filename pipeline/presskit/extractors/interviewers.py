"""Who asked: the credit above or below an interview."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import names_in, plain
from presskit.model import Line, Passage, Quote, Reading
from presskit.vocabulary import fold

KINDS = ("interviewer_credits", "bylines", "interviewer_verbs")
"""Word lists, the surest first."""
REACH = 80
"""Characters after a phrase within which the names it announces stand."""
CLOSE = 4
"""Signs that may stand between a phrase and the first name."""
LONGEST_INTRO = 3000
"""Characters of a text above an interview that is looked through for a credit."""
LONGEST_CREDIT = 40
STOP = re.compile(r"[.;(\n]\s|[–—]|,\s[a-zà-ÿ\d]")


def asking(reading: Reading, lines: Sequence[Line], interviewees: Sequence[Quote]) -> list[Quote]:
    """Who asked, by lines of a credit: line by line, then over their ends."""
    single = (reading.passage([line]) for line in lines)
    return next((found for passage in (*single, reading.passage(lines)) if (found := credited(passage, interviewees))), [])


def credited(passage: Passage, interviewees: Sequence[Quote], kinds: Sequence[str] = KINDS) -> list[Quote]:
    """The names behind "interview by", "propos recueillis par", "spoke to"; behind a bare "by" only at the start."""
    text = plain(passage.text[:LONGEST_INTRO])
    known = {fold(name.text) for name in interviewees}
    ends = (end for kind in kinds for end in (_byline(text) if kind == "bylines" else _after(text, kind)))
    for end in ends:
        found = [name for name in _announced(passage, end) if fold(name.text) not in known]
        if found:
            return found
    return []


def is_credit(reading: Reading, lines: Sequence[Line]) -> bool:
    """Whether a short paragraph does nothing but say who asked."""
    text = plain(reading.passage(lines).text)
    head = text.lstrip('(–—- "“')
    opens = any(head.startswith(phrase) for phrase in interview_words("interviewer_credits"))
    return len(text.split()) <= LONGEST_CREDIT and (opens or bool(_byline(text))) and bool(asking(reading, lines, ()))


def _after(text: str, kind: str) -> Iterator[int]:
    for phrase in sorted(interview_words(kind), key=lambda phrase: (-len(phrase), phrase)):
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
                yield end
            at = text.find(phrase, end)


def _byline(text: str) -> list[int]:
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return [len(first)] if first in interview_words("bylines") else []


def _announced(passage: Passage, end: int) -> list[Quote]:
    """Names that begin right behind the phrase, as far as the sentence lists them."""
    window = passage.text[end : end + REACH]
    stop = STOP.search(window, CLOSE)
    found = names_in(passage, end, end + (stop.start() if stop else len(window)))
    first = passage.text.find(found[0].text, end) if found else -1
    return found if 0 <= first - end <= CLOSE else []
