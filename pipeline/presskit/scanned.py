"""Values that rest on words read by OCR: less sure by as much as OCR was, and `why` says so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from presskit.model import Document
from presskit.record import Evidence, Extraction, Place

PLACES = 3


@dataclass(frozen=True, slots=True)
class Reader:
    """How sure OCR was from offset to offset of the original text."""

    starts: Sequence[int]
    ends: Sequence[int]
    sure: Sequence[float]

    def of(self, places: Iterable[Place]) -> float | None:
        """Of the least legible line under these places; None where none was read by OCR."""
        return min((sure for place in places for sure in self._under(place)), default=None)

    def _under(self, place: Place) -> Sequence[float]:
        return self.sure[bisect_right(self.ends, place.start) : bisect_left(self.starts, place.end)]


def doubted(extraction: Extraction, document: Document) -> Extraction:
    """After calibration, which was learned on text that needed no OCR."""
    origin = document.origin
    lines = [(origin[line.span.start], origin[line.span.end], line.sure) for line in document.lines if line.sure is not None]
    if not lines:
        return extraction
    reader = Reader(*zip(*lines, strict=True))
    evidence = {pointer: _doubted(entry, reader.of(entry.spans)) for pointer, entry in extraction.evidence.items()}
    return extraction.model_copy(update={"evidence": evidence})


def _doubted(entry: Evidence, sure: float | None) -> Evidence:
    if sure is None:
        return entry
    told = f"read by OCR, which was {sure:.0%} sure of the words"
    why = f"{entry.why}; {told}" if entry.why else told
    return entry.model_copy(update={"confidence": round(entry.confidence * sure, PLACES), "why": why})
