"""Levels of exactness, worked out by hand on small fictional records."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.evaluate.levels import LEVELS, compare_at
from presskit.evaluate.score import Tally
from presskit.record import PressKit


def kit(**parts: object) -> PressKit:
    return PressKit.model_validate(parts)


def right(family: str, gold: PressKit, output: PressKit) -> list[int]:
    """True positives at each level, the strictest first."""
    return [compare_at(level, gold, output)[family].tp for level in LEVELS]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Zoë Märtens", [1, 1, 1]),
        ("Zoë  Märtens", [1, 1, 1]),
        ("ZOE MARTENS", [0, 1, 1]),
        ("Zoé-Martens.", [0, 1, 1]),
        ("Zoë Mertens", [0, 0, 1]),
        ("Zoë Vale", [0, 0, 0]),
    ],
)
def test_a_name_at_each_level(wording: str, expected: list[int]) -> None:
    assert right("cast", kit(credits={"cast": [{"actor": "Zoë Märtens"}]}), kit(credits={"cast": [{"actor": wording}]})) == expected


def test_codes_are_never_nearly_the_same() -> None:
    gold = kit(credits={"companies": [{"role": "production", "name": "Quay Films"}]})
    output = kit(credits={"companies": [{"role": "coproduction", "name": "Quay Films"}]})
    assert right("companies", gold, output) == [0, 0, 0]


def test_an_open_end_of_a_date_is_no_punctuation() -> None:
    gold, output = (kit(dates=[{"text": "since 1925", "edtf": edtf}]) for edtf in ("1925/..", "1925"))
    assert right("dates", gold, output) == [0, 0, 0]


def test_another_figure_is_another_thing() -> None:
    gold, output = (kit(contacts=[{"function": "sales", "phones": [phone]}]) for phone in ("+351 21 555 0101", "+351 21 555 0102"))
    assert right("contacts", gold, output) == [0, 0, 0]


def test_a_function_is_the_same_by_role_or_by_label() -> None:
    gold = kit(credits={"crew": [{"label": "Montage", "role": "editor", "name": "Ida Grau"}]})
    by_role = kit(credits={"crew": [{"label": "Cutter", "role": "editor", "name": "Ida Grau"}]})
    by_label = kit(credits={"crew": [{"label": "MONTAGE:", "role": "other", "name": "Ida Grau"}]})
    by_neither = kit(credits={"crew": [{"label": None, "role": "other", "name": "Ida Grau"}]})
    assert right("crew", gold, by_role) == [1, 1, 1]
    assert right("crew", gold, by_label) == [0, 1, 1]
    assert right("crew", gold, by_neither) == [0, 0, 0]


def test_what_is_left_over_is_still_told() -> None:
    gold = kit(entities=[{"text": "Ida Grau", "label": "PERSON"}, {"text": "Porto", "label": "PLACE"}])
    output = kit(entities=[{"text": "Ida Graus", "label": "PERSON"}, {"text": "Lisbon", "label": "PLACE"}])
    assert compare_at("near", gold, output)["entities"] == Tally(1, 1, 1)


NAMES = st.sampled_from(["Ida Grau", "IDA GRAU", "Ida Gräu", "Ida Graus", "Leo Pond", "L. Pond", "…"])
KITS = st.builds(
    kit,
    sections=st.lists(st.fixed_dictionaries({"kind": st.just("notes"), "text": NAMES}), max_size=3),
    biographies=st.lists(st.fixed_dictionaries({"person": NAMES, "text": NAMES}), max_size=4),
    credits=st.fixed_dictionaries({"cast": st.lists(st.fixed_dictionaries({"actor": NAMES, "character": NAMES}), max_size=4)}),
)


@settings(max_examples=60, deadline=None)
@given(KITS, KITS)
def test_a_looser_level_never_finds_less(one: PressKit, other: PressKit) -> None:
    strict, soft, near = (compare_at(level, one, other) for level in LEVELS)
    for family in strict:
        assert strict[family].tp <= soft[family].tp <= near[family].tp
        assert near[family].tp + near[family].fp == strict[family].tp + strict[family].fp
