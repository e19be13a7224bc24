"""What every reader makes of a file: its lines as printed, with what is known of each; the Document is built from it here."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from presskit.model import Box, Document, Issue, Line, Repair, Source, Span, Spans, Style
from presskit.repair import repaired

ROW = re.compile(r"[^\n\f]*")
SENTENCE_END = '.!?:…。»”")]'
PAGE_BREAKS = "page-breaks"
"""Name of the repair that closes the white a page's end leaves inside a sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How one printed line is set, as far as the file says; what it does not say is counted in the text.

    `marks` are offsets of raised note marks within the line as printed.
    """

    blank_before: int | None = None
    indent: float | None = None
    column: int = 0
    style: Style | None = None
    box: Box | None = None
    marks: tuple[tuple[int, int], ...] = ()
    furniture: bool = False
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """`text` has one printed line per line, pages parted by form feeds, cells by tabs or runs of blanks; `settings` has
    entries for the lines of `text` of which something is known. Where `text` is not what the file holds, `original` is, and
    `origin[i]` the offset in it of character i."""

    text: str
    settings: Mapping[int, Setting] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    original: str | None = None
    origin: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the repaired text: where it stands, untrimmed."""

    start: int
    end: int
    page: int
    number: int


PLAIN = Setting()


def document(draft: Draft, source: Source) -> Document:
    """The repaired text with its lines; blank lines are counted, not kept."""
    fixed = repaired(draft.text, _furniture(draft), _scanned(draft))
    lines = list(_lines(draft, fixed.text, fixed.origin))
    closed = _closed(fixed.text, lines)
    repairs = fixed.repairs + ((Repair(PAGE_BREAKS, len(closed)),) if closed else ())
    for number in closed:
        lines[number] = replace(lines[number], blank_before=0)
    original = draft.text if draft.original is None else draft.original
    return Document(source, original, fixed.text, _origin(draft, fixed.origin), tuple(lines), repairs, draft.issues)


def _origin(draft: Draft, origin: array[int]) -> Sequence[int]:
    return origin if draft.origin is None else array("I", [draft.origin[at] for at in origin])


def _furniture(draft: Draft) -> list[Span]:
    """Where furniture stands in the draft, for repairs that look across it."""
    if not any(setting.furniture for setting in draft.settings.values()):
        return []
    return [Span(row.start, row.end) for row in _rows(draft.text) if draft.settings.get(row.number, PLAIN).furniture]


def _scanned(draft: Draft) -> list[Span]:
    """What OCR read, for repairs of its habits."""
    if all(setting.sure is None for setting in draft.settings.values()):
        return []
    return [Span(row.start, row.end) for row in _rows(draft.text) if draft.settings.get(row.number, PLAIN).sure is not None]


def _rows(text: str) -> Iterator[_Row]:
    start, page, number = 0, 1, 0
    while start <= len(text):
        match = ROW.match(text, start)
        end = match.end() if match else start
        yield _Row(start, end, page, number)
        page += text[end : end + 1] == "\f"
        start, number = end + 1, number + 1


def _lines(draft: Draft, text: str, origin: Sequence[int]) -> Iterator[Line]:
    blank = 0
    for row in _rows(text):
        body = text[row.start : row.end]
        words = body.strip()
        if not words:
            blank += 1
            continue
        low = row.start + body.index(words)
        yield _line(draft.settings.get(row.number, PLAIN), row, Span(low, low + len(words)), (blank, text, origin))
        blank = 0


def _line(setting: Setting, row: _Row, span: Span, context: tuple[int, str, Sequence[int]]) -> Line:
    blank, text, origin = context
    return Line(
        span,
        row.page,
        blank if setting.blank_before is None else setting.blank_before,
        float(span.start - row.start) if setting.indent is None else setting.indent,
        setting.column,
        _cells(text, span),
        setting.style,
        setting.box,
        _marks(setting, span, origin, origin[row.start]) if setting.marks else (),
        setting.furniture,
        setting.sure,
    )


def _marks(setting: Setting, span: Span, origin: Sequence[int], start: int) -> Spans:
    marks = (Span(bisect_left(origin, start + low), bisect_left(origin, start + high)) for low, high in setting.marks)
    return tuple(mark for mark in marks if span.start <= mark.start < mark.end <= span.end)


def _cells(text: str, span: Span) -> Spans:
    words = text[span.start : span.end]
    if "\t" not in words:
        return (span,)
    cells: list[Span] = []
    at = span.start
    for cell in words.split("\t"):
        start = at + len(cell) - len(cell.lstrip())
        end = at + len(cell.rstrip())
        if end > start:
            cells.append(Span(start, end))
        at += len(cell) + 1
    return tuple(cells)


def _closed(text: str, lines: Sequence[Line]) -> list[int]:
    """Lines at the head of a page that go on with the sentence at the foot of the one before: the white between them is the page's."""
    found: list[int] = []
    before: Line | None = None
    for number, line in enumerate(lines):
        if line.furniture:
            continue
        if before is not None and before.page != line.page and line.blank_before and _goes_on(text, before, line):
            found.append(number)
        before = line
    return found


def _goes_on(text: str, before: Line, line: Line) -> bool:
    return text[line.span.start].islower() and text[before.span.end - 1] not in SENTENCE_END
