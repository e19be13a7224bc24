"""What a newer extraction of a kit says otherwise than the one before it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from presskit.catalogue.extractions import in_rank
from presskit.catalogue.reading import kept_record

Leaf = tuple[str, str, int]
"""A value by its pointer; an item by its list, what it says and how often that was said before: one more on top moves no other."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value: where it stands (RFC 6901; an item by its list), and what it was and is; None where it is new or gone."""

    pointer: str
    before: str | None
    now: str | None

    @property
    def kind(self) -> str:
        return "added" if self.before is None else "removed" if self.now is None else "changed"


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes between two extractions, and how many values stayed as they were."""

    before: str
    now: str
    changes: tuple[Change, ...]
    unchanged: int


def diff(connection: Connection, kit: str) -> Diff | None:
    """The extraction that a kit stands for and the one it stood for before; None where there is only one."""
    rows = in_rank(connection, kit)[:2]
    if len(rows) < 2:
        return None
    before, now = (dict(_leaves("", kept_record(row.record, kit).kit.model_dump(mode="json"))) for row in reversed(rows))
    leaves = dict.fromkeys([*before, *now])
    changes = tuple(Change(leaf[0], before.get(leaf), now.get(leaf)) for leaf in leaves if before.get(leaf) != now.get(leaf))
    return Diff(rows[1].extraction, rows[0].extraction, changes, len(leaves) - len(changes))


def _leaves(pointer: str, value: Any) -> Iterator[tuple[Leaf, str]]:
    """What a kit does not state is not there."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _leaves(f"{pointer}/{key}", inside)
    elif isinstance(value, list):
        seen: Counter[str] = Counter()
        for item in value:
            said = item if isinstance(item, str) else json.dumps(item, ensure_ascii=False, sort_keys=True)
            seen[said] += 1
            yield (pointer, said, seen[said]), said
    elif value is not None:
        yield (pointer, "", 0), str(value)
