"""Which family a value belongs to, and how families and confidence look: told by colour, by line and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """`colour` is one of Okabe and Ito's, which colour-blind people tell apart."""

    name: str
    colour: str


FILM = Family("film", "#0072b2")
CREDITS = Family("credits", "#d55e00")
TEXTS = Family("texts", "#009e73")
PRAISE = Family("awards and press", "#cc79a7")
CONTACTS = Family("contacts", "#e69f00")
DATES = Family("dates", "#56b4e9")
NAMES = Family("names", "#4d4d4d")
FAMILIES = (FILM, CREDITS, TEXTS, PRAISE, CONTACTS, DATES, NAMES)
"""In the order in which one of them lends its colour to a box that several share."""

OF_PART: Mapping[str, Family] = {
    "languages": FILM,
    "film": FILM,
    "credits": CREDITS,
    "awards": PRAISE,
    "press_quotes": PRAISE,
    "contacts": CONTACTS,
    "dates": DATES,
    "entities": NAMES,
}
"""By the first key of a pointer; whatever is not named is running text."""

OF_SECTION: Mapping[str, Family] = {
    "front": FILM,
    "technical": FILM,
    "credits": CREDITS,
    "awards": PRAISE,
    "press": PRAISE,
    "contacts": CONTACTS,
    "notes": NAMES,
    "boilerplate": NAMES,
}


@dataclass(frozen=True, slots=True)
class Sureness:
    """A span of confidence from `least` on; `dash` is the drawn and the white part of the line in points, none for a whole line."""

    name: str
    least: float
    dash: tuple[float, float] | None


SURENESS = (
    Sureness("sure", 0.85, None),
    Sureness("likely", 0.65, (4.0, 1.5)),
    Sureness("doubtful", 0.0, (1.2, 1.6)),
)


def family_of(pointer: str) -> Family:
    return OF_PART.get(pointer.split("/")[1], TEXTS)


def sureness_of(confidence: float) -> Sureness:
    return next(step for step in SURENESS if confidence >= step.least)
