"""What a page shows of a line besides its words: body type, full width, white above and below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.model import Document, Line
from presskit.sections.wording import PRESENTS
from presskit.vocabulary import fold

LARGER = 1.12
"""Type this much larger than the body's counts as display type; fonts of one size differ by rounding up to a few per cent."""
CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'.-]*(?:\s(?:[a-zà-ÿ]{1,3}\s)?[A-ZÀ-Þ][\w’'.-]*){1,4}")
LOWER = re.compile(r"\b[a-zà-ÿ]{4,}\b")
LONGEST = 120
FULL = 0.8
"""A line at least this share of the usual full width may have been broken by the margin."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The kit's usual type and measure (`width` in characters), and how often each run of capitalised
    words occurs, which words occur in lower case (no names, then), and the lines that say who presents the film (folded)."""

    size: float
    bold: bool
    width: int
    names: Counter[str]
    common: frozenset[str]
    makers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document, lines: Sequence[Line]) -> Layout:
        sizes: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            if line.style:
                sizes[(round(line.style.size, 1), line.style.bold)] += len(line.span)
        (size, bold), _ = sizes.most_common(1)[0] if sizes else ((0.0, False), 0)
        names = Counter(run.casefold() for line in lines for run in CAPITALISED.findall(document.words(line)))
        common = frozenset(word for line in lines for word in LOWER.findall(document.words(line)))
        lengths = sorted(len(line.span) for line in lines)
        return cls(size, bold, lengths[len(lengths) * 9 // 10] if lengths else 0, names, common, _makers(document, lines))

    def stands_out(self, line: Line) -> bool:
        """Set larger or bolder than the body."""
        if not line.style:
            return False
        return line.style.size > self.size * LARGER or (line.style.bold and not self.bold)

    def is_full(self, line: Line) -> bool:
        return len(line.span) >= self.width * FULL


def _makers(document: Document, lines: Sequence[Line]) -> frozenset[str]:
    """«Roe Film presents», and the line above where «present» stands alone."""
    found: set[str] = set()
    above = ""
    for line in lines:
        text = document.words(line)
        if len(text) < LONGEST and PRESENTS.search(text):
            found.add(f" {fold(text if ' ' in text else above)} ")
        above = text
    return frozenset(found)


def gap_between(before: Line | None, after: Line) -> bool:
    """White, or a new page or column, between two lines."""
    if before is None:
        return True
    return after.blank_before > 0 or after.page != before.page or after.column != before.column
