"""Dates as a sentence prints them, with what they mean in EDTF."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from samples.build.kits.tongue import Tongue

MIDDLE_OF_DECADES = (1950, 1960, 1970, 1980, 1990)


@dataclass(frozen=True, slots=True)
class Dated:
    text: str
    edtf: str


def draw_date(dice: Random, tongue: Tongue, kind: str) -> Dated:
    """`kind` is a slot: year, day, month, season, decade, range or since."""
    year, month, day = dice.randrange(1948, 2024), dice.randrange(12), dice.randrange(1, 29)
    if kind == "year":
        return Dated(str(year), str(year))
    if kind == "decade":
        place = dice.randrange(len(tongue.decades))
        return Dated(tongue.decades[place], f"{MIDDLE_OF_DECADES[place] // 10}X")
    if kind == "season":
        place = dice.randrange(4)
        return Dated(_shape(dice, tongue, kind, season=tongue.seasons[place], y=year), f"{year}-{21 + place}")
    if kind == "range":
        end = year + dice.randrange(2, 14)
        return Dated(_shape(dice, tongue, kind, a=year, b=end), f"{year}/{end}")
    if kind == "since":
        return Dated(_shape(dice, tongue, kind, a=year), f"{year}/..")
    if kind == "month":
        return Dated(_shape(dice, tongue, kind, month=tongue.months[month], y=year), f"{year}-{month + 1:02}")
    return on_day(dice, tongue, year, month, day)


def on_day(dice: Random, tongue: Tongue, year: int, month: int, day: int) -> Dated:
    printed = "1er" if tongue.code == "fr" and day == 1 else str(day)
    return Dated(_shape(dice, tongue, "day", d=printed, month=tongue.months[month], y=year), f"{year}-{month + 1:02}-{day:02}")


def _shape(dice: Random, tongue: Tongue, kind: str, **values: object) -> str:
    return dice.choice(tongue.shapes[kind]).format(**values)
