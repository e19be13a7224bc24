"""Names that say by a word of theirs that they are organisations, festivals or prizes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.mentions.findings import ORG, Finding
from presskit.mentions.labels import organising
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words, linked

BY_WORD = 4.0
BY_LIST = 4.0
BY_BRACKETS = 3.0
FARTHEST = 6
"""Words that a name may hold to the left or right of the word that tells."""
GENERIC = frozenset(
    ["international", "internationale", "internacional", "internazionale", "national", "nationale", "nacional", "nazionale", "film", "films", "movie", "short", "feature", "documentary", "cinema", "cine", "cinéma", "kino", "annual", "first", "second", "best", "new", "old", "great", "local", "public", "german", "french", "english", "spanish", "italian", "american", "european", "main", "director", "production", "official", "selection", "short", "award", "awards", "festival", "festivals", "all", "both", "most", "many", "several"]
)


def organisations(words: Words) -> Iterator[Finding]:
    """Cork Film School, Ministry of Culture, Festival Internacional de Cine de Lima, Stiftung für Tanz Köln."""
    behind = 0
    for at, word in enumerate(words):
        if at < behind or not (organising(word) or _legal_form(words, at)):
            continue
        start, end = _left(words, at), _right(words, at)
        behind = end
        name = words[start:end]
        if (len(name) > 1 and not all(_generic(word) for word in name)) or word.text.count("-") > 1:
            yield Finding(name[0].start, _end(name[-1]), ORG, BY_WORD, "organisation")


def _legal_form(words: Words, at: int) -> bool:
    """The last word before "A.C.", "S.L.", "Ltd", "GmbH"."""
    if not words[at].capital or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if following.folded in name_words()["company_ending"] and len(following.text) > 2:
        return linked(words, at) or (words[at].gap == ", " and following.capital)
    return words[at].gap in (" ", ", ") and _dotted(words, at + 1)


def _dotted(words: Words, at: int) -> bool:
    return all(n < len(words) and len(words[n].text) == 1 and words[n].capital and words[n].gap[:1] == "." for n in (at, at + 1)) and words[at].gap == "."


def _generic(word: Word) -> bool:
    lists = name_words()
    return word.folded in GENERIC or organising(word) or word.folded in lists["joiner"]


def _end(word: Word) -> int:
    return word.end - (2 if word.possessive else 0)


def _left(words: Words, at: int) -> int:
    """The first word of the name: capitals run on to the left, also past an "and" ("Television and Film School")."""
    start = at
    joiners = name_words()["joiner"]
    while start > 0 and at - start < FARTHEST:
        before = words[start - 1]
        if linked(words, start - 1) or (before.capital and before.possessive and before.gap == " "):
            start -= 1
        elif before.folded in ADDING and start > 1 and linked_over(words, start - 2) and (before.text == "&" or _joined_kind(words[start - 2])):
            start -= 2
        else:
            break
    while start < at and (_opener(words[start]) or words[start].folded in joiners):
        start += 1
    return start


def _joined_kind(word: Word) -> bool:
    """A field of work ("Television and Film"), not a name of its own ("Cannes and Berlin")."""
    lists = name_words()
    return word.folded in GENERIC or organising(word) or word.folded in lists["field"]


def linked_over(words: Words, at: int) -> bool:
    """Whether a capitalised word, a small one and the one after that stand close together."""
    return at >= 0 and words[at].capital and words[at].gap in (" ", "- ") and words[at + 1].gap == " "


def _opener(word: Word) -> bool:
    """A word that begins the sentence rather than the name."""
    return word.folded in name_words()["opener"] or word.folded in ("annual", "the", "director", "producer", "dr")


def _right(words: Words, at: int) -> int:
    """The token behind the name: capitals run on, small words too where a capital follows ("of the Sea", "de Cine y TV")."""
    end = at + 1
    joiners = name_words()["joiner"]
    of = False
    while end < len(words) and end - at <= FARTHEST + 2:
        last = words[end - 1]
        if last.gap in (" ", ", ") and _dotted(words, end):
            while end < len(words) and len(words[end].text) == 1 and words[end].gap[:1] == ".":
                end += 1
            break
        if linked(words, end - 1):
            end += 1
            continue
        if last.gap not in (" ", " - ", "- ", "") or last.possessive:
            break
        reach = _small_tail(words, end)
        if reach > end:
            end, of = reach, True
            continue
        step = 1
        while end + step < len(words) and step < 3 and words[end + step - 1].folded in joiners and not words[end + step].capital:
            step += 1
        small = words[end : end + step]
        if end + step >= len(words) or not words[end + step].capital or not all(w.folded in joiners and w.gap in (" ", "") for w in small):
            break
        if organising(words[end + step]) or small[-1].folded in ("die", "das"):  # another organisation begins
            break
        if small[0].folded in LOOSE or (small[0].folded in ADDING and not (of and _adds(words, end + step))):
            break
        of = True
        end += step + 1
    return end


def _small_tail(words: Words, at: int) -> int:
    """The end of what goes on in small letters: "national de l'audiovisuel", "internazionale del film"; `at` if nothing does."""
    lists = name_words()
    end = at
    while end < len(words) and words[end].folded in lists["joiner"] and words[end].folded not in LOOSE and words[end].gap in (" ", "") and end - at < 3:
        end += 1
    if end >= len(words) or words[end].folded not in lists["extending"] or words[end].capital:
        return at
    return end + 1


LOOSE = frozenset(("pour", "para", "per", "dans", "sur", "sobre", "in", "at", "on", "to", "from", "with", "a", "an", "en", "im", "am", "con", "com", "avec", "et a", "no", "na", "por", "auf", "bei", "vom", "von"))
"""Small words behind which a name ends and the sentence goes on."""
ADDING = frozenset(("and", "&", "y", "e", "und", "et", "ed"))


def _adds(words: Words, at: int) -> bool:
    lists = name_words()
    return words[at].folded in lists["field"] or words[at].folded in GENERIC


def festivals(words: Words) -> Iterator[Finding]:
    """Festivals and prizes known by a name of their own."""
    known = name_words().festivals
    for at, word in enumerate(words):
        if not word.capital:
            continue
        for length in known.lengths.get(word.folded, ()):
            run = words[at : at + length]
            if len(run) == length and all(w.gap == " " for w in run[:-1]) and " ".join(w.folded for w in run) in known:
                if not (length == 1 and (linked(words, at) or (at and linked(words, at - 1)))):
                    yield Finding(word.start, _end(run[-1]), ORG, BY_LIST, "festival")
                break


ACRONYM = re.compile(r"(?<=\w )\(([A-Z][A-Za-z]{1,8})\)")


def acronyms(text: str, words: Words) -> Iterator[Finding]:
    """The short name in brackets behind the long one: "Institute for Penal Science (IPS)"."""
    ends = {word.end: word for word in words}
    for found in ACRONYM.finditer(text):
        before = ends.get(found.start() - 1)
        if before and before.capital and sum(c.isupper() for c in found.group(1)) > 2:
            yield Finding(found.start(1), found.end(1), ORG, BY_BRACKETS, "acronym")
