"""What a newer extraction of a kit says otherwise than the one before it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from presskit.catalogue import tables


@dataclass(frozen=True, slots=True)
class Change:
    """One value: where it stands (RFC 6901), and what it was and is; None where it is new or gone."""

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
    """The last two extractions of a kit, the older first; None where there is only one."""
    kept = select(tables.extractions).where(tables.extractions.c.kit == kit)
    rows = connection.execute(kept.order_by(tables.extractions.c.loaded.desc(), tables.extractions.c.extraction).limit(2)).all()
    if len(rows) < 2:
        return None
    before, now = (dict(_leaves("", json.loads(row.record)["kit"])) for row in reversed(rows))
    pointers = dict.fromkeys([*before, *now])
    changes = tuple(Change(at, before.get(at), now.get(at)) for at in pointers if before.get(at) != now.get(at))
    return Diff(rows[1].extraction, rows[0].extraction, changes, len(pointers) - len(changes))


def _leaves(pointer: str, value: Any) -> Iterator[tuple[str, str]]:
    """Values by pointer; what a kit does not state is not there. Items of lists go by what they say, so that one more on top moves none."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _leaves(f"{pointer}/{key}", inside)
    elif isinstance(value, list):
        seen: dict[str, int] = {}
        for item in value:
            said = json.dumps(item, ensure_ascii=False, sort_keys=True)
            seen[said] = seen.get(said, 0) + 1
            yield f"{pointer}/{said[:200]}" + (f" ({seen[said]})" if seen[said] > 1 else ""), said
    elif value is not None:
        yield pointer, str(value)
