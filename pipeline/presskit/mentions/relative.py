"""The year of a date that is printed without one, where its own paragraph leaves no doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.mentions.edtf import Point, When
from presskit.mentions.grammar import DatePhrase

NEAR = 400
"""Characters between a date without a year and the dated month it leans on: about four sentences."""


def with_years(phrases: Sequence[DatePhrase]) -> Iterator[DatePhrase]:
    """The dates of one paragraph; one without a year takes that of the dated month told just before, else the only year there is."""
    years = {year for phrase in phrases for year in _years(phrase.when)}
    leaning: DatePhrase | None = None
    for phrase in phrases:
        if _monthly(phrase.when) and _years(phrase.when):
            leaning = phrase
        if phrase.when.dated:
            yield phrase
            continue
        year = (
            _years(leaning.when)[-1] if leaning and phrase.start - leaning.end <= NEAR else next(iter(years)) if len(years) == 1 else None
        )
        yield replace(phrase, when=phrase.when.within(year)) if year is not None else phrase


def _points(when: When) -> tuple[Point, ...]:
    return (when,) if isinstance(when, Point) else tuple(point for point in (when.start, when.end) if point)


def _years(when: When) -> list[int]:
    return [point.year for point in _points(when) if point.year is not None]


def _monthly(when: When) -> bool:
    return any(point.month for point in _points(when))
