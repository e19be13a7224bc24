"""The words a kit's language has for everything a kit prints, read from data/<language>.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

import yaml

from samples.build.kits.facts import DATA, LANGUAGES

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language. Templates hold slots {so}, alternatives [so|or so] and forms for men and women <his/her>."""

    code: str
    quotes: Words
    months: Words
    seasons: Words
    decades: Words
    shapes: Mapping[str, Words]
    school: Words
    festival: Words
    contest: Words
    prizes: Words
    won: Words
    """Prizes as the object of a sentence: with their article and in its case."""
    sections_of: Words
    outlets: Words
    funds: Words
    headings: Mapping[str, Words]
    cover: Mapping[str, Words]
    roles: Mapping[str, Words]
    joint: Sequence[Words]
    companies: Mapping[str, Words]
    facts: Mapping[str, Words]
    minutes: Words
    colours: Mapping[str, Words]
    forms: Mapping[str, Words]
    genres: Mapping[str, Words]
    tongues: Mapping[str, str]
    contact: Mapping[str, Words]
    talk: Mapping[str, Words]
    results: Mapping[str, Words]
    jobs: Words
    parts: Words
    objects: Words
    logline: Words
    synopsis_open: Words
    synopsis_middle: Words
    synopsis_end: Words
    statement: Words
    born: Words
    life: Words
    unborn: Words
    question: Words
    statement_question: Words
    answer: Words
    notes: Words
    footnote: Words
    press: Words
    boilerplate: Words

    @property
    def place(self) -> int:
        """Where this language stands in lists that go by LANGUAGES."""
        return LANGUAGES.index(self.code)

    def templates(self, kind: str) -> Words:
        found: Words = getattr(self, kind)
        return found


ELIDED = re.compile(r"\b([dD]|[qQ]u)e (?=[AEIOUÉÈÂÎÔ])")


def elided(tongue: Tongue, text: str) -> str:
    """French says d’Orsenne where it says de Vauclair."""
    return ELIDED.sub(r"\1’", text) if tongue.code == "fr" else text


@cache
def tongue(language: str) -> Tongue:
    data = yaml.safe_load((DATA / f"{language}.yaml").read_text(encoding="utf-8"))
    return Tongue(**{field.name: data[field.name] for field in fields(Tongue)})
