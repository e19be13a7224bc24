"""Words broken at a line end: the hyphen becomes a soft one, or is bound to the next line where it belongs to the word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.model import Span
from presskit.repair.edits import Edit

SOFT, JOINER = "\u00ad", "\u2060"
BREAK = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{1,40}(?:[-‐‑’'][^\W\d_]{1,40}){0,3})[ ]?([-‐‑\u00ad])"
    r"[ \t\u00a0\u200b]{0,200}([\n\f]\s{0,2000})(?=([^\W\d_]{1,40}))"
)
PLAIN_BREAK = re.compile(r"[-‐‑\u00ad][ \t\u00a0\u200b]{0,200}[\n\f]")
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
SUSPENDED = frozenset({"und", "oder", "and", "or", "et", "ou", "y", "o", "e", "ed", "sowie", "bis", "bzw", "to", "as", "nor", "u", "noch"})
"""A hyphen before these stands for what the next word has in common ("Film- und Fernsehpreis")."""
LEADS = frozenset(
    {"all", "co", "cross", "ex", "far", "half", "ill", "mid", "multi", "non", "post", "pre", "pseudo", "quasi", "self", "semi", "so",
     "vice", "well", "franco", "anglo", "italo", "neo", "demi", "mi", "avant", "arrière", "grand", "sous", "sud", "nord", "est", "ouest"}
)  # fmt: skip
"""First parts that keep their hyphen."""


def hyphens(text: str, furniture: Sequence[Span]) -> Iterator[Edit]:
    """Looks over what stands between two pages, and over the white there, for the rest of a word."""
    if not PLAIN_BREAK.search(text):
        return
    seen = _without(text, furniture)
    breaks = [match for match in BREAK.finditer(seen) if _next_line(match)]
    known = _known(seen, breaks)
    for match in breaks:
        head, sign, tail = match.group(1), match.group(2), match.group(4)
        start, end = match.end(1), match.end(2)
        if sign == SOFT and end - start == 1:
            continue
        if sign == "-" and (tail.casefold() in SUSPENDED or end - start > 1):
            continue
        kept = sign + JOINER if sign != "‐" else "-" + JOINER
        yield Edit(start, end, kept if _belongs(head, sign, tail, known) else SOFT)


def _without(text: str, furniture: Sequence[Span]) -> str:
    """The text with blanks in place of what belongs to the pages."""
    parts: list[str] = []
    at = 0
    for span in furniture:
        parts += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*parts, text[at:]])


def _next_line(match: re.Match[str]) -> bool:
    """The rest of the word stands in the next line, or in the first one of the next page."""
    between = match.group(3)
    return between.count("\n") < 2 or "\f" in between


def _known(text: str, breaks: Sequence[re.Match[str]]) -> frozenset[str]:
    """Of the words that the breaks could make, those that the kit has elsewhere."""
    asked = {form for match in breaks for form in _forms(match.group(1), match.group(4))}
    return frozenset(word for match in WORD.finditer(text) if (word := match.group().casefold()) in asked) if asked else frozenset()


def _forms(head: str, tail: str) -> tuple[str, str]:
    return (head + tail).casefold(), f"{head}-{tail}".casefold()


def _belongs(head: str, sign: str, tail: str, known: frozenset[str]) -> bool:
    """Whether the hyphen is part of the word: its own kind, what the kit has elsewhere, then its parts and their case."""
    if sign in (SOFT, "‐"):
        return False
    whole, hyphenated = _forms(head, tail)
    if sign == "‑" or hyphenated in known:
        return whole not in known or sign == "‑"
    if whole in known:
        return False
    if head.casefold() in LEADS:
        return True
    return tail[0].isupper() and not (head.isupper() and len(head) > 1 and tail.isupper())
