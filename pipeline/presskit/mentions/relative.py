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
    only = _only_year(phrases)
    leaning: DatePhrase | None = None
    for phrase in phrases:
        if _monthly(phrase.when) and _years(phrase.when) and not _open(phrase.when):
            leaning = phrase
        if phrase.when.dated:
            yield phrase
            continue
        near = leaning is not None and phrase.start - leaning.end <= NEAR
        yield _within(phrase, _years(leaning.when)[-1] if leaning and near else only)


def _within(phrase: DatePhrase, year: int | None) -> DatePhrase:
    """The phrase in that year, if the calendar of the year has such a day: 29 February is not in 1994."""
    if year is None:
        return phrase
    when = phrase.when.within(year)
    return replace(phrase, when=when) if all(point.possible for point in _points(when)) else phrase


def _only_year(phrases: Sequence[DatePhrase]) -> int | None:
    """The one year a paragraph names. "Since 1994" names one too, but what is told after it may be of any later year."""
    years = {year for phrase in phrases for year in _years(phrase.when)}
    within = any(_years(phrase.when) and not _open(phrase.when) for phrase in phrases)
    return next(iter(years)) if len(years) == 1 and within else None


def _open(when: When) -> bool:
    return not isinstance(when, Point) and None in (when.start, when.end)


def _points(when: When) -> tuple[Point, ...]:
    return (when,) if isinstance(when, Point) else tuple(point for point in (when.start, when.end) if point)


def _years(when: When) -> list[int]:
    return [point.year for point in _points(when) if point.year is not None]


def _monthly(when: When) -> bool:
    return any(point.month for point in _points(when))
