"""Results of kits that need no extraction: gold and output as given."""

from __future__ import annotations

from pathlib import Path

from presskit.evaluate.gold import Pair
from presskit.evaluate.run import Made, Result, judged
from presskit.record import Evidence, Extraction, PressKit


def kit(**parts: object) -> PressKit:
    return PressKit.model_validate(parts)


def result(name: str, gold: PressKit, output: PressKit, evidence: dict[str, Evidence] | None = None, *, file: str = "kit.txt") -> Result:
    path = Path(file)
    made = Made(path, Extraction.model_construct(kit=output, evidence=evidence or {}))
    return judged(Pair(name, Path("gold.json"), (path,)), gold, made)
