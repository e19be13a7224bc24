"""Running heads, footers and page numbers: what repeats at the edges of the pages is set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.model import Line

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"^\W{0,4}(?:page|seite|página|pagina|p\.)?\s?\d{1,3}(?:\s?(?:/|of|von|sur|de|di)\s?\d{1,3})?\W{0,4}$", re.IGNORECASE
)
EDGE = 2
"""So many lines at the top and at the bottom of a page may be furniture."""
SHARE = 0.5
"""What stands on so many of the pages is a running head; a chapter's head may be missing on some."""
FEWEST = 3
"""Fewer repeats than this are a coincidence (a heading printed twice)."""


def furniture(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The same lines, those that belong to the page rather than to the kit marked."""
    pages = _pages(lines)
    edges = {number for page in pages for number in (*page[:EDGE], *page[-EDGE:])}
    keys = {number: _key(text, lines[number]) for number in sorted(edges)}
    seen = Counter(key for key in keys.values())
    needed = max(FEWEST, SHARE * len(pages))
    for number, line in enumerate(lines):
        key = keys.get(number)
        runs = key is not None and seen[key] >= needed
        numbered = key is not None and len(pages) > 1 and _is_page_number(text, line, pages)
        yield replace(line, furniture=True) if runs or numbered else line


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    pages: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        pages.setdefault(line.page, []).append(number)
    return [_by_height(lines, pages[page]) for page in sorted(pages)]


def _by_height(lines: Sequence[Line], numbers: list[int]) -> list[int]:
    """A page's lines from top to bottom, whatever column they stand in."""
    return sorted(numbers, key=lambda number: box.top if (box := lines[number].box) else number)


def _key(text: str, line: Line) -> str:
    return DIGITS.sub("#", text[line.span.start : line.span.end].casefold())


def _is_page_number(text: str, line: Line, pages: Sequence[Sequence[int]]) -> bool:
    """A number alone on the first or last line of a page, no greater than a little more than the number of pages."""
    words = text[line.span.start : line.span.end]
    if not PAGE_NUMBER.match(words):
        return False
    numbers = [int(found) for found in DIGITS.findall(words)]
    return 0 < numbers[0] <= len(pages) + 10
