"""Words and where they stand: spans of a document put together to running text, with the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

JOINERS = "\u00ad\u2060"
"""What the hyphenation repair leaves at the end of a line whose last word goes on in the next one: a soft hyphen in
place of a hyphen that only broke the word, a word joiner behind one that belongs to it. Neither is ever read out."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the kit and where they stand; `text` is always `document.read(spans)`."""

    text: str
    spans: Spans

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text put together from spans of a document; any part of it can be traced back.

    Runs of white space become one blank. Between two spans stands one blank, or nothing where the first ends in one
    of `JOINERS` or the second begins where the first ends.
    """

    text: str
    _starts: tuple[int, ...] = field(repr=False)
    _pieces: Spans = field(repr=False)

    @classmethod
    def of(cls, text: str, spans: Iterable[Span]) -> Passage:
        parts: list[str] = []
        starts: list[int] = []
        pieces: list[Span] = []
        length = 0
        broken = False
        for found, words in _runs(text, spans):
            goes_on = words[-1] in JOINERS
            if pieces and not broken and pieces[-1].end != found.start:
                parts.append(" ")
                length += 1
            starts.append(length)
            pieces.append(found)
            parts.append(words[:-1] if goes_on else words)
            length += len(words) - goes_on
            broken = goes_on
        return cls("".join(parts), tuple(starts), tuple(pieces))

    def quote(self, start: int, end: int) -> Quote:
        """The words between two offsets of this passage, trimmed of blanks, with their spans in the document."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Quote(self.text[start:end], tuple(_merged(self._cut(start, end))))

    def whole(self) -> Quote:
        return self.quote(0, len(self.text))

    def _cut(self, start: int, end: int) -> Iterator[Span]:
        first = max(0, bisect_right(self._starts, start) - 1)
        for index in range(first, len(self._starts)):
            at, piece = self._starts[index], self._pieces[index]
            if at >= end:
                return
            shown = min(len(piece), self._limit(index) - at)
            low = max(start, at) - at
            high = min(end, at + shown) - at
            if high > low:
                goes_on = high == shown < len(piece) and at + high < end
                yield Span(piece.start + low, piece.start + high + goes_on)

    def _limit(self, index: int) -> int:
        """Where the next piece begins: one short of a piece's length where a joiner, never read out, ends it."""
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)


def _runs(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Stretches that read as they stand, blank for blank, with their words: a whole span where it can be, else its words one by one."""
    for span in spans:
        raw = text[span.start : span.end]
        words = raw.split()
        whole = " ".join(words)
        start = span.start + len(raw) - len(raw.lstrip())
        if words and len(whole) == len(raw.strip()) and not any(joiner in whole[:-1] for joiner in JOINERS) and words[-1] not in JOINERS:
            yield Span(start, start + len(whole)), whole
            continue
        for word in words:
            start = text.index(word, start)
            yield Span(start, start + len(word)), word
            start += len(word)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbouring words of one line as one span (a single blank between them)."""
    held: Span | None = None
    for span in spans:
        if held is not None and span.start - held.end == 1:
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held
