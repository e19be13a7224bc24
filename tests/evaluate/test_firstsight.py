"""Counts of first sights: written without words, read back as the items they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import KitNotFound, RecordInvalid
from presskit.evaluate.firstsight import WEIGHT, read_counts, write_counts
from presskit.evaluate.learn import learn
from presskit.evaluate.shown import Shown

SEEN = [Shown("a", "crew", "credits.crew", "credits:dash", 0.9, right) for right in (1.0, 0.0, 0.5)]
SEEN += [Shown("b", "dates", "dates", "dates:grammar", 0.8, 1.0)]


def test_counts_name_no_kit_and_keep_every_item(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    write_counts(path, SEEN)
    assert path.read_text(encoding="utf-8").splitlines()[1:] == ["credits.crew,credits:dash,0.9,3,1.5", "dates,dates:grammar,0.8,1,1.0"]
    back = read_counts(path)
    assert len(back) == len(SEEN) * WEIGHT
    assert sum(item.right for item in back) == pytest.approx(2.5 * WEIGHT)


def test_what_was_wrong_at_first_sight_lowers_confidence(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    write_counts(path, SEEN)
    known = [Shown("c", "crew", "credits.crew", "credits:dash", 0.9, 1.0)] * 100
    before, after = (learn(items).sure("credits.crew", "credits:dash", 0.9) for items in (known, [*known, *read_counts(path) * 10]))
    assert after < before - 0.1


@pytest.mark.parametrize("text", ["", "unit,items\n", "unit,found_by,confidence,items,right\ncrew,dash,high,1,1\n",
                                  "unit,found_by,confidence,items,right\ncrew\n"])  # fmt: skip
def test_what_counts_nothing_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "counts.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordInvalid, match="count"):
        read_counts(path)


def test_counts_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(KitNotFound, match=r"nowhere\.csv"):
        read_counts(tmp_path / "nowhere.csv")
