"""Countries, cities and regions: by the vocabulary, and by what stands before and behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presskit.mentions.findings import PLACE, Finding
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words, linked
from presskit.vocabulary import fold

BY_LIST, BY_CONTEXT, BY_PREPOSITION = 3.0, 2.2, 1.1


def places(words: Words) -> Iterator[Finding]:
    """Countries, cities and regions that the vocabulary knows."""
    known = name_words().places
    for at, word in enumerate(words):
        if not word.capital:
            continue
        for length in known.lengths.get(word.folded, ()):
            run = words[at : at + length]
            if len(run) == length and all(w.gap in (" ", ". ") for w in run[:-1]) and " ".join(w.folded for w in run) in known:
                if not _part_of_person(words, at, length):
                    yield Finding(word.start, run[-1].close, PLACE, BY_LIST, "place")
                break
        else:
            yield from _hyphened(word)


def _hyphened(word: Word) -> Iterator[Finding]:
    """Brazil-Argentina-Germany: three places in one word."""
    at = word.start
    for part in hyphened(word):
        yield Finding(at, at + len(part), PLACE, BY_LIST, "place")
        at += len(part) + 1


def hyphened(word: Word) -> Sequence[str]:
    """The places that a hyphened word is made of; none if it is not."""
    parts = word.text.split("-") if "-" in word.text else ()
    return parts if parts and all(fold(part) in name_words().places for part in parts) else ()


def _part_of_person(words: Words, at: int, length: int) -> bool:
    """Paris Hilton, Jack London: a given name before or a capital run behind makes it a person's."""
    given = name_words()["given_name"]
    return (at > 0 and linked(words, at - 1) and words[at - 1].folded in given) or (length == 1 and words[at].folded in given)


def placed(words: Words) -> Iterator[Finding]:
    """A name that another place explains ("Alt Ried, Bulgaria"), or that "born in", "near", "the village of" leads to."""
    lists = name_words()
    for at, word in enumerate(words):
        if not word.capital or (at and linked(words, at - 1)) or hyphened(word):
            continue
        end = _run_end(words, at)
        if end - at > 3 or any(w.folded in lists["opener"] for w in words[at:end]):
            continue
        span = word.start, words[end - 1].close
        if words[end - 1].gap == ", " and end < len(words) and words[end].capital and words[end].folded in lists.places and _led(words, at):
            yield Finding(*span, PLACE, BY_CONTEXT, "explained")
        elif at > 1 and words[at - 1].gap == " " and _dwelt(words[at - 2], words[at - 1]):
            yield Finding(*span, PLACE, BY_CONTEXT, "dwelling")
        elif _led(words, at) and not word.upper and not words[end - 1].possessive and words[at - 1].folded in lists["inside"]:
            yield Finding(*span, PLACE, BY_PREPOSITION, "inside")


def _dwelt(verb: Word, link: Word) -> bool:
    lists = name_words()
    return link.folded in lists["dwelling_link"] and verb.folded in lists["dwelling"]


def _run_end(words: Words, at: int) -> int:
    end = at + 1
    while end < len(words) and linked(words, end - 1):
        end += 1
    return end


def _led(words: Words, at: int) -> bool:
    return at > 0 and words[at - 1].gap == " " and words[at - 1].folded in name_words()["locative"]
