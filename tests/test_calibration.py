"""Calibration changes how sure a record is, and nothing else."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from presskit.calibration import Calibration, calibrated, learned, unit_of
from presskit.extraction import extract, extract_uncalibrated
from presskit.settings import Settings

CURVES = Calibration(
    {"": ((0.5, 0.4),), "credits.crew": ((0.2, 0.1), (0.6, 0.5)), "credits.crew credits:dash": ((0.9, 0.8),), "dates": ((0.9, 0.7),)}
)


@pytest.mark.parametrize(
    ("unit", "found_by", "confidence", "expected"),
    [
        ("credits.crew", "credits:dash", 0.3, 0.8),
        ("credits.crew.name", "credits:dash", 0.3, 0.8),
        ("credits.crew", "credits:cells", 0.4, 0.3),
        ("credits.crew", "credits:cells", 0.1, 0.1),
        ("credits.crew", "credits:cells", 0.9, 0.5),
        ("dates.edtf", "dates:grammar", 0.9, 0.7),
        ("awards", "awards:list", 0.9, 0.4),
    ],
)
def test_the_most_particular_curve_decides(unit: str, found_by: str, confidence: float, expected: float) -> None:
    assert CURVES.sure(unit, found_by, confidence) == pytest.approx(expected)


def test_units_are_pointers_without_their_numbers() -> None:
    assert unit_of("/credits/crew/3/name") == "credits.crew.name"
    assert unit_of("/film/title") == "film.title"


def test_the_curves_that_come_with_the_package_rise() -> None:
    assert "" in learned().curves
    for curve in learned().curves.values():
        assert all(low[0] < high[0] and low[1] <= high[1] for low, high in pairwise(curve))


def test_only_confidences_change(tmp_path: Path) -> None:
    kit = tmp_path / "ferry.txt"
    kit.write_text(
        "THE LATE FERRY\nA film by Ida Grau\n2031, 80 min\n\nCREW\nDirector - IDA GRAU\nRunning time: 82 minutes\n", encoding="utf-8"
    )
    raw, record = extract_uncalibrated(kit, Settings(names=False)), extract(kit, Settings(names=False))
    assert record == calibrated(raw, learned())
    assert [entry.confidence for entry in record.evidence.values()] != [entry.confidence for entry in raw.evidence.values()]
    without = {"evidence": {"__all__": {"confidence": True, "rivals": {"__all__": {"confidence"}}}}}
    assert record.model_dump(exclude=without) == raw.model_dump(exclude=without)
