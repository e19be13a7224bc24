"""Things in the catalogue by the names people give them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, or_, select

from presskit.catalogue import tables
from presskit.errors import NotInCatalogue

SHORTEST = 6
"""Signs of a digest from which it is taken for one."""


@dataclass(frozen=True, slots=True)
class Run:
    """One loading; times in UTC, ISO 8601."""

    run: str
    started: str
    records: int
    source: str
    undone: str | None


def kit_named(connection: Connection, name: str) -> str:
    """The SHA-256 of a kit by its file name or the beginning of its digest. Raises NotInCatalogue for none and for several."""
    kits = tables.kits.c
    named = kits.name == name
    chosen = or_(named, kits.kit.startswith(name, autoescape=True)) if len(name) >= SHORTEST else named
    found = connection.execute(select(kits.kit, kits.name).where(chosen).order_by(kits.kit).limit(6)).all()
    if len(found) == 1:
        return str(found[0].kit)
    if not found:
        raise NotInCatalogue(name, "No kit of this name or digest", "`presskit catalogue find` finds kits by their words.")
    raise NotInCatalogue(name, "Several kits go by this name", f"Name one by its digest: {', '.join(row.kit[:12] for row in found)} …")


def runs_of(connection: Connection) -> list[Run]:
    """Every run with the records it holds now, the last first."""
    held = select(tables.extractions.c.run, func.count().label("records")).group_by(tables.extractions.c.run).subquery()
    rows = select(tables.runs, func.coalesce(held.c.records, 0).label("records")).outerjoin(held, held.c.run == tables.runs.c.run)
    ordered = rows.order_by(tables.runs.c.started.desc(), tables.runs.c.run)
    return [
        Run(row.run, _moment(row.started), row.records, row.source, _moment(row.undone) if row.undone else None)
        for row in connection.execute(ordered)
    ]


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
