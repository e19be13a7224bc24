"""What critics said: each quotation with author and outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from presskit.extractors.critics import is_credit, is_person
from presskit.extractors.phrases import phrase_lists
from presskit.extractors.quotations import LEADS, Quotation, quotations
from presskit.model import Claim, Passage, Quote, Reading, SectionKind, Span, Spans
from presskit.record import PressQuote

PART = re.compile(r"\s(?=www\.|https?:)|\s?,\s|\s[–—|/-]\s|\s?[()\[\]]\s?|:\s|\s(?:for|für|pour|para|per|in|dans|en)\s(?=[A-ZÀ-Ý])")
DATE = re.compile(r"^\d|\b(?:19|20)\d\d\b")
MOST_QUOTATIONS = 1_000


def press_quotes(reading: Reading) -> Iterator[Claim]:
    for section in reading.of_kind(SectionKind.PRESS):
        for quotation in islice(quotations(reading, section.paragraphs), MOST_QUOTATIONS):
            yield _claim(reading, quotation)
    for section in reading.of_kind(SectionKind.FRONT):
        for quotation in islice(quotations(reading, section.paragraphs), MOST_QUOTATIONS):
            if _is_pull_quote(quotation):
                yield _claim(reading, quotation)


def _is_pull_quote(quotation: Quotation) -> bool:
    """On a cover: said by somebody whose name could be a critic's or a paper's."""
    return len(quotation.text.text.split()) > 1 and any(is_credit(credit.text) for credit in quotation.credit)


def _claim(reading: Reading, quotation: Quotation) -> Claim:
    author, outlet = _whose(reading, quotation.credit)
    value = PressQuote(text=quotation.text.text, author=author.text if author else None, outlet=outlet.text if outlet else None)
    evidence: dict[str, Spans] = {"/text": quotation.text.spans}
    if author:
        evidence["/author"] = author.spans
    if outlet:
        evidence["/outlet"] = outlet.spans
    return Claim("press_quotes", value, evidence, "press:quotation", 0.9 if quotation.credit else 0.6)


def _whose(reading: Reading, credit: Sequence[Quote]) -> tuple[Quote | None, Quote | None]:
    """Author and outlet of a credit in either order, or one of them."""
    lines = [line for quote in credit for line in _lines(reading, quote)]
    parts = [part for line in lines for part in _parts(reading.document.passage(line.spans)) if not _says_nothing(part.text)]
    if not parts:
        return None, None
    people = [part for part in parts if is_person(part.text)]
    if not people:
        return None, parts[0]
    outlet = next((part for part in parts if part is not people[0]), None)
    return people[0], outlet


def _lines(reading: Reading, credit: Quote) -> Iterator[Quote]:
    """A credit over two lines is author and outlet where the first line is a person; else its name only wraps."""
    document = reading.document
    start, end = credit.spans[0].start, credit.spans[-1].end
    at = document.text.find("\n", start, end)
    first = document.read((Span(start, max(at, start)),)).strip(LEADS)
    if at < 0 or "," in first or not is_person(first):
        yield credit
        return
    yield document.quote((Span(start, at),))
    yield from _lines(reading, document.quote((Span(at + 1, end),)))


def _says_nothing(text: str) -> bool:
    """Dates, and what the author does for a living."""
    return bool(DATE.search(text)) or phrase_lists("press")["profession"].leads(text) > 0


def _said(text: str) -> int:
    """How far a word of saying and its blank go: «…,” wrote Ann Lee»; a name may begin with such a word written large."""
    end = phrase_lists("press")["saying"].leads(text) if text[:1].islower() else 0
    return end + len(text[end:]) - len(text[end:].lstrip()) if end else 0


def _parts(passage: Passage) -> Iterator[Quote]:
    at = 0
    for mark in (*PART.finditer(passage.text), None):
        end = mark.start() if mark else len(passage.text)
        text = passage.text[at:end]
        start = at + len(text) - len(text.lstrip(LEADS + ",.;:"))
        start += _said(passage.text[start:end])
        stop = at + len(text.rstrip(LEADS + ",;:"))
        if start < stop:
            yield passage.quote(start, stop)
        at = mark.end() if mark else end
