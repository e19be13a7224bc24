"""The same scores seen by kit, by language and by format: what a family's pooled figure hides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from presskit.evaluate.run import Result
from presskit.evaluate.score import Score, pooled

UNKNOWN = "und"
"""ISO 639-2 for a language that is not stated."""


@dataclass(frozen=True, slots=True)
class Whole:
    """How many kits came out without a fault, and how much of the usual kit did."""

    kits: int
    perfect: int
    families: float
    """Mean over kits: of the families with any item, the share without a false and without a missed one."""

    @property
    def share(self) -> float:
        return self.perfect / self.kits if self.kits else 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """The kits of one language or one format, and their pooled score."""

    name: str
    kits: int
    score: Score


def whole(results: Sequence[Result]) -> Whole:
    shares = [_share_perfect(result.score) for result in results]
    return Whole(len(shares), sum(share == 1.0 for share in shares), sum(shares) / len(shares) if shares else 0.0)


def _share_perfect(score: Score) -> float:
    counted = [tally for tally in score.values() if tally]
    return sum(not (tally.fp or tally.fn) for tally in counted) / len(counted) if counted else 1.0


def by_language(results: Iterable[Result]) -> list[Part]:
    """By the kit's main language, as gold has it."""
    return _parts(results, lambda result: next(iter(result.gold.languages), UNKNOWN))


def by_format(results: Iterable[Result]) -> list[Part]:
    """By the file that was read."""
    return _parts(results, lambda result: result.format)


def _parts(results: Iterable[Result], name: Callable[[Result], str]) -> list[Part]:
    held: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        held[name(result)].append(result)
    return [Part(key, len(held[key]), pooled(result.score for result in held[key])) for key in sorted(held)]
