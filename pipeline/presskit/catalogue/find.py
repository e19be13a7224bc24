"""What is in the catalogue: words found again, one film or kit shown, everything counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, Table, func, literal_column, select, text
from sqlalchemy.sql.expression import column

from presskit.catalogue import tables
from presskit.catalogue.passages import folded

MOST = 20
KINDS = ("title", "person", "company", "passage")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found: what they are, in which kit, on which page (None where only the kit is known)."""

    kind: str
    name: str
    words: str
    kit: str
    file: str
    work: str
    page: int | None


def find(connection: Connection, words: str, kind: str | None = None, most: int = MOST) -> list[Hit]:
    """Titles first, then names, then passages, the best first; accents and capitals do not count."""
    asked = folded(words)
    if not asked:
        return []
    matching, rank = _matching(connection, asked)
    kept = tables.passages
    order: list[ColumnElement[Any]] = [*(kept.c.kind != known for known in KINDS), rank, kept.c.passage]
    chosen = (
        select(kept.c.kind, kept.c.name, kept.c.words, kept.c.kit, tables.kits.c.name.label("file"), tables.kits.c.work, kept.c.page)
        .join(tables.kits, tables.kits.c.kit == kept.c.kit)
        .where(matching)
    )
    if kind:
        chosen = chosen.where(kept.c.kind == kind)
    return [Hit(*row) for row in connection.execute(chosen.order_by(*order).limit(most))]


def _matching(connection: Connection, asked: str) -> tuple[ColumnElement[bool], ColumnElement[float]]:
    """The condition and the rank (lower is better) in the words of the database at hand; every word must be there, the last may go on."""
    words = asked.split()
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{word}"' for word in words) + "*"
        hits = text("SELECT rowid FROM passages_fts WHERE passages_fts MATCH :query").bindparams(query=query).columns(column("rowid"))
        return tables.passages.c.passage.in_(hits.subquery().select()), func.length(tables.passages.c.words).cast(Float)
    query = " & ".join(words) + ":*"
    vector = func.to_tsvector(literal_column("'simple'"), tables.passages.c.folded)
    return vector.op("@@")(func.to_tsquery(literal_column("'simple'"), query)), func.length(tables.passages.c.words).cast(Float)


def stats(connection: Connection) -> Mapping[str, int]:
    """Rows of every table that holds what kits state."""
    counted: Sequence[Table] = (tables.works, tables.kits, tables.extractions, tables.agents, *tables.PARTS)
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in counted}
