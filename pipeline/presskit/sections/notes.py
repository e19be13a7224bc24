"""Footnotes' bodies, found anywhere in a kit, so that they can be cut out of the text they interrupt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from presskit.model import Document, Line, Note, Quote
from presskit.sections.markers import Marker, emphasis, heads_notes, opening, references

SMALLER = 0.94
"""Type at most this share of the usual size is a note's: notes are set one or two points smaller than a text of ten."""
FULL = 0.8
"""A line that ends a sentence before this share of the page's measure ends its paragraph."""
SENTENCE_ENDS = (".", "!", "?", "…")
CLOSERS = "”\"»’'›)] "
BULLETS = 2
"""So many lines with the same sign one after another are a list, not notes."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A body and the numbers of the lines it fills."""

    note: Note
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteScan:
    """All bodies in printed order. `blocks` are those runs of lines in which a kit's numbered notes stand together from
    the first on: a section of its own, where single bodies between other texts belong to none."""

    found: tuple[FoundNote, ...] = ()
    blocks: tuple[tuple[int, ...], ...] = ()

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(found.note for found in self.found)

    @property
    def lines(self) -> frozenset[int]:
        return frozenset(number for found in self.found for number in found.lines)


@dataclass(frozen=True, slots=True)
class _Kit:
    """A document with what is usual in it: the type size and, page by page, the measure in characters."""

    document: Document
    size: float
    measures: Mapping[int, int]

    @classmethod
    def of(cls, document: Document) -> _Kit:
        sizes: dict[float, int] = {}
        lengths: dict[int, list[int]] = {}
        for line in document.lines:
            lengths.setdefault(line.page, []).append(len(line.span))
            if line.style:
                size = round(line.style.size, 1)
                sizes[size] = sizes.get(size, 0) + len(line.span)
        measures = {page: sorted(found)[len(found) * 9 // 10] for page, found in lengths.items()}
        return cls(document, max(sizes, key=lambda size: (sizes[size], size), default=0.0), measures)

    def small(self, line: Line) -> bool:
        return line.style is not None and line.style.size <= self.size * SMALLER


def find_notes(document: Document) -> NoteScan:
    """The bodies of a document: lines that open with a marker to which the text before refers."""
    kit = _Kit.of(document)
    content = [number for number, line in enumerate(document.lines) if not line.furniture]
    stars = emphasis(document)
    opened = ((number, opening(document, number, stars)) for number in content)
    openings = {number: marker for number, marker in opened if marker and _opens(kit, number, marker)}
    candidates = _without_bullets(kit, content, openings)
    if not candidates:
        return NoteScan()
    bodies = {number: _body(kit, number, openings) for number in candidates}
    places = _places(candidates, references(document, stars, {marker.sign for marker in candidates.values()}))
    accepted = _accepted(kit, candidates, bodies, places)
    found = tuple(_found(document, candidates[number], bodies[number], mark) for number, mark in sorted(accepted.items()))
    return NoteScan(found, tuple(_blocks(found)))


def _without_bullets(kit: _Kit, content: Sequence[int], openings: Mapping[int, Marker]) -> dict[int, Marker]:
    """Openings, less those of lists: the same sign line after line, whatever wraps between."""
    lists: set[int] = set()
    run: list[int] = []
    for number in content:
        marker = openings.get(number)
        if marker and run and marker.sign == openings[run[-1]].sign:
            run.append(number)
        elif marker or kit.document.lines[number].blank_before:
            lists.update(run if len(run) >= BULLETS else ())
            run = [number] if marker else []
    lists.update(run if len(run) >= BULLETS else ())
    return {number: marker for number, marker in openings.items() if number not in lists}


def _body(kit: _Kit, first: int, openings: Mapping[int, Marker]) -> tuple[int, ...]:
    """The lines of the body that opens at `first`: to white, a change of type, another marker or a short last line."""
    lines = [first]
    for before, number in pairwise(range(first, len(kit.document.lines))):
        if number in openings or not _goes_on(kit, before, number):
            break
        lines.append(number)
    return tuple(lines)


def _goes_on(kit: _Kit, before: int, number: int) -> bool:
    last, line = kit.document.lines[before], kit.document.lines[number]
    if line.furniture or line.blank_before or (line.page, line.column) != (last.page, last.column):
        return False
    if last.style and line.style and abs(last.style.size - line.style.size) > 0.5:
        return False
    words = kit.document.words(last)
    return not (_ends_sentence(words) and len(words) < FULL * kit.measures[last.page])


def _ends_sentence(words: str) -> bool:
    return words.rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def _places(candidates: Mapping[int, Marker], found: Iterable[Marker]) -> dict[str, list[Marker]]:
    """References by sign; what opens a candidate refers to nothing."""
    places: dict[str, list[Marker]] = {}
    for reference in found:
        if reference.line not in candidates or reference.start >= candidates[reference.line].end:
            places.setdefault(reference.sign, []).append(reference)
    return places


def _accepted(
    kit: _Kit, candidates: Mapping[int, Marker], bodies: Mapping[int, tuple[int, ...]], places: Mapping[str, Sequence[Marker]]
) -> dict[int, Marker | None]:
    """The candidates that are bodies, each with the reference to it (None for one that stands in line with others)."""
    accepted: dict[int, Marker | None] = {}
    used: dict[str, tuple[int, int]] = {}
    headed = _headed(kit.document, candidates, bodies)
    for number, marker in candidates.items():
        reference = _reference(kit, marker, places.get(marker.sign, ()), used.get(marker.sign, (-1, -1)))
        if number in headed or (reference and _in_order(marker, used)):
            accepted[number] = reference
            used[marker.sign] = marker.place
    return accepted | dict.fromkeys(_in_line(candidates, bodies, accepted))


def _in_order(marker: Marker, used: Mapping[str, tuple[int, int]]) -> bool:
    """Numbers without brackets count up from one; a line may begin with a number for many reasons."""
    return marker.form not in ("plain", "bare") or marker.sign == "1" or str(int(marker.sign) - 1) in used


def _opens(kit: _Kit, number: int, marker: Marker) -> bool:
    """Whether a paragraph may begin here. A number in brackets may also stand at a line's start because the line broke there."""
    line = kit.document.lines[number]
    if marker.form in ("symbol", "raised", "mark") or line.blank_before or kit.small(line):
        return True
    if number == 0 or line.page != kit.document.lines[number - 1].page:
        return True
    before = kit.document.lines[number - 1]
    words = kit.document.words(before)
    return before.furniture or len(before.cells) > 1 or _ends_sentence(words) or len(words) < FULL * kit.measures[line.page]


def _reference(kit: _Kit, marker: Marker, known: Sequence[Marker], after: tuple[int, int]) -> Marker | None:
    """The reference that belongs to a body: the first since the last body of this sign, or else one further down its page."""
    low, high = bisect_right(known, after, key=_place), bisect_right(known, marker.place, key=_place)
    fitting = [one for one in known[low:high] if _fits(kit, marker, one)]
    if fitting:
        return next((one for one in fitting if not _enumerates(kit.document, one)), fitting[0])
    here = kit.document.lines[marker.line]
    if high == len(known) or not marker.strong or not kit.small(here):
        return None
    later = known[high]
    return later if kit.document.lines[later.line].page == here.page and _fits(kit, marker, later) else None


def _place(marker: Marker) -> tuple[int, int]:
    return marker.place


def _fits(kit: _Kit, body: Marker, reference: Marker) -> bool:
    """A number in brackets refers to one in brackets, a sign to a sign; a plain number to a raised or glued one."""
    if body.form in ("plain", "bare"):
        small = kit.small(kit.document.lines[body.line])
        return reference.form in ("mark", "raised", "plain") and (small or reference.form != "mark" or body.form == "plain")
    if reference.form == "plain":
        return body.form == "mark" or kit.small(kit.document.lines[body.line])
    if "mark" in (body.form, reference.form):
        return True
    return (body.form == "symbol") == (reference.form == "symbol")


def _enumerates(document: Document, reference: Marker) -> bool:
    """(1) is one of a list inside a sentence if (2) follows on its line or the next one, (3) if (2) stands before it."""
    if reference.form != "bracketed" or not reference.sign.isdigit():
        return False
    number, lines = int(reference.sign), document.lines
    after = document.passage(line.span for line in lines[reference.line : reference.line + 2]).text[reference.start :]
    before = document.passage(line.span for line in lines[max(0, reference.line - 1) : reference.line]).text
    before += document.words(lines[reference.line])[: reference.start]
    return f"({number + 1}) " in after or f"({number - 1}) " in before


def _headed(document: Document, candidates: Mapping[int, Marker], bodies: Mapping[int, tuple[int, ...]]) -> frozenset[int]:
    """Candidates that follow one another under a heading such as "Footnotes"."""
    headed: set[int] = set()
    expected = -1
    for number, line in enumerate(document.lines):
        if number + 1 in candidates and heads_notes(document, line):
            expected = number + 1
        elif number == expected and number in candidates:
            headed.add(number)
            expected = bodies[number][-1] + 1
    return frozenset(headed)


def _in_line(
    candidates: Mapping[int, Marker], bodies: Mapping[int, tuple[int, ...]], accepted: Mapping[int, Marker | None]
) -> Iterator[int]:
    """Candidates without a reference directly after or before an accepted body, with the next or the last number."""
    ends = {bodies[number][-1] + 1: number for number in accepted}
    for number, marker in candidates.items():
        if number in accepted or not marker.strong:
            continue
        before, after = ends.get(number), bodies[number][-1] + 1
        follows = before is not None and _next(candidates[before], marker)
        if follows or (after in accepted and _next(marker, candidates[after])):
            ends[after] = number
            yield number


def _next(one: Marker, other: Marker) -> bool:
    if one.sign.isdigit() and other.sign.isdigit():
        return int(other.sign) == int(one.sign) + 1
    return one.form == other.form and one.sign != other.sign and not one.sign.isdigit()


def _found(document: Document, marker: Marker, lines: tuple[int, ...], reference: Marker | None) -> FoundNote:
    passage = document.passage(document.lines[number].span for number in lines)
    body = passage.quote(marker.end, len(passage.text))
    return FoundNote(Note(marker.quote, body, _quote(reference)), lines)


def _quote(marker: Marker | None) -> Quote | None:
    return marker.quote if marker else None


def _blocks(found: Sequence[FoundNote]) -> Iterator[tuple[int, ...]]:
    """Runs of bodies one under another that begin with number 1 and count two or more."""
    run: list[FoundNote] = []
    for one in found:
        if run and one.lines[0] != run[-1].lines[-1] + 1:
            yield from _block(run)
            run = []
        run.append(one)
    yield from _block(run)


def _block(run: Sequence[FoundNote]) -> Iterator[tuple[int, ...]]:
    if len(run) >= 2 and run[0].note.marker.text in ("1", "¹"):
        yield tuple(number for found in run for number in found.lines)
