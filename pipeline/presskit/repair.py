"""2 Small named repairs of damaged text, in order; each says how often it acted, and the way back to the original is kept."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import ftfy

from presskit.model import Repair

SOFT, JOINER = "\u00ad", "\u2060"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text are to read `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """`origin[i]` is the offset in the original text of character i; one entry more than characters."""

    text: str
    origin: array[int]
    repairs: tuple[Repair, ...]


def repaired(original: str) -> Repaired:
    """All repairs, one after the other. No repair adds or takes away a line end or a form feed."""
    text, origin, acted = original, array("q", range(len(original) + 1)), []
    for name, repair in REPAIRS.items():
        edits = list(repair(text))
        if edits:
            text, origin = _apply(text, origin, edits)
            acted.append(Repair(name, len(edits)))
    return Repaired(text, origin, tuple(acted))


def _apply(text: str, origin: array[int], edits: list[Edit]) -> tuple[str, array[int]]:
    parts: list[str] = []
    moved = array("q")
    at = 0
    for edit in edits:
        parts.append(text[at : edit.start])
        moved.extend(origin[at : edit.start])
        parts.append(edit.new)
        last = max(edit.start, edit.end - 1)
        moved.extend(origin[min(edit.start + i, last)] for i in range(len(edit.new)))
        at = edit.end
    parts.append(text[at:])
    moved.extend(origin[at:])
    return "".join(parts), moved


def _replacing(pattern: re.Pattern[str], new: Callable[[re.Match[str]], str | None]) -> Callable[[str], Iterator[Edit]]:
    def find(text: str) -> Iterator[Edit]:
        for match in pattern.finditer(text):
            fixed = new(match)
            if fixed is not None and fixed != match.group():
                yield Edit(match.start(), match.end(), fixed)

    return find


MOJIBAKE = re.compile(r"[^\s]*(?:Ã.|Â.|â€|ï»¿|Å.|Ä.)[^\s]*")


def _decoded(match: re.Match[str]) -> str | None:
    """UTF-8 that was read as Latin-1 or Windows-1252 ("FranÃ§ois"). Typographic quotes stay as they are."""
    fixed = ftfy.fix_encoding(match.group())
    return None if any(sign in fixed for sign in "\n\f\r") else fixed


UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]|\u00ad(?!\\s*\n)")
ODD_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\u0085|\x0b")
LIGATURES: Mapping[str, str] = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
LIGATURE = re.compile("[ﬀ-ﬆ]")
UNMAPPED = re.compile(r"\(cid:(\d{1,5})\)")
SPACED = re.compile(r"(?<!\S)[^\W\d_](?: {1,3}[^\W\d_]{1,2}(?!\S)){3,60}(?: {1,2}[?!:](?!\S))?")


def _glyph(match: re.Match[str]) -> str:
    """A glyph without a letter: 127 and 183 are the bullets of common fonts, the rest says nothing."""
    return "•" if match.group(1) in ("127", "183", "149") else ""


def _unspaced(match: re.Match[str]) -> str | None:
    """Letter-spaced capitals ("S Y N O P S I S"); wider gaps part the words."""
    text = match.group()
    singles = sum(1 for piece in text.split() if len(piece) == 1)
    if not text.replace(" ", "").rstrip("?!:").isupper() or singles * 3 < len(text.split()) * 2:
        return None
    return re.sub(r" {2,}", "\x00", text).replace(" ", "").replace("\x00", " ")


BREAK = re.compile(r"([^\W\d_]{1,40}(?:[-‐][^\W\d_]{1,40})?)( ?‐|[-\u00ad])[ \t]{0,40}\n[ \t]{0,80}([^\W\d_]{1,40})")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SUSPENDED = frozenset({"und", "oder", "and", "or", "et", "ou", "y", "o", "e", "ed", "sowie", "bis", "to"})


def _hyphens(text: str) -> Iterator[Edit]:
    """Words broken at a line end: the hyphen becomes a soft one, or is bound to the next line where it belongs to the word."""
    if not BREAK.search(text):
        return
    known = {word.casefold() for word in WORD.findall(text)}
    for match in BREAK.finditer(text):
        head, sign, tail = match.group(1), match.group(2), match.group(3)
        start, end = match.span(2)
        if sign == "-" and tail.casefold() in SUSPENDED:
            continue
        if _belongs(head, sign, tail, known):
            yield Edit(start, end, "-" + JOINER)
        else:
            yield Edit(start, end, SOFT)


def _belongs(head: str, sign: str, tail: str, known: set[str]) -> bool:
    """Whether the hyphen is part of the word: what the rest of the kit does decides, then the case of the next letter."""
    whole, hyphenated = (head + tail).casefold(), f"{head}-{tail}".casefold()
    if whole in known:
        return False
    if hyphenated in known:
        return True
    return sign == "-" and tail[0].isupper()


RUN = re.compile(r"(?<=\S)[ \t]*(?: {2}|\t)[ \t]*(?=\S)")
TRAILING = re.compile(r"[ \t]+(?=[\n\f]|\Z)")
CELL = 3
"""So many blanks in a row part two cells; two are a justified line or a typist's sentence end."""
JUSTIFIED = 4
"""A line with so many gaps between words in lower case is justified, not a table."""


def _padding(text: str) -> Iterator[Edit]:
    """Runs of blanks: one tab where cells stand apart, one blank where a line was justified; none at the line's end."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield from _padding_of_line(line, at)
        at += len(line)


def _padding_of_line(line: str, at: int) -> Iterator[Edit]:
    runs = list(RUN.finditer(line))
    soft = sum(1 for run in runs if line[run.end()].islower() and "\t" not in run.group())
    justified = soft >= JUSTIFIED
    for run in runs:
        cell = "\t" in run.group() or (len(run.group()) >= CELL and not justified)
        if run.group() != (new := "\t" if cell else " "):
            yield Edit(at + run.start(), at + run.end(), new)
    end = len(line.rstrip())
    stop = len(line.rstrip("\n\f"))
    if 0 < end < stop:
        yield Edit(at + end, at + stop, "")


REPAIRS: Mapping[str, Callable[[str], Iterator[Edit]]] = {
    "mojibake": _replacing(MOJIBAKE, _decoded),
    "unseen-characters": _replacing(UNSEEN, lambda _: ""),
    "odd-blanks": _replacing(ODD_BLANK, lambda _: " "),
    "ligatures": _replacing(LIGATURE, lambda match: LIGATURES[match.group()]),
    "unmapped-glyphs": _replacing(UNMAPPED, _glyph),
    "letter-spacing": _replacing(SPACED, _unspaced),
    "hyphenation": _hyphens,
    "padding": _padding,
}
"""In order: what a repair makes visible, the next ones can see."""
