"""Leaving kits out: what is learned or tuned is scored on kits that it has not seen, nor any kit of the same film or template."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit.errors import RecordInvalid
from presskit.record import PressKit
from presskit.vocabulary import fold

Group = tuple[str, ...]
"""Names of kits that belong on one side of every split."""


@dataclass(frozen=True, slots=True)
class Fold:
    """One split: names of the kits to learn from, and of those to score on."""

    kept: frozenset[str]
    left_out: frozenset[str]


def leave_out(groups: Iterable[Group], folds: int) -> list[Fold]:
    """Each kit left out once, never apart from its group. Folds come out as even as whole groups allow; none is empty."""
    ordered = sorted(groups, key=lambda group: (-len(group), group))
    parts: list[set[str]] = [set() for _ in range(min(folds, len(ordered)))]
    for group in ordered:
        min(parts, key=len).update(group)
    every = frozenset(name for group in ordered for name in group)
    return [Fold(every - part, frozenset(part)) for part in parts]


def grouped(golds: Mapping[str, PressKit], together: Iterable[Group] = ()) -> list[Group]:
    """Kits of one film as groups, and those said to belong `together`; every other kit is one by itself.

    Kits that share a title or a director count as of one film: one maker's kits are often made alike.
    """
    group = {name: {name} for name in golds}
    sharing: dict[str, list[str]] = {}
    for name, gold in golds.items():
        for mark in _marks(gold):
            sharing.setdefault(mark, []).append(name)
    for names in [*sharing.values(), *together]:
        _join(group, [name for name in names if name in group])
    return sorted({tuple(sorted(names)) for names in group.values()})


def read_groups(path: Path) -> list[Group]:
    """A JSON list of lists of kits' names, such as those made with one template. Raises RecordInvalid."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if all(isinstance(name, str) for names in content for name in names):
            return [tuple(names) for names in content]
    except (OSError, ValueError, TypeError) as broken:
        raise RecordInvalid(path, f"These are no groups ({broken})", "It holds a list of lists of kits' names.") from broken
    raise RecordInvalid(path, "These are no groups", "It holds a list of lists of kits' names.")


def _marks(gold: PressKit) -> set[str]:
    return {fold(words) for words in (gold.film.title or "", *gold.film.other_titles, *gold.film.directors)} - {""}


def _join(group: dict[str, set[str]], names: Sequence[str]) -> None:
    """Groups that share a kit become one: who was with the one is with the other, too."""
    joined = {other for name in names for other in group[name]}
    for name in joined:
        group[name] = joined
