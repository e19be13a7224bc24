"""What can be told of works and agents beside a name: used in scoring, suggested, and handed over as columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from presskit.catalogue.entities import AGENT, WORK
from presskit.catalogue.matching.names import likeness, name_of
from presskit.catalogue.matching.titles import title_likeness, titles_of

YEAR = re.compile(r"\d{4}")
NUMBER = re.compile(r"\d{1,4}")
TYPES = {WORK: "Film (work)", AGENT: "Person or body (agent)"}


@dataclass(frozen=True, slots=True)
class Property:
    """`alike` says from 0 to 1 how well a value given fits one of ours; `weight` is what it counts beside a name's 3."""

    id: str
    name: str
    type: str
    alike: Callable[[str, str], float]
    weight: float


def _same_year(given: str, ours: str) -> float:
    """Production and release are a year apart."""
    years = YEAR.search(given), YEAR.search(ours)
    apart = abs(int(years[0][0]) - int(years[1][0])) if years[0] and years[1] else 9
    return {0: 1.0, 1: 0.8}.get(apart, 0.0)


def _same_length(given: str, ours: str) -> float:
    """Minutes; a festival's version is a little longer or shorter."""
    minutes = NUMBER.search(given), NUMBER.search(ours)
    apart = abs(int(minutes[0][0]) - int(minutes[1][0])) if minutes[0] and minutes[1] else 99
    return 1.0 if apart <= 1 else 0.7 if apart <= 5 else 0.0


def _same_name(given: str, ours: str) -> float:
    return likeness(name_of(given), name_of(ours))


def same_title(given: str, ours: str) -> float:
    """Part two of a film is not the film."""
    pairs = [
        (title_likeness(one, other), max(one.part, 1) == max(other.part, 1)) for one in titles_of([given]) for other in titles_of([ours])
    ]
    return max((alike if part else alike / 2 for alike, part in pairs), default=0.0)


def _same_text(given: str, ours: str) -> float:
    return float(given.casefold().strip() == ours.casefold().strip())


PROPERTIES = (
    Property("director", "director", WORK, _same_name, 2),
    Property("year", "year", WORK, _same_year, 1),
    Property("runtime", "runtime in minutes", WORK, _same_length, 0.5),
    Property("country", "country (ISO 3166)", WORK, _same_text, 0.5),
    Property("cast", "cast", WORK, _same_name, 1),
    Property("film", "film", AGENT, same_title, 2),
    Property("born", "year of birth", AGENT, _same_year, 2),
    Property("birthplace", "place of birth", AGENT, _same_text, 1),
)
NAMES = Property("names", "all names", "", _same_text, 1)
"""Of both types."""
KNOWN = {prop.id: prop for prop in (*PROPERTIES, NAMES)}
