"""Precision, recall and F1 of an output against gold: per family, pooled over kits, and their macro mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.match import Outcome
from presskit.record import PressKit


@dataclass(frozen=True, slots=True)
class Tally:
    """True positives, false positives and false negatives; the ratios are 0 where nothing stands below the line."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    def __bool__(self) -> bool:
        """Whether there is any item, in gold or in the output."""
        return bool(self.tp or self.fp or self.fn)

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0

    @property
    def recall(self) -> float:
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.tp / (2 * self.tp + self.fp + self.fn) if self else 0.0


Score = Mapping[str, Tally]
"""One tally per family, every family present."""


def tally(outcome: Outcome) -> Tally:
    return Tally(len(outcome.matched), len(outcome.spurious), len(outcome.missed))


def compare_family(family: str, gold: PressKit, output: PressKit) -> Outcome:
    """The pairs, the missed and the spurious items of one family."""
    return FAMILIES[family].outcome(gold, output)


def compare(gold: PressKit, output: PressKit) -> dict[str, Tally]:
    """One kit's tally for every family."""
    return {name: tally(family.outcome(gold, output)) for name, family in FAMILIES.items()}


def pooled(scores: Iterable[Score]) -> dict[str, Tally]:
    """Counts added up over kits, family by family."""
    total = dict.fromkeys(FAMILIES, Tally())
    for score in scores:
        total = {name: total[name] + score[name] for name in FAMILIES}
    return total


def macro(score: Score) -> float:
    """Mean F1 over the families that have any item; 1 where none has (nothing was to be found, nothing was)."""
    counted = [tally for tally in score.values() if tally]
    return sum(tally.f1 for tally in counted) / len(counted) if counted else 1.0
