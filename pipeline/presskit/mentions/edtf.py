"""What a date says, written as EDTF Level 1 (ISO 8601-2): only what is printed, never an invented part."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, replace

DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as far as it is said: a day, month, season (21 spring to 24 winter), year or decade (198 for the eighties)."""

    year: int | None = None
    decade: int | None = None
    month: int | None = None
    season: int | None = None
    day: int | None = None
    about: bool = False

    @property
    def dated(self) -> bool:
        """Whether the year or decade is known."""
        return self.year is not None or self.decade is not None

    @property
    def edtf(self) -> str:
        year = f"{self.decade}X" if self.decade is not None else "XXXX" if self.year is None else f"{self.year:04d}"
        parts = (self.month or self.season, self.day)
        text = "-".join((year, *(f"{part:02d}" for part in parts if part)))
        return f"{text}~" if self.about else text

    @property
    def possible(self) -> bool:
        """Whether the calendar has such a day."""
        if self.day is None:
            return True
        if not self.month or not 1 <= self.day <= DAYS[self.month - 1]:
            return False
        return (self.month, self.day) != (2, 29) or self.year is None or isleap(self.year)

    def within(self, year: int) -> Point:
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one date to another; None where an end is open."""

    start: Point | None
    end: Point | None

    @property
    def edtf(self) -> str:
        return f"{self.start.edtf if self.start else '..'}/{self.end.edtf if self.end else '..'}"

    @property
    def dated(self) -> bool:
        return all(point is None or point.dated for point in (self.start, self.end))

    def within(self, year: int) -> Interval:
        start, end = (p if p is None or p.dated else p.within(year) for p in (self.start, self.end))
        return Interval(start, end)


When = Point | Interval


def between(start: Point, end: Point) -> Interval | None:
    """The interval of two dates, the first taking over the year that only the second states; None if time would run backwards."""
    if end.year is not None and not start.dated:
        later = (start.month or 0) > (end.month or 12)
        start = start.within(end.year - 1 if later else end.year)
    if not end.dated and start.year is not None:
        return None
    return Interval(start, end) if _order(start) <= _order(end) else None


def _order(point: Point) -> tuple[int, int, int]:
    year = point.decade * 10 if point.decade is not None else point.year or 0
    return (year, point.month or 0, point.day or 0) if point.month and point.day else (year, 0, 0)
