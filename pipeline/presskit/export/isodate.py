"""EDTF becomes what AV-EFI takes for a date: widened where it says less than a calendar does, never narrowed."""

from __future__ import annotations

import re
from dataclasses import dataclass

POINT = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?P<mark>[?~%]?)", re.ASCII)
MARKS = {"?": "?", "~": "~", "%": "~"}
"""AV-EFI knows uncertain or approximate, not both."""
SEASONS = {
    "21": ("{0}-03", "{0}-05"),
    "22": ("{0}-06", "{0}-08"),
    "23": ("{0}-09", "{0}-11"),
    # The winter of a year may be its beginning or the one that begins at its end.
    "24": ("{0}-01", "{1}-02"),
}


@dataclass(frozen=True, slots=True)
class IsoDate:
    """`text` fits AV-EFI's pattern; `widened` where it says less than the EDTF did."""

    text: str
    widened: bool = False


@dataclass(frozen=True, slots=True)
class _Reach:
    """First and last of what a point in time may mean."""

    first: str
    last: str
    widened: bool


def iso_date(edtf: str) -> IsoDate | None:
    """None where AV-EFI has nothing for it: open intervals, no year, sets, and what is no EDTF Level 1.

    Rules: a season becomes the interval of its months (northern hemisphere, therefore `~`); unknown digits become the interval
    of what they may stand for; unknown months and days are left out; `%` becomes `~`; an interval keeps its outermost ends.
    """
    reaches = [_reach(part) for part in edtf.split("/")]
    if len(reaches) > 2 or None in reaches:
        return None
    known = [reach for reach in reaches if reach]
    first, last = known[0].first, known[-1].last
    return IsoDate(first if first == last and len(known) == 1 else f"{first}/{last}", any(reach.widened for reach in known))


def _reach(point: str) -> _Reach | None:
    found = POINT.fullmatch(point)
    if not found:
        return None
    year, month, day, mark = found["year"], found["month"], found["day"], MARKS.get(found["mark"], "")
    if "X" in year:
        return _unknown_year(year, mark) if not (month or day) else None
    if month in SEASONS:
        return _season(year, SEASONS[month]) if not day else None
    return _calendar(year, month, day, mark)


def _unknown_year(year: str, mark: str) -> _Reach | None:
    """199X is 1990/1999. XXXX says nothing; an unknown digit before a known one (1X99) is not Level 1."""
    known = year.rstrip("X")
    if not known.lstrip("-") or "X" in known or known.startswith("-"):
        return None
    return _Reach(year.replace("X", "0") + mark, year.replace("X", "9") + mark, widened=True)


def _season(year: str, months: tuple[str, str]) -> _Reach | None:
    if year.startswith("-"):
        return None
    following = f"{int(year) + 1:04}"
    first, last = (month.format(year, following) for month in months)
    return _Reach(f"{first}~", f"{last}~", widened=True)


def _calendar(year: str, month: str | None, day: str | None, mark: str) -> _Reach | None:
    unknown = "X" in (month or "") or "X" in (day or "")
    if month and not unknown and not 1 <= int(month) <= 12:
        return None
    if day and not unknown and not 1 <= int(day) <= 31:
        return None
    month = None if month and "X" in month else month
    day = None if not month or (day and "X" in day) else day
    text = "-".join(part for part in (year, month, day) if part) + mark
    return _Reach(text, text, widened=unknown)
