"""A sheet of paper to draw a sample's PDF on, with reportlab; the same bytes each time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

RAISED = "^"  # the next character is a note's mark, set small and high


@dataclass(frozen=True)
class Type:
    """A font at a size, and how far its lines stand apart."""

    font: str
    size: float
    leading: float

    def width(self, text: str) -> float:
        """A raised mark takes 0.6 of a character's room."""
        plain = text.split(RAISED)
        marks = sum(0.6 * stringWidth(part[0], self.font, self.size) for part in plain[1:])
        return float(stringWidth(plain[0] + "".join(part[1:] for part in plain[1:]), self.font, self.size) + marks)


class Sheet:
    """One column at a time, from the top down: `y` is where the next line stands."""

    def __init__(self, path: Path, size: tuple[float, float]) -> None:
        self.canvas = Canvas(str(path), pagesize=size, invariant=1, pageCompression=1)
        self.width, self.height = size
        self.left, self.right, self.y = 60.0, size[0] - 60.0, size[1] - 70.0

    def column(self, left: float, right: float, y: float) -> None:
        self.left, self.right, self.y = left, right, y

    def new_page(self) -> None:
        self.canvas.showPage()
        self.y = self.height - 70.0

    def put(self, x: float, text: str, kind: Type) -> None:
        """Words at a place of the current line; raised marks apart from their word."""
        for number, part in enumerate(text.split(RAISED)):
            if number:
                self._word(x, self.y + 0.35 * kind.size, part[0], Type(kind.font, 0.6 * kind.size, 0))
                x += 0.6 * stringWidth(part[0], kind.font, kind.size)
                part = part[1:]
            self._word(x, self.y, part, kind)
            x += stringWidth(part, kind.font, kind.size)

    def _word(self, x: float, y: float, text: str, kind: Type) -> None:
        self.canvas.setFont(kind.font, kind.size)
        self.canvas.drawString(x, y, text)

    def centred(self, text: str, kind: Type) -> None:
        self.put((self.left + self.right - kind.width(text)) / 2, text, kind)
        self.y -= kind.leading

    def ranged_right(self, text: str, kind: Type) -> None:
        self.put(self.right - kind.width(text), text, kind)
        self.y -= kind.leading

    def line(self, text: str, kind: Type, indent: float = 0) -> None:
        self.put(self.left + indent, text, kind)
        self.y -= kind.leading

    def lines(self, text: str, kind: Type, indent: float = 0) -> list[str]:
        """A paragraph broken to the width of the column."""
        rows, row = [], ""
        for word in text.split():
            longer = f"{row} {word}".strip()
            if row and kind.width(longer) > self.right - self.left - indent:
                rows.append(row)
                longer = word
            row = longer
        return [*rows, row]

    def paragraph(self, text: str, kind: Type, indent: float = 0) -> None:
        for row in self.lines(text, kind, indent):
            self.line(row, kind, indent)

    def gap(self, points: float) -> None:
        self.y -= points

    def rule(self) -> None:
        self.canvas.line(self.left, self.y + 10, self.right, self.y + 10)

    def save(self) -> None:
        self.canvas.showPage()
        self.canvas.save()
