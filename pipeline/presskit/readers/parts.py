"""Parts of rows: the pieces that stand apart, from which columns are made and rows put together again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from presskit.readers.words import Row, bottom_of, gaps_of, size_of, top_of

PART_GAP = 0.7
"""A gap wider than this many type sizes may be a gutter; no gutter is narrower, most gaps so wide are none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of row number `row`, in points."""

    words: Row
    row: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


Rank = tuple[Part, ...]
"""The parts of one row that belong to one block, left to right."""


def parts_of(row: Row, number: int) -> Rank:
    """Words of a row cut at its wide gaps."""
    cuts = [0]
    for at, gap in enumerate(gaps_of(row)):
        if gap > PART_GAP * max(row[at].size, row[at + 1].size):
            cuts.append(at + 1)
    return tuple(_part(row[low:high], number) for low, high in pairwise([*cuts, len(row)]))


def _part(words: Row, number: int) -> Part:
    return Part(words, number, words[0].x0, max(word.x1 for word in words), top_of(words), bottom_of(words), size_of(words))


def whole(rank: Rank) -> Row:
    return tuple(word for part in rank for word in part.words)


def ranks_of(parts: Iterable[Part]) -> list[Rank]:
    """Parts put back into their rows, from top to bottom."""
    rows: dict[int, list[Part]] = {}
    for part in parts:
        rows.setdefault(part.row, []).append(part)
    return [tuple(sorted(rows[number], key=lambda part: part.x0)) for number in sorted(rows)]


def left_of(ranks: Sequence[Rank], x: float) -> list[Rank]:
    """What stands left of a gutter's middle; rows without any are left out."""
    cut = [tuple(part for part in rank if (part.x0 + part.x1) / 2 < x) for rank in ranks]
    return [rank for rank in cut if rank]


def right_of(ranks: Sequence[Rank], x: float) -> list[Rank]:
    cut = [tuple(part for part in rank if (part.x0 + part.x1) / 2 >= x) for rank in ranks]
    return [rank for rank in cut if rank]
