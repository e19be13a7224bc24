"""Floors under the scores of the samples: they rise with the pipeline, and go down only by name."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from presskit.errors import RecordInvalid
from presskit.evaluate.score import Score, macro
from presskit.serialise import write_whole


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each family and of "macro", and the corpus that they were measured on ("" if none was yet)."""

    corpus: str
    least: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Drop:
    """A score under its floor."""

    name: str
    floor: float
    now: float


def figures(score: Score) -> dict[str, float]:
    """What floors are set under, in thousandths rounded down, so that a floor is never above its own score."""
    named = {"macro": macro(score), **{family: tally.f1 for family, tally in score.items() if tally}}
    return {name: math.floor(value * 1000 + 1e-9) / 1000 for name, value in named.items()}


def drops(floors: Floors, score: Score) -> list[Drop]:
    """A family that has a floor and no longer any item has dropped too."""
    now = figures(score)
    return [Drop(name, floor, now.get(name, 0.0)) for name, floor in floors.least.items() if now.get(name, 0.0) < floor]


def read_floors(path: Path) -> Floors:
    """No floors yet where there is no file."""
    if not path.exists():
        return Floors("", {})
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Floors(str(content["corpus"]), {str(name): float(floor) for name, floor in content["floors"].items()})
    except (ValueError, KeyError, AttributeError, TypeError) as broken:
        raise RecordInvalid(
            path, f"These are no floors ({broken})", "It holds a digest of the corpus and one number per family."
        ) from broken


def raise_floors(path: Path, score: Score, corpus: str, *, lower: Collection[str] = ()) -> Floors:
    """Set every floor to today's figure where that is higher, and those named in `lower` in any case."""
    floors, now = read_floors(path).least, figures(score)
    kept = {name: now[name] if name in lower else max(now[name], floors.get(name, 0.0)) for name in now}
    lost = {name: floor for name, floor in floors.items() if name not in now and name not in lower}
    raised = Floors(corpus, kept | lost)
    write_whole(path, json.dumps({"corpus": corpus, "floors": raised.least}, indent=2) + "\n")
    return raised
