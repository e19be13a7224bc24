"""What a model saw, cut to the words that can be a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from presskit.mentions.findings import ORG, PERSON, WORK, Finding
from presskit.mentions.places import hyphened
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Words

JOINED = frozenset((" ", "", "-", " & ", ". ", "’", "'", ": ", " “", "” ", ' "', '" ', " '", "' ", " - ", " – "))


def trimmed(words: Words, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Each finding without articles, titles of honour, possessives and small words at its edges; an enumeration in its parts."""
    ends = [word.end for word in words]
    for found in findings:
        start = bisect_left(ends, found.start + 1)
        stop = start
        while stop < len(words) and words[stop].start < found.end:
            stop += 1
        label = PERSON if found.label == ORG and stop > start and words[stop - 1].text == "&" else found.label
        for first, last in _parts(words, start, stop, label):
            end = words[last].end - (2 if words[last].possessive else 0)
            yield Finding(words[first].start, end, label, found.weight, found.by)


def _parts(words: Words, start: int, stop: int, label: str) -> Iterator[tuple[int, int]]:
    """The runs between commas and slashes, each with its first and last word that may stand there."""
    first = start
    for at in range(start, stop):
        closed = _closes(words, start, at)
        if at == stop - 1 or words[at].gap not in JOINED or _owner(words, at, label) or closed:
            part = _edges(words, first, at, label)
            if part:
                yield part
            first = at + 1
        if closed:
            return


def _closes(words: Words, start: int, at: int) -> bool:
    """«Salt” in 2012»: a quotation ends that began before, and with it the name."""
    inside = "".join(word.gap for word in words[start:at])
    return words[at].gap.startswith(('"', "”")) and inside.count('"') % 2 == 0 and inside.count("“") == inside.count("”")


def _owner(words: Words, at: int, label: str) -> bool:
    """ "Disney's Tale": the owner and what is owned are two names, unless the model takes the whole for a title."""
    return words[at].possessive and label != WORK


def _edges(words: Words, first: int, last: int, label: str) -> tuple[int, int] | None:
    lists = name_words()
    while first <= last and not _may_begin(words, first, label):
        first += 1
    while last >= first and not (words[last].capital or (words[last].text.isdigit() and (label == WORK or len(words[last].text) < 4))):
        last -= 1
    if label == PERSON and last - first > 1 and words[last].text.isupper() and not words[first].text.isupper():
        last -= words[last].folded in lists["guild"]
    if first > last or any(_breaks(words, n, label) for n in range(first, last + 1)):
        return None
    if first == last and hyphened(words[first]):
        return None
    if label == PERSON and all(word.folded in lists["no_name"] for word in words[first : last + 1]):
        return None
    return first, last


def _may_begin(words: Words, at: int, label: str) -> bool:
    word, lists = words[at], name_words()
    if not word.capital and not (label == WORK and word.text.isdigit()):
        return False
    if label != WORK and (word.folded in lists["honorific"] or (word.opens and word.folded in lists["article"])):
        return False
    return not (word.opens and label != WORK and word.folded in lists["opener"])


def _breaks(words: Words, at: int, label: str) -> bool:
    """A small word that no name holds: the model has run on into the sentence."""
    word, lists = words[at], name_words()
    if word.capital or word.text[0].isdigit() or word.text == "&":
        return False
    return word.folded not in lists["particle" if label == PERSON else "joiner"]
