"""What the catalogue hands over: records one at a time, kits of one film together, and which work and agents they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sqlalchemy import ColumnElement, Connection, or_, select

from presskit.catalogue import tables
from presskit.catalogue.store import Catalogue, current, record_of
from presskit.errors import NotInCatalogue
from presskit.record import Extraction


@dataclass(frozen=True, slots=True)
class Handed:
    """A record as people corrected it; `name` tells it from all others, `agents` are known by printed name."""

    name: str
    record: Extraction
    work: str
    agents: Mapping[str, str]


def handed(catalogue: Catalogue, since: str | None = None) -> Iterator[Handed]:
    """Every kit by work and digest; with `since` those that this run or a later one, or a decision since, changed.

    One transaction per kit, so that nobody waits for a long export. Raises NotInCatalogue for an unknown run, before anything is read.
    """
    with catalogue.read() as connection:
        kits = _kits(connection, since)
    return (found for kit in kits for found in _handed(catalogue, kit))


def _kits(connection: Connection, since: str | None) -> list[str]:
    kits = tables.kits.c
    asked = select(kits.kit).order_by(kits.work, kits.kit)
    if since is not None:
        asked = asked.where(_changed(_started(connection, since)))
    return list(connection.execute(asked).scalars())


def _started(connection: Connection, run: str) -> float:
    started = connection.execute(select(tables.runs.c.started).where(tables.runs.c.run == run)).scalar_one_or_none()
    if started is None:
        raise NotInCatalogue(run, "No run of this name", "`presskit catalogue runs` lists them.")
    return float(started)


def _changed(moment: float) -> ColumnElement[bool]:
    loaded, said = tables.extractions.c, tables.decisions.c
    touched = or_(said.made >= moment, said.undone >= moment)
    return or_(
        tables.kits.c.extraction.in_(select(loaded.extraction).where(loaded.loaded >= moment)),
        tables.kits.c.kit.in_(select(said.one).where(touched)),
        tables.kits.c.kit.in_(select(said.other).where(touched)),
    )


def _handed(catalogue: Catalogue, kit: str) -> Iterator[Handed]:
    """Nothing where the kit left the catalogue meanwhile."""
    with catalogue.read() as connection:
        if current(connection, kit) is None:
            return
        row = connection.execute(select(tables.kits.c.name, tables.kits.c.work).where(tables.kits.c.kit == kit)).one()
        found = Handed(f"{PurePath(row.name).stem}.{kit[:12]}", record_of(connection, kit), row.work, _agents(connection, kit))
    yield found


def _agents(connection: Connection, kit: str) -> dict[str, str]:
    names = tables.agent_names.c
    asked = select(names.name, names.agent).where(names.kit == kit, names.agent.is_not(None)).order_by(names.n)
    return {row.name: row.agent for row in connection.execute(asked)}
