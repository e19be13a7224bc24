"""Everything that one evaluation found, as the JSON of `presskit evaluate --json`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from presskit.evaluate.breakdown import Part, by_format, by_language, whole
from presskit.evaluate.levels import LEVELS, compare_at
from presskit.evaluate.pin import Turn
from presskit.evaluate.reliability import Bin, Coverage, Reliability
from presskit.evaluate.run import Result
from presskit.evaluate.score import Score, Tally, macro, pooled

PLACES = 4


class FamilyFigures(BaseModel, frozen=True):
    tp: int
    fp: int
    fn: int
    precision: float
    recall: float
    f1: float


class ScoreFigures(BaseModel, frozen=True):
    """Families without any item are left out."""

    kits: int
    macro_f1: float
    families: dict[str, FamilyFigures]


class WholeFigures(BaseModel, frozen=True):
    """Kits without a fault, and the mean share of a kit's families that are without one."""

    kits: int
    perfect: int
    share: float
    families: float


class TurnFigures(BaseModel, frozen=True):
    kit: str
    family: str
    gained: bool
    what: str
    item: str


class BinFigures(BaseModel, frozen=True):
    low: float
    high: float
    shown: int
    confidence: float
    right: float


class CoverageFigures(BaseModel, frozen=True):
    precision: float
    threshold: float | None
    share: float


class CalibrationFigures(BaseModel, frozen=True):
    expected_calibration_error: float
    bins: list[BinFigures]
    coverage: list[CoverageFigures]


class Report(BaseModel, frozen=True):
    """`against` is null where no pinned run was named, `calibration` where nobody asked for it."""

    corpus: str
    pooled: ScoreFigures
    levels: dict[str, ScoreFigures]
    whole_kits: WholeFigures
    languages: dict[str, ScoreFigures]
    formats: dict[str, ScoreFigures]
    kits: dict[str, ScoreFigures]
    against: list[TurnFigures] | None = None
    calibration: CalibrationFigures | None = None


def report(results: Sequence[Result], corpus: str, turned: Iterable[Turn] | None = None, reliable: Reliability | None = None) -> Report:
    return Report(
        corpus=corpus,
        pooled=_score(pooled(result.score for result in results), len(results)),
        levels={level: _score(score, len(results)) for level, score in by_level(results).items()},
        whole_kits=_whole(results),
        languages=_parts(by_language(results)),
        formats=_parts(by_format(results)),
        kits={result.name: _score(result.score, 1) for result in results},
        against=None if turned is None else [_turn(turn) for turn in turned],
        calibration=None if reliable is None else _calibration(reliable),
    )


def by_level(results: Sequence[Result]) -> dict[str, Score]:
    return {level: pooled(compare_at(level, result.gold, result.output) for result in results) for level in LEVELS}


def _score(score: Score, kits: int) -> ScoreFigures:
    families = {name: _family(tally) for name, tally in score.items() if tally}
    return ScoreFigures(kits=kits, macro_f1=round(macro(score), PLACES), families=families)


def _family(tally: Tally) -> FamilyFigures:
    precision, recall, f1 = (round(value, PLACES) for value in (tally.precision, tally.recall, tally.f1))
    return FamilyFigures(tp=tally.tp, fp=tally.fp, fn=tally.fn, precision=precision, recall=recall, f1=f1)


def _whole(results: Sequence[Result]) -> WholeFigures:
    found = whole(results)
    return WholeFigures(kits=found.kits, perfect=found.perfect, share=round(found.share, PLACES), families=round(found.families, PLACES))


def _parts(parts: Iterable[Part]) -> dict[str, ScoreFigures]:
    return {part.name: _score(part.score, part.kits) for part in parts}


def _turn(turn: Turn) -> TurnFigures:
    return TurnFigures(kit=turn.kit, family=turn.family, gained=turn.gained, what=turn.what, item=turn.item)


def _calibration(found: Reliability) -> CalibrationFigures:
    return CalibrationFigures(
        expected_calibration_error=round(found.error, PLACES),
        bins=[_bin(part) for part in found.bins],
        coverage=[_coverage(coverage) for coverage in found.coverage],
    )


def _bin(part: Bin) -> BinFigures:
    confidence, right = round(part.confidence, PLACES), round(part.right, PLACES)
    return BinFigures(low=part.low, high=part.high, shown=part.shown, confidence=confidence, right=right)


def _coverage(found: Coverage) -> CoverageFigures:
    return CoverageFigures(precision=found.precision, threshold=found.threshold, share=round(found.share, PLACES))
