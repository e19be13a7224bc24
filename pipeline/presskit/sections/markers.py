"""Note markers as printed: how a body opens with one, and where running text refers to one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from presskit.model import Document, Line, Quote, SectionKind
from presskit.vocabulary import vocabulary

OPENING = re.compile(
    r"(?:[(\[](?P<bracketed>\d{1,2})[)\]]?|(?P<raised>[¹²³⁰⁴-⁹]{1,2})|(?P<symbol>\*{1,4}|[†‡§¶]{1,3})[)]?|(?P<plain>\d{1,2})[.)]|(?P<bare>\d{1,2})(?=\s))"
    r"\s?:?\s?(?=[\w“”\"„«‘'(‹¿¡*])"
)
"""A body's first signs; the bracket may be left open and a colon may follow it. `plain` numbers
need more proof than others, `bare` ones the most."""
REFERENCE = re.compile(
    r"[(\[](?P<bracketed>\d{1,2})[)\]]|(?P<raised>[¹²³⁰⁴-⁹]{1,2})|(?P<symbol>(?<=\S)(?:\*{1,4}|[†‡§¶]{1,3})(?!\w)|(?<=[\w.,;:!?”»)] )[†‡])"
    r"|(?P<plain>(?:(?<=[a-zß-ÿ])|(?<=[^\W\d_][.,;:!?”»’)]))\d{1,2}(?![\w%/’'-]|[.,:]\d))"
)
STARS = re.compile(r"\*{1,3}")
EMPHASISED = 400
"""Characters that one pair of emphasis stars spans at most: longer than any title or remark set in italics."""
STRONG = frozenset({"bracketed", "raised", "symbol", "mark"})


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker in the kit: the line's number, its form, the bare marker and its sign ("1" for a raised one too),
    and where the body after it begins (in the line's words)."""

    line: int
    form: str
    quote: Quote
    sign: str
    start: int
    end: int

    @property
    def strong(self) -> bool:
        return self.form in STRONG

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.start


def emphasis(document: Document) -> frozenset[int]:
    """Where Markdown's stars stand, in pairs around words of one paragraph: neither bodies nor references."""
    text = document.text
    paired: set[int] = set()
    opened: tuple[str, int] | None = None
    for line in document.lines:
        opened = None if line.blank_before else opened
        for found in STARS.finditer(text, line.span.start, line.span.end):
            before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
            closes = opened is not None and opened[0] == found[0] and found.start() - opened[1] <= EMPHASISED
            if opened and closes and before.strip() and not after.isalnum():
                paired.update((opened[1], found.start()))
                opened = None
            elif after.strip() and not before.isalnum():
                opened = (found[0], found.start())
    return frozenset(paired)


def opening(document: Document, number: int, stars: frozenset[int]) -> Marker | None:
    """The marker that this line opens with, if it could be a note's body; `stars` are those of `emphasis`."""
    line = document.lines[number]
    text = document.words(line)
    if any(sign.isalpha() for sign in text) and line.span.start not in stars and not line.furniture:
        return _raised_opening(document, number, text) or _plain_opening(document, number, text)
    return None


def _raised_opening(document: Document, number: int, text: str) -> Marker | None:
    """A marker that the page layer knows to be raised."""
    line = document.lines[number]
    if not line.marks or line.marks[0].start != line.span.start:
        return None
    quote = document.quote(line.marks[:1])
    end = len(quote.text)
    while end < len(text) and text[end] in " :.)":
        end += 1
    return Marker(number, "mark", quote, sign_of(quote.text), 0, end) if end < len(text) else None


def _plain_opening(document: Document, number: int, text: str) -> Marker | None:
    found = OPENING.match(text)
    if not found or not found.lastgroup:
        return None
    quote = document.passage((document.lines[number].span,)).quote(*found.span(found.lastgroup))
    return Marker(number, found.lastgroup, quote, sign_of(quote.text), 0, found.end())


def sign_of(text: str) -> str:
    """What two forms of one marker have in common."""
    return unicodedata.normalize("NFKC", text).strip("()[].: ")


def references(document: Document, stars: frozenset[int], signs: Collection[str]) -> Iterator[Marker]:
    """Every place that may refer to a note with one of these signs, in reading order."""
    for number, line in enumerate(document.lines):
        if not line.furniture:
            yield from (marker for marker in _references_in(document, number, signs) if marker.quote.spans[0].start not in stars)


def _references_in(document: Document, number: int, signs: Collection[str]) -> Iterator[Marker]:
    line = document.lines[number]
    passage = document.passage((line.span,))
    raised = [document.quote((mark,)) for mark in line.marks if mark.start != line.span.start]
    for quote in raised:
        start = quote.spans[0].start - line.span.start
        yield Marker(number, "mark", quote, sign_of(quote.text), start, start)
    for found in REFERENCE.finditer(passage.text):
        group = found.lastgroup or ""
        sign = sign_of(found[group])
        if sign in signs and (quote := passage.quote(*found.span(group))) not in raised:
            yield Marker(number, group, quote, sign, found.start(), found.end())


def heads_notes(document: Document, line: Line) -> bool:
    """A heading such as "Footnotes", "Anmerkungen" over numbered lines."""
    text = document.words(line)
    return len(text) <= 40 and any(sense.kind is SectionKind.FOOTNOTES for sense in vocabulary().headings(text))
