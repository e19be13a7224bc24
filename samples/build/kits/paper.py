"""A kit as a PDF: headings in bold, rows in columns, running heads and page numbers; the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from presskit.record import Kind
from samples.build.kits.model import Block, Part, PrintedLine

FONTS = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))
FOOT = 70.0


@dataclass(frozen=True, slots=True)
class Setting:
    """Fonts and measures of one kit, in points."""

    font: str
    bold: str
    size: float
    page: tuple[float, float]
    margin: float
    head: str | None
    numbers: str | None


def draw_setting(dice: Random, title: str) -> Setting:
    font, bold = dice.choice(FONTS)
    return Setting(
        font=font,
        bold=bold,
        size=dice.choice((9.0, 10.0, 11.0, 12.0)),
        page=landscape(A4) if dice.random() < 0.15 else A4,
        margin=dice.choice((50.0, 60.0, 80.0)),
        head=title if dice.random() < 0.4 else None,
        numbers=dice.choice(("{}", "- {} -", None)),
    )


class Paper:
    """Pages from the top down; `lines` are what was printed, in the order of the text layer."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=setting.page, invariant=1)
        self.lines: list[PrintedLine] = []
        self.page, self.y = 0, 0.0
        self._begin()

    def part(self, part: Part, apart: float) -> None:
        self.y -= apart
        if self.y < FOOT + 60:
            self.next_page()
        for text in part.heading:
            self._row([(self.setting.margin, text)], part.kind, Face(self.setting.bold, 1.3 * self.setting.size), heading=True)
        grid = _grid(part, self.setting)
        top = self.y
        for place, block in enumerate(part.blocks):
            if block.style in ("left", "right"):
                top = self._beside(part, place, top)
                continue
            if place and not block.close:
                self.y -= 0.7 * self.setting.size
            self._block(block, "footnotes" if block.style == "note" else part.kind, grid)

    def _block(self, block: Block, kind: Kind, grid: Grid) -> None:
        face = _face(block, self.setting)
        if block.style == "row":
            placed = list(zip(grid.starts, block.cells, strict=False))
            return self._row(placed, kind, Face(face.font, grid.scale * face.size))
        for text in self._broken(block.text, face):
            self._row([(self._start(block, text, face), text)], kind, face, heading=block.style == "head")
        return None

    def _start(self, block: Block, text: str, face: Face) -> float:
        """Covers are centred."""
        wide = self.setting.page[0]
        return (wide - stringWidth(text, face.font, face.size)) / 2 if block.style == "cover" else self.setting.margin

    def _beside(self, part: Part, place: int, top: float) -> float:
        """One line of two columns: the left one from where it begins, the right one from there again. Gives where that is."""
        block, before = part.blocks[place], part.blocks[place - 1] if place else None
        if block.style == "left" and (before is None or before.style != "left"):
            deep = sum(other.style == "left" for other in part.blocks) * 1.3 * self.setting.size
            if self.y - deep < FOOT:
                self.next_page()
            top = self.y
        if block.style == "right" and before is not None and before.style == "left":
            self.y = top
        left = self.setting.margin if block.style == "left" else 0.45 * self.setting.page[0]
        self._row([(left, block.text)], part.kind, _face(block, self.setting))
        return top

    def _row(self, cells: Sequence[tuple[float, str]], kind: Kind, face: Face, *, heading: bool = False) -> None:
        if self.y < FOOT:
            self.next_page()
        for left, text in cells:
            self._put(left, self.y, text, face)
        self.y -= 1.3 * face.size
        self.lines.append(PrintedLine("  ".join(text for _, text in cells if text), kind, heading))

    def _broken(self, text: str, face: Face) -> Iterator[str]:
        row, room = "", self.setting.page[0] - 2 * self.setting.margin
        for word in text.split():
            longer = f"{row} {word}".strip()
            if row and stringWidth(longer, face.font, face.size) > room:
                yield row
                longer = word
            row = longer
        yield row

    def next_page(self) -> None:
        self._end()
        self.canvas.showPage()
        self._begin()

    def _begin(self) -> None:
        self.page, self.y = self.page + 1, self.setting.page[1] - 70
        if self.setting.head and self.page > 1:
            self._furniture(self.setting.page[1] - 40, self.setting.head)

    def _end(self) -> None:
        if self.setting.numbers:
            self._furniture(36, self.setting.numbers.format(self.page))

    def _furniture(self, height: float, text: str) -> None:
        self._put(self.setting.margin, height, text, Face(self.setting.font, 8))
        self.lines.append(PrintedLine(text, None))

    def _put(self, left: float, height: float, text: str, face: Face) -> None:
        self.canvas.setFont(face.font, face.size)
        self.canvas.drawString(left, height, text)

    def data(self) -> bytes:
        self._end()
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Face:
    font: str
    size: float


def _face(block: Block, setting: Setting) -> Face:
    if block.style in ("cover", "head"):
        return Face(setting.bold, setting.size * (2.0 if block.style == "cover" else 1.4))
    return Face(setting.bold if block.style == "bold" else setting.font, setting.size * (0.8 if block.style == "note" else 1))


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of a part's rows begin, and how much smaller their type is so that they fit the page."""

    starts: Sequence[float]
    scale: float


def _grid(part: Part, setting: Setting) -> Grid:
    rows = [block.cells for block in part.blocks if block.style == "row"]
    many = max(map(len, rows), default=0)
    widths = [max(stringWidth(row[place], setting.font, setting.size) + 20 for row in rows if place < len(row)) for place in range(many)]
    scale = min(1.0, (setting.page[0] - 2 * setting.margin) / (sum(widths) or 1.0))
    return Grid([setting.margin + scale * sum(widths[:place]) for place in range(many)], scale)
