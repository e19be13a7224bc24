"""Two texts word by word: what both have, what one has alone, with long stretches in common cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

TOKEN = re.compile(r"\S+\s*")
MOST_WORDS = 4_000
"""Words between common beginning and end beyond which the search for common words takes too long (it is quadratic)."""
CONTEXT = 14
"""Words kept on each side of a difference."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in a row; `alone` if only this side has them. `cut` words before its end are left out, 0 if none."""

    text: str
    alone: bool = False
    cut: int = 0


Side = tuple[Stretch, ...]


def contrast(before: str, after: str) -> tuple[Side, Side]:
    """Both sides with their differences marked. Blanks alone make no difference."""
    one, other = TOKEN.findall(before), TOKEN.findall(after)
    sides: tuple[list[Stretch], list[Stretch]] = ([], [])
    blocks = list(_blocks([token.strip() for token in one], [token.strip() for token in other]))
    for at, (same, i1, i2, j1, j2) in enumerate(blocks):
        edges = at == 0, at == len(blocks) - 1
        for side, tokens in zip(sides, (one[i1:i2], other[j1:j2]), strict=True):
            side.extend(_shortened(tokens, edges) if same else _alone(tokens))
    return tuple(sides[0]), tuple(sides[1])


Block = tuple[bool, int, int, int, int]


def _blocks(one: Sequence[str], other: Sequence[str]) -> Iterator[Block]:
    """Whether the words are the same, and where they stand in both."""
    head = _common(one, other)
    tail = _common(one[head:][::-1], other[head:][::-1])
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    if head:
        yield True, 0, head, 0, head
    for same, i1, i2, j1, j2 in _middle(*middle):
        yield same, head + i1, head + i2, head + j1, head + j2
    if tail:
        yield True, len(one) - tail, len(one), len(other) - tail, len(other)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _middle(one: Sequence[str], other: Sequence[str]) -> Iterator[Block]:
    if not one and not other:
        return
    if not one or not other or max(len(one), len(other)) > MOST_WORDS:
        yield False, 0, len(one), 0, len(other)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other).get_opcodes():
        yield tag == "equal", i1, i2, j1, j2


def _alone(tokens: Sequence[str]) -> Iterator[Stretch]:
    """The blank behind the last word belongs to nobody: marked, it would show as a tail."""
    text = "".join(tokens)
    if text:
        yield Stretch(text.rstrip(), alone=True)
        yield Stretch(text[len(text.rstrip()) :])


def _shortened(tokens: Sequence[str], edges: tuple[bool, bool]) -> Iterator[Stretch]:
    """Words in common: only those next to a difference. `edges`: whether the text begins or ends here."""
    first = 0 if edges[0] else CONTEXT
    last = 0 if edges[1] else CONTEXT
    left_out = len(tokens) - first - last
    if left_out <= CONTEXT:
        yield Stretch("".join(tokens))
        return
    yield Stretch("".join(tokens[:first]), cut=left_out)
    yield Stretch("".join(tokens[len(tokens) - last :]))
