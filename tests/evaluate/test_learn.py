"""Learned curves rise, follow what was seen, and fall back on what is seen in general."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from presskit.calibration import LEARNED, Calibration, learned
from presskit.evaluate.folds import leave_out
from presskit.evaluate.learn import Point, learn, left_out, recalibrated, rising, write_curves
from presskit.evaluate.shown import Shown


def items(count: int, confidence: float, right: float, *, unit: str = "credits.crew", kit: str = "a") -> list[Shown]:
    return [Shown(kit, "crew", unit, "credits:dash", confidence, float(at < right * count)) for at in range(count)]


def test_neighbours_that_fall_are_taken_together() -> None:
    points = [Point(0.1, 2, 1), Point(0.2, 2, 2), Point(0.3, 2, 0), Point(0.4, 1, 1)]
    assert rising(points) == ((0.1, 0.5), (0.3, 0.5), (0.4, 1.0))


def test_much_of_a_kind_speaks_for_itself_and_little_hardly() -> None:
    seen = items(1000, 0.9, 0.5) + items(1000, 0.9, 1.0, unit="dates") + items(2, 0.9, 0.0, unit="awards")
    curves = learn(seen)
    assert abs(curves.sure("credits.crew", "credits:dash", 0.9) - 0.5) < 0.02
    assert curves.sure("dates", "dates:grammar", 0.9) > 0.98
    assert 0.6 < curves.sure("awards", "awards:list", 0.9) < 0.75
    assert abs(curves.sure("synopses", "synopses:section", 0.9) - 0.75) < 0.01


def test_left_out_kits_teach_nothing_about_themselves() -> None:
    seen = items(100, 0.9, 1.0, kit="a") + items(100, 0.9, 0.0, kit="b")
    found = left_out(seen, leave_out([("a",), ("b",)], 2))
    assert all(item.confidence < 0.1 for item in found if item.kit == "a")
    assert all(item.confidence > 0.9 for item in found if item.kit == "b")


SEEN = st.lists(
    st.builds(
        Shown,
        kit=st.just("a"),
        family=st.just("crew"),
        unit=st.sampled_from(["credits.crew", "dates"]),
        found_by=st.sampled_from(["one", "other"]),
        confidence=st.sampled_from([0.1, 0.5, 0.55, 0.9, 1.0]),
        right=st.sampled_from([0.0, 0.4, 1.0]),
    ),
    min_size=1,
    max_size=40,
)


@given(SEEN)
def test_curves_rise_and_stay_probabilities(seen: list[Shown]) -> None:
    for curve in learn(seen).curves.values():
        assert all(0 < share < 1 for _, share in curve)
        assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(curve))


@given(SEEN)
def test_the_order_of_items_does_not_matter(seen: list[Shown]) -> None:
    one, other = learn(seen).curves, learn(seen[::-1]).curves
    assert {name: [at for at, _ in curve] for name, curve in one.items()} == {
        name: [at for at, _ in curve] for name, curve in other.items()
    }


def test_curves_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "curves.json"
    write_curves(path, learned())
    assert path.read_text(encoding="utf-8") == LEARNED.read_text(encoding="utf-8")


def test_without_curves_confidence_stays_as_it_is() -> None:
    seen = items(3, 0.9, 1.0)
    assert recalibrated(seen, Calibration({})) == seen
