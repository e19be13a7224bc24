"""A record as rows of tables: one definition for every format that has tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from presskit.record import Extraction, Place

Value = str | int | float | None
BETWEEN = " | "
"""Between several values in one cell. Where one of them has the mark in it, the loss report says so."""
CONFUSED = "one of several values in a cell has the mark between values in it"


@dataclass(frozen=True, slots=True)
class Cell:
    """`pointer` names the value in the record, "" where a cell only tells rows apart."""

    value: Value
    pointer: str = ""
    how: str = ""
    """What is less exact than in the record."""


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of thing. The first column is always the kit's name."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[str, Extraction], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the record and where it stands."""

    part: Any
    pointer: str


def table(name: str, path: str, columns: Mapping[str, str]) -> Table:
    """A row for each item of the list at `path` (kit/filmographies/entries: of the lists in each item of a list).

    `columns` maps a name to the way from the item to the value; ../ leads to what holds the item. The items' numbers, from 1,
    come before them: rows can be put back into the order of the kit.
    """
    levels = tuple(path.split("/"))
    numbers = {"entries": ("group_no", "no"), "exchanges": ("group_no", "no"), "film": ()}.get(levels[-1], ("no",))
    return Table(name, ("kit", *numbers, *columns), partial(_rows, levels, tuple(columns.values())))


def _rows(levels: tuple[str, ...], ways: tuple[str, ...], name: str, extraction: Extraction) -> Iterator[Row]:
    for chain, numbers in _chains((Node(extraction, ""),), levels):
        yield (Cell(name), *map(Cell, numbers), *(_cell(chain, way) for way in ways))


def _chains(chain: tuple[Node, ...], levels: tuple[str, ...]) -> Iterator[tuple[tuple[Node, ...], tuple[int, ...]]]:
    """Every way down the levels: the parts passed, and the numbers of those that stand in lists."""
    if not levels:
        yield chain, ()
        return
    below = _step(chain[-1], levels[0])
    if not isinstance(below.part, list):
        yield from _chains((*chain, below), levels[1:])
        return
    for number, item in enumerate(below.part):
        inner = (*chain, Node(item, f"{below.pointer}/{number}"))
        yield from ((found, (number + 1, *numbers)) for found, numbers in _chains(inner, levels[1:]))


def _step(node: Node, key: str) -> Node:
    return Node(getattr(node.part, key), f"{node.pointer}/{key}")


def _cell(chain: tuple[Node, ...], way: str) -> Cell:
    up = way.count("../")
    node = chain[-1 - up]
    for key in filter(None, way.removeprefix("../" * up).split("/")):
        node = _step(node, key)
    confused = isinstance(node.part, list) and any(BETWEEN.strip() in str(item) for item in node.part)
    return Cell(_flat(node.part), node.pointer, CONFUSED if confused else "")


def _flat(value: Any) -> Value:
    if isinstance(value, list):
        return BETWEEN.join(map(str, value)) or None
    return str(value).lower() if isinstance(value, bool) else value


def title_rows(name: str, extraction: Extraction) -> Iterator[Row]:
    """The title the kit gives most weight to, then the others."""
    film = extraction.kit.film
    if film.title is not None:
        yield Cell(name), Cell("preferred"), Cell(film.title, "/kit/film/title")
    for number, title in enumerate(film.other_titles):
        yield Cell(name), Cell("other"), Cell(title, f"/kit/film/other_titles/{number}")


def evidence_rows(name: str, extraction: Extraction) -> Iterator[Row]:
    """A row for each piece of text that a value rests on."""
    for number, (value, evidence) in enumerate(extraction.evidence.items()):
        why = (Cell(evidence.confidence), Cell(evidence.found_by), Cell(evidence.why))
        for place_no, place in enumerate(evidence.spans, start=1):
            yield Cell(name), Cell(value, f"/evidence/{number}"), Cell(place_no), *_place(place), *why


def rival_rows(name: str, extraction: Extraction) -> Iterator[Row]:
    """Values that were found and not chosen."""
    for number, (value, evidence) in enumerate(extraction.evidence.items()):
        for rival_no, rival in enumerate(evidence.rivals):
            words = BETWEEN.join(place.quote for place in rival.spans)
            chosen = Cell(rival.value, f"/evidence/{number}/rivals/{rival_no}")
            yield Cell(name), Cell(value), chosen, Cell(words), Cell(rival.confidence), Cell(rival.found_by)


def issue_rows(name: str, extraction: Extraction) -> Iterator[Row]:
    for number, issue in enumerate(extraction.issues):
        said = Cell(issue.message, f"/issues/{number}")
        words = BETWEEN.join(place.quote for place in issue.spans)
        yield Cell(name), Cell(issue.severity), Cell(issue.code), said, Cell(issue.pointer), Cell(words or None)


def _place(place: Place) -> tuple[Cell, ...]:
    box = place.box or (None, None, None, None)
    return (Cell(place.page), Cell(place.start), Cell(place.end), *map(Cell, box), Cell(place.quote))
