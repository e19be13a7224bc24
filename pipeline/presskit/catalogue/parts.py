"""Who made a film and what became of it, by all its kits: credits under the agents' preferred names, companies, awards and screenings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, func, select

from presskit.catalogue import tables

ORDER = {"cast": 0, "crew": 1, "company": 2}


@dataclass(frozen=True, slots=True)
class Credit:
    """What somebody did: `part` is cast, crew or company; `agent` is empty where nobody is known by the name. `kits` say so."""

    part: str
    role: str
    name: str
    character: str | None
    agent: str
    kits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An award, nomination or screening of `film`; `kits` tell of it."""

    film: str
    kind: str
    festival: str
    year: int | None
    section: str | None
    award: str | None
    result: str
    kits: tuple[str, ...]


def credits_of(connection: Connection, kits: Iterable[str]) -> tuple[Credit, ...]:
    """In the order of the kits' lists; the same person in the same role once."""
    done, names, agents = tables.activities.c, tables.agent_names.c, tables.agents.c
    named = and_(names.kit == done.kit, names.name == done.name, (names.kind == "person") == (done.part != "company"))
    joined = tables.activities.outerjoin(tables.agent_names, named).outerjoin(tables.agents, agents.agent == names.agent)
    shown = (func.coalesce(agents.name, done.name).label("shown"), func.coalesce(names.agent, "").label("agent"))
    asked = select(done.kit, done.part, done.role, done.character, *shown).select_from(joined).where(done.kit.in_(sorted(kits)))
    found: dict[tuple[str, str, str, str | None, str], dict[str, None]] = {}
    for row in connection.execute(asked.order_by(done.billing, done.kit, done.n)):
        found.setdefault((row.part, row.role, row.shown, row.character, row.agent), {})[row.kit] = None
    told = (Credit(*credit, tuple(sorted(those))) for credit, those in found.items())
    return tuple(sorted(told, key=lambda credit: ORDER[credit.part]))


def events_of(connection: Connection, kits: Iterable[str]) -> tuple[Event, ...]:
    """Of the films that these kits are for, by film and year; not those of other films, which a kit may tell of too."""
    table, works, held = tables.events.c, tables.works.c, tables.kits.c
    joined = tables.events.join(tables.kits, held.kit == table.kit).join(tables.works, works.work == held.work)
    asked = select(tables.events, works.title).select_from(joined).where(table.kit.in_(sorted(kits)), table.film.is_(None))
    found: dict[Event, dict[str, None]] = {}
    for row in connection.execute(asked.order_by(table.kit, table.n)):
        told = Event(row.title, row.kind, row.festival, row.year, row.section, row.award, row.result, ())
        found.setdefault(told, {})[row.kit] = None
    events = (replace(event, kits=tuple(those)) for event, those in found.items())
    return tuple(sorted(events, key=lambda event: (event.film, event.year or 0, event.festival)))
