"""A row of words as a line of text: what is one word, where cells part, which marks are raised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from presskit.readers.leftwards import as_read
from presskit.readers.words import Row, Word, gaps_of

GLUED = 0.1
"""Words closer than this share of their size were one word: the font changed inside it (an italic title's comma)."""
CELL_GAP = 1.2
"""A gap wider than this many times the type size parts two cells; lines of running text stay below it."""
STRETCHED = 2.2
"""Unless the row is justified: then all its gaps are wide, and none is this many times the narrower ones (thin blanks
before punctuation apart)."""
FAR = 4.0
"""A gap this many type sizes wide parts cells however the row is set."""
RAISED = 0.82
"""A mark is set at most this large beside its line."""
LIFTED = 0.08
"""And its foot stands this share of the line's size above the line's foot."""
SPACED = 4
"""So many single letters after one another are a word set with white between its letters."""
WORD_STEP = 1.35
"""In a letter-spaced word the gap to the next word is at least this many times the gap between letters."""


def text_of(row: Row) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A row as text, cells parted by tabs, and the offsets of raised marks in it."""
    row = closed_up(row)
    cell_gap = _cell_gap(row)
    main = max(row, key=lambda word: word.size)
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    before: Word | None = None
    for word in row:
        joint = _joint(before, word, cell_gap)
        parts.append(joint + word.text)
        start = length + len(joint)
        length = start + len(word.text)
        if word.size <= main.size * RAISED and word.bottom < main.bottom - main.size * LIFTED:
            marks.append((start, length))
        before = word
    return as_read("".join(parts), tuple(marks))


def _cell_gap(row: Row) -> float:
    """How wide a gap must be, in type sizes, to part cells in this row."""
    sizes = sorted(size for gap, word in zip(gaps_of(row), row, strict=False) if (size := gap / word.size) > GLUED)
    if len(sizes) < 3:
        return CELL_GAP
    return min(max(CELL_GAP, STRETCHED * sizes[len(sizes) // 4]), FAR)


def _joint(left: Word | None, right: Word, cell_gap: float) -> str:
    if left is None:
        return ""
    gap = right.x0 - left.x1
    if gap > cell_gap * max(left.size, right.size):
        return "\t"
    return "" if gap < GLUED * min(left.size, right.size) else " "


def closed_up(row: Row) -> Row:
    """Letter-spaced words put together again ("P R E S S   N O T E S")."""
    if len(row) < SPACED or sum(len(word.text) < 3 for word in row) < SPACED:
        return row
    runs = (list(run) for _, run in groupby(_steps(row), key=lambda step: step[1]))
    return tuple(word for run in runs for word in _closed([step[0] for step in run], narrow=run[0][1]))


def _steps(row: Row) -> Iterator[tuple[Word, bool]]:
    """Each word, and whether it is one of a run of single letters (two where the type is kerned)."""
    for at, word in enumerate(row):
        near = [w for w in row[max(0, at - 2) : at + 3] if w is not word]
        short = len(word.text) < 3 and sum(len(w.text) < 3 for w in near) * 2 >= len(near)
        yield word, short


def _closed(run: Sequence[Word], *, narrow: bool) -> Iterator[Word]:
    if not narrow or not _is_spaced(run):
        yield from run
        return
    step = _letter_step(run)
    held = [run[0]]
    for left, right in pairwise(run):
        if right.x0 - left.x1 > step or left.font != right.font:
            yield _joined(held)
            held = []
        held.append(right)
    yield _joined(held)


def _is_spaced(run: Sequence[Word]) -> bool:
    """Many single letters (capitals, or more than a list of vowels has) with less white between them than cells have."""
    singles = sum(len(word.text) == 1 for word in run)
    least = SPACED if all(word.text.isupper() for word in run if word.text.isalpha()) else SPACED + 3
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(run))
    lettered = any(word.text.isalpha() for word in run)
    return lettered and singles >= least and singles * 3 >= len(run) * 2 and gaps[len(gaps) // 3] < CELL_GAP * run[0].size


def _letter_step(run: Sequence[Word]) -> float:
    """The widest gap that is still one between letters: below the first jump in the sorted gaps."""
    gaps = sorted(max(0.0, right.x0 - left.x1) for left, right in pairwise(run))
    usual = gaps[len(gaps) // 3]
    for low, high in pairwise(gaps):
        if low >= usual and high > WORD_STEP * low + 0.1 * run[0].size:
            return (low + high) / 2
    return gaps[-1]


def _joined(run: Sequence[Word]) -> Word:
    first = run[0]
    text = "".join(word.text for word in run)
    return Word(text, first.x0, run[-1].x1, first.top, first.bottom, first.size, first.font)
