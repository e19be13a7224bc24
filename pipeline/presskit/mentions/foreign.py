"""Dates in languages that the grammar has no words for: day, month word and year, read by dateparser (its only import)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from presskit.mentions.edtf import Point
from presskit.mentions.lexicon import lexicon
from presskit.mentions.numbers import FIRST, LAST
from presskit.mentions.tokens import folded

OWN = frozenset(("en", "fr", "de", "es", "it", "pt", "nl"))
SHAPE = re.compile(r"\b\d{1,2}\.? ([^\W\d_]{3,12})\.?,? (\d{4})\b")
BASE = datetime(2000, 1, 1)
"""Any fixed day: it is only used to fill in what a date leaves out, and such dates are not taken."""


def foreign_dates(text: str, language: str) -> Iterator[tuple[int, int, Point]]:
    """Offsets and meaning of the dates in a language of its own months; nothing for the languages of the grammar."""
    if language in OWN or not language:
        return
    for found in SHAPE.finditer(text):
        if folded(found.group(1)) not in lexicon().months and FIRST <= int(found.group(2)) <= LAST:
            point = _read(found.group(), language)
            if point:
                yield found.start(), found.end(), point


@lru_cache(maxsize=4096)
def _read(words: str, language: str) -> Point | None:
    try:
        data = _parser(language).get_date_data(words)
    except ValueError:  # a language that dateparser does not know; it says so only now
        return None
    if data.date_obj is None or data.period != "day":
        return None
    return Point(data.date_obj.year, month=data.date_obj.month, day=data.date_obj.day)


@cache
def _parser(language: str) -> Any:
    """Locked to one language and strict: left alone, it finds dates in "118 min" and fills in what is not there."""
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    return DateDataParser(languages=[language], settings={"STRICT_PARSING": True, "RELATIVE_BASE": BASE, "PARSERS": ["absolute-time"]})
