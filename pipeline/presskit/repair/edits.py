"""Edits of a text, and the way back to where its characters stood before."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text are to read `new`."""

    start: int
    end: int
    new: str


Find = Callable[[str], Iterator[Edit]]
"""What a repair wants changed in a text, from its beginning to its end."""


def edited(text: str, origin: array[int], edits: Sequence[Edit]) -> tuple[str, array[int]]:
    """The text with all edits made. A new character comes from the one in its place, or from the last one replaced."""
    parts: list[str] = []
    moved = array("I")
    at = 0
    for edit in edits:
        parts.append(text[at : edit.start])
        moved.extend(origin[at : edit.start])
        parts.append(edit.new)
        last = max(edit.start, edit.end - 1)
        moved.extend([origin[min(edit.start + offset, last)] for offset in range(len(edit.new))])
        at = edit.end
    parts.append(text[at:])
    moved.extend(origin[at:])
    return "".join(parts), moved


def replacing(pattern: re.Pattern[str], new: Callable[[re.Match[str]], str | None]) -> Find:
    """A repair that looks at every match of a pattern; `new` is None where it is fine as it is."""

    def find(text: str) -> Iterator[Edit]:
        for match in pattern.finditer(text):
            fixed = new(match)
            if fixed is not None and fixed != match.group():
                yield Edit(match.start(), match.end(), fixed)

    return find


def removing(pattern: re.Pattern[str]) -> Find:
    return replacing(pattern, lambda _: "")
