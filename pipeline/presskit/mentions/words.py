"""The words of a paragraph with their capitals, as the finders of names read them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from presskit.mentions.tokens import RAISED
from presskit.vocabulary import fold

WORD = re.compile(r"\b(?:[dlcjmnst]|qu|un|quest|quell|(?:de|a|da|ne|su|co)ll)[’'](?=[^\W_])|[^\W_]+(?:[-’'‐®™][^\W_]+)*\+?|&")
ENDS = frozenset('.!?:…\n•·|–—-“„«"')
"""Signs behind which a capital says nothing: a sentence, a list item or somebody's words begin."""
BREAK = "\n"
SUFFIXES = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Word:
    """`opens` if the word begins a sentence; `gap` is what stands between it and the next word."""

    start: int
    end: int
    text: str
    folded: str
    opens: bool
    gap: str
    capital: bool

    @property
    def close(self) -> int:
        """Where the word ends without its possessive."""
        return self.end - 2 if self.possessive else self.end

    @property
    def upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()

    @property
    def possessive(self) -> bool:
        return self.text.endswith(SUFFIXES)


Words = Sequence[Word]


def words_of(text: str, breaks: Sequence[int] = ()) -> list[Word]:
    """The words of a text; at each of `breaks` a new item begins, whatever stands before."""
    found = list(WORD.finditer(text.translate(RAISED)))
    behind = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    words = [_word(text, match, end, opens) for match, end, opens in zip(found, behind, _openings(text, found), strict=True)]
    if breaks:
        ends = [word.end for word in words]
        for at in {bisect_left(ends, offset + 1) for offset in breaks}:
            if 0 < at < len(words):
                words[at - 1] = replace(words[at - 1], gap=words[at - 1].gap + BREAK)
                words[at] = replace(words[at], opens=True)
    return words


def _word(text: str, found: re.Match[str], behind: int, opens: bool) -> Word:
    word = found.group()
    return Word(found.start(), found.end(), word, fold(_bare(word)) or word, opens, text[found.end() : behind], _capital(word))


def _capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 2 and word[0].isalpha() and word[1].isupper())


@lru_cache(maxsize=65_536)
def name_key(name: str) -> tuple[str, ...]:
    """The folded words of a name, by which names are compared; asked for again and again."""
    return tuple(word.folded for word in words_of(name))


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(SUFFIXES) else word


def _openings(text: str, found: Sequence[re.Match[str]]) -> Iterator[bool]:
    before = 0
    for match in found:
        gap = text[before : match.start()].rstrip(" '‘(¿¡[*")
        yield before == 0 or (bool(gap) and gap[-1] in ENDS and not _initial(text, before))
        before = match.end()


def _initial(text: str, end: int) -> bool:
    """Whether the word before a full stop is an initial: "P.J. Hession" is one name."""
    return end >= 1 and text[end - 1].isupper() and (end == 1 or not text[end - 2].isalnum())


def linked(words: Words, at: int) -> bool:
    """Whether two capitalised words belong to one run: only a blank between them, or the full stop of an initial or title."""
    if at + 1 >= len(words) or not words[at + 1].capital or not words[at].capital:
        return False
    word = words[at]
    if word.gap == " ":
        return not word.possessive
    return word.gap == ". " and (len(word.text) == 1 or word.folded in ABBREVIATED)


def dotted(words: Words, at: int) -> bool:
    """Whether letters with full stops begin at a word: "A.C.", "S.L."."""
    if at + 1 >= len(words) or words[at].gap != ".":
        return False
    return all(len(word.text) == 1 and word.capital and word.gap[:1] == "." for word in words[at : at + 2])


ABBREVIATED = frozenset(("dr", "mr", "mrs", "ms", "st", "prof", "capt", "lt", "sgt", "cpl", "jr", "sr", "sra", "dra", "dott"))
