"""How far the name of an organisation reaches to the left and right of the word that tells."""

from __future__ import annotations

from presskit.mentions.labels import organising
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words, dotted, linked

FARTHEST = 6
"""Words that a name may hold to the left of the word that tells; to the right two more, for the small ones."""
SMALL = 3
PRECEDING = frozenset(("annual", "director", "producer"))
"""Capitalised words that stand before a name inside a sentence too, and are no part of it."""


def left_edge(words: Words, at: int, floor: int = 0) -> int:
    """The first word of the name, not before `floor`: capitals run on to the left, also past an "and" ("Television and Film School")."""
    start = at
    while start > floor and at - start < FARTHEST:
        before = words[start - 1]
        if linked(words, start - 1) or (before.capital and before.possessive and before.gap == " "):
            start -= 1
        elif start - 2 >= floor and _added(words, start - 2):
            start -= 2
        else:
            break
    first = start
    while start < at and (words[first].opens or words[start].folded in PRECEDING) and _opens_sentence(words[start]):
        start += 1
    return start


def _added(words: Words, at: int) -> bool:
    """Whether a word and an "and" behind it belong to the name: a field ("Television and …"), or partners ("Vale & Moss Agency")."""
    if at < 0 or words[at + 1].folded not in name_words()["adding"]:
        return False
    close = words[at].capital and words[at].gap in (" ", "- ") and words[at + 1].gap == " "
    return close and (words[at + 1].text == "&" or _field(words[at]))


def _field(word: Word) -> bool:
    """A field of work ("Television and Film"), not a name of its own ("Cannes and Berlin")."""
    lists = name_words()
    return word.folded in lists["generic"] or word.folded in lists["field"] or organising(word)


def _opens_sentence(word: Word) -> bool:
    """A word that begins the sentence rather than the name."""
    lists = name_words()
    return word.folded in lists["opener"] or word.folded in lists["joiner"] or word.folded in PRECEDING


def right_edge(words: Words, at: int) -> int:
    """The token behind the name: capitals run on, small words too where a capital follows ("of the Sea", "de Cine y TV")."""
    end = at + 1
    joined = False
    while end < len(words) and end - at <= FARTHEST + 2:
        if words[end - 1].gap in (" ", ", ") and dotted(words, end):
            return _behind_dotted(words, end)
        if linked(words, end - 1):
            end += 1
            continue
        reach = _small_tail(words, end) or _over_small(words, end, joined=joined)
        if not reach:
            break
        end, joined = reach, True
    return end


def _behind_dotted(words: Words, at: int) -> int:
    while at < len(words) and len(words[at].text) == 1 and words[at].gap[:1] == ".":
        at += 1
    return at


def _over_small(words: Words, at: int, *, joined: bool) -> int:
    """The end of small words and the capital they lead to; 0 if the name ends before them."""
    lists = name_words()
    if words[at - 1].gap not in (" ", " - ", "- ", "") or words[at - 1].possessive:
        return 0
    end = at
    while end < len(words) and end - at < SMALL - 1 and words[end].folded in lists["joiner"] and not words[end].capital:
        end += 1
    small = words[at:end]
    if not small or end >= len(words) or not words[end].capital or not all(word.gap in (" ", "") for word in small):
        return 0
    if small[0].folded in lists["adding"]:
        return end + 1 if joined and _field(words[end]) else 0
    if organising(words[end]) or small[0].folded in lists["outside"] or small[-1].folded in ("die", "das"):
        return 0
    return end + 1


def _small_tail(words: Words, at: int) -> int:
    """The end of what goes on in small letters: "national de l'audiovisuel", "internazionale del film"; 0 if nothing does."""
    lists = name_words()
    if words[at - 1].gap not in (" ", "") or words[at - 1].possessive:
        return 0
    end = at
    while end < len(words) and end - at < SMALL and words[end].gap in (" ", "") and _joins(words[end]):
        end += 1
    if end >= len(words) or words[end].folded not in lists["extending"] or words[end].capital:
        return 0
    return end + 1


def _joins(word: Word) -> bool:
    lists = name_words()
    return word.folded in lists["joiner"] and word.folded not in lists["outside"]
