"""Repairs of letters: text decoded wrongly, glyphs of typesetting, blanks and signs that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import ftfy

MOJIBAKE = re.compile(r"[^\x00-\x7f]{2,400}")
"""Text decoded wrongly has letters in twos and threes where one should be; their bytes are all beyond ASCII."""
TELLING = re.compile(r"[ÃÂâïÅÄÐÑÎÏ][^\x00-\x7f]")
UNSEEN = re.compile(
    "[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]|[\u00ad\u2060](?![ \t\u00a0\u200b]{0,200}[\n\f])"
)
"""Joiners of Arabic and Indic scripts (U+200C, U+200D) are letters there and stay; what hyphenation left at a line end
stays, too."""
ODD_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LIGATURES: Mapping[str, str] = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE = re.compile("[ﬀ-ﬆ]")
PIECES = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
UNMAPPED = re.compile(r"\(cid:(\d{1,5})\)")
BULLETS = frozenset({"127", "149", "183"})


def decoded_again(match: re.Match[str]) -> str | None:
    """UTF-8 that was read as Latin-1 or Windows-1252 ("FranÃ§ois"). Typographic quotes stay as they are."""
    if not TELLING.search(match.group()):
        return None
    fixed = ftfy.fix_encoding(match.group())
    return None if any(sign.isspace() for sign in fixed) else fixed


def glyph(match: re.Match[str]) -> str:
    """A glyph without a letter: the bullets of common fonts, or a letter that is lost."""
    return "•" if match.group(1) in BULLETS else ""


def ligature(match: re.Match[str]) -> str:
    return LIGATURES[match.group()]


def composed(match: re.Match[str]) -> str | None:
    """A letter and its accent as one character, where there is one ("e" + U+0301)."""
    return unicodedata.normalize("NFC", match.group())
