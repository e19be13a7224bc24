"""What is drawn on and beside a sheet: tints under sections, a box around each value, labels in the margins that never overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.pictures.families import FAMILIES, OF_SECTION, TEXTS, Family, Sureness, sureness_of
from presskit.pictures.marks import Mark
from presskit.pictures.sheet import Rect, Sheet, around

MARGIN = 160.0
"""Points left and right of a sheet for labels."""
STEP = 9.5
"""From label to label."""
LONGEST = 38
"""Signs of a label that the margin holds."""
FAR = 2 * STEP
"""Points that a label may stand too low before it goes to the other margin."""
PAD = 1.0
TINT_PAD = 3.0
MOST_ROWS, MOST_SIGNS = 3, 110
"""Rows and signs of a value that is boxed; a longer one gets a bar beside it, or boxes in it would be hard to see."""
BAR, BAR_GAP = 2.0, 4.0


@dataclass(frozen=True, slots=True)
class Tint:
    """The ground of a section."""

    family: Family
    rect: Rect


@dataclass(frozen=True, slots=True)
class Frame:
    """A box, or a bar beside a long value, for the marks that rest on the same words: `marks[0]` lends it its look."""

    marks: tuple[Mark, ...]
    rects: tuple[Rect, ...]
    bar: bool

    @property
    def family(self) -> Family:
        return self.marks[0].family

    @property
    def area(self) -> float:
        """What is large is drawn first, so that small boxes in it can still be pointed at."""
        return sum(rect.width * rect.height for rect in self.rects)

    @property
    def sureness(self) -> Sureness:
        return sureness_of(self.marks[0].confidence)

    @property
    def told(self) -> str:
        return " · ".join(f"{mark.label} {percent(mark)}: {mark.value}" for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a margin at height `y`, and the `line` that leads from them to what they are about."""

    text: str
    family: Family
    y: float
    left: bool
    line: tuple[tuple[float, float], ...] = ()
    strong: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A sheet with all that is drawn on it; its labels stand at x < 0 and x > sheet.width."""

    sheet: Sheet
    tints: tuple[Tint, ...]
    frames: tuple[Frame, ...]
    labels: tuple[Label, ...]
    height: float

    @property
    def layered(self) -> list[Frame]:
        return sorted(self.frames, key=lambda frame: -frame.area)

    @property
    def values(self) -> int:
        return sum(len(frame.marks) for frame in self.frames)


def percent(mark: Mark) -> str:
    return f"{mark.confidence:.0%}".removesuffix("%")


def pictures(sheets: Iterable[Sheet], marks: Sequence[Mark]) -> Iterator[Picture]:
    for sheet in sheets:
        yield picture(sheet, marks)


def picture(sheet: Sheet, marks: Sequence[Mark]) -> Picture:
    here = [mark for mark in marks if mark.places(sheet.page)]
    tints, headed = _tints(sheet, [mark for mark in here if mark.section])
    frames = tuple(_frames(sheet, [mark for mark in here if not mark.section]))
    labels = _spread(sheet, [*headed, *(_label(sheet, frame) for frame in frames if frame.rects)])
    lowest = max((label.y for label in labels), default=0.0) + STEP
    return Picture(sheet, tints, frames, tuple(labels), max(sheet.height, lowest))


def _tints(sheet: Sheet, marks: Sequence[Mark]) -> tuple[tuple[Tint, ...], list[Label]]:
    tints: list[Tint] = []
    labels: dict[str, Label] = {}
    for mark in marks:
        family = OF_SECTION.get(mark.section, TEXTS)
        for place in mark.places(sheet.page):
            rect = around(sheet.where(place.start, place.end))
            if rect:
                tints.append(Tint(family, rect.grown(TINT_PAD)))
                named = Label(f"{mark.section.upper()} {percent(mark)}", family, rect.top - 1, _is_left(sheet, rect), strong=True)
                section = mark.pointer.rpartition("/")[0]
                labels[section] = min(named, labels.get(section, named), key=_reading)
    return tuple(tints), list(labels.values())


def _frames(sheet: Sheet, marks: Sequence[Mark]) -> Iterator[Frame]:
    """Marks by the words they rest on; what several families share is the first one's. Without rectangles: words that the page hides."""
    shared: dict[tuple[tuple[int, int], ...], list[Mark]] = {}
    for mark in marks:
        shared.setdefault(tuple((place.start, place.end) for place in mark.places(sheet.page)), []).append(mark)
    for places, group in shared.items():
        rects = [rect for place in places for rect in sheet.where(*place)]
        if rects or sheet.image:
            group.sort(key=lambda mark: (FAMILIES.index(mark.family), mark.number))
            boxed = len(rects) <= MOST_ROWS and sum(end - start for start, end in places) <= MOST_SIGNS
            yield _frame(tuple(group), rects, boxed=boxed)


