"""Words that run up or down a page (a photographer's name), and whole pages that lie on their side or stand on their head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from presskit.model import Box
from presskit.readers.words import PLACES, Row, Word

QUARTER, HALF, THREE_QUARTERS = 90, 180, 270
SAME_LINE = 2.0
"""Points by which letters of one upright line differ across it at most."""
GAP = 0.15
"""White between two letters, in type sizes, that parts words."""
FAR = 2.0
"""White, in type sizes, that ends the line."""


def turned_rows(letters: Iterable[Word]) -> list[Row]:
    """Runs of letters in the order they were drawn; a turned glyph's size is its height, so the font's is its width on the page."""
    return [tuple(_words(run)) for run in _runs(letters)]


@dataclass(frozen=True, slots=True)
class Held:
    """How a page is held to be read: turned by so many degrees, clockwise, from how it is shown. What is shown of it is `width` by
    `height` points and begins at `left` and `top`."""

    turn: int
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0

    def read(self, word: Word) -> Word:
        """A word as it stands on the page held so."""
        x0, x1, top, bottom = word.x0 - self.left, word.x1 - self.left, word.top - self.top, word.bottom - self.top
        if self.turn == QUARTER:
            x0, x1, top, bottom = self.height - bottom, self.height - top, x0, x1
        elif self.turn == HALF:
            x0, x1, top, bottom = self.width - x1, self.width - x0, self.height - bottom, self.height - top
        elif self.turn == THREE_QUARTERS:
            x0, x1, top, bottom = top, bottom, self.width - x1, self.width - x0
        return replace(word, x0=round(x0, PLACES), x1=round(x1, PLACES), top=round(top, PLACES), bottom=round(bottom, PLACES))

    def shown(self, box: Box) -> Box:
        """The other way round: where a box on the page held so is on the page as it is shown."""
        x0, x1, top, bottom = box.x0, box.x1, box.top, box.bottom
        if self.turn == QUARTER:
            x0, x1, top, bottom = top, bottom, self.height - x1, self.height - x0
        elif self.turn == HALF:
            x0, x1, top, bottom = self.width - x1, self.width - x0, self.height - bottom, self.height - top
        elif self.turn == THREE_QUARTERS:
            x0, x1, top, bottom = self.width - bottom, self.width - top, x0, x1
        return Box(box.page, x0 + self.left, top + self.top, x1 + self.left, bottom + self.top)


def turn_of(rows: Sequence[Row]) -> int:
    """By how many degrees, clockwise, a page whose words run up or down must be turned to be read."""
    down = sum(1 if after.top > before.top else -1 for row in rows for before, after in pairwise(row)) > 0
    return THREE_QUARTERS if down else QUARTER


def _runs(letters: Iterable[Word]) -> Iterator[list[Word]]:
    held: list[Word] = []
    for letter in letters:
        if held and not _follows(held[-1], letter):
            yield held
            held = []
        held.append(letter)
    if held:
        yield held


def _follows(before: Word, letter: Word) -> bool:
    across = min(abs(before.x0 - letter.x0), abs(before.x1 - letter.x1))
    return across <= SAME_LINE and _white(before, letter) <= FAR * _size(letter)


def _white(one: Word, other: Word) -> float:
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def _size(letter: Word) -> float:
    return max(letter.x1 - letter.x0, 1.0)


def _words(run: Sequence[Word]) -> Iterator[Word]:
    held = [run[0]]
    for before, letter in pairwise(run):
        if _white(before, letter) > GAP * _size(letter):
            yield _joined(held)
            held = []
        held.append(letter)
    yield _joined(held)


def _joined(letters: Sequence[Word]) -> Word:
    first = letters[0]
    return Word(
        "".join(letter.text for letter in letters),
        min(letter.x0 for letter in letters),
        max(letter.x1 for letter in letters),
        min(letter.top for letter in letters),
        max(letter.bottom for letter in letters),
        round(_size(first), 2),
        first.font,
    )
