"""Where a title begins and ends among the words around it, if nothing but its capitals sets it apart."""

from __future__ import annotations

from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, Words

LONGEST = 9
"""Words of the longest title that is looked for."""


def title_start(words: Words, last: int) -> int:
    """Back from a title's last word over capitals, numbers and small joining words to the first capital."""
    first, at = last, last - 1
    while at >= 0 and last - at < LONGEST and _close(words[at]) and not _set_apart(words[last], words[at]):
        if large(words[at]):
            first = at
        elif not _joins(words[at]):
            break
        at -= 1
    while first < last and opens_sentence(words[first]):
        first += 1
    return first


def title_end(words: Words, at: int) -> int:
    """On from a title's first word over capitals, numbers and the small words between them; the first word behind it."""
    end = at + 1
    while end < len(words) and end - at < LONGEST and _runs_on(words[end - 1]) and not _set_apart(words[at], words[end]):
        if not large(words[end]) and not (_joins(words[end]) and _reaches(words, end)):
            break
        end += 1
    return end


def _set_apart(inside: Word, other: Word) -> bool:
    """In «nach dem Debüt DAS SALZ» the title is what stands in capitals, and ends where they do."""
    return len(inside.text) > 1 and inside.text.isupper() and large(other) and not other.text.isdigit() and not other.text.isupper()


def _runs_on(word: Word) -> bool:
    """A blank behind a word, or the apostrophe of a plural ("The Miners' Hymns")."""
    return word.gap == " " or (word.gap in ("' ", "’ ") and word.text.endswith("s"))


def large(word: Word) -> bool:
    return word.capital or word.text.isdigit()


def opens_sentence(word: Word) -> bool:
    return word.opens and word.folded in name_words()["opener"]


def _close(word: Word) -> bool:
    return word.gap in (" ", ": ", "-", " - ", " – ") and not word.possessive


def _joins(word: Word) -> bool:
    """A small word inside a title. "And" is not: it mostly stands between two titles, and "with" or "by" behind one."""
    lists = name_words()
    inside = word.folded not in lists["outside"] or word.folded in ("in", "on", "to", "a", "an", "en", "para")
    return word.folded in lists["joiner"] and word.folded not in lists["adding"] and inside


def _reaches(words: Words, at: int) -> bool:
    """Whether the small word at a place leads on to a capital within two words."""
    return any(words[n].capital for n in range(at + 1, min(at + 3, len(words)))) and words[at].gap == " "


def clause_start(words: Words, last: int) -> int | None:
    """Back to the punctuation or conjunction before a title with small words, then on to the first capital ("… y Nadie lo dijo (2019)")."""
    first: int | None = None
    at = last
    while at >= 0 and last - at < LONGEST:
        if at < last and (words[at].gap.strip() or words[at].folded in name_words()["adding"]):
            break
        if words[at].capital and not opens_sentence(words[at]):
            first = at
            if words[at].folded in name_words()["article"]:  # a title's own article; what stands before is no part of it
                break
        at -= 1
    return first