def _frame(marks: tuple[Mark, ...], rects: Sequence[Rect], *, boxed: bool) -> Frame:
    if boxed:
        return Frame(marks, tuple(rect.grown(PAD) for rect in rects), bar=False)
    return Frame(marks, tuple(_bars(rects)), bar=True)


def _bars(rects: Sequence[Rect]) -> Iterator[Rect]:
    """One bar for each column that the rows stand in: a row higher up than the one before begins another."""
    held: list[Rect] = []
    for rect in rects:
        if held and rect.top < held[-1].top:
            yield _bar(held)
            held = []
        held.append(rect)
    yield _bar(held)


def _bar(rects: Sequence[Rect]) -> Rect:
    left = min(rect.x0 for rect in rects) - BAR_GAP
    return Rect(left - BAR, min(rect.top for rect in rects), left, max(rect.bottom for rect in rects))


def _is_left(sheet: Sheet, rect: Rect) -> bool:
    return (rect.x0 + rect.x1) / 2 <= sheet.width / 2


def _label(sheet: Sheet, frame: Frame) -> Label:
    first = frame.rects[0]
    left = _is_left(sheet, first)
    # Along the foot of the row, where the words leave room; a bar is met at its head.
    y = first.top if frame.bar else first.bottom
    line = ((0.0 if left else sheet.width, y), (first.x0 if left else first.x1, y))
    return Label(_text(frame), frame.family, first.top, left, line, number=frame.marks[0].number)


def _text(frame: Frame) -> str:
    """What the value is, how sure it is, how many others rest on its words, and as much of it as there is room for."""
    first = frame.marks[0]
    others = f" +{len(frame.marks) - 1}" if len(frame.marks) > 1 else ""
    text = f"{first.label} {percent(first)}{others} · {' '.join(first.value.split())}"
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _spread(sheet: Sheet, labels: Iterable[Label]) -> list[Label]:
    """Labels beside what they are about, or as near as the others let them: across the page where the other margin is that much nearer."""
    sides: dict[bool, list[Label]] = {True: [], False: []}
    free = {True: 0.0, False: 0.0}
    for label in sorted(labels, key=_reading):
        if max(label.y, free[label.left]) - max(label.y, free[not label.left]) >= FAR:
            label = _moved(sheet, label)
        free[label.left] = max(label.y, free[label.left]) + STEP
        sides[label.left].append(label)
    return [label for side in sides.values() for label in _stacked(side, sheet.height)]


def _reading(label: Label) -> tuple[float, float]:
    """From top to bottom and left to right; a section's name before what is in it."""
    return label.y, label.line[-1][0] if label.line else 0.0


def _moved(sheet: Sheet, label: Label) -> Label:
    edge = sheet.width if label.left else 0.0
    line = ((edge, label.line[0][1]), *label.line[1:]) if label.line else ()
    return replace(label, left=not label.left, line=line)


def _stacked(labels: Sequence[Label], height: float) -> list[Label]:
    """Downwards until none overlaps, then back up as far as the foot of the sheet asks for it."""
    heights: list[float] = []
    for label in labels:
        heights.append(max(label.y, heights[-1] + STEP if heights else 0.0))
    foot = max(height, len(labels) * STEP)
    for at in reversed(range(len(heights))):
        heights[at] = min(heights[at], foot - STEP)
        foot = heights[at]
    return [replace(label, y=y) for label, y in zip(labels, heights, strict=True)]
