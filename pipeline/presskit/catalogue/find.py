"""What is in the catalogue: words found again, one film or kit shown, everything counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, Table, func, literal_column, select, text
from sqlalchemy.sql.expression import column

from presskit.catalogue import tables
from presskit.catalogue.passages import KIND_BITS, KINDS, first_of, folded

MOST = 20


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
            hits += _shown(connection, _numbers(connection, asked, wanted).limit(most - len(hits)))
    return hits


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

    SQLite reads its index in the order of the numbers and stops at the limit. PostgreSQL's index has no order, hence one for each
    kind; only for paragraphs may it walk along the numbers instead, which is quicker for a word that many of them have.
    """
    first = first_of(kind)
    bounds = {"first": first, "last": first + (1 << KIND_BITS) - 1}
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{word}"' for word in asked) + "*"
        hits = text("SELECT rowid FROM passages_fts WHERE passages_fts MATCH :query AND rowid BETWEEN :first AND :last ORDER BY rowid")
        rows = hits.bindparams(query=query, **bounds).columns(column("rowid")).subquery()
        return select(rows.c.rowid)
    kept = tables.passages.c
    vector = func.to_tsvector(literal_column("'simple'"), kept.folded)
    matching = vector.op("@@")(func.to_tsquery(literal_column("'simple'"), " & ".join(asked) + ":*"))
    # Written out: a partial index is only used for a condition that is known when the question is planned.
    those = select(kept.passage).where(matching, kept.kind == literal_column(f"'{kind}'"))
    if kind != "passage":
        return those.order_by(kept.passage + literal_column("0"))
    return those.where(kept.passage.between(bounds["first"], bounds["last"])).order_by(kept.passage)


def stats(connection: Connection) -> Mapping[str, int]:
    """Rows of every table that holds what kits state."""
    counted: Sequence[Table] = (tables.works, tables.kits, tables.extractions, tables.agents, *tables.PARTS)
    return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in counted}
