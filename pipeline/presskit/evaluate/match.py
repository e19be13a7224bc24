"""One-to-one matching of what gold states with what an output states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that counts: items match only where `key` is equal and, for some families, `texts` agree too.

    `printed` is the key in the kit's own wording, `pointer` where it stands in its record: neither decides anything.
    """

    key: tuple[str, ...]
    texts: tuple[str, ...] = ()
    printed: tuple[str, ...] = field(default=(), compare=False)
    pointer: str = field(default="", compare=False)

    def __str__(self) -> str:
        return " | ".join([*self.key, *self.texts])


Agree = Callable[[Item, Item], float]
"""How well two items of the same key agree: 0 not at all, 1 wholly."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one family came out: pairs (gold, output), what gold alone has, what the output alone has."""

    matched: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    spurious: tuple[Item, ...]


def match(gold: Iterable[Item], output: Iterable[Item], agree: Agree) -> Outcome:
    """The largest possible one-to-one matching, better agreement first where there is a choice."""
    wanted, found = list(gold), list(output)
    pairs: list[tuple[int, int]] = []
    places = _by_key(found)
    for key, rows in _by_key(wanted).items():
        pairs.extend(_pairs(wanted, found, (rows, places.get(key, [])), agree))
    held, used = {g for g, _ in pairs}, {o for _, o in pairs}
    return Outcome(
        tuple((wanted[g], found[o]) for g, o in sorted(pairs)),
        tuple(item for at, item in enumerate(wanted) if at not in held),
        tuple(item for at, item in enumerate(found) if at not in used),
    )


def _by_key(items: Sequence[Item]) -> Mapping[tuple[str, ...], list[int]]:
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        groups[item.key].append(at)
    return groups


def _pairs(gold: Sequence[Item], output: Sequence[Item], rows: tuple[list[int], list[int]], agree: Agree) -> list[tuple[int, int]]:
    """Augmenting paths over the items of one key. Items without texts all agree: they pair off in order."""
    wanted, found = rows
    if not any(gold[at].texts for at in wanted):
        return list(zip(wanted, found, strict=False))
    edges = {g: _best_first([(agree(gold[g], output[o]), o) for o in found]) for g in wanted}
    taken: dict[int, int] = {}
    for g in wanted:
        _place(g, edges, taken)
    return [(g, o) for o, g in taken.items()]


def _best_first(scored: list[tuple[float, int]]) -> list[int]:
    return [o for score, o in sorted(scored, key=lambda pair: (-pair[0], pair[1])) if score > 0]


def _place(start: int, edges: Mapping[int, list[int]], taken: dict[int, int]) -> None:
    """Give `start` a partner, moving others to their second choice where that makes room (breadth first)."""
    came_from: dict[int, int] = {}
    queue = [start]
    for g in queue:
        for o in edges[g]:
            if o in came_from:
                continue
            came_from[o] = g
            if o not in taken:
                _shift(o, start, came_from, taken)
                return
            queue.append(taken[o])


def _shift(free: int, start: int, came_from: Mapping[int, int], taken: dict[int, int]) -> None:
    """Walk the path back from a free partner, handing each on the path its new one."""
    partner_of = {g: o for o, g in taken.items()}
    while True:
        g = came_from[free]
        taken[free] = g
        if g == start:
            return
        free = partner_of[g]
