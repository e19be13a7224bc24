"""Rows into tables as fast as a database takes them: indexes and triggers are made anew at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, text

from presskit.catalogue import tables
from presskit.catalogue.rows import Row
from presskit.catalogue.store import Catalogue

Rows = dict[str, list[tuple[object, ...]]]
"""By table, with all its columns in their order."""
ADDED = {
    "sqlite": "SELECT type, name, sql FROM sqlite_master WHERE type = 'trigger' OR (type = 'index' AND name LIKE 'ix_%')",
    "postgresql": "SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix_%'",
}
SERVER = ("SET LOCAL session_replication_role = replica", "SET LOCAL maintenance_work_mem = '512MB'")
"""References need not be looked up: rows come with what they refer to."""


def listed(rows: Mapping[Table, Iterable[Row]]) -> Rows:
    return {table.name: [*_tuples(more, _columns(table))] for table, more in rows.items()}


def _tuples(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
    return (tuple(map(row.get, columns)) for row in rows)


@cache
def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


@contextmanager
def without_indexes(catalogue: Catalogue) -> Iterator[None]:
    """Away with all but the primary keys, and at the end back as they were."""
    with catalogue.begin() as connection:
        added = connection.execute(text(ADDED[connection.dialect.name])).all()
        for kind, name, _ in added:
            connection.execute(text(f"DROP {kind} {name}"))
    yield
    with catalogue.begin() as connection:
        _eased(connection)
        for _, _, definition in added:
            connection.exec_driver_sql(definition)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')")


def copied(catalogue: Catalogue, rows: Rows) -> None:
    """In one transaction; of tables that refer to others in whatever order they come."""
    with catalogue.begin() as connection:
        _eased(connection)
        for table in tables.metadata.sorted_tables:
            if rows.get(table.name):
                _copied(connection, table, rows[table.name])


def _eased(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        for setting in SERVER:
            connection.exec_driver_sql(setting)


def _copied(connection: Connection, table: Table, rows: list[tuple[object, ...]]) -> None:
    names = ", ".join(f'"{name}"' for name in _columns(table))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(table.columns))})", rows)
        return
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
