"""Running times as kits print them, in whole minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 1000
"""Minutes; a longer film is a misreading."""
UNIT = r"(?:min(?:ut(?:e[ns]?|os?|i|en))?\b\.?|mins\b\.?|mn\b|[’'′](?!\w))"
RANGE = re.compile(r"(?<![\d:.,/])\b(?P<m>\d{2,3})\s?[-–—]\s?(?P<most>\d{2,3})\s?" + UNIT, re.IGNORECASE)
PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"\b(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)\b"),
    re.compile(r"\b(?P<m>\d{1,3}):(?P<s>[0-5]\d)\s?(?:min|mn)"),
    re.compile(r"\b(?P<m>\d{1,3})\s?(?:min(?:ut(?:e[ns]?|os?|i|en))?\.?|[’'′])\s?(?P<s>[0-5]\d)(?!\d|\s?(?:min|[’'′](?!\w)))(?:\s?(?:s\b|sec|[”\"″]))?"),
    re.compile(r"\b(?P<h>\d)\s?(?:h|hrs?|hours?|heures?|Std|Stunden?|horas?|or[ae])\b\.?\s?(?:(?:and|et|und|y|e)\s)?(?P<m>[0-5]?\d)(?:\s?min\w*)?\b"),
    re.compile(r"\b(?P<h>\d)h(?P<m>[0-5]\d)\b", re.IGNORECASE),
    re.compile(r"\bh\s(?P<h>\d)[.:](?P<m>[0-5]\d)\b"),
    re.compile(r"\b(?P<m>\d{1,3})\s?-?" + UNIT, re.IGNORECASE),
    re.compile(r"\b(?P<h>\d)\s(?:hours?|heures?|Stunden?|horas?|or[ae])\b"),
    # Minutes and seconds alone, where no clock can stand: «TRT: 96:14».
    re.compile(r"^\s?(?P<m>2[5-9]|[3-9]\d|1\d\d):(?P<s>[0-5]\d)\s?$"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Runtime:
    """Minutes, rounded, and where they stand in the text looked at."""

    minutes: int
    start: int
    end: int


def runtime_in(text: str) -> Runtime | None:
    """The first running time of a short text; of a range the least."""
    span = RANGE.search(text)
    if span and int(span["m"]) < int(span["most"]) <= 2 * int(span["m"]):
        return Runtime(int(span["m"]), span.start(), span.end())
    for pattern in PATTERNS:
        found = pattern.search(text)
        if found:
            parts = found.groupdict()
            seconds = int(parts.get("h") or 0) * 3600 + int(parts.get("m") or 0) * 60 + int(parts.get("s") or 0)
            minutes = int(seconds / 60 + 0.5)
            if 0 < minutes <= LONGEST:
                return Runtime(minutes, found.start(), found.end())
    return None
