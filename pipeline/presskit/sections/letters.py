"""A kit sent as an e-mail: the lines of the post around it are nobody's content."""

from __future__ import annotations

import re
from functools import cache

from presskit.model import Document
from presskit.vocabulary import fold, store

TOP = 12
"""An e-mail's head stands within so many lines."""
FEWEST = 2
"""So many lines of a head make an e-mail."""
SALUTATION = 60
DASH = re.compile(r"\s[-–—|]\s|: ")
SHORTEST, MOST_PARTS = 4, 6


def post_lines(document: Document) -> frozenset[int]:
    """Numbers of an e-mail's head, salutation and closing; its subject stays where nothing else names the film."""
    texts = [document.words(line) for line in document.lines]
    heads = [number for number, text in enumerate(texts[:TOP]) if _label(text) in _words("headers")]
    subjects = [number for number, text in enumerate(texts[:TOP]) if _label(text) in _words("subjects")]
    if len(heads) < FEWEST or len(heads) + len(subjects) <= FEWEST:
        return frozenset()
    closings = (number for number, text in enumerate(texts) if text.endswith(",") and fold(text) in _words("closings"))
    greetings = (number for number in range(heads[-1], min(len(texts), heads[-1] + TOP)) if _greets(texts[number]))
    told = (number for number in subjects if _told_again(texts[number], document.text))
    return frozenset((*heads, *told, *greetings, *closings))


def _told_again(subject: str, kit: str) -> bool:
    """Whether some part of an e-mail's subject, the film's title surely, stands elsewhere in the kit too."""
    parts = [part.strip() for part in DASH.split(subject.partition(":")[2].casefold(), MOST_PARTS)]
    folded = kit.casefold()
    return any(len(part) >= SHORTEST and folded.count(part) > 1 for part in parts)


def _label(text: str) -> str:
    head, colon, _ = text.partition(":")
    return fold(head) if colon else ""


def _greets(text: str) -> bool:
    if len(text) > SALUTATION or not text.endswith((",", "!")):
        return False
    folded = fold(text)
    return any(folded == word or folded.startswith(word + " ") for word in sorted(_words("salutations")))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in store.phrases(store.read("letters")[name]))
