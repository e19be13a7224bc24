"""Lists of films inside a biography's text: films line by line, or stacked, the year above the title or the data below it."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.extractors.lives.film_entries import year_only
from presskit.extractors.lives.film_lines import details_only
from presskit.extractors.lives.film_shapes import entry_run, is_career, titled
from presskit.model import Line, Reading

LONGEST_TITLE = 100
MOST_DETAILS = 3
"""Lines about a film below its title."""
DETAIL_WORDS = 8


def film_run(reading: Reading, lines: Sequence[Line], at: int) -> int:
    """The index behind a list of films that begins at line `at`; `at` where none begins."""
    end = entry_run(reading, lines, at)
    return end if end > at else _stacked_run(reading, lines, at)


def _stacked_run(reading: Reading, lines: Sequence[Line], at: int) -> int:
    """«2019 / Low Tide / (short)» and «LOW TIDE / 2019, short, 12 min», film under film, each in lines of its own."""
    films, end = 0, at
    while (behind := _stacked(reading, lines, end)) > end:
        films, end = films + 1, behind
    return end if films >= 2 else at


def _stacked(reading: Reading, lines: Sequence[Line], at: int) -> int:
    if at + 1 >= len(lines):
        return at
    first, second = reading.words(lines[at]), reading.words(lines[at + 1])
    if year_only(first) and _is_title(second):
        return _details_end(reading, lines, at + 2)
    return _details_end(reading, lines, at + 2) if _is_title(first) and details_only(second) else at


def _is_title(text: str) -> bool:
    return titled(text) and len(text) < LONGEST_TITLE and not text.endswith((".", ":")) and not is_career(text) and not year_only(text)


def _details_end(reading: Reading, lines: Sequence[Line], at: int) -> int:
    """Behind the lines that say more of one film: in brackets, in small letters."""
    end = at
    while end < min(len(lines), at + MOST_DETAILS):
        text = reading.words(lines[end])
        if not (text[:1].islower() or text[:1] in "([–-") or len(text.split()) > DETAIL_WORDS:
            break
        end += 1
    return end
