"""How a region of credits is laid out, judged from the rows whose labels are known: so that the others can be read too."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from presskit.extractors.credits.labels import HEADS
from presskit.extractors.credits.parties import Known, leaning
from presskit.extractors.credits.rows import Row, Setting
from presskit.extractors.credits.splits import DASH, SLASH, TAIL, Layout, RowSplitter, Split
from presskit.extractors.credits.wordlists import word_list
from presskit.vocabulary import fold

MOSTLY = 0.5
CLEARLY = 0.7
RARELY = 0.2
SIDES = re.compile(r" ?[:(] ?| [-–—=] | ?\.{3,} ?|\s{2,}")
FEW = 2


def layout_of(rows: Sequence[Row], language: str) -> Layout:
    """Two looks: first only what the words say, then what rows like them have in common."""
    first = [RowSplitter(row, Layout(), language).split() for row in rows]
    return Layout(
        dashes=_share(first, "dash", _dashed(rows)),
        slashes=_slashed(rows, first),
        cells=_share(first, "cells", sum(1 for row in rows if len(row.parts) == FEW)),
        brackets=_share(first, "bracket", sum(1 for row in rows if TAIL.search(row.text))),
        commas=_share(first, "comma", sum(1 for row in rows if "," in row.text)),
        labels=frozenset(_like_labels(rows, first)),
        beneath=_beneath(rows, first),
        stacked=_count(first, "alone") > FEW and _count(first, "alone") > _count(first, "leading"),
        alternating=_alternating(rows, first),
        cast=_unnamed_cast(rows, first),
        run_on=_count(first, "leading") > FEW and _count(first, "leading") >= MOSTLY * len(rows),
        crew_from=next((at for at, split in enumerate(first) if _heads(split)), len(rows)),
    )


def _share(splits: Sequence[Split], kind: str, candidates: int) -> bool:
    """Whether enough of the rows that might be parted so are known to be."""
    found = sum(1 for split in splits if split.kind == kind)
    return found >= FEW and found >= MOSTLY * candidates


def _slashed(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """«Function / Name» on nearly every row: then a function that we do not know stands there, too."""
    parted = [split for row, split in zip(rows, splits, strict=True) if SLASH.search(row.text)]
    return _share(parted, "dash", len(parted)) and len(parted) >= CLEARLY * len(rows)


def _count(splits: Sequence[Split], kind: str) -> int:
    return sum(1 for split in splits if split.kind == kind)


def _alternating(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """Label, name, label, name, with white space between: where labels are unknown, an odd number of rows lies between known ones."""
    if sum(1 for row in rows if row.leads) < CLEARLY * len(rows):
        return False
    known = [at for at, split in enumerate(splits) if split.label is not None]
    odd = [(b - a) % 2 == 0 for a, b in itertools.pairwise(known) if b - a > 1]
    return len(odd) > FEW and sum(odd) >= CLEARLY * len(odd)


def _unnamed_cast(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """Rows of two sides each, name and something else, of which few are functions: a cast list without a heading."""
    paired = [split for row, split in zip(rows, splits, strict=True) if _two_sided(row)]
    crew = sum(1 for split in paired if split.sense.known and split.sense.exact)
    alone = _count(splits, "alone") + _count(splits, "colon")
    whole = len(paired) > FEW and len(paired) >= CLEARLY * len(rows) and crew <= RARELY * len(paired) and alone <= RARELY * len(rows)
    return whole or _opens_with_cast(rows, splits)


def cast_blocks(rows: Sequence[Row], language: str) -> Iterator[tuple[int, int]]:
    """Where a cast without a heading stands as a paragraph of its own behind crew: rows of two sides, none of them a function."""
    starts = [at for at, row in enumerate(rows) if row.leads and at]
    blocks = [(low, high) for low, high in itertools.pairwise([*starts, len(rows)]) if _may_be_cast(rows[low:high])]
    if not blocks:
        return
    splits = [RowSplitter(row, Layout(), language).split() for row in rows]
    crew = next((at for at, split in enumerate(splits) if split.sense.exact and HEADS.intersection(split.sense.roles)), len(rows))
    for low, high in blocks:
        functions = any(split.sense.credit and split.sense.exact and not _doubtful(split) for split in splits[low:high])
        if crew < low and not functions:
            yield low, high


def _may_be_cast(block: Sequence[Row]) -> bool:
    return len(block) > FEW and all(_two_sided(row) for row in block) and _people(block)


def _doubtful(split: Split) -> bool:
    """«The Doctor», «Le médecin» is a part as well as a function."""
    return split.sense.roles == ("other",)


def two_sided(row: Row) -> bool:
    """Whether a row has two sides, whatever parts them."""
    return _two_sided(row) or bool(SIDES.search(row.text))


def _people(block: Sequence[Row]) -> bool:
    named = sum(any(leaning(side, Known()) < 0 for side in SIDES.split(row.text, maxsplit=1)) for row in block)
    return named >= CLEARLY * len(block)


def _two_sided(row: Row) -> bool:
    return bool(TAIL.search(row.text) or DASH.search(row.text, 0, 400)) or len(row.parts) == FEW


def _opens_with_cast(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """Rows of unknown labels and names of people, before the first head of the crew."""
    opening = list(itertools.takewhile(lambda pair: not _heads(pair[1]), zip(rows, splits, strict=True)))
    sided = [(row, split) for row, split in opening if _two_sided(row) or split.kind == "colon"]
    if len(sided) <= FEW or len(sided) < CLEARLY * len(opening):
        return False
    people = [row for row, _ in sided if any(leaning(side, Known()) < 0 for side in SIDES.split(row.text, maxsplit=1))]
    known = [row for row, split in sided if _functional(row, split)]
    return len(people) >= CLEARLY * len(sided) and len(known) <= max(1, RARELY * len(sided))


def _heads(split: Split) -> bool:
    """Whether a row names a head of the crew, a company's part or a fact: no cast list goes on behind it."""
    meaning = split.sense
    return meaning.exact and bool(
        HEADS.intersection(meaning.roles) or (meaning.company and not meaning.roles) or meaning.fact or meaning.topic
    )


