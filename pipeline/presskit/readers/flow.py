"""Text that flows (web pages, word processors, mail): words with their look become lines, cells and pages of a Draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from presskit.model import Style
from presskit.readers.draft import Draft, Setting

WHITE = re.compile(r"[\x00-\x20\x7f\x85\u2028\u2029]+")
"""What parts words and nothing more: a line end in the file is none in the text."""
TEXT_SIZE = 10.0
SIZES = (20.0, 16.0, 14.0, 12.0, 11.0, 11.0)
"""Points that stand for text and for the six ranks of headings where a file does not say how large it is printed."""
GAP = 3
"""Blanks between the columns of a table."""
MARK = re.compile(r"[(\[]?(?:\d{1,3}|[*†‡§¹²³]{1,3}|[a-z])[)\]]?")
"""What is a note's mark when it is raised; the end of an ordinal (1st, 2e) is not."""


PLAIN = Style("", TEXT_SIZE, bold=False, italic=False)
"""Text of a file that names neither fonts nor sizes."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set. `raised` words may be the marks of notes; `known`: the file says how large it is printed."""

    size: float = TEXT_SIZE
    bold: bool = False
    italic: bool = False
    raised: bool = False
    font: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words set alike."""

    text: str
    look: Look


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FlowLine:
    """One line: cells that stand apart. `blank` lines stand above it; `indent` is in characters; `furniture` belongs to the
    page, not to the kit."""

    cells: tuple[Cell, ...]
    blank: int = 0
    page: int = 1
    indent: int = 0
    furniture: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple("".join(piece.text for piece in cell) for cell in self.cells)

    @property
    def text(self) -> str:
        return "\t".join(self.texts)

    @property
    def pieces(self) -> Iterator[Piece]:
        return (piece for cell in self.cells for piece in cell)


@dataclass(slots=True)
class Flow:
    """Lines as they are written: words, ends of lines, white, pages."""

    lines: list[FlowLine] = field(default_factory=list)
    page: int = 1
    indent: int = 0
    _cells: list[list[Piece]] = field(default_factory=lambda: [[]])
    _blank: int = 0

    def say(self, text: str | None, look: Look) -> None:
        """Words go on the line; white space is one blank, and none at the head of a cell."""
        words = WHITE.sub(" ", text or "")
        cell = self._cells[-1]
        if words.startswith(" ") and (not cell or cell[-1].text.endswith(" ")):
            words = words[1:]
        if words:
            cell.append(Piece(words, look))

    def cell(self) -> None:
        """What follows stands apart."""
        self._cells.append([])

    def end(self, blank: int = 0, *, furniture: bool = False) -> None:
        """Ends the line, if there is one; the next stands at least so many blank lines below."""
        cells = tuple(trimmed(cell) for cell in self._cells)
        self._cells = [[]]
        if any(cells):
            self.lines.append(FlowLine(cells, self._blank if self.lines else 0, self.page, self.indent, furniture))
            self._blank = 0
        self._blank = max(self._blank, blank)

    def add(self, lines: Sequence[FlowLine], blank: int = 0) -> None:
        """Lines made elsewhere, with white before and behind."""
        self.end(blank)
        for line in lines:
            self._cells = [list(cell) for cell in line.cells]
            self.end(furniture=line.furniture)
            self._blank = 0
        self.end(blank)

    def turn(self) -> None:
        """The next line stands on a new page; empty pages count."""
        self.end()
        self.page += 1

    @property
    def at_start(self) -> bool:
        """Nothing is on the line yet."""
        return not any(piece.text.strip() for cell in self._cells for piece in cell)


def trimmed(cell: Sequence[Piece]) -> Cell:
    """Without blanks at both ends."""
    pieces = [piece for piece in cell if piece.text]
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        pieces[0] = Piece(pieces[0].text.lstrip(), pieces[0].look)
        pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].look)
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Set:
    """A line as it is printed: its text from the first filled cell on, how far in that stands, and where its pieces begin."""

    text: str
    indent: int
    starts: tuple[int, ...]


def flow_draft(lines: Sequence[FlowLine]) -> Draft:
    """The lines as a Draft: one printed line each, cells below each other, pages parted by form feeds."""
    parts: list[str] = []
    settings: dict[int, Setting] = {}
    page, number = 1, 0
    for at, (line, widths) in enumerate(zip(lines, _widths(lines), strict=True)):
        if at:
            turns = max(0, line.page - page)
            parts.append("\f" * turns or "\n")
            number += turns or 1
        page = max(page, line.page)
        laid = _laid(line, widths)
        parts.append(laid.text)
        marks = tuple(_marks(line, laid.starts))
        settings[number] = Setting(line.blank, float(laid.indent), 0, _style(line), None, marks, line.furniture)
    return Draft("".join(parts), settings)


def _widths(lines: Sequence[FlowLine]) -> Iterator[Sequence[int]]:
    """For each line the widths of its columns: lines of cells that follow each other are a table."""
    for tabular, run in groupby(lines, key=lambda line: len(line.cells) > 1):
        rows = [line.texts for line in run]
        widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")] if tabular else []
        yield from (widths for _ in rows)


def _laid(line: FlowLine, widths: Sequence[int]) -> _Set:
    texts = line.texts
    first = next((at for at, text in enumerate(texts) if text), 0)
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for number in range(first, len(texts)):
        starts.append(at)
        last = number == len(texts) - 1
        parts.append(texts[number] if last else texts[number] + "\t".ljust(widths[number] - len(texts[number]) + GAP))
        at += len(parts[-1])
    return _Set("".join(parts), line.indent + sum(width + GAP for width in widths[:first]), tuple([0] * first + starts))


def _style(line: FlowLine) -> Style | None:
    """The style of most of the line's letters; None where the file says nothing of it."""
    looks: Counter[Look] = Counter()
    for piece in line.pieces:
        looks[piece.look] += len(piece.text.strip())
    sizes, fonts = (Counter[float](), Counter[str]())
    for look, count in looks.items():
        sizes[look.size] += count
        fonts[look.font] += count
    half = looks.total() / 2
    bold = sum(count for look, count in looks.items() if look.bold)
    italic = sum(count for look, count in looks.items() if look.italic)
    style = Style(fonts.most_common(1)[0][0], sizes.most_common(1)[0][0], bold > half, italic > half)
    return None if style == PLAIN and not any(look.known for look in looks) else style


def _marks(line: FlowLine, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, cell in zip(starts, line.cells, strict=True):
        place = at
        for piece in cell:
            mark = piece.text.strip()
            if piece.look.raised and MARK.fullmatch(mark):
                low = place + piece.text.index(mark)
                yield low, low + len(mark)
            place += len(piece.text)
