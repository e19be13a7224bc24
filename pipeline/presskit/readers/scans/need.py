"""Whether a page needs OCR: it has no text, too little for its ink, or a text layer that is no language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from presskit.readers.words import Word
from presskit.vocabulary import store

SCANT = 100
"""Letters of a page, below which its ink is looked at: a title and a caption have fewer, a page of a kit more."""
LEAST_WORDS = 25
"""Words of three letters and more that a page must have before its language is doubted."""
FEWEST_SMALL, MOST_DUMB = 0.03, 0.3
"""A text layer is no language if fewer of its words are small words of any language, and more than this share has no vowel.
Credit lists have few small words, but vowels; acronyms have none, but never make up a page."""
MOST_STRANGE = 0.3
"""Or if more than this share of its signs are for private use or name nothing."""
WORD = re.compile(r"[^\W\d_]{3,}")
LATIN = re.compile(r"[a-zß-ſ]+")
VOWEL = re.compile(r"[aeiouyà-æè-ïò-öø-ýÿāăąēĕėęěĩīĭįıōŏőœũūŭůűų]")
STRANGE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x80-\x9f]")


class Lack(StrEnum):
    """Why the text layer of a page does not do."""

    NOTHING = "no text"
    SCANT = "little text"
    NO_LANGUAGE = "a text layer that is no language"


def lack_of(words: Sequence[Word]) -> Lack | None:
    """What is wrong with a page's text by itself; the page is not looked at. None where it will do."""
    letters = 0
    for word in words:
        letters += len(word.text)
        if letters >= SCANT:
            return Lack.NO_LANGUAGE if no_language([word.text for word in words]) else None
    return Lack.SCANT if any(sign.isalnum() for word in words for sign in word.text) else Lack.NOTHING


def no_language(texts: Sequence[str]) -> bool:
    """A font's map from glyphs to letters may be wrong: the page looks well and reads as a cipher."""
    signs = "".join(texts)
    if len(STRANGE.findall(signs)) > MOST_STRANGE * len(signs):
        return True
    words = [word for text in texts for word in WORD.findall(text.lower()) if LATIN.fullmatch(word)]
    if len(words) < LEAST_WORDS or sum(word in _small() for word in words) >= FEWEST_SMALL * len(words):
        return False
    return sum(not VOWEL.search(word) for word in words) > MOST_DUMB * len(words)


@cache
def _small() -> frozenset[str]:
    return frozenset(word for line in store.read("tongues")["words"].values() for word in line.casefold().split() if len(word) > 2)
