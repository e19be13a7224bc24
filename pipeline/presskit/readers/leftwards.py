"""Words written from right to left, told in the order in which they are read; a PDF has them as they stand on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

RIGHT, LEFT = frozenset({"R", "AL"}), frozenset({"L", "EN", "AN"})
MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
"""Signs that a reader of such words sees turned round."""

Marks = tuple[tuple[int, int], ...]


def as_read(text: str, marks: Marks) -> tuple[str, Marks]:
    """A line in reading order, with the offsets of its marks. Latin words and numbers in it stay as they are."""
    directions = [unicodedata.bidirectional(sign) for sign in text]
    if not any(direction in RIGHT for direction in directions):
        return text, marks
    order = _order(directions)
    turned = set(_turned(directions))
    told = "".join(MIRRORED.get(text[at], text[at]) if at in turned else text[at] for at in order)
    place = {at: now for now, at in enumerate(order)}
    moved = ([place[at] for at in range(*mark)] for mark in marks)
    return told, tuple((min(places), max(places) + 1) for places in moved)


def _order(directions: Sequence[str]) -> list[int]:
    """Where in the line each sign of the reading stands."""
    if _mostly_leftwards(directions):
        pieces = [_piece(run, forwards) for forwards, run in _runs(directions, LEFT)]
        return [at for piece in reversed(pieces) for at in piece]
    return [at for leftwards, run in _runs(directions, RIGHT) for at in _piece(run, not leftwards)]


def _turned(directions: Sequence[str]) -> Iterator[int]:
    whole = _mostly_leftwards(directions)
    for named, run in _runs(directions, LEFT if whole else RIGHT):
        if named is not whole:
            yield from run


def _mostly_leftwards(directions: Sequence[str]) -> bool:
    return sum(one in RIGHT for one in directions) >= sum(one == "L" for one in directions)


def _piece(run: Sequence[int], forwards: bool) -> Sequence[int]:
    return run if forwards else run[::-1]


def _runs(directions: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[bool, range]]:
    """Stretches of the wanted direction, with the blanks and signs between its letters, and what is between such stretches."""
    inside = [direction in wanted for direction in directions]
    bridge: list[int] = []
    open_run = False
    for at, direction in enumerate(directions):
        if inside[at]:
            if open_run:
                for between in bridge:
                    inside[between] = True
            bridge, open_run = [], True
        elif direction in RIGHT | LEFT:
            bridge, open_run = [], False
        else:
            bridge.append(at)
    for named, group in groupby(range(len(directions)), key=lambda at: inside[at]):
        found = list(group)
        yield named, range(found[0], found[-1] + 1)
