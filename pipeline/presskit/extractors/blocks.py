"""An interview's lines as blocks: what the page sets apart by white, a short last line, type or an opening mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.extractors.marks import Mark, Printed
from presskit.model import Line, Passage, Quote, Reading

AFTER = r"[”\"»’')\]*_†‡§¹²³⁰⁴-⁹\s]{0,6}(?:[(\[]\d{1,2}[)\]])?\s?[.*_]{0,3}$"
SENTENCE_END = re.compile(r"[.!?…:？؟]" + AFTER)
QUESTION_END = re.compile(r"[?？؟]" + AFTER)
LETTERS_APART = re.compile(r"^(?:\S{1,2}\s+){3,60}\S{1,2}$")
ROOM = 0.87
"""A line that leaves so much of the measure empty that the next line's first word had room was ended by the writer."""
BRIEF = 0.6
"""Share of the measure under which a line that holds a whole sentence is likely to be a paragraph."""
LARGER = 1.12
"""Type this much larger than the usual is display type."""
INDENT = 6
"""Points, or characters, by which a paragraph's first line is set in."""
UNWRAPPED = 180
"""Characters of a measure that no page has: every line is a paragraph."""
PREFIX = 5
"""Lines of the longest question that runs into its answer without white."""
Key = tuple[bool, bool, bool]
"""Bold, italic, capitals: how a block is set."""
PLAIN: Key = (False, False, False)


