"""The contacts of some kits or of all forgotten in one transaction, and then the bytes that held them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from presskit.catalogue import tables
from presskit.catalogue.extractions import in_rank
from presskit.catalogue.forget import forget
from presskit.catalogue.lookup import kit_named
from presskit.catalogue.store import Catalogue, current, fall_back, refresh
from presskit.database import wipe


@dataclass(frozen=True, slots=True)
class Erased:
    """How many kits have no contacts any more, and in how many kept records there were any."""

    kits: int
    records: int


def forget_contacts(catalogue: Catalogue, name: str | None, by: str) -> Erased:
    """Of the kit of this name, or of all. Raises NotInCatalogue, or LedgerBusy where somebody holds the file: do it again."""
    with catalogue.begin() as connection:
        kits = _all(connection) if name is None else [kit_named(connection, name)]
        records = sum(forget(connection, kit, by) for kit in kits)
        for kit in kits:
            _set_out_anew(connection, kit)
        _index_anew(connection)
    wipe(catalogue.engine, catalogue.url, sorted(tables.metadata.tables))
    return Erased(len(kits), records)


def _set_out_anew(connection: Connection, kit: str) -> None:
    """From what is left of its records."""
    stands = current(connection, kit)
    if stands in {row.extraction for row in in_rank(connection, kit)}:
        refresh(connection, kit)
    elif stands is not None:
        fall_back(connection, kit)


def _all(connection: Connection) -> list[str]:
    """Those of which records are kept, loaded or not."""
    kits = select(tables.extractions.c.kit).distinct().order_by(tables.extractions.c.kit)
    return list(connection.execute(kits).scalars())


def _index_anew(connection: Connection) -> None:
    """SQLite's full-text index only marks words as deleted; they go when it is built again."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')"))
