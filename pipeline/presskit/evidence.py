"""From spans to places: where in the original file, and on which page, the words of a value stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from presskit.model import Box, Document, Line, Span, Spans
from presskit.record import Place

QUOTE_LENGTH = 200
"""Characters of a place's quote: enough to recognise the words, short enough that a record does not repeat the kit."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds the lines under a span; built once per document."""

    document: Document
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Locator:
        return cls(document, tuple(line.span.start for line in document.lines))

    def places(self, spans: Spans) -> list[Place]:
        """One place per run of words on one page and in one column."""
        return [self._place(run) for run in _runs(piece for span in spans for piece in self._by_line(span))]

    def _by_line(self, span: Span) -> Iterator[tuple[Span, Line]]:
        at = max(0, bisect_right(self.starts, span.start) - 1)
        for line in self.document.lines[at:]:
            if line.span.start >= span.end:
                return
            low, high = max(span.start, line.span.start), min(span.end, line.span.end)
            if low < high:
                yield Span(low, high), line

    def _place(self, run: list[tuple[Span, Line]]) -> Place:
        first, last = run[0][0], run[-1][0]
        origin = self.document.origin
        quote = self.document.read(span for span, _ in run)
        return Place(
            page=run[0][1].page,
            start=origin[first.start],
            end=origin[last.end - 1] + 1,
            quote=quote if len(quote) <= QUOTE_LENGTH else quote[: QUOTE_LENGTH - 1] + "…",
            box=_union(line.box for _, line in run),
        )


def _runs(pieces: Iterable[tuple[Span, Line]]) -> Iterator[list[tuple[Span, Line]]]:
    held: list[tuple[Span, Line]] = []
    for span, line in pieces:
        if held and not _goes_on(held[-1], (span, line)):
            yield held
            held = []
        held.append((span, line))
    if held:
        yield held


def _goes_on(before: tuple[Span, Line], after: tuple[Span, Line]) -> bool:
    gap = after[0].start - before[0].end
    return 0 <= gap <= 2 and before[1].page == after[1].page and before[1].column == after[1].column


def _union(boxes: Iterable[Box | None]) -> tuple[float, float, float, float] | None:
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    return (
        round(min(box.x0 for box in known), 1),
        round(min(box.top for box in known), 1),
        round(max(box.x1 for box in known), 1),
        round(max(box.bottom for box in known), 1),
    )
