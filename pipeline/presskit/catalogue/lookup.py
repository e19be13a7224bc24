"""Things in the catalogue by the names people give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from presskit.catalogue import tables
from presskit.errors import NotInCatalogue

AnyRow = Row[tuple[object, ...]]
HEXADECIMAL = re.compile(r"[0-9a-f]{6,64}")
"""What is taken for the beginning of a digest; fewer signs say too little."""


@dataclass(frozen=True, slots=True)
class Run:
    """One loading; times in UTC, ISO 8601."""

    run: str
    started: str
    records: int
    source: str
    undone: str | None


def is_kit(connection: Connection, name: str) -> bool:
    """Whether any kit goes by this file name or digest."""
    return connection.execute(select(tables.kits.c.kit).where(_goes_by(name)).limit(1)).first() is not None


def _goes_by(name: str) -> ColumnElement[bool]:
    return or_(tables.kits.c.name == name, begins(tables.kits.c.kit, name))


def begins(digest: ColumnElement[str], sign: str) -> ColumnElement[bool]:
    """Whether a digest begins so: asked as a range, for no index serves a pattern; an empty one for what is no digest, or too short."""
    first = sign.lower()
    return and_(digest >= first, digest < (f"{first}g" if HEXADECIMAL.fullmatch(first) else first))


def kit_named(connection: Connection, name: str) -> str:
    """The SHA-256 of a kit by its file name or the beginning of its digest. Raises NotInCatalogue for none and for several."""
    kits = tables.kits.c
    found = connection.execute(select(kits.kit, kits.name).where(_goes_by(name)).order_by(kits.kit).limit(6)).all()
    if len(found) == 1:
        return str(found[0].kit)
    if not found:
        raise NotInCatalogue(name, "No kit of this name or digest", "`presskit catalogue find` finds kits by their words.")
    raise NotInCatalogue(name, "Several kits go by this name", f"Name one by its digest: {', '.join(row.kit[:12] for row in found)} …")


@dataclass(frozen=True, slots=True)
class Film:
    """A work and its kits: digest and file name of each."""

    work: str
    title: str
    year: int | None
    runtime_minutes: int | None
    directors: str | None
    kits: tuple[tuple[str, str], ...]


def films(connection: Connection, work: str | None = None) -> list[Film]:
    """All works by title, or one."""
    works, kits = tables.works.c, tables.kits.c
    asked = select(tables.works, kits.kit, kits.name).outerjoin(tables.kits, kits.work == works.work)
    asked = asked.order_by(works.title, works.work, kits.kit)
    rows = connection.execute(asked if work is None else asked.where(works.work == work)).all()
    return [_film([*own]) for _, own in groupby(rows, key=lambda row: row.work)]


def _film(rows: Sequence[AnyRow]) -> Film:
    """A work from its rows, one for each kit."""
    film = rows[0]
    kits = tuple((row.kit, row.name) for row in rows if row.kit)
    return Film(film.work, film.title, film.year, film.runtime_minutes, film.directors, kits)


def work_named(connection: Connection, name: str) -> str:
    """A work by its name, by a kit of it, or by its title. Raises NotInCatalogue for none and for several."""
    works = tables.works.c
    found = connection.execute(select(works.work).where(or_(works.work == name, works.title == name)).limit(6)).scalars().all()
    if len(found) == 1:
        return str(found[0])
    if found:
        raise NotInCatalogue(name, "Several films have this title", f"Name one by its digest: {', '.join(found)}.")
    return str(connection.execute(select(tables.kits.c.work).where(tables.kits.c.kit == kit_named(connection, name))).scalar_one())


def runs_of(connection: Connection) -> list[Run]:
    """Every run with the records it holds now, the last first."""
    held = select(tables.extractions.c.run, func.count().label("records")).group_by(tables.extractions.c.run).subquery()
    rows = select(tables.runs, func.coalesce(held.c.records, 0).label("records")).outerjoin(held, held.c.run == tables.runs.c.run)
    ordered = rows.order_by(tables.runs.c.started.desc(), tables.runs.c.run)
    return [
        Run(row.run, moment(row.started), row.records, row.source, moment(row.undone) if row.undone else None)
        for row in connection.execute(ordered)
    ]


def moment(seconds: float) -> str:
    """Seconds since the epoch as UTC, ISO 8601."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
