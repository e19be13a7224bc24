"""Text laid out on a page of blanks, with columns side by side: put back into one column after the other."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from presskit.readers.draft import Draft, Setting

OPENING = re.compile(r"(?<=\S) {2,}(?=\S)")
FEWEST = 6
"""Lines with text on both sides of a gutter that make it believable."""
NARROWEST = 18
"""Characters a column has at least; a table's first column is narrower."""
FILLED = 0.6
"""A column's lines reach this far across it in the middle; labels do not."""
WORDS = 3.5
"""Words of a line of running text in the narrower column, in the middle."""
RUNS_ON = 0.15
"""Share of a column's lines that begin in lower case: they go on with the line above."""
MOST_GUTTERS = 40
"""Places of a page that are tried for a gutter, commonest first."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters `start` to `end` of the text, set in column `column` with `indent` blanks before it."""

    start: int
    end: int
    column: int = 0
    indent: int = 0


def side_by_side(text: str) -> Draft:
    """The text as a draft, its columns one after the other where there are any; else just as it is."""
    if not OPENING.search(text):
        return Draft(text)
    pages = [list(page) for page in _pages(text)]
    if all(len(page) == 1 for page in pages):
        return Draft(text)
    return _joined(text, pages)


def _pages(text: str) -> Iterator[Iterator[list[_Piece]]]:
    """For each page its runs of lines in reading order; a page without columns is one run."""
    at = 0
    for page in text.split("\f"):
        yield _runs(page, at)
        at += len(page) + 1


def _runs(page: str, at: int) -> Iterator[list[_Piece]]:
    starts = [at]
    lines = page.split("\n")
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    whole = [_Piece(start, start + len(line)) for start, line in zip(starts, lines, strict=False)]
    band = _band(lines)
    if band is None:
        yield whole
        return
    low, high, x = band
    yield whole[:low]
    yield [_Piece(p.start, p.start + len(line[:x].rstrip()), 0) for p, line in zip(whole[low:high], lines[low:high], strict=True)]
    yield [_right(p, line, x) for p, line in zip(whole[low:high], lines[low:high], strict=True)]
    yield whole[high:]


def _right(piece: _Piece, line: str, x: int) -> _Piece:
    rest = line[x:]
    indent = len(rest) - len(rest.lstrip())
    return _Piece(min(piece.start + x + indent, piece.end), piece.end, 1, indent)


def _band(lines: Sequence[str]) -> tuple[int, int, int] | None:
    """First and last line of the columns, and where the right one begins."""
    places: dict[int, int] = {}
    for line in lines:
        for opening in OPENING.finditer(line, NARROWEST):
            places[opening.end()] = places.get(opening.end(), 0) + 1
    for x in sorted((x for x, count in places.items() if count >= FEWEST), key=lambda x: (-places[x], x))[:MOST_GUTTERS]:
        band = _longest(lines, x)
        if band and _is_text(lines[band[0] : band[1]], x):
            return (*band, x)
    return None


def _longest(lines: Sequence[str], x: int) -> tuple[int, int] | None:
    """The longest run of lines that leave the two places before `x` white, and have text on both sides at its ends or within."""
    best: tuple[int, int] | None = None
    low = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and not lines[at][x - 2 : x].strip():
            continue
        band = _between(lines, low, at, x)
        if band and (best is None or band[1] - band[0] > best[1] - best[0]):
            best = band
        low = at + 1
    return best


def _between(lines: Sequence[str], low: int, high: int, x: int) -> tuple[int, int] | None:
    """From the first line that reaches over the gutter to the last; left lines that follow without white stay with their column."""
    right = [at for at in range(low, high) if lines[at][x:].strip()]
    if len(right) < FEWEST:
        return None
    first, end = right[0], right[-1] + 1
    while first > low and lines[first - 1].strip():
        first -= 1
    while end < high and lines[end].strip():
        end += 1
    return first, end


def _is_text(band: Sequence[str], x: int) -> bool:
    left = [line[:x].rstrip() for line in band if line[:x].strip()]
    right = [line[x:].strip() for line in band if line[x:].strip()]
    both = [line for line in band if line[:x].strip() and line[x:].strip()]
    if len(both) < FEWEST or len(left) < FEWEST:
        return False
    margin = min(len(line) - len(line.lstrip()) for line in left)
    filled = median(len(line) - margin for line in left) >= FILLED * (x - margin)
    wordy = min(median(len(line.split()) for line in side) for side in (left, right)) >= WORDS
    return filled and wordy and (_runs_on(left) or _runs_on(right))


def _runs_on(side: Sequence[str]) -> bool:
    going = sum(1 for above, below in pairwise(side) if below.lstrip()[:1].islower() and above[-1] not in ".!?")
    return going >= max(2, RUNS_ON * len(side))


def _joined(text: str, pages: Sequence[Sequence[Sequence[_Piece]]]) -> Draft:
    """The pieces as a text of their own; trailing blanks of a left column are left behind."""
    parts: list[str] = []
    origin = array("I")
    settings: dict[int, Setting] = {}
    number = 0
    for page, runs in enumerate(pages):
        pieces = [piece for run in runs for piece in run]
        for at, piece in enumerate(pieces):
            last = at == len(pieces) - 1
            parts.append(text[piece.start : piece.end] + ("" if last and page == len(pages) - 1 else "\f" if last else "\n"))
            origin.extend(range(piece.start, piece.start + len(parts[-1])))
            if piece.column:
                settings[number] = Setting(column=1, indent=float(piece.indent))
            number += 1
    joined = "".join(parts)
    origin.append(len(text))
    return Draft(joined, settings, original=text, origin=origin)
