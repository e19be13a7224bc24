"""Words that run up or down a page (a photographer's name): put together from their letters, one row for each run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from presskit.readers.words import Row, Word

SAME_LINE = 2.0
"""Points by which letters of one upright line differ across it at most."""
GAP = 0.15
"""White between two letters, in type sizes, that parts words."""
FAR = 2.0
"""White, in type sizes, that ends the line."""


def turned_rows(letters: Iterable[Word]) -> list[Row]:
    """Runs of letters in the order they were drawn; a turned glyph's size is its height, so the font's is its width on the page."""
    return [tuple(_words(run)) for run in _runs(letters)]


def levelled(rows: Sequence[Row], width: float, height: float) -> list[Word]:
    """The words of a page that lies on its side, as they stand when it is held upright."""
    words = [word for row in rows for word in row]
    down = sum(1 if after.top > before.top else -1 for row in rows for before, after in pairwise(row)) > 0
    if down:
        return [Word(w.text, w.top, w.bottom, width - w.x1, width - w.x0, w.size, w.font) for w in words]
    return [Word(w.text, height - w.bottom, height - w.top, w.x0, w.x1, w.size, w.font) for w in words]


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