@dataclass(frozen=True, slots=True)
class Setting:
    """The interview's usual type, and its measure in characters."""

    size: float
    key: Key
    measure: int

    @classmethod
    def of(cls, printed: Printed) -> Setting:
        sizes: Counter[float] = Counter()
        keys: Counter[Key] = Counter()
        for line, text in zip(printed.lines, printed.texts, strict=True):
            keys[key_of(text, line)] += len(line.span)
            if line.style:
                sizes[round(line.style.size, 1)] += len(line.span)
        lengths = sorted(map(len, printed.texts))
        size = sizes.most_common(1)[0][0] if sizes else 0.0
        return cls(size, keys.most_common(1)[0][0] if keys else PLAIN, lengths[len(lengths) * 9 // 10] if lengths else 0)

    def is_display(self, size: float) -> bool:
        return self.size > 0 and size > self.size * LARGER


@dataclass(frozen=True, slots=True)
class Block:
    """`white` says that white stands above; `content` leaves the opening mark and Markdown's stars out."""

    lines: tuple[Line, ...]
    passage: Passage
    white: bool
    key: Key
    size: float
    mark: Mark | None

    @property
    def content(self) -> Quote:
        start, end = self.mark.end if self.mark else 0, len(self.passage.text)
        while end - start > 2 and self.passage.text[start] in "*_" and self.passage.text[end - 1] == self.passage.text[start]:
            start, end = start + 1, end - 1
        return self.passage.quote(start, end)

    @property
    def marked(self) -> bool:
        """Whether the mark tells who speaks; a label is only cut off."""
        return self.mark is not None and self.mark.kind != "label"

    @property
    def label(self) -> str:
        return self.mark.label if self.mark else ""

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def asks(self) -> bool:
        return bool(QUESTION_END.search(self.text))

    @property
    def letters_apart(self) -> bool:
        return bool(LETTERS_APART.match(self.text)) and sum(1 for word in self.text.split() if len(word) == 1) * 2 > self.words


def key_of(text: str, line: Line) -> Key:
    starred = text.startswith(("**", "__")) and text.rstrip().endswith(("**", "__"))
    bold = starred or bool(line.style and line.style.bold)
    return bold, bool(line.style and line.style.italic), text.isupper() and len(text) > 3


@dataclass(frozen=True, slots=True)
class _Column:
    """An interview's lines, their words, its setting, and the marks by the number of the line they open."""

    lines: Sequence[Line]
    texts: Sequence[str]
    marks: Mapping[int, Mark]
    setting: Setting
    apart: frozenset[int] = frozenset()
    notes: Sequence[int] = ()

    def white(self, at: int) -> bool:
        """White above, unless a page or column ended inside a sentence."""
        before, line = self.lines[at - 1], self.lines[at]
        ended = bool(SENTENCE_END.search(self.texts[at - 1]))
        if (line.page, line.column) == (before.page, before.column):
            return line.blank_before > 0 or (ended and self._note_between(before, line))
        return ended or (line.blank_before > 0 and not self.texts[at][:1].islower())

    def _note_between(self, before: Line, line: Line) -> bool:
        """A footnote's body that was cut out here stood below the end of an answer."""
        return any(before.span.end <= start < line.span.start for start in self.notes[bisect_left(self.notes, before.span.end) :][:1])

    def breaks(self, at: int) -> bool:
        """Whether a block ends above this line."""
        if at in self.marks or self.white(at) or at in self.apart or at - 1 in self.apart:
            return True
        before, line = self.lines[at - 1], self.lines[at]
        if not SENTENCE_END.search(self.texts[at - 1]):
            return self._display(before) != self._display(line)
        if key_of(self.texts[at - 1], before)[:2] != key_of(self.texts[at], line)[:2] or line.indent > before.indent + INDENT:
            return True
        word = self.texts[at].split(maxsplit=1)[0] if self.texts[at] else ""
        room = len(self.texts[at - 1]) + 1 + len(word) < self.setting.measure * ROOM
        return room or self.setting.measure > UNWRAPPED or self._stands_alone(at)

    def _stands_alone(self, at: int) -> bool:
        """A short line that asks or says all, what follows on the next line, after one that happens to end a sentence
        near the margin."""
        if at + 1 == len(self.lines) or self.white(at + 1):
            return False
        length = len(self.texts[at])
        asks = length < self.setting.measure * ROOM and bool(QUESTION_END.search(self.texts[at]))
        return asks or (length < self.setting.measure * BRIEF and bool(SENTENCE_END.search(self.texts[at])))

    def _display(self, line: Line) -> bool:
        return bool(line.style) and self.setting.is_display(line.style.size if line.style else 0.0)

    def key(self, low: int, high: int) -> Key:
        """How most of some lines is set."""
        keys: Counter[Key] = Counter()
        for at in range(low, high):
            keys[key_of(self.texts[at], self.lines[at])] += len(self.texts[at])
        return keys.most_common(1)[0][0]


def blocks(
    reading: Reading, printed: Printed, setting: Setting, marks: Mapping[int, Mark], *, apart: frozenset[int] = frozenset()
) -> list[Block]:
    """The blocks of an interview, in order; `marks` go by the number of the line they open, lines `apart` are blocks of their own."""
    notes = sorted(span.start for note in reading.notes for span in note.body.spans)
    column = _Column(printed.lines, printed.texts, marks, setting, apart, notes)
    tails = frozenset(_unmarked_questions(column))
    starts = [at for at in range(len(printed.lines)) if at == 0 or at in tails or column.breaks(at)]
    return list(_cut(reading, column, _with_answers(column, starts)))


def _cut(reading: Reading, column: _Column, starts: Sequence[int]) -> Iterator[Block]:
    for low, high in _ranges(starts, len(column.lines)):
        first = column.lines[low]
        size = first.style.size if first.style else 0.0
        lines = tuple(column.lines[low:high])
        yield Block(lines, reading.passage(lines), low == 0 or column.white(low), column.key(low, high), size, column.marks.get(low))


def _ranges(starts: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    return zip(starts, [*starts[1:], end], strict=True)


def _unmarked_questions(column: _Column) -> Iterator[int]:
    """Where a question begins whose own mark is missing: its last line asks, the next one is marked as an answer,
    and so was the turn before."""
    texts, last = column.texts, ""
    for at in range(len(texts) - 1):
        last = column.marks[at].role if at in column.marks else last
        follower = column.marks.get(at + 1)
        if last != "answer" or not follower or follower.role != "answer" or not QUESTION_END.search(texts[at]):
            continue
        start = next((n for n in range(at, max(0, at - PREFIX), -1) if SENTENCE_END.search(texts[n - 1])), -1)
        if start > 0 and start not in column.marks:
            yield start


def _with_answers(column: _Column, starts: Sequence[int]) -> list[int]:
    """Starts, with those of answers that follow a question without white: the line after the one that asks."""
    found = set(starts)
    for start, end in _ranges(starts, len(column.texts)):
        mark = column.marks.get(start)
        if mark and mark.role == "answer":
            continue
        asking = next((at for at in range(start, min(end, start + PREFIX)) if QUESTION_END.search(column.texts[at])), None)
        if asking is not None and asking + 1 < end:
            found.add(asking + 1)
    return sorted(found)
