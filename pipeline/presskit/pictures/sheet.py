"""A sheet: what is drawn of a page, and where each of its letters stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PIL.Image import Image

LONG_SIDE = 842.0
"""Points of a sheet's longer side, whatever the page's: labels keep their size beside a poster and a slide."""
UPRIGHT = 2.0
"""How much taller than wide a line is that runs up or down the page."""


@dataclass(frozen=True, slots=True)
class Rect:
    """In points of the sheet, from its top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def grown(self, by: float) -> Rect:
        return Rect(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)


def around(rects: Iterable[Rect]) -> Rect | None:
    found = list(rects)
    if not found:
        return None
    return Rect(
        min(rect.x0 for rect in found), min(rect.top for rect in found), max(rect.x1 for rect in found), max(rect.bottom for rect in found)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """The letters of one row by their offsets in the original; `whole` stands in where they cannot be told apart."""

    start: int
    end: int
    letters: Mapping[int, Rect]
    whole: Rect | None

    def where(self, start: int, end: int) -> Rect | None:
        """Where a stretch stands, as tall as its row, so that boxes of one row are level."""
        if start >= self.end or end <= self.start:
            return None
        found = around(rect for at, rect in self.letters.items() if start <= at < end)
        if found is None:
            return None if self.letters else self.whole
        if self.whole is None or self.whole.height > UPRIGHT * self.whole.width:
            return found
        return Rect(found.x0, self.whole.top, found.x1, self.whole.bottom)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are drawn as text: their left end, their baseline and the width they are given."""

    text: str
    x: float
    baseline: float
    width: float
    leftwards: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the kit, or a `part` of one that is too long for a picture. Either `image` or `words` is what there is to see."""

    page: int
    part: int
    width: float
    height: float
    rows: tuple[Row, ...]
    image: Image | None = None
    words: tuple[Words, ...] = ()

    @property
    def name(self) -> str:
        return f"page {self.page}" + (f", part {self.part}" if self.part > 1 else "")

    def where(self, start: int, end: int) -> Iterator[Rect]:
        """One rectangle for each row that has letters of this stretch of the original."""
        for row in self.rows:
            found = row.where(start, end)
            if found and self._shows(found):
                yield found

    def _shows(self, rect: Rect) -> bool:
        """Not what a crop has cut off."""
        return 0 <= (rect.x0 + rect.x1) / 2 <= self.width and 0 <= (rect.top + rect.bottom) / 2 <= self.height
