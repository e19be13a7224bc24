"""How a region of credits is laid out, judged from the rows whose labels are known: so that the others can be read too."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from presskit.extractors.credits.parties import LIKELY, Known, leaning
from presskit.extractors.credits.rows import Row, Setting
from presskit.extractors.credits.splits import DASH, TAIL, Layout, RowSplitter, Split

MOSTLY = 0.5
CLEARLY = 0.7
FEW = 2


def layout_of(rows: Sequence[Row], language: str) -> Layout:
    """Two looks: first only what the words say, then what rows like them have in common."""
    first = [RowSplitter(row, Layout(), language).split() for row in rows]
    return Layout(
        dashes=_share(first, "dash", _dashed(rows)),
        cells=_share(first, "cells", sum(1 for row in rows if len(row.parts) == FEW)),
        brackets=_share(first, "bracket", sum(1 for row in rows if TAIL.search(row.text))),
        commas=_share(first, "comma", sum(1 for row in rows if "," in row.text)),
        label_settings=frozenset(_label_settings(rows, first)),
        label_first=_label_first(rows, first),
        beneath=_beneath(rows, first),
    )


def _share(splits: Sequence[Split], kind: str, candidates: int) -> bool:
    """Whether enough of the rows that might be parted so are known to be."""
    found = sum(1 for split in splits if split.kind == kind)
    return found >= FEW and found >= MOSTLY * candidates


def _dashed(rows: Sequence[Row]) -> int:
    return sum(1 for row in rows if DASH.search(row.text, 0, 400))


def _label_settings(rows: Sequence[Row], splits: Sequence[Split]) -> list[Setting]:
    """Settings in which labels stand, and hardly ever a name."""
    labels: Counter[Setting] = Counter()
    others: Counter[Setting] = Counter()
    for row, split in zip(rows, splits, strict=True):
        if split.kind == "alone" and split.sense.exact:
            labels[row.setting] += 1
        elif split.kind != "plain" or leaning(row.text, Known()) <= -LIKELY:
            others[row.setting] += 1
    return [setting for setting, count in labels.items() if count >= FEW + 1 and count >= CLEARLY * (count + others[setting])]


def _label_first(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """Paragraphs that begin with a label and go on with names."""
    firsts = [
        split.kind == "alone"
        for row, split, after in zip(rows, splits, rows[1:], strict=False)
        if row.leads and not after.leads and split.kind in ("alone", "plain")
    ]
    return sum(firsts) > FEW and sum(firsts) >= CLEARLY * len(firsts)


def _beneath(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """Names first, their function on the line below."""
    kinds = [split.kind for split in splits if split.kind in ("alone", "plain")]
    if len(kinds) < 4 or kinds[0] != "plain" or kinds[-1] != "alone" or kinds.count("alone") < FEW:
        return False
    ends = [
        split.kind == "alone"
        for row, split, after in zip(rows, splits, [*rows[1:], None], strict=True)
        if not row.leads and (after is None or after.leads)
    ]
    turns = sum(1 for a, b in itertools.pairwise(kinds) if (a, b) == ("plain", "alone"))
    return (len(ends) >= FEW and sum(ends) >= CLEARLY * len(ends)) or turns >= CLEARLY * kinds.count("alone")
