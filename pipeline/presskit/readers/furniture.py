"""Running heads, footers and page numbers: what repeats at the edges of the pages is set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

DIGITS = re.compile(r"\d{1,9}")
LETTERS = re.compile(r"[^\W\d_]")
PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page|seite|página|pagina|pág\.?|pag\.?|s\.|p\.)?\s?(\d{1,4}|[ivxl]{1,7})"
    r"(?:\s?(?:/|of|von|sur|de|di|out of)\s?\d{1,4})?\W{0,4}",
    re.IGNORECASE,
)
SPREAD = re.compile(r"(\d{1,4})\s{1,30}(\d{1,4})")
ROMAN: Mapping[str, int] = {"i": 1, "v": 5, "x": 10, "l": 50}
DEEPEST = 3
"""So many lines at the top and at the bottom of a page may be furniture, if all that stand further out are."""
SHARE = 0.5
"""What stands on so many of the pages is a running head; left and right pages may have different ones, a chapter's head some pages."""
SHARE_NUMBERED = 0.25
"""With a number in it that counts the pages, fewer will do."""
FEWEST = 3
"""Fewer repeats than this are a coincidence (a heading printed twice)."""
COVER = 6
"""Lines of a kit among which the title stands."""
SHORT_COVER = 25
MORE = re.compile(r"[\d|–—·•/]|\S{2,}\s+\S.{40,}")
"""Marks and figures that running heads have and titles do not."""
LARGE = 1.25
"""A running head is not set larger than this many times the usual size, or it is a heading that several pages share."""
APART = 0.6
"""White between furniture and text, in lines; between two lines of text there is less."""
SAME_HEIGHT = 4.0
"""Points by which the places of a running head differ at most."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line as furniture is told by: its words, and in a PDF its height on the page in points and its type size.

    `above` is the white above it, in lines.
    """

    text: str
    top: float = 0.0
    size: float = 0.0
    above: float = 0.0

    @property
    def key(self) -> str:
        return DIGITS.sub("#", " ".join(self.text.casefold().split()))


class Place(NamedTuple):
    """Page and line within it, both from 0."""

    page: int
    line: int


def furniture(pages: Sequence[Sequence[Edge]]) -> frozenset[Place]:
    """The lines that belong to the pages rather than to the kit; `pages` hold their lines from top to bottom."""
    found: set[Place] = set()
    usual = median([line.size for page in pages for line in page] or [0.0])
    for from_top in (True, False):
        for _ in range(DEEPEST):
            outer = [place for page in range(len(pages)) if (place := _outermost(pages, page, found, from_top)) is not None]
            more = _running(pages, outer, usual) | _numbers(pages, outer)
            more |= _cover_again(pages, outer, usual) if from_top else set()
            if not more:
                break
            found |= more
    return frozenset(found - _attached(pages, found) - _title(pages, found))


def _title(pages: Sequence[Sequence[Edge]], found: set[Place]) -> set[Place]:
    """A text's short first page is a cover: what later pages repeat at their head stands there as the film's title, if it says no
    more. In a PDF the type's size tells a title from a running head."""
    first = next((Place(0, at) for at, line in enumerate(pages[0][:COVER]) if line.text), None) if pages else None
    if first not in found or first is None or len(pages[0]) > SHORT_COVER:
        return set()
    edge = pages[0][first.line]
    again = sum(edge.key in line.key for line in pages[0]) > 1
    return set() if edge.size or again or MORE.search(edge.text) else {first}


def _attached(pages: Sequence[Sequence[Edge]], found: set[Place]) -> set[Place]:
    """Lines found that run into the page's text without white between: they are its first or last lines. In a text the outermost
    line may do without, there a page's head often does."""
    loose: set[Place] = set()
    for page, lines in enumerate(pages):
        head = next((at for at in range(len(lines)) if (page, at) not in found), len(lines))
        foot = next((at for at in range(len(lines), 0, -1) if (page, at - 1) not in found), 0)
        if head >= foot:
            continue
        kept = next((at for at in range(head, 0, -1) if lines[at].above >= APART), 0)
        last = next((at for at in range(foot, len(lines)) if lines[at].above >= APART), len(lines))
        printed = bool(lines[0].size)
        loose |= {Place(page, at) for at in range(kept if printed else max(kept, 1), head)}
        loose |= {Place(page, at) for at in range(foot, last if printed else min(last, len(lines) - 1))}
    return loose


def _outermost(pages: Sequence[Sequence[Edge]], page: int, found: set[Place], from_top: bool) -> Place | None:
    numbers = range(len(pages[page])) if from_top else range(len(pages[page]) - 1, -1, -1)
    return next((Place(page, number) for number in numbers if (page, number) not in found), None)


def _running(pages: Sequence[Sequence[Edge]], outer: Sequence[Place], usual: float) -> set[Place]:
    """Lines that say the same at the same place on many pages, page numbers apart."""
    groups: dict[tuple[str, int], set[Place]] = {}
    for place in outer:
        edge = pages[place[0]][place[1]]
        if LETTERS.search(edge.text):
            key = edge.key
            for band in _bands(edge.top):
                groups.setdefault((key, band), set()).add(place)
    return {place for places in groups.values() if _often(pages, sorted(places), usual) for place in places}


