"""A name as one finder saw it in one paragraph, and how the finders' overlapping claims are settled."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass

PERSON, ORG, PLACE, WORK = "PERSON", "ORG", "PLACE", "WORK"
LABELS = (PERSON, ORG, PLACE, WORK)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Offsets in the paragraph, what it is taken for, how strongly (1: a model's word, 10: the kit's own credits) and by whom."""

    start: int
    end: int
    label: str
    weight: float
    by: str


def settled(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that stand: the longer wins over what it overlaps, at the same length the weightier; same span, both count."""
    spans: list[tuple[int, int]] = []
    kept: list[Finding] = []
    for found in sorted(findings, key=lambda f: (-_reach(f), -f.weight, f.start, f.label)):
        at = bisect_left(spans, (found.start, found.end))
        if at < len(spans) and spans[at] == (found.start, found.end):
            kept.append(found)
            continue
        if (at < len(spans) and spans[at][0] < found.end) or (at and spans[at - 1][1] > found.start):
            continue
        insort(spans, (found.start, found.end))
        kept.append(found)
    return sorted(kept)


def _reach(found: Finding) -> int:
    return found.end - found.start
