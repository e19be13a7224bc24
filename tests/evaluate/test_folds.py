"""Left out means unseen: no kit of a film is learned from while another of it is scored."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluate.judging import kit
from presskit.errors import RecordInvalid
from presskit.evaluate.folds import grouped, leave_out, read_groups

GOLDS = {
    "ferry-en": kit(film={"title": "The Late Ferry", "other_titles": ["A Última Balsa"]}),
    "ferry-pt": kit(film={"title": "A ULTIMA BALSA"}),
    "salt": kit(film={"title": "Salt", "directors": ["Ida Grau"]}),
    "fog": kit(film={"title": "Fog", "directors": ["Ida Grau"]}),
    "quay": kit(film={"title": "Quay"}),
    "unnamed": kit(),
    "nameless": kit(),
}


def test_kits_of_one_film_or_director_stay_together() -> None:
    assert grouped(GOLDS) == [("ferry-en", "ferry-pt"), ("fog", "salt"), ("nameless",), ("quay",), ("unnamed",)]


def test_groups_that_share_a_kit_become_one() -> None:
    assert ("ferry-en", "ferry-pt", "fog", "quay", "salt") in grouped(GOLDS, [("ferry-pt", "quay"), ("quay", "salt"), ("elsewhere",)])


GROUPS = st.lists(st.integers(1, 4), min_size=2, max_size=8).map(
    lambda sizes: [tuple(f"{at}-{number}" for number in range(size)) for at, size in enumerate(sizes)]
)


@given(GROUPS, st.integers(2, 10))
def test_every_kit_is_left_out_once_with_its_whole_group(groups: list[tuple[str, ...]], folds: int) -> None:
    found = leave_out(groups, folds)
    assert sorted(name for fold in found for name in fold.left_out) == sorted(name for group in groups for name in group)
    for fold in found:
        assert fold.left_out
        assert fold.kept
        assert all(fold.left_out.isdisjoint(group) or fold.left_out.issuperset(group) for group in groups)
        assert fold.kept.isdisjoint(fold.left_out)


def test_folds_do_not_hang_on_the_order_of_groups() -> None:
    groups = grouped(GOLDS)
    assert leave_out(groups, 3) == leave_out(reversed(groups), 3)


def test_groups_are_read_from_lists(tmp_path: Path) -> None:
    path = tmp_path / "groups.json"
    path.write_text('[["salt", "quay"]]', encoding="utf-8")
    assert read_groups(path) == [("salt", "quay")]


@pytest.mark.parametrize("content", ["{", "[1]", "[[1]]", "3"])
def test_what_are_no_groups_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "groups.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RecordInvalid, match=r"groups\.json"):
        read_groups(path)
