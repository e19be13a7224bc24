"""What kits tell of a person beside their credits: birth, with who says so, and the films of their filmographies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, select

from presskit.catalogue import tables
from presskit.catalogue.corrections import BY_HAND
from presskit.catalogue.lookup import AnyRow
from presskit.catalogue.stated import Fact, Saying, Source, weighed
from presskit.catalogue.store import record_of
from presskit.record import Extraction

BIRTH = ("born", "birthplace")


@dataclass(frozen=True, slots=True)
class Listed:
    """A film that kits list as the person's work, whether it is in the catalogue or not; `kits` say so."""

    year: int | None
    title: str
    forms: str | None
    roles: str | None
    kits: tuple[str, ...]


def births_of(connection: Connection, agent: str) -> tuple[Fact, ...]:
    """When and where the person was born, by every kit that tells it; the preferred value is that of the agent."""
    names, births, kits = tables.agent_names.c, tables.births.c, tables.kits.c
    lives = tables.agent_names.join(tables.births, and_(births.kit == names.kit, births.person == names.name))
    asked = select(tables.births, kits.name.label("file")).select_from(lives.join(tables.kits, kits.kit == births.kit))
    rows = connection.execute(asked.where(names.agent == agent).order_by(births.kit, births.n)).all()
    chosen = connection.execute(select(tables.agents).where(tables.agents.c.agent == agent)).one()
    said: dict[str, list[Saying]] = {field: [] for field in BIRTH}
    for row in rows:
        for field, saying in _said(record_of(connection, row.kit), row):
            said[field].append(saying)
    return tuple(weighed(field, said[field], getattr(chosen, field)) for field in BIRTH if said[field])


def _said(record: Extraction, row: AnyRow) -> Iterator[tuple[str, Saying]]:
    for n, life in enumerate(record.kit.biographies):
        for field in BIRTH:
            value = getattr(life, field)
            if life.person == row.person and value:
                found = record.evidence.get(f"/biographies/{n}/{field}")
                pages = tuple(sorted({span.page for span in found.spans})) if found else ()
                yield field, Saying(value, Source(row.kit, row.file, pages, bool(found and found.found_by == BY_HAND)))


def filmography_of(connection: Connection, agent: str) -> tuple[Listed, ...]:
    """By year and title; what several kits list alike is listed once."""
    names, listed = tables.agent_names.c, tables.filmography_entries.c
    joined = tables.agent_names.join(tables.filmography_entries, and_(listed.kit == names.kit, listed.person == names.name))
    asked = select(listed.kit, listed.year, listed.title, listed.forms, listed.roles).select_from(joined).where(names.agent == agent)
    return tuple(sorted(_merged(connection.execute(asked.order_by(listed.kit, listed.n))), key=lambda film: (film.year or 0, film.title)))


def _merged(rows: Iterable[AnyRow]) -> Iterator[Listed]:
    found: dict[Listed, dict[str, None]] = {}
    for row in rows:
        found.setdefault(Listed(row.year, row.title, row.forms or None, row.roles or None, ()), {})[row.kit] = None
    yield from (replace(film, kits=tuple(kits)) for film, kits in found.items())
