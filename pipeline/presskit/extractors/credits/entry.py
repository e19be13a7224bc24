"""A label of the credits and the runs of text that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.extractors.credits.labels import Sense
from presskit.model import Document, Passage, Quote


@dataclass(frozen=True, slots=True)
class Value:
    """What one row adds to an entry: its cells, whether it goes on with the words before it, and whether white space stands above."""

    cells: tuple[Quote, ...]
    joins: bool = False
    leads: bool = False

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Entry:
    """`label` is None where only the place says what somebody did. `inline`: names begin on the label's own row."""

    label: Quote | None
    sense: Sense
    values: tuple[Value, ...]
    kind: str
    inline: bool = False

    def runs(self, document: Document) -> list[Passage]:
        """The values as texts that can be split: rows that go on with each other as one."""
        runs: list[list[Quote]] = []
        for value in self.values:
            for number, cell in enumerate(value.cells):
                if runs and value.joins and number == 0:
                    runs[-1].append(cell)
                else:
                    runs.append([cell])
        return [document.passage(span for quote in run for span in quote.spans) for run in runs]
