"""One film, many kits: whole sets of fictional kits, over seeds on which nothing was tuned."""

from __future__ import annotations

import pytest

from fiction.scores import SETS, UNSEEN, total

BARS = {
    "tuned": (0.995, 0.9),
    "fresh": (0.995, 0.9),
    "held": (0.975, 0.8),
    "abroad": (0.995, 0.78),
    "abroad, other people": (0.97, 0.75),
    "awkward": (0.975, 0.76),
    "awkward, other people": (0.975, 0.76),
}
"""Precision and recall. The last five sets hide titles, people and years on purpose; what is not merged is mostly asked about."""


@pytest.mark.parametrize("name", sorted(SETS))
def test_kits_of_one_film_are_merged_and_no_others(name: str) -> None:
    score = total(name, UNSEEN)
    precision, recall = BARS[name]
    assert score.precision >= precision
    assert score.recall >= recall


@pytest.mark.parametrize("name", sorted(SETS))
def test_a_set_is_large_enough(name: str) -> None:
    for seed in UNSEEN[:2]:
        kits = SETS[name](seed)
        assert len(kits.stories) >= 25
        assert len(kits.kits) >= 60
        assert {*kits.film_of} == {*kits.kits}
