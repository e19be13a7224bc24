"""Rising curves from what an extractor says to how often that is right, and a record that goes by them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from presskit.record import Evidence, Extraction

LEARNED = Path(__file__).with_name("curves.json")
"""Written by `make train`; nobody edits it."""
ANY = ""
"""The curve for all that was seen too rarely to have one of its own."""
PLACES = 3

Curve = tuple[tuple[float, float], ...]
"""Points of a rising line: what an extractor says, and the share of such values that is right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Curves by name: of one unit and one way of finding it, of a unit, of anything."""

    curves: Mapping[str, Curve]

    def sure(self, unit: str, found_by: str, confidence: float) -> float:
        """The confidence to show: the most particular curve decides, and a line without any stays as it is."""
        curve = next((self.curves[name] for name in _names(unit, found_by) if name in self.curves), ())
        return round(_on(curve, confidence), PLACES) if curve else confidence


def unit_of(pointer: str) -> str:
    """What stands at a JSON Pointer, whichever one of its kind: `credits.crew` for /credits/crew/3."""
    return ".".join(name for name in pointer.split("/") if name and not name.isdigit())


def curve_name(unit: str, found_by: str) -> str:
    return f"{unit} {found_by}"


@cache
def learned() -> Calibration:
    """The curves that come with this version."""
    content = json.loads(LEARNED.read_text(encoding="utf-8"))
    return Calibration({name: tuple((low, share) for low, share in points) for name, points in content.items()})


def calibrated(extraction: Extraction, calibration: Calibration) -> Extraction:
    """The record with confidences that mean what they say. Values, words and rivals stay: which of them won was decided before."""
    evidence = {pointer: _surer(entry, unit_of(pointer), calibration) for pointer, entry in extraction.evidence.items()}
    return extraction.model_copy(update={"evidence": evidence})


def _surer(entry: Evidence, unit: str, calibration: Calibration) -> Evidence:
    rivals = [rival.model_copy(update={"confidence": calibration.sure(unit, rival.found_by, rival.confidence)}) for rival in entry.rivals]
    return entry.model_copy(update={"confidence": calibration.sure(unit, entry.found_by, entry.confidence), "rivals": rivals})


def _names(unit: str, found_by: str) -> Iterator[str]:
    """From the particular to the general; a leaf such as `credits.crew.name` goes with the unit it is part of."""
    parts = unit.split(".")
    for size in range(len(parts), 0, -1):
        above = ".".join(parts[:size])
        yield curve_name(above, found_by)
        yield above
    yield ANY


def _on(curve: Curve, confidence: float) -> float:
    """Between two points on the straight line; beyond the ends as at the end."""
    at = bisect_left(curve, (confidence, 0.0))
    if at == 0:
        return curve[0][1]
    if at == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[at - 1], curve[at]
    return low + (high - low) * (confidence - left) / (right - left)