def _cover_again(pages: Sequence[Sequence[Edge]], outer: Sequence[Place], usual: float) -> set[Place]:
    """The film's title above the text of a later page, as the cover has it: a kit of few pages repeats it too seldom to count."""
    cover = {line.key for line in pages[0][:COVER]} if pages else set()
    return {
        place
        for place in outer
        if place.page and place.line + 1 < len(pages[place.page]) and pages[place.page][place.line].key in cover
        if LETTERS.search((edge := pages[place.page][place.line]).text) and pages[place.page][place.line + 1].above >= APART
        if not (usual and edge.size > LARGE * usual)
    }


def _bands(top: float) -> tuple[int, int]:
    """The height in steps, counted from two starting points so that near heights share at least one."""
    step = 2 * SAME_HEIGHT
    return (int(top / step) * 2, int((top + SAME_HEIGHT) / step) * 2 + 1)


def _often(pages: Sequence[Sequence[Edge]], places: Sequence[Place], usual: float) -> bool:
    edges = [pages[page][number] for page, number in places]
    large = bool(usual) and median([edge.size for edge in edges]) > LARGE * usual
    if _counting(places, [DIGITS.findall(edge.text) for edge in edges]):
        return len(places) >= max(2, SHARE_NUMBERED * len(pages)) and not large
    return len(places) >= max(FEWEST, SHARE * len(pages)) and not (large and len(places) < 0.8 * len(pages))


def _counting(places: Sequence[Place], numbers: Sequence[Sequence[str]]) -> bool:
    """One of the numbers in the lines goes up with the pages."""
    if len(places) < 2 or not numbers[0]:
        return False
    return any(
        len({int(found[at]) - step * page for (page, _), found in zip(places, numbers, strict=True)}) == 1
        for at in range(len(numbers[0]))
        for step in (1, 2)
    )


def _numbers(pages: Sequence[Sequence[Edge]], outer: Sequence[Place]) -> set[Place]:
    """Lines with nothing but a page number: they count the pages, or one of them names the page it stands on.

    Where a page is a spread there are two numbers in a line.
    """
    if len(pages) < 2:
        return set()
    spreads = {place: number - 2 * place[0] for place in outer if (number := _spread_number(pages[place[0]][place[1]].text)) is not None}
    often = Counter(spreads.values())
    offsets = {place: number - place[0] for place in outer if (number := page_number(pages[place[0]][place[1]].text)) is not None}
    usual = Counter(offsets.values())
    single = {place for place, offset in offsets.items() if usual[offset] > 1 or offset in (0, 1)}
    return single | {place for place, offset in spreads.items() if often[offset] > 1}


def _spread_number(text: str) -> int | None:
    """The first of two page numbers that stand in one line ("6        7")."""
    match = SPREAD.fullmatch(text.strip()) if len(text) < 40 else None
    return int(match.group(1)) if match and int(match.group(2)) == int(match.group(1)) + 1 else None


def page_number(text: str) -> int | None:
    """The number of a page, if a line says nothing else ("– 2 –", "Page 3 of 9", "iv")."""
    match = PAGE_NUMBER.fullmatch(text.strip()) if len(text) < 40 else None
    if match is None:
        return None
    found = match.group(1).casefold()
    return int(found) if found.isdigit() else _roman(found)


def _roman(letters: str) -> int:
    values = [ROMAN[letter] for letter in letters]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def numbered_breaks(lines: Sequence[Edge]) -> Iterator[int]:
    """Page numbers inside a text that has lost its pages, alone or beside a running head: three and more that count up, far apart on
    the whole (a short page's number stands near the next one)."""
    numbered: dict[str, list[tuple[int, int]]] = {}
    for at, line in enumerate(lines):
        number = page_number(line.text) if line.text else None
        if number is not None:
            numbered.setdefault("", []).append((at, number))
        elif headed := HEADED.fullmatch(" ".join(line.text.split())):
            numbered.setdefault(line.key, []).append((at, int(headed["before"] or headed["after"])))
    for found in numbered.values():
        yield from _counting_up(found)


def _counting_up(found: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The lines of the longest run of numbers that go up by one."""
    runs: list[list[tuple[int, int]]] = []
    for at, number in found:
        run = next((run for run in reversed(runs[-KEPT_IN_MIND:]) if number == run[-1][1] + 1), None)
        if run is None:
            runs.append([(at, number)])
        else:
            run.append((at, number))
    longest = max(runs, key=len, default=[])
    if len(longest) >= FEWEST and longest[-1][0] - longest[0][0] >= FAR_APART * (len(longest) - 1):
        yield from (at for at, _ in longest)


HEADED = re.compile(r"(?P<before>\d{1,3})\s[^\d]{3,60}|[^\d]{3,60}\s(?P<after>\d{1,3})")
"""A running head beside the page's number: «LOW TIDE 4»."""
FAR_APART = 12
"""Lines between two page numbers, at the mean; numbered questions and lists are closer."""
KEPT_IN_MIND = 50
"""Lone numbers among which the one that a page number follows is looked for."""
