"""What every reader makes of a file: its lines as printed, with what is known of each; the Document is built from it here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.model import Box, Document, Issue, Line, Source, Span, Spans, Style
from presskit.readers.furniture import furniture
from presskit.repair import repaired


@dataclass(frozen=True, slots=True)
class Setting:
    """How one printed line is set; `marks` are offsets of raised note marks within the line as printed."""

    blank_before: int = 0
    column: int = 0
    indent: float = 0.0
    style: Style | None = None
    box: Box | None = None
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """`text` has one printed line per line, pages parted by form feeds, cells by tabs or runs of blanks; `settings` has one
    entry per line of `text`, or none at all where the file says nothing of its layout."""

    text: str
    settings: Sequence[Setting] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the repaired text: where it stands, untrimmed."""

    start: int
    end: int
    page: int
    number: int


def document(draft: Draft, source: Source) -> Document:
    """The repaired text with its lines; blank lines are counted, not kept."""
    fixed = repaired(draft.text)
    rows = list(_rows(fixed.text))
    lines = list(_lines(draft, fixed.text, fixed.origin, rows))
    return Document(source, draft.text, fixed.text, fixed.origin, tuple(furniture(fixed.text, lines)), fixed.repairs, draft.issues)


def _rows(text: str) -> Iterator[_Row]:
    start, page, number = 0, 1, 0
    for at, sign in enumerate(text):
        if sign in "\n\f":
            yield _Row(start, at, page, number)
            start, number = at + 1, number + 1
            page += sign == "\f"
    yield _Row(start, len(text), page, number)


def _lines(draft: Draft, text: str, origin: Sequence[int], rows: Sequence[_Row]) -> Iterator[Line]:
    blank = 0
    for row in rows:
        body = text[row.start : row.end]
        if not body.strip():
            blank += 1
            continue
        low = row.start + len(body) - len(body.lstrip())
        span = Span(low, row.start + len(body.rstrip()))
        if draft.settings:
            yield _set(draft.settings[row.number], span, row, text, origin)
        else:
            yield Line(span, row.page, blank, float(low - row.start), cells=_cells(text, span))
        blank = 0


def _set(setting: Setting, span: Span, row: _Row, text: str, origin: Sequence[int]) -> Line:
    start = origin[row.start]
    marks = tuple(Span(bisect_left(origin, start + low), bisect_left(origin, start + high)) for low, high in setting.marks)
    return Line(
        span,
        row.page,
        setting.blank_before,
        setting.indent,
        setting.column,
        _cells(text, span),
        setting.style,
        setting.box,
        tuple(mark for mark in marks if span.start <= mark.start < mark.end <= span.end),
    )


def _cells(text: str, span: Span) -> Spans:
    cells: list[Span] = []
    at = span.start
    for cell in text[span.start : span.end].split("\t"):
        start = at + len(cell) - len(cell.lstrip())
        end = at + len(cell.rstrip())
        if end > start:
            cells.append(Span(start, end))
        at += len(cell) + 1
    return tuple(cells)
