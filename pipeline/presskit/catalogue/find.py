"""What is in the catalogue: words found again, one film or kit shown, everything counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, Table, func, literal_column, select, text
from sqlalchemy.sql.expression import column

from presskit.catalogue import tables
from presskit.catalogue.passages import KIND_BITS, KINDS, first_of, folded

MOST = 20
EARLY = 400
"""Passages looked through for a word before the index is asked: enough for one that every twentieth has."""


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
    """Titles first, then names, then passages, the shortest first; accents and capitals do not count."""
    asked = folded(words).split()
    hits: list[Hit] = []
    for wanted in (kind,) if kind else KINDS:
        if asked and len(hits) < most:
            hits += _first(connection, asked, wanted, most - len(hits))
    return hits


def _first(connection: Connection, asked: Sequence[str], kind: str, most: int) -> list[Hit]:
    """The first hits of a kind. A server does not know how rare the beginning of a word is: it looks through some paragraphs for one
    that many have, and asks its index where they are not enough."""
    if connection.dialect.name != "sqlite" and kind == "passage":
        hits = _shown(connection, _early(asked, kind).limit(most))
        if len(hits) == most:
            return hits
    return _shown(connection, _numbers(connection, asked, kind).limit(most))


def _shown(connection: Connection, numbers: Select[int]) -> list[Hit]:
    kept, kits = tables.passages.c, tables.kits.c
    chosen = (
        select(kept.kind, kept.name, kept.words, kept.kit, kits.name.label("file"), kits.work, kept.page)
        .join(tables.kits, kits.kit == kept.kit)
        .where(kept.passage.in_(numbers))
    )
    return [Hit(*row) for row in connection.execute(chosen.order_by(kept.passage))]


def _numbers(connection: Connection, asked: Sequence[str], kind: str) -> Select[int]:
    """The passages of a kind in order, in the words of the database at hand; every word must be there, the last may go on.

    SQLite reads its index in the order of the numbers and stops at the limit. PostgreSQL's index has no order, hence one for each kind.
    """
    bounds = _bounds(kind)
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{word}"' for word in asked) + "*"
        hits = text("SELECT rowid FROM passages_fts WHERE passages_fts MATCH :query AND rowid BETWEEN :first AND :last ORDER BY rowid")
        rows = hits.bindparams(query=query, **bounds).columns(column("rowid")).subquery()
        return select(rows.c.rowid)
    kept = tables.passages.c
    # Written out: a partial index is only used for a condition that is known when the question is planned.
    those = select(kept.passage).where(_matching(kept.folded, asked), kept.kind == literal_column(f"'{kind}'"))
    return those.order_by(kept.passage + literal_column("0"))


def _early(asked: Sequence[str], kind: str) -> Select[int]:
    """Those among the first passages of a kind, whatever they say."""
    kept, bounds = tables.passages.c, _bounds(kind)
    some = select(kept.passage, kept.folded).where(kept.passage.between(bounds["first"], bounds["last"])).order_by(kept.passage)
    early = some.limit(EARLY).subquery().c
    return select(early.passage).where(_matching(early.folded, asked)).order_by(early.passage)


def _matching(folded_words: ColumnElement[str], asked: Sequence[str]) -> ColumnElement[bool]:
    """As PostgreSQL's indexes have it."""
    vector = func.to_tsvector(literal_column("'simple'"), folded_words)
    return vector.op("@@")(func.to_tsquery(literal_column("'simple'"), " & ".join(asked) + ":*"))


def _bounds(kind: str) -> dict[str, int]:
    """The numbers of the passages of a kind."""
    first = first_of(kind)
    return {"first": first, "last": first + (1 << KIND_BITS) - 1}


def stats(connection: Connection) -> Mapping[str, int]:
    """Rows of every table that holds what kits state."""
    counted: Sequence[Table] = (tables.works, tables.kits, tables.extractions, tables.agents, *tables.PARTS)
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in counted}
