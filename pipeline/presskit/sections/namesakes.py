"""Headings that are, or hold, the name of a company: what they can head then."""

from __future__ import annotations

from dataclasses import replace

from presskit.model import SectionKind
from presskit.vocabulary import HeadingSense, fold, vocabulary


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


def of_company(sense: HeadingSense) -> HeadingSense:
    """ "About NAME" is standing text where the name is a company's."""
    suffixes = vocabulary().words("company_suffixes")
    if sense.kind is SectionKind.BIOGRAPHY and any(fold(word) in suffixes for word in sense.rest.split()):
        return HeadingSense(SectionKind.BOILERPLATE, sense.topic, sense.language, sense.rest)
    return sense
