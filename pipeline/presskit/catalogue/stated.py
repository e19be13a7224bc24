"""Facts as kits state them: each value with the kits and pages that say so, and which of them is preferred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from presskit.catalogue import tables
from presskit.catalogue.corrections import BY_HAND
from presskit.catalogue.lookup import AnyRow
from presskit.catalogue.pointers import parts_of
from presskit.catalogue.preferring import preferred

FACTS = tuple(column.name for column in tables.manifestations.columns if column.name != "kit")
IN_FILM, BEYOND_FILM = "/film/", "/film0"
"""What begins with the one comes, by the order of signs, before the other."""
OTHER_TITLES = "other_titles"


@dataclass(frozen=True, slots=True)
class Source:
    """A kit that says so, and on which pages; `by_hand` where a person put the value there."""

    kit: str
    file: str
    pages: tuple[int, ...]
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact, lists as words between semicolons, with everybody who states it."""

    value: str | int
    preferred: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """All that is said of one fact, the preferred value first; it is `disputed` where kits say different things."""

    fact: str
    disputed: bool
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one kit says."""

    value: str | int
    source: Source


Places = Mapping[tuple[str, str], tuple[tuple[int, ...], bool]]
"""The pages on which a kit states a field, and whether a person did instead."""


def weighed(fact: str, said: Sequence[Saying], best: str | int | None) -> Fact:
    """What all kits say of a fact; the preferred value first, then what more of them say."""
    sources: dict[str | int, list[Source]] = {}
    for saying in said:
        sources.setdefault(saying.value, []).append(saying.source)
    order = sorted(sources, key=lambda value: (value != best, -len(sources[value]), str(value)))
    return Fact(fact, len(order) > 1, tuple(Value(value, value == best, tuple(sources[value])) for value in order))


def facts_of(connection: Connection, kits: Iterable[str]) -> tuple[Fact, ...]:
    """Every fact that kits of one film state."""
    those = sorted(kits)
    table, named = tables.manifestations, tables.kits.c
    asked = select(table, named.name.label("file")).join(tables.kits, named.kit == table.c.kit).where(table.c.kit.in_(those))
    rows = connection.execute(asked.order_by(table.c.kit)).all()
    places = _places(connection, those)
    title, *others = (_fact(field, rows, places) for field in FACTS)
    return tuple(fact for fact in (title, _other_titles(connection, rows, places), *others) if fact.values)


def _fact(field: str, rows: Iterable[AnyRow], places: Places) -> Fact:
    said = [Saying(value, _source(row, field, places)) for row in rows if (value := getattr(row, field)) not in (None, "")]
    return weighed(field, said, preferred(saying.value for saying in said))


def _other_titles(connection: Connection, rows: Iterable[AnyRow], places: Places) -> Fact:
    """No title excludes another: none of them is disputed or preferred."""
    table, kits = tables.titles.c, {row.kit: row for row in rows}
    asked = select(table.kit, table.title).where(table.kit.in_(sorted(kits)), table.type == "alternative")
    told = connection.execute(asked.order_by(table.kit, table.n)).all()
    said = [Saying(row.title, _source(kits[row.kit], OTHER_TITLES, places)) for row in told]
    return Fact(OTHER_TITLES, False, weighed(OTHER_TITLES, said, None).values)


def _source(row: AnyRow, field: str, places: Places) -> Source:
    return Source(row.kit, row.file, *places.get((row.kit, field), ((), False)))


def _places(connection: Connection, kits: list[str]) -> Places:
    table = tables.evidence.c
    asked = select(tables.evidence).where(table.kit.in_(kits), table.pointer >= IN_FILM, table.pointer < BEYOND_FILM)
    found: dict[tuple[str, str], list[AnyRow]] = {}
    for row in connection.execute(asked.order_by(table.kit, table.pointer, table.n)):
        found.setdefault((row.kit, parts_of(row.pointer)[1]), []).append(row)
    return {
        place: (tuple(sorted({row.page for row in rows if row.page})), any(row.found_by == BY_HAND for row in rows))
        for place, rows in found.items()
    }
