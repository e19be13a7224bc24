"""How a word sounds, roughly: one spelling for the many in which a name is written in Latin letters.

Press kits spell by ear, not by scheme: ш is sh, sch, ch or š, х is kh, ch or h, as English, German, French or scholars write.
Two words are the same when their sounds are; how near two different sounds are is for rapidfuzz to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from presskit.vocabulary import fold

GREEK = tuple(
    {
        "γγ": "ng", "γκ": "gk", "γξ": "nx", "γχ": "nch", "ου": "ou", "αυ": "av", "ευ": "ev", "ηυ": "iv", "ντ": "nt", "μπ": "b",
        "αι": "ai", "ει": "ei", "οι": "oi", "υι": "i", "υ": "y", "χ": "ch", "ψ": "ps", "η": "i", "β": "v", "ω": "o",
    }.items()
)  # fmt: skip
"""Greek is written as it sounds, in pairs of letters; what goes letter by letter is left to anyascii."""
CARONS = str.maketrans(
    {
        "š": "sh",
        "č": "ch",
        "ž": "zh",
        "ş": "sh",
        "ć": "ch",
        "ś": "sh",
        "ż": "zh",
        "ź": "zh",
        "ŝ": "sh",
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ё": "е",
    }
)
NO_WORD = re.compile(r"[^a-z0-9]+")
ELISION = re.compile(r"\b(l|d|un|qu|dell|all|nell|sull)'")
APOSTROPHES = str.maketrans({"'": None, "`": None, '"': None})
"""Not blanks: soft signs are written so (El'tsin), and O'Hara is printed OHara."""

STEPS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("x", "ks"),
        ("[ck]hr", "kr"),
        ("schtsch|shtsch|shch|chtch|stsch|shh|tsch|tch|tsh|sch|sh|kh|ch|cz|sz|zh|dj", "x"),
        ("ph|ff|f|w", "v"),
        ("th", "t"),
        ("gh|gu(?=[ei])", "g"),
        ("ts|tz|z|c(?=[eiy])", "s"),
        ("ck|q|c", "k"),
        ("ou|oo|ue", "u"),
        ("oe", "o"),
        ("ae|ai(?=[^aeiou])", "e"),
        ("[yj]", "i"),
        ("ee", "i"),
        (r"(?<=[a-z])h", ""),
        ("i+(?=[ue])", ""),
        ("(?<=x)i(?=o)", ""),
        ("(?<=[^aeiou]in)e$", ""),
        (r"([a-z])\1+", r"\1"),
    )
)
"""In this order. Each step is a choice that printed names make differently; none looks at more than a few letters."""
VOWELS = re.compile("[aeiou]")


def romanised(text: str) -> str:
    """Folded text in the letters a to z, figures and single blanks."""
    return _romanised(text)


@lru_cache(maxsize=65_536)
def _romanised(text: str) -> str:
    folded = fold(text)
    if any("Ͱ" <= char <= "Ͽ" for char in folded):
        for letters, sound in GREEK:
            folded = folded.replace(letters, sound)
    return NO_WORD.sub(" ", anyascii(ELISION.sub(r"\1 ", folded)).casefold().translate(APOSTROPHES)).strip()


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The sound of one romanised word; figures stay."""
    if word.isdigit():
        return word
    for pattern, replacement in STEPS:
        word = pattern.sub(replacement, word)
    return word


def spoken(text: str) -> str:
    """The sounds of a text, word by word. Carons are read first: without them š would be s, where others print sh."""
    return " ".join(map(sound, romanised(text.casefold().translate(CARONS)).split()))


def skeleton(sounds: str) -> str:
    """Only what is never spelled in two ways: consonants, a vowel at the very start of a word as `a`. For blocking."""
    return " ".join(("a" if VOWELS.match(word) else "") + VOWELS.sub("", word) for word in sounds.split())
