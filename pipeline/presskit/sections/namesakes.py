"""Headings that are, or hold, the name of a company: what they can head then."""

from __future__ import annotations

from dataclasses import replace

from presskit.model import SectionKind
from presskit.vocabulary import HeadingSense, fold, vocabulary

HEAD = 30
TELLING = 3
"""So many words of the trade at the beginning of a text, and none of a life."""


def named_for_films(senses: tuple[HeadingSense, ...], text: str, *, prose_below: bool) -> tuple[HeadingSense, ...]:
    """ "Gannet Films" over a text is the company that the text is about; over an address it heads nothing."""
    first = senses[0]
    if first.kind is not SectionKind.FILMOGRAPHY or not (first.topic and first.rest):
        return senses
    if fold(text.split()[-1]) not in vocabulary().words("company_suffixes"):
        return senses
    if prose_below:
        return (replace(first, kind=SectionKind.BOILERPLATE, topic=""),)
    return senses if len(first.rest.split()) > 1 else ()


def of_company(sense: HeadingSense, below: str, makers: frozenset[str]) -> HeadingSense:
    """ "About NAME" is standing text where the name is a company's: by its words, because it presents the film, or because
    the text `below` tells of a company. `makers` are the lines that say who presents, folded."""
    if sense.kind is not SectionKind.BIOGRAPHY or not sense.rest:
        return sense
    words = [fold(word) for word in sense.rest.split()]
    presents = any(f" {' '.join(words)} " in line for line in makers)
    if presents or any(word in vocabulary().words("company_suffixes") for word in words) or _tells_of_company(below):
        return HeadingSense(SectionKind.BOILERPLATE, sense.topic, sense.language, sense.rest)
    return sense


def _tells_of_company(below: str) -> bool:
    head = {fold(word.strip(".,;:()")) for word in below.split()[:HEAD]}
    lexicon = vocabulary().words
    return len(head & lexicon("company_words")) >= TELLING and not head & lexicon("birth_words") and not head & lexicon("biographic_words")
