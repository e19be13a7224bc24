"""Who asked: the credit above or below an interview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import names_in, plain
from presskit.model import Line, Passage, Quote, Reading
from presskit.vocabulary import fold, vocabulary

KINDS = ("interviewer_credits", "interviewer_labels", "bylines", "interviewer_verbs")
"""Word lists, the surest first."""
REACH = 80
"""Characters after a phrase within which the names it announces stand."""
CLOSE = 4
"""Signs that may stand between a phrase and the first name."""
LONGEST_INTRO = 3000
"""Characters of a text above an interview that is looked through for a credit."""
LONGEST_CREDIT = 40
EDGE = 4
"""Lines at either end of an interview that may be a credit without white around it."""
JOINED = re.compile(r"\s*[,&/+]?\s*(\w{1,4}\s+)?")
"""Between two names of one list: a comma, a sign, a conjunction."""
STOP = re.compile(r"[.;(\n]\s|[–—]|,\s[a-zà-ÿ\d]")


def asking(reading: Reading, lines: Sequence[Line], interviewees: Sequence[Quote]) -> list[Quote]:
    """Who asked, by lines of a credit: line by line, then over their ends."""
    single = (reading.passage([line]) for line in lines)
    return next((found for passage in (*single, reading.passage(lines)) if (found := credited(passage, interviewees))), [])


def credited(passage: Passage, interviewees: Sequence[Quote], kinds: Sequence[str] = KINDS) -> list[Quote]:
    """The names behind "interview by", "propos recueillis par", "spoke to"; behind a bare "by" only at the start."""
    text = plain(passage.text[:LONGEST_INTRO])
    known = {fold(name.text) for name in interviewees}
    ends = (end for kind in kinds for end in _ends(text, kind))
    for end in ends:
        found = [name for name in _announced(passage, end) if fold(name.text) not in known]
        if found:
            return found
    return []


def introduced(reading: Reading, lines: Sequence[Line]) -> list[Quote]:
    """«Ada Brook in conversation with Leo Finn»: the names before the words, in a line that is no sentence."""
    return next((found for line in lines if (found := _before_verb(reading.passage([line])))), [])


def speaking(heading: Passage) -> list[Quote]:
    """As `introduced`, of a heading."""
    return _before_verb(heading)


def spoken_to(heading: Passage) -> list[Quote]:
    """The names behind the words, where the same line has some before them."""
    return credited(heading, (), ("interviewer_verbs",)) if _before_verb(heading) else []


def _before_verb(passage: Passage) -> list[Quote]:
    if len(passage.text.split()) > LONGEST_CREDIT / 2 or passage.text.endswith("."):
        return []
    text = plain(passage.text)
    end = next(_after(text, "interviewer_verbs"), 0)
    start = min((end - len(phrase) for phrase in interview_words("interviewer_verbs") if text[:end].endswith(f" {phrase}")), default=0)
    found = names_in(passage, 0, start) if start else []
    return found if found and passage.text.startswith(found[0].text) else []


def is_credit(reading: Reading, lines: Sequence[Line]) -> bool:
    """Whether a short paragraph does nothing but say who asked."""
    text = plain(reading.passage(lines).text)
    head = text.lstrip('(–—- "“')
    opens = any(head.startswith(phrase) for phrase in interview_words("interviewer_credits")) or any(_labels(head))
    return len(text.split()) <= LONGEST_CREDIT and (opens or bool(_byline(text))) and bool(asking(reading, lines, ()))


def credit_lines(reading: Reading, lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that each do nothing but say who asked, above the first question or below the last answer."""
    edge = {*range(min(EDGE, len(lines))), *range(max(0, len(lines) - EDGE), len(lines))}
    return frozenset(at for at in edge if "?" not in reading.words(lines[at]) and is_credit(reading, [lines[at]]))


def asking_behind(heading: Passage, named: Sequence[Quote]) -> list[Quote]:
    """«Interview with Ada Brook by Leo Finn»: the names behind a "by" that stands right behind the one who answers."""
    for name in named:
        end = heading.text.find(name.text) + len(name.text)
        words = heading.text[end:].lstrip(" ,–—-|").split(maxsplit=1)
        if len(words) == 2 and plain(words[0]) in interview_words("bylines"):
            return _announced(heading, heading.text.find(words[1], end))
    return []


def _ends(text: str, kind: str) -> Iterable[int]:
    if kind == "bylines":
        return _byline(text)
    return _labels(text) if kind == "interviewer_labels" else _after(text, kind)


def _labels(text: str) -> Iterator[int]:
    """«Interview: Leo Finn», as a line opens with it."""
    start = len(text) - len(text.lstrip('(–—- "“'))
    label, colon, _ = text[start : start + LONGEST_CREDIT].partition(":")
    if colon and fold(label) in interview_words("interviewer_labels"):
        yield start + len(label) + 1


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
    found = _list(passage, names_in(passage, end, end + (stop.start() if stop else len(window))))
    first = passage.text.find(found[0].text, end) if found else -1
    return found if 0 <= first - end <= CLOSE else []


def _list(passage: Passage, names: Sequence[Quote]) -> list[Quote]:
    """The names that follow each other as a list; what follows "for", "in" is an outlet or a place."""
    found: list[Quote] = []
    end = 0
    for name in names:
        at = passage.text.find(name.text, end)
        between = JOINED.fullmatch(passage.text[end:at]) if found else None
        if found and not (between and (not between[1] or fold(between[1]) in vocabulary().words("conjunctions"))):
            break
        found.append(name)
        end = at + len(name.text)
    return found
