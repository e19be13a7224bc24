"""What people decide of films: two kits are for one, or are not. Kept apart from what machines say, and never overwritten by it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Select, insert, select, update

from presskit.catalogue import tables
from presskit.catalogue.correcting import CORRECT
from presskit.catalogue.forget import FORGET
from presskit.catalogue.identify import assign, decided, together
from presskit.catalogue.lookup import moment
from presskit.catalogue.matching.clustering import clusters
from presskit.catalogue.store import refresh
from presskit.database import clock
from presskit.errors import NotInCatalogue

MERGE, SPLIT = "merge", "split"


@dataclass(frozen=True, slots=True)
class Open:
    """Two kits that may be for one film; `why` tells what speaks for it and against."""

    one: str
    one_title: str
    other: str
    other_title: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what and when (UTC, ISO 8601)."""

    decision: str
    kind: str
    one: str
    other: str
    by: str
    made: str
    undone: str | None


def undecided(connection: Connection) -> list[Open]:
    """Pairs that no rule can tell, and pairs called the same that other evidence keeps apart; the likeliest first."""
    said = decided(connection)
    settled = said.linked | said.parted
    titles = {row.kit: row.title or row.name for row in connection.execute(_titles())}
    work = {row.kit: row.work for row in connection.execute(select(tables.kits.c.kit, tables.kits.c.work))}
    asked = select(tables.matches).where(tables.matches.c.outcome.in_(("undecided", "same"))).order_by(tables.matches.c.score.desc())
    rows = connection.execute(asked.order_by(tables.matches.c.one, tables.matches.c.other)).all()
    return [
        Open(row.one, titles[row.one], row.other, titles[row.other], row.score, row.why)
        for row in rows
        if (row.one, row.other) not in settled and work[row.one] != work[row.other]
    ]


def _titles() -> Select[tuple[str, str, str]]:
    joined = tables.kits.outerjoin(tables.manifestations, tables.manifestations.c.kit == tables.kits.c.kit)
    return select(tables.kits.c.kit, tables.kits.c.name, tables.manifestations.c.title).select_from(joined)


def decide(connection: Connection, kind: str, kits: tuple[str, str], by: str) -> str:
    """Record that two kits are for one film (MERGE) or not (SPLIT), and arrange works accordingly; the decision's name.

    Raises DecisionsDisagree where another decision says otherwise.
    """
    one, other = sorted(kits)
    made = clock(connection)
    name = hashlib.sha256(f"{kind} {one} {other} {made}".encode()).hexdigest()[:12]
    before = together(connection, {one, other})
    row = {"decision": name, "kind": kind, "made": made, "by": by, "one": one, "other": other}
    connection.execute(insert(tables.decisions).values(row))
    # Before anything is arranged: decisions that contradict each other are refused, this one with them.
    clusters({}, decided(connection))
    assign(connection, together(connection, before))
    return name


def take_back(connection: Connection, decision: str) -> None:
    """Undo a decision; it stays on record. Raises NotInCatalogue."""
    table = tables.decisions
    row = connection.execute(select(table).where(table.c.decision == decision, table.c.undone.is_(None), table.c.kind != FORGET)).first()
    if row is None:
        raise NotInCatalogue(decision, "No decision of this name stands", "`presskit catalogue decisions` lists them.")
    undone = update(table).where(table.c.decision == decision).values(undone=clock(connection))
    if row.kind == CORRECT:
        connection.execute(undone)
        refresh(connection, row.one)
        return
    before = together(connection, {row.one, row.other})
    connection.execute(undone)
    assign(connection, together(connection, before))


def decisions(connection: Connection) -> list[Decision]:
    """All that was ever decided, the last first."""
    rows = connection.execute(select(tables.decisions).order_by(tables.decisions.c.made.desc(), tables.decisions.c.decision))
    return [
        Decision(row.decision, row.kind, row.one, row.other, row.by, moment(row.made), moment(row.undone) if row.undone else None)
        for row in rows
    ]
