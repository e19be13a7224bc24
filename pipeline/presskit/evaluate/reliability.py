"""Does confidence mean what it says? Of the items shown with 0.9, about nine in ten should be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from presskit.evaluate.shown import Shown

BINS = 10
TARGETS = (0.99, 0.95)
"""Precisions at which somebody might take values over unread."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The items shown with a confidence from `low` to `high`: their mean confidence, and the share that is right."""

    low: float
    high: float
    shown: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """From which confidence on items can be accepted unread at this precision, and what share of all that is."""

    precision: float
    threshold: float | None
    share: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """`error` is the expected calibration error: the mean distance of confidence from what is right, weighted by items."""

    bins: tuple[Bin, ...]
    error: float
    coverage: tuple[Coverage, ...]


def reliability(items: Sequence[Shown]) -> Reliability:
    bins = tuple(_bins(items))
    distance = sum(found.shown * abs(found.confidence - found.right) for found in bins)
    return Reliability(bins, distance / len(items) if items else 0.0, tuple(_coverage(items, target) for target in TARGETS))


def _bins(items: Sequence[Shown]) -> list[Bin]:
    found = []
    for place, group in groupby(sorted(items, key=lambda item: item.confidence), key=_bin):
        held = list(group)
        mean = sum(item.confidence for item in held) / len(held)
        found.append(Bin(place / BINS, (place + 1) / BINS, len(held), mean, _share_right(held)))
    return found


def _bin(item: Shown) -> int:
    """Confidences have three places: counting in thousandths keeps 0.3 in the bin that it opens."""
    return min(BINS - 1, round(item.confidence * 1000) * BINS // 1000)


def _share_right(items: Sequence[Shown]) -> float:
    return sum(item.right for item in items) / len(items)


def _coverage(items: Sequence[Shown], target: float) -> Coverage:
    """The lowest threshold whose items are right often enough; items of one confidence come in together."""
    taken, right, best = 0, 0.0, Coverage(target, None, 0.0)
    for confidence, group in groupby(sorted(items, key=lambda item: -item.confidence), key=lambda item: item.confidence):
        held = list(group)
        taken, right = taken + len(held), right + sum(item.right for item in held)
        if right >= target * taken:
            best = Coverage(target, confidence, taken / len(items))
    return best
