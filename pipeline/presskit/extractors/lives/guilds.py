"""Letters of a guild behind a name: «ADA BROOK ASC»."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from presskit.extractors.lives.head import Head
from presskit.model import Passage
from presskit.vocabulary import fold, store

LETTERS = re.compile(r",?\s((?:[^\W\d_]\.?){2,6})(?=\s)")
FEWEST = 2
"""Words of a name that a further one may be no part of."""


def without_guild(passage: Passage, head: Head) -> Head:
    """The heading with the person's name alone."""
    if head.person is None:
        return head
    name, _, last = head.person.text.rpartition(" ")
    at = passage.text.find(head.person.text)
    if len(name.split()) < FEWEST or at < 0 or not is_guild(last):
        return head
    return replace(head, person=passage.quote(at, at + len(name.rstrip(" ,"))))


def past_guild(text: str, end: int) -> int:
    """Where the letters behind a name that ends at `end` are over: «ADA BROOK, p.g.a. (Producer)»."""
    found = LETTERS.match(text, end)
    return found.end() if found and is_guild(found[1]) else end


def is_guild(word: str) -> bool:
    return (word.isupper() or "." in word) and fold(word).replace(".", "") in _guilds()


@cache
def _guilds() -> frozenset[str]:
    return frozenset(fold(phrase) for _, phrase in store.by_language(store.read("parties")["guilds"]))
