"""How the rows of a PDF page are set: white above, indent, style, box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from presskit.model import Box, Style
from presskit.readers.columns import Placed
from presskit.readers.draft import Setting
from presskit.readers.turned import Held
from presskit.readers.wording import text_of
from presskit.readers.words import Row, Word, bottom_of, size_of, top_of

WHITE = 0.45
"""A gap this share of the type size wider than the usual leading is a blank line."""
USUAL_WHITE = 0.2
"""The white between two lines of a page that has only one."""
SHORT = 0.3
"""A last line that ends this share of the column's width before its edge ends a paragraph."""
NOTE = 0.92
"""Notes are set at most this large beside the text."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of a page, ready for the draft."""

    text: str
    setting: Setting

    def shown(self, held: Held) -> Printed:
        """With its box where it is on the page as it is shown."""
        box = self.setting.box
        return replace(self, setting=replace(self.setting, box=held.shown(box))) if box else self


@dataclass(frozen=True, slots=True)
class Measure:
    """The left and the right edge of a column."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Ending:
    """How the text of a column or page ends: its last row may end before its column's edge, and a paragraph with it."""

    short: bool


def printed(placed: Sequence[Placed], number: int, before: Ending | None) -> Iterator[Printed]:
    """The rows of page `number` in reading order, without its furniture; `before` ends the page before."""
    leading, measures, least = _leading(placed), _measures(placed), _least(placed)
    above: Placed | None = None
    for one in placed:
        turns = above is None or above.column != one.column
        blank = _turned(before) if turns else 0
        if above is not None and (not turns or _gap(above.row, one.row) > 0):
            blank = max(blank, _blank(above.row, one.row, leading))
        yield _printed(one.row, number, blank, (one.column, measures[one.column].x0))
        if size_of(one.row) >= least:
            before = Ending(_short(one.row, measures[one.column]))
        above = one


def ending(placed: Sequence[Placed]) -> Ending | None:
    """How a page's text ends."""
    last = next((one for one in reversed(placed) if size_of(one.row) >= _least(placed)), None)
    return Ending(_short(last.row, _measures(placed)[last.column])) if last else None


def _least(placed: Sequence[Placed]) -> float:
    """The smallest size of text; what is smaller (notes at the foot of a page or column) does not end a paragraph."""
    return NOTE * median([size_of(one.row) for one in placed] or [0.0])


def _measures(placed: Sequence[Placed]) -> dict[int, Measure]:
    found: dict[int, Measure] = {}
    for one in placed:
        x0, x1 = one.row[0].x0, one.row[-1].x1
        known = found.get(one.column)
        found[one.column] = Measure(min(known.x0, x0), max(known.x1, x1)) if known else Measure(x0, x1)
    return found


def _short(row: Row, measure: Measure) -> bool:
    return row[-1].x1 < measure.x1 - SHORT * (measure.x1 - measure.x0)


def _turned(before: Ending | None) -> int:
    """Whether a paragraph begins with a page or column: the one before ended short."""
    return int(before is not None and before.short)


def set_aside(rows: Sequence[Row], number: int) -> list[Printed]:
    """Rows that belong to page `number` rather than to the kit."""
    edge = min((row[0].x0 for row in rows), default=0.0)
    return [_printed(row, number, 0, (0, edge), furniture=True) for row in rows]


def turned(rows: Sequence[Row], number: int) -> list[Printed]:
    """Rows that run up or down the page: their words part by where they stand, not by their distance across it."""
    return [
        Printed(" ".join(word.text for word in row), Setting(0, 0.0, 0, _style(row), _box(row, number), furniture=True)) for row in rows
    ]


def _printed(row: Row, number: int, blank: int, column: tuple[int, float], *, furniture: bool = False) -> Printed:
    text, marks = text_of(row)
    index, edge = column
    setting = Setting(blank, round(row[0].x0 - edge, 1), index, _style(row), _box(row, number), marks, furniture, _sure(row))
    return Printed(text, setting)


def _leading(placed: Sequence[Placed]) -> float:
    """The usual white between two lines of a page, in type sizes."""
    gaps = [_gap(one.row, after.row) for one, after in pairwise(placed) if one.column == after.column]
    close = sorted(gap for gap in gaps if -0.6 < gap < 1.5)
    return float(median(close[: max(1, len(close) * 2 // 3)])) if close else USUAL_WHITE


def _gap(above: Row, below: Row) -> float:
    """White between two rows, in sizes of the smaller type (a heading's own leading is no white)."""
    return (top_of(below) - bottom_of(above)) / size_of(below)


def _blank(above: Row, row: Row, leading: float) -> int:
    gap = _gap(above, row)
    if gap < -1:
        return 1
    return max(1, round(gap - leading)) if gap > leading + WHITE else 0


def _style(row: Row) -> Style:
    main = max(row, key=lambda word: len(word.text))
    return Style(main.font, size_of(row), _mostly(row, [word.bold for word in row]), _mostly(row, [word.italic for word in row]))


def _sure(row: Row) -> float | None:
    """How sure OCR is of a row's letters, on average; None where none was needed."""
    known = [word.sure for word in row for _ in word.text if word.sure is not None]
    return round(sum(known) / len(known), 3) if known else None


def _mostly(row: Sequence[Word], flags: Sequence[bool]) -> bool:
    return sum(len(word.text) if flag else -len(word.text) for word, flag in zip(row, flags, strict=True)) > 0


def _box(row: Row, number: int) -> Box:
    return Box(number, row[0].x0, top_of(row), max(word.x1 for word in row), bottom_of(row))
