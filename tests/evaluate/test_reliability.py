"""Reliability worked out by hand, from records to bins and coverage."""

from __future__ import annotations

import pytest

from evaluate.judging import kit, result
from presskit.evaluate.reliability import Bin, Coverage, reliability
from presskit.evaluate.shown import Shown, shown
from presskit.record import Evidence


def sure(confidence: float, found_by: str = "credits:dash") -> Evidence:
    return Evidence(spans=[], confidence=confidence, found_by=found_by)


def items(*pairs: tuple[float, float]) -> list[Shown]:
    return [Shown("a", "crew", "credits.crew", "credits:dash", confidence, right) for confidence, right in pairs]


def test_items_carry_the_confidence_of_their_evidence_wherever_in_the_claim_it_stands() -> None:
    gold = kit(credits={"cast": [{"actor": "Ida Grau"}]}, biographies=[{"person": "Ida Grau", "born": "1971", "text": "A life."}])
    output = kit(
        credits={"cast": [{"actor": "Ida Grau"}, {"actor": "Leo Pond"}]},
        biographies=[{"person": "Ida Grau", "born": "1972", "text": "A life."}],
    )
    evidence = {
        "/credits/cast/0/actor": sure(0.9),
        "/credits/cast/1/actor": sure(0.8),
        "/biographies/0/person": sure(0.7, "biographies:portrait"),
        "/biographies/0/born": sure(0.6, "biographies:born"),
    }
    assert shown([result("a", gold, output, evidence)]) == [
        Shown("a", "biographies", "biographies", "biographies:portrait", 0.7, 1.0),
        Shown("a", "births", "biographies.born", "biographies:born", 0.6, 0.0),
        Shown("a", "cast", "credits.cast", "credits:dash", 0.9, 1.0),
        Shown("a", "cast", "credits.cast", "credits:dash", 0.8, 0.0),
    ]


def test_a_section_is_as_right_as_its_words() -> None:
    gold = kit(sections=[{"kind": "synopsis", "text": "A ferry at night"}])
    output = kit(sections=[{"kind": "synopsis", "text": "A ferry"}, {"kind": "notes", "text": "at night"}])
    evidence = {"/sections/0/text": sure(0.9, "sections"), "/sections/1/text": sure(0.9, "sections")}
    assert [(item.unit, item.right) for item in shown([result("a", gold, output, evidence)])] == [("sections", 1.0), ("sections", 0.0)]


def test_the_error_is_the_distance_of_the_bins() -> None:
    found = reliability(items((0.95, 1), (0.95, 0), (0.9, 1), (0.25, 0)))
    assert [(part.low, part.shown, part.right) for part in found.bins] == [(0.2, 1, 0.0), (0.9, 3, pytest.approx(2 / 3))]
    assert found.error == pytest.approx((0.25 + 3 * (2.8 / 3 - 2 / 3)) / 4)


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.3, 0.3), (0.7, 0.7), (0.999, 0.9), (1.0, 0.9)])
def test_the_edges_of_bins(confidence: float, low: float) -> None:
    assert reliability(items((confidence, 1))).bins == (Bin(low, pytest.approx(low + 0.1), 1, confidence, 1.0),)


def test_coverage_goes_down_to_the_last_threshold_that_holds() -> None:
    pairs = [(0.9, 1.0)] * 50 + [(0.8, 1.0)] * 45 + [(0.8, 0.0)] * 5 + [(0.5, 0.0)] * 100
    assert reliability(items(*pairs)).coverage == (Coverage(0.99, 0.9, 0.25), Coverage(0.95, 0.8, 0.5))


def test_nothing_shown_and_nothing_right() -> None:
    assert reliability([]).error == 0.0
    assert reliability(items((0.9, 0))).coverage == (Coverage(0.99, None, 0.0), Coverage(0.95, None, 0.0))
