"""Names that say by a word of theirs that they are organisations, festivals or prizes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.mentions.findings import ORG, Finding
from presskit.mentions.labels import organising
from presskit.mentions.spread import left_edge, right_edge
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words, dotted, linked

BY_WORD = 4.0
BY_LIST = 4.0
BY_LAST = 1.8
BY_BRACKETS = 3.0
ACRONYM = re.compile(r"(?<=\w )\(([A-Z][A-Za-z]{1,8})\)")


def organisations(words: Words) -> Iterator[Finding]:
    """Cork Film School, Ministry of Culture, Festival Internacional de Cine de Lima, Stiftung für Tanz Köln."""
    behind = 0
    for at, word in enumerate(words):
        if at < behind or not (organising(word) or _before_legal_form(words, at)):
            continue
        start, behind = left_edge(words, at, behind), right_edge(words, at)
        name = words[start:behind]
        if len(name) == 2 and name[0].folded in name_words()["given_name"]:  # Ida Hall is nobody's hall
            continue
        if (len(name) > 1 and not all(_generic(word) for word in name)) or word.text.count("-") > 1 or _after_acronym(word):
            yield Finding(name[0].start, name[-1].close, ORG, BY_WORD, "organisation")


def _after_acronym(word: Word) -> bool:
    """«DEFA-Stiftung», «UFA-Palast»: the kind of house behind its short name."""
    short, dash, _ = word.text.partition("-")
    return bool(dash) and len(short) > 1 and short.isupper()


def companies(words: Words) -> Iterator[Finding]:
    """Lantern Film, Dos Orillas Cine: capitals that end in a word of the trade."""
    lists = name_words()
    for at, word in enumerate(words):
        if word.folded not in lists["company_last"] or not at or linked(words, at) or not linked(words, at - 1):
            continue
        name = words[left_edge(words, at) : at + 1]
        if len(name) > 1 and not all(_generic(word) for word in name) and name[0].folded not in lists["award"]:
            yield Finding(name[0].start, name[-1].close, ORG, BY_LAST, "company")


def _before_legal_form(words: Words, at: int) -> bool:
    """The last word before "A.C.", "S.L.", "Ltd", "GmbH"."""
    if not words[at].capital or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following.folded in name_words()["company_ending"] and len(following.text) > 2:
        return linked(words, at) or (words[at].gap == ", " and following.capital)
    return words[at].gap in (" ", ", ") and dotted(words, at + 1)


def _generic(word: Word) -> bool:
    lists = name_words()
    return word.folded in lists["generic"] or organising(word) or word.folded in lists["joiner"]


def festivals(words: Words) -> Iterator[Finding]:
    """Festivals, prizes, broadcasters and schools known by a name of their own."""
    known = name_words().festivals
    for at, word in enumerate(words):
        if not word.capital:
            continue
        for length in known.lengths.get(word.folded, ()):
            run = words[at : at + length]
            if len(run) == length and all(w.gap == " " for w in run[:-1]) and " ".join(w.folded for w in run) in known:
                if length > 1 or not (linked(words, at) or (at and linked(words, at - 1))):
                    yield Finding(word.start, run[-1].close, ORG, BY_LIST, "festival")
                break


def acronyms(text: str, words: Words) -> Iterator[Finding]:
    """The short name in brackets behind the long one: "Institute for Penal Science (IPS)"."""
    brackets = list(ACRONYM.finditer(text))
    ends = {word.end: word for word in words} if brackets else {}
    for found in brackets:
        before = ends.get(found.start() - 1)
        if before and before.capital and sum(c.isupper() for c in found.group(1)) > 2:
            yield Finding(found.start(1), found.end(1), ORG, BY_BRACKETS, "acronym")
