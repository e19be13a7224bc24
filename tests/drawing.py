"""Pages drawn for the tests: words put where a layout wants them, as different programs would draw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0


@dataclass(frozen=True)
class Run:
    """Words at `x`, with their baseline `y` points below the page's top."""

    text: str
    x: float
    y: float
    size: float = 10.0
    font: str = "Times-Roman"

    @property
    def width(self) -> float:
        return stringWidth(self.text, self.font, self.size)


def wrapped(text: str, width: float, size: float = 10.0, font: str = "Times-Roman") -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def column(lines: Iterable[str], x: float, y: float, *, leading: float = 12.0, size: float = 10.0, font: str = "Times-Roman") -> list[Run]:
    """Lines under one another; an empty one leaves half a line white."""
    runs: list[Run] = []
    for line in lines:
        if line:
            runs.append(Run(line, x, y, size, font))
            y += leading
        else:
            y += leading / 2
    return runs


def singly(runs: Iterable[Run]) -> list[Run]:
    """Every word drawn for itself, no blank anywhere, as text layers of scans are."""
    found: list[Run] = []
    for run in runs:
        x = run.x
        for word in run.text.split():
            found.append(Run(word, x, run.y, run.size, run.font))
            x += stringWidth(f"{word} ", run.font, run.size)
    return found


def justified(lines: Sequence[str], x: float, y: float, width: float, *, leading: float = 12.0, size: float = 10.0) -> list[Run]:
    """Lines stretched to `width`, but for the last; each word drawn for itself."""
    found: list[Run] = []
    for number, line in enumerate(lines):
        words = line.split()
        bare = sum(stringWidth(word, "Times-Roman", size) for word in words)
        last = number == len(lines) - 1 or len(words) == 1
        step = stringWidth(" ", "Times-Roman", size) if last else (width - bare) / (len(words) - 1)
        at = x
        for word in words:
            found.append(Run(word, at, y + number * leading, size))
            at += stringWidth(word, "Times-Roman", size) + step
    return found


def by_rows(runs: Iterable[Run]) -> list[Run]:
    """Drawn row by row across columns."""
    return sorted(runs, key=lambda run: (round(run.y), run.x))


def shuffled(runs: Iterable[Run], seed: int = 1) -> list[Run]:
    found = list(runs)
    Random(seed).shuffle(found)
    return found


def draw(path: Path, pages: Iterable[Iterable[Run]], *, size: tuple[float, float] = (WIDTH, HEIGHT)) -> Path:
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for page in pages:
        for run in page:
            canvas.setFont(run.font, run.size)
            canvas.drawString(run.x, size[1] - run.y, run.text)
        canvas.showPage()
    canvas.save()
    return path
