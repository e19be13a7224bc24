"""An interview's lines as blocks: what the page sets apart by white, a short last line, type or an opening mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.extractors.marks import Mark
from presskit.model import Line, Passage, Quote, Reading

AFTER = r"[”\"»’')\]*_†‡§¹²³⁰⁴-⁹\s]{0,6}(?:[(\[]\d{1,2}[)\]])?\s?[.*_]{0,3}$"
SENTENCE_END = re.compile(r"[.!?…:]" + AFTER)
QUESTION_END = re.compile(r"\?" + AFTER)
LETTERS_APART = re.compile(r"^(?:\S{1,2}\s+){3,60}\S{1,2}$")
ROOM = 0.87
"""A line that leaves so much of the measure empty that the next line's first word had room was ended by the writer."""
LARGER = 1.12
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
    def of(cls, reading: Reading, lines: Sequence[Line]) -> Setting:
        sizes: Counter[float] = Counter()
        keys: Counter[Key] = Counter()
        for line in lines:
            keys[key_of(reading.words(line), line)] += len(line.span)
            if line.style:
                sizes[round(line.style.size, 1)] += len(line.span)
        lengths = sorted(len(reading.words(line)) for line in lines)
        size = sizes.most_common(1)[0][0] if sizes else 0.0
        return cls(size, keys.most_common(1)[0][0] if keys else PLAIN, lengths[len(lengths) * 9 // 10] if lengths else 0)


@dataclass(frozen=True, slots=True)
class Block:
    """`white` says that white stands above; `content` leaves the opening mark and Markdown's stars out."""

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


def blocks(reading: Reading, lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[Block]:
    """The blocks of an interview, in order; `marks` go by the number of the line they open."""
    setting = Setting.of(reading, lines)
    texts = [reading.words(line) for line in lines]
    tails = frozenset(_unmarked_questions(texts, marks))
    starts = [at for at in range(len(lines)) if at == 0 or at in marks or at in tails or _breaks(texts, lines, at, setting)]
    return list(_cut(reading, lines, texts, _with_prefixes(texts, marks, starts), marks))


def _cut(
    reading: Reading, lines: Sequence[Line], texts: Sequence[str], starts: Sequence[int], marks: Mapping[int, Mark]
) -> Iterator[Block]:
    for low, high in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = lines[low]
        keys = Counter({key_of(texts[at], lines[at]): 0 for at in range(low, high)})
        for at in range(low, high):
            keys[key_of(texts[at], lines[at])] += len(texts[at])
        size = first.style.size if first.style else 0.0
        white = low == 0 or _white(texts, lines, low)
        yield Block(reading.passage(lines[low:high]), white, keys.most_common(1)[0][0], size, marks.get(low))


def _breaks(texts: Sequence[str], lines: Sequence[Line], at: int, setting: Setting) -> bool:
    before, line = lines[at - 1], lines[at]
    if _white(texts, lines, at):
        return True
    if not SENTENCE_END.search(texts[at - 1]):
        return _display(before, setting) != _display(line, setting)
    if key_of(texts[at - 1], before)[:2] != key_of(texts[at], line)[:2] or line.indent > before.indent + 6:
        return True
    word = texts[at].split(maxsplit=1)[0] if texts[at] else ""
    return len(texts[at - 1]) + 1 + len(word) < setting.measure * ROOM


def _display(line: Line, setting: Setting) -> bool:
    return bool(line.style and setting.size and line.style.size > setting.size * LARGER)


def _white(texts: Sequence[str], lines: Sequence[Line], at: int) -> bool:
    """White above, unless a page or column ended inside a sentence."""
    before, line = lines[at - 1], lines[at]
    if (line.page, line.column) == (before.page, before.column):
        return line.blank_before > 0
    return bool(SENTENCE_END.search(texts[at - 1])) or not (texts[at][:1].islower() or line.blank_before == 0)


def _unmarked_questions(texts: Sequence[str], marks: Mapping[int, Mark]) -> Iterator[int]:
    """Where a question begins whose own mark is missing: its last line asks, the next one is marked as an answer,
    and so was the turn before."""
    last = ""
    for at in range(len(texts) - 1):
        last = marks[at].role if at in marks else last
        follower = marks.get(at + 1)
        if last != "answer" or not follower or follower.role != "answer" or not QUESTION_END.search(texts[at]):
            continue
        start = next((n for n in range(at, max(0, at - PREFIX), -1) if SENTENCE_END.search(texts[n - 1])), -1)
        if start > 0 and start not in marks:
            yield start


def _with_prefixes(texts: Sequence[str], marks: Mapping[int, Mark], starts: Sequence[int]) -> list[int]:
    """Starts, with those of answers that follow a question without white: the line after the one that asks."""
    found = set(starts)
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        mark = marks.get(start)
        if mark and mark.role == "answer":
            continue
        asking = next((at for at in range(start, min(end, start + PREFIX)) if QUESTION_END.search(texts[at])), None)
        if asking is not None and asking + 1 < end:
            found.add(asking + 1)
    return sorted(found)
