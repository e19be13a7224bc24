"""What the words of a name themselves say: a company, a part in a film, a festival."""

from __future__ import annotations

from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, words_of
from presskit.model import Document, Quote

LONGEST_PERSON = 6
"""Words of the longest personal name; what is longer in a crew list is a group, a firm or a sentence."""


def is_organisation(name: str) -> bool:
    """Whether a name in a crew list is that of a firm, a school or a web site."""
    words = words_of(name)
    lists = name_words()
    if not words or any(c in name for c in "@/") or _domain(name):
        return True
    if words[-1].folded in lists["company_ending"] or len(words) > LONGEST_PERSON + 2:
        return True
    return len(words) > 1 and (words[0].folded in lists["group_start"] or any(organising(word) for word in words))


def _domain(name: str) -> bool:
    head, dot, tail = name.rpartition(".")
    return bool(dot and head) and " " not in name and tail.isalpha() and len(tail) in (2, 3) and len(head) > 2


def organising(word: Word) -> bool:
    """Whether a word belongs to the names of organisations or festivals."""
    lists = name_words()
    return word.capital and (word.folded in lists["organisation"] or word.folded in lists["festival"])


def named_part(document: Document, character: Quote) -> Quote | None:
    """The name in the label of a part ("GERMÁN, the driver", "Dr. Mercury Vale"); None for "Bartender" or "The Boss"."""
    passage = document.passage(character.spans)
    lists = name_words()
    words = words_of(passage.text)
    titled = bool(words) and words[0].folded in lists["honorific"]
    while words and words[0].folded in lists["honorific"]:
        words = words[1:]
    end = next((n + 1 for n, word in enumerate(words) if not word.gap.isspace()), len(words))
    words = words[:end]
    if not words or len(words) > 3 or not all(word.capital for word in words):
        return None
    given = words[0].folded in lists["given_name"]
    if any(_common(word) for word in words[given:]):
        return None
    if not given and any(word.folded in lists["trade"] for word in words):
        return None
    return passage.quote(words[0].start, words[-1].end) if given or len(words) == 1 or titled else None


def _common(word: Word) -> bool:
    """A word that says what somebody is, not who."""
    lists = name_words()
    return word.text.isdigit() or any(word.folded in lists[name] for name in ("part_word", "no_name", "article"))
