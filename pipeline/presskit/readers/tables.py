"""Table or columns: whether what stands side by side is read row by row, or one side after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, pstdev

from presskit.readers.parts import Part, Rank, left_of, right_of, whole

RUNS_ON = 0.2
"""Share of lines that go on in the next one, in lower case, for a side to be running text; in tables hardly any does."""
FEWEST_LINES, MOSTLY = 4, 0.5
"""A text that has something beside it is at least so many lines, and so many of them go on from the one above."""
LINE_WORDS = 3
"""Words a line of running text has at least, narrow as its column may be."""
NAME_WORDS = 2
"""Words a line of a list has, usually: names, labels with values. Single words in disorder are neither list nor text."""
ADDRESS = re.compile(r"[@/]|\w\.\w")
FULL = 0.2
"""A line that goes on in the next one ends no further from its column's edge than this share of the column's width."""
ALIGNED = 0.75
"""In a table nearly every row of one side has a partner on the other."""
SHIFTED = 0.22
"""Partners in a table share a baseline: their feet differ by less than this share of the type size."""
LABELLED = 0.4
"""Share of lines with a colon in them on both sides: two lists of labels and values, not labels here and values there."""
TURNS = 0.7
"""Share of rows set unlike the one above, in a list of labels over names (a label may have two names)."""
MOST_HEADS = 2
"""Rows of other kinds in such a list, its headings."""
UNEVEN = 0.15
"""Share of lines without a partner on each side, against those with one, in columns that have white of their own."""
CENTRED = 2.5
"""Points by which the middles of centred lines differ at most."""
REACHED = re.compile(r"@|www\.|https?:|\+\d[\d ()./-]{6,20}\d")
"""How somebody is reached: address blocks stand side by side."""
REACHED_SHARE = (0.1, 0.7)
"""Share of such lines in an address block; a table has a column of nothing else."""
LABEL = re.compile(r"[^\W\d]\s?:\s?\S")
WHITE = 1.3
"""A storey begins below white this many times the usual."""

Kind = tuple[str, float, bool]
"""How a part is set: typeface, size, whether in capitals."""
Partners = list[tuple[Rank, Rank]]


def is_table(band: Sequence[Rank], x: float) -> bool:
    """Rows of cells, to be read from left to right, on both sides of a gutter at `x`."""
    left, right = left_of(band, x), right_of(band, x)
    partners = _partners(band, x)
    if len(left) < 2 or len(right) < 2 or max(len(left), len(right)) < 3:
        return True
    if _run_on(left, partners) or _run_on(right, partners):
        return False
    aligned = _aligned(left, right, partners)
    if any(_beside_text(side, other, partners, aligned=aligned) for side, other in ((left, right), (right, left))):
        return False
    if _uneven(left, right, partners) or _lists(left, right):
        return False
    uneven_lists = not aligned and min(len(left), len(right)) >= 3 and _wordy(left) and _wordy(right)
    return not uneven_lists and not is_grid(band, x)


def _lists(left: Sequence[Rank], right: Sequence[Rank]) -> bool:
    """Lists of labels and names side by side, told by their type: labels over names on both sides, or before them."""
    return (_stacked(left) and _stacked(right)) or _same_pairs(left, right)


def _stacked(side: Sequence[Rank]) -> bool:
    """Rows in two kinds of type that take turns."""
    kinds = [_kind(rank[0]) for rank in side]
    both = [kind for kind, _ in Counter(kinds).most_common(2)]
    listed = [kind for kind in kinds if kind in both]
    turns = sum(1 for above, below in pairwise(listed) if above != below)
    return len(listed) >= max(FEWEST_LINES, len(kinds) - MOST_HEADS) and turns >= TURNS * (len(listed) - 1)


def _same_pairs(left: Sequence[Rank], right: Sequence[Rank]) -> bool:
    """Each side has rows of its own label and name in the same two kinds of type."""
    pairs = [{(_kind(rank[0]), _kind(rank[-1])) for rank in side if len(rank) > 1} for side in (left, right)]
    enough = all(sum(len(rank) > 1 for rank in side) >= max(2, ALIGNED * len(side)) for side in (left, right))
    return enough and len(pairs[0] | pairs[1]) == 1 and all(label != name for label, name in pairs[0])


def _kind(part: Part) -> Kind:
    return part.words[0].font, part.size, part.text.isupper()


def is_grid(band: Sequence[Rank], x: float) -> bool:
    """Blocks side by side: addresses, lists that have labels of their own, centred blocks, lists under headings."""
    left, right = left_of(band, x), right_of(band, x)
    if not left or not right:
        return False
    if any(test(left) and test(right) for test in (_reached, _labelled)):
        return True
    return (_centred([rank[-1] for rank in left]) and _centred([rank[0] for rank in right])) or _headed(left, right)


def begin_together(band: Sequence[Rank], at: int, x: float) -> bool:
    """Both sides begin a new block in this row: white above, and a line that is set as a heading."""
    left, right = left_of(band[at : at + 1], x), right_of(band[at : at + 1], x)
    if not left or not right:
        return False
    usual = _usual(band)
    white = min(part.top for part in band[at]) - max(part.bottom for part in band[at - 1])
    return white > WHITE * usual + 1 and all(_like_heading(side[0]) for side in (left, right))


def _usual(band: Sequence[Rank]) -> float:
    whites = [max(0.0, below[0].top - above[0].bottom) for above, below in pairwise(band)]
    return float(median(whites))


def _like_heading(rank: Rank) -> bool:
    return all(part.bold or part.text.isupper() for part in rank)


def _partners(band: Sequence[Rank], x: float) -> Partners:
    sides = [(left_of([rank], x), right_of([rank], x)) for rank in band]
    return [(left[0], right[0]) for left, right in sides if left and right]


def _aligned(left: Sequence[Rank], right: Sequence[Rank], partners: Partners) -> bool:
    """Within the height they share, nearly all rows of one side have a partner, and on the same baseline."""
    shared = [sum(_beside(rank, other) for rank in side) for side, other in ((left, right), (right, left))]
    if len(partners) < ALIGNED * min(shared) or not partners:
        return False
    shifts = [abs(one[-1].bottom - other[0].bottom) / max(one[-1].size, other[0].size) for one, other in partners]
    return median(shifts) < SHIFTED


def _uneven(left: Sequence[Rank], right: Sequence[Rank], partners: Partners) -> bool:
    """Both sides have lines that stand alone: each has its own white between paragraphs. In a table one side has them, the longer cells."""
    alone = [sum(_beside(rank, other) for rank in side) - len(partners) for side, other in ((left, right), (right, left))]
    if min(alone) < max(3, UNEVEN * len(partners)):
        return False
    return all(median(len(whole(rank)) for rank in side) >= LINE_WORDS for side in (left, right))


def _wordy(side: Sequence[Rank]) -> bool:
    return median(len(whole(rank)) for rank in side) >= NAME_WORDS


def _beside(rank: Rank, other: Sequence[Rank]) -> bool:
    """Within the height that the other side has."""
    return rank[0].bottom > other[0][0].top and rank[0].top < other[-1][0].bottom


def _run_on(side: Sequence[Rank], partners: Partners) -> bool:
    """Running text: full lines whose sentence goes on in the next one; wrapped cells of a table have no partner."""
    paired = {rank[0].row for pair in partners for rank in pair}
    full = _full(side)
    steps = [(above, below) for above, below in pairwise(side) if above[0].row in paired and below[0].row in paired]
    going = sum(1 for above, below in steps if _goes_on(above, below) and above[-1].x1 >= full)
    return going >= max(2, RUNS_ON * len(steps))


def _full(side: Sequence[Rank]) -> float:
    edge = max(rank[-1].x1 for rank in side)
    return edge - FULL * (edge - min(rank[0].x0 for rank in side))


def _beside_text(side: Sequence[Rank], other: Sequence[Rank], partners: Partners, *, aligned: bool) -> bool:
    """Running text with something of its own beside it (facts, a caption): what stands beside it does not stand at its beginnings.

    In a table of labels and texts each label stands on the first line of its text.
    """
    full = _full(side)
    going = {below[0].row for above, below in pairwise(side) if _goes_on(above, below) and above[-1].x1 >= full}
    within = [rank for rank in side if _beside(rank, other)]
    if len(within) < FEWEST_LINES or sum(rank[0].row in going for rank in within) < MOSTLY * len(within):
        return False
    paired = {rank[0].row for pair in partners for rank in pair}
    midway = sum(rank[0].row in going for rank in within if rank[0].row in paired)
    return not aligned or midway >= max(2, MOSTLY * len(partners))


def _goes_on(above: Rank, below: Rank) -> bool:
    first, last = below[0].words[0].text, above[-1].words[-1].text
    return first[:1].islower() and not ADDRESS.search(first) and last[-1:] not in ".!?" and len(whole(above)) >= LINE_WORDS


def _reached(side: Sequence[Rank]) -> bool:
    least, most = REACHED_SHARE
    return least <= sum(1 for rank in side if any(REACHED.search(part.text) for part in rank)) / len(side) <= most


def _labelled(side: Sequence[Rank]) -> bool:
    return len(side) > 2 and sum(1 for rank in side if any(LABEL.search(part.text) for part in rank)) >= LABELLED * len(side)


def _centred(parts: Sequence[Part]) -> bool:
    """Lines of different length about one axis: laurels, address blocks on a cover. Aligned edges are a table's."""
    middles = [(part.x0 + part.x1) / 2 for part in parts]
    return len(parts) > 2 and pstdev(middles) < CENTRED < pstdev([part.x0 for part in parts])


def _headed(left: Sequence[Rank], right: Sequence[Rank]) -> bool:
    """Each side has its own heading and its own length; a table's head stands over rows with both cells."""
    heads = (left[0], right[0])
    if abs(heads[0][0].top - heads[1][0].top) > heads[0][0].size or abs(len(left) - len(right)) < 2:
        return False
    return all(_stands_out(side) for side in (left, right))


def _stands_out(side: Sequence[Rank]) -> bool:
    head, rest = side[0], side[1:]
    return loud(head[0]) and len(rest) > 1 and not any(loud(rank[0]) for rank in rest[:3])


def loud(part: Part) -> bool:
    return part.bold or (part.text.isupper() and len(part.text) > 2)