def _functional(row: Row, split: Split) -> bool:
    return (split.sense.credit and split.sense.exact) or any(fold(word) in word_list("credit_nouns") for word in row.text.split())


def _dashed(rows: Sequence[Row]) -> int:
    return sum(1 for row in rows if DASH.search(row.text, 0, 400))


def _like_labels(rows: Sequence[Row], splits: Sequence[Split]) -> Iterator[int]:
    """Rows that are set as the known labels are: by indent against the rows below, by style, by opening a paragraph."""
    settings = _label_settings(rows, splits)
    hanging = _hanging(rows, splits)
    first = _label_first(rows, splits)
    for at, row in enumerate(rows):
        if splits[at].kind != "plain":
            continue
        if hanging:
            if _hangs(rows, at) and (at == 0 or not _hangs(rows, at - 1)):
                yield at
        elif row.setting in settings or (first and row.leads and at + 1 < len(rows) and not rows[at + 1].leads):
            yield at


def _hangs(rows: Sequence[Row], at: int) -> bool:
    """Whether the row below is set further in."""
    return at + 1 < len(rows) and rows[at + 1].line.indent > rows[at].line.indent + 1


def _hanging(rows: Sequence[Row], splits: Sequence[Split]) -> bool:
    """Names stand further in than their labels, as a rule."""
    hung = [_hangs(rows, at) for at, split in enumerate(splits[:-1]) if split.kind == "alone" and splits[at + 1].kind == "plain"]
    return sum(hung) > FEW and sum(hung) >= CLEARLY * len(hung)


def _label_settings(rows: Sequence[Row], splits: Sequence[Split]) -> list[Setting]:
    """Settings in which labels stand, and hardly ever a name."""
    labels: Counter[Setting] = Counter()
    others: Counter[Setting] = Counter()
    for row, split, above in zip(rows, splits, [None, *splits], strict=False):
        named = above is not None and above.kind == "alone"  # right under a label stands a name, whatever it looks like
        if split.kind == "alone" and split.sense.exact:
            labels[row.setting] += 1
        elif split.kind != "plain" or named or leaning(row.text, Known()) < 0:
            others[row.setting] += 1
    return [setting for setting, count in labels.items() if count > FEW and count >= CLEARLY * (count + others[setting])]


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
    kinds = [
        split.kind for split in splits if split.kind == "plain" or (split.kind == "alone" and (split.sense.roles or split.sense.company))
    ]
    if len(kinds) < 4 or kinds[0] != "plain" or kinds.count("alone") < FEW:
        return False
    if any(row.leads for row in rows[1:]):
        ends = [
            split.kind == "alone"
            for row, split, after in zip(rows, splits, [*rows[1:], None], strict=True)
            if not row.leads and (after is None or after.leads)
        ]
        return len(ends) >= FEW and sum(ends) >= CLEARLY * len(ends)
    turns = sum(1 for a, b in itertools.pairwise(kinds) if (a, b) == ("plain", "alone"))
    return kinds[-1] == "alone" and turns >= CLEARLY * kinds.count("alone")
