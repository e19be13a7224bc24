"""Calibration curves learned from what was right: rising lines, and where little was seen, drawn towards what is seen in general."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from presskit.calibration import ANY, PLACES, Calibration, Curve, curve_name
from presskit.evaluate.folds import Fold
from presskit.evaluate.shown import Shown
from presskit.serialise import write_whole

Key = TypeVar("Key", str, float)

PULL = 20.0
"""How many items the more general curve counts for. Chosen on annotated kits that nothing is learned from, where the expected
calibration error hardly depends on it (0.039 to 0.041 for 5 to 100)."""


@dataclass(frozen=True, slots=True)
class Point:
    """The items of one confidence, or of several that were taken together: how many, and how many are right."""

    confidence: float
    weight: float
    right: float

    @property
    def share(self) -> float:
        return self.right / self.weight


def learn(items: Sequence[Shown]) -> Calibration:
    """One curve for everything, one for each unit, one for each way of finding it."""
    general = rising(_points(items, lambda _confidence: 0.5, 2.0))
    curves = {ANY: general}
    for unit, held in _grouped(items, lambda item: item.unit):
        curves[unit] = _drawn(held, general)
        for found_by, found in _grouped(held, lambda item: item.found_by):
            curves[curve_name(unit, found_by)] = _drawn(found, curves[unit])
    return Calibration({name: tuple((low, round(share, PLACES)) for low, share in curve) for name, curve in curves.items()})


def left_out(items: Sequence[Shown], folds: Iterable[Fold]) -> list[Shown]:
    """Every item with the confidence that is learned from the other folds' kits."""
    return [item for fold in folds for item in _relearned(items, fold)]


def recalibrated(items: Iterable[Shown], calibration: Calibration) -> list[Shown]:
    return [replace(item, confidence=calibration.sure(item.unit, item.found_by, item.confidence)) for item in items]


def _relearned(items: Sequence[Shown], fold: Fold) -> list[Shown]:
    kept = learn([item for item in items if item.kit in fold.kept])
    return recalibrated((item for item in items if item.kit in fold.left_out), kept)


def write_curves(path: Path, calibration: Calibration) -> None:
    """One curve a line, so that a change shows which one it was."""
    lines = [f"  {json.dumps(name)}: {json.dumps(curve)}" for name, curve in sorted(calibration.curves.items())]
    write_whole(path, "{\n" + ",\n".join(lines) + "\n}\n")


def rising(points: Iterable[Point]) -> Curve:
    """Pool adjacent violators: neighbours that fall are taken together until the line rises (isotonic regression)."""
    pools: list[list[Point]] = []
    for point in points:
        pools.append([point])
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return tuple((point.confidence, _share(pool)) for pool in pools for point in _ends(pool))


def _share(pool: Sequence[Point]) -> float:
    return sum(point.right for point in pool) / sum(point.weight for point in pool)


def _ends(pool: Sequence[Point]) -> Sequence[Point]:
    return [pool[0], pool[-1]] if len(pool) > 1 else pool


def _drawn(items: Sequence[Shown], general: Curve) -> Curve:
    above = Calibration({ANY: general})
    return rising(_points(items, lambda confidence: above.sure(ANY, ANY, confidence), PULL))


def _points(items: Sequence[Shown], expected: Callable[[float], float], pull: float) -> list[Point]:
    """What was seen at each confidence, as if `pull` items of what is expected there had been seen besides."""
    by_confidence = sorted(_grouped(items, lambda item: item.confidence))
    return [
        Point(confidence, len(held) + pull, sum(item.right for item in held) + pull * expected(confidence))
        for confidence, held in by_confidence
    ]


def _grouped(items: Sequence[Shown], key: Callable[[Shown], Key]) -> list[tuple[Key, list[Shown]]]:
    groups: dict[Key, list[Shown]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return sorted(groups.items())
