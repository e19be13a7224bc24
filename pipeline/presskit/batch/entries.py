"""What the ledger says of the inbox as it is now: counts, the entries of the report, the most frequent issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from os import fsdecode

from sqlalchemy import ColumnElement, Connection, Row, Select, exists, func, select

from presskit.batch.job import OUTCOMES, State
from presskit.batch.ledger import Ledger
from presskit.batch.naming import quarantine_paths
from presskit.batch.tables import aside, extractions, issues, names
from presskit.report import Entry, IssueCount, Name

AT_ONCE = 500
"""Entries held in memory at a time."""

AnyRow = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Frequent:
    """An issue of records, or the reason of failures, and the kits that have it."""

    severity: str
    code: str
    kits: int


def counts(ledger: Ledger) -> Mapping[str, int]:
    """Kits in the inbox by state; every state is there."""
    with ledger.begin() as connection:
        found = select(extractions.c.state, func.count()).where(*present(ledger)).group_by(extractions.c.state)
        total = {state.value: 0 for state in State}
        for chosen in (found, select(aside.c.state, func.count()).group_by(aside.c.state)):
            for state, count in connection.execute(chosen):
                total[state] += count
        return total


def is_complete(counted: Mapping[str, int]) -> bool:
    return not any(counted[state] for state in State if state not in OUTCOMES)


def frequent(ledger: Ledger, most: int = 10) -> list[Frequent]:
    """Reasons of failures and issues of records, those of most kits first."""
    with ledger.begin() as connection:
        failed = select(extractions.c.reason, func.count()).where(*present(ledger), extractions.c.state == State.FAILED)
        reasons = [Frequent("failed", *row) for row in connection.execute(failed.group_by(extractions.c.reason))]
        apart = select(aside.c.state, aside.c.reason, func.count()).group_by(aside.c.state, aside.c.reason)
        reasons += [Frequent(*row) for row in connection.execute(apart)]
        joined = issues.join(extractions, (issues.c.sha256 == extractions.c.sha256) & (issues.c.pipeline == extractions.c.pipeline))
        noted = select(issues.c.severity, issues.c.code, func.count()).select_from(joined).where(*present(ledger))
        reasons += [Frequent(*row) for row in connection.execute(noted.group_by(issues.c.severity, issues.c.code))]
    return sorted(reasons, key=lambda row: (-row.kits, row.severity, row.code))[:most]


def entries(ledger: Ledger, only: State | None = None) -> Iterator[Entry]:
    """One entry per kit of the inbox, in the order of the records' names; then what is no kit."""
    with ledger.begin() as connection:
        last = ""
        while rows := connection.execute(_page(ledger, last, only)).all():
            yield from _entries(connection, rows)
            last = rows[-1].record
        for row in connection.execute(select(aside).order_by(aside.c.name)).all():
            if only in (None, row.state):
                yield Entry(names=[Name(path=row.name)], outcome=row.state, reason=row.reason, message=row.message, retry=row.retry)


def _page(ledger: Ledger, last: str, only: State | None) -> Select[tuple[object, ...]]:
    chosen = select(extractions).where(*present(ledger), extractions.c.record > last)
    if only is not None:
        chosen = chosen.where(extractions.c.state == only)
    return chosen.order_by(extractions.c.record).limit(AT_ONCE)


def present(ledger: Ledger) -> tuple[ColumnElement[bool], ...]:
    """Of this pipeline, and in the inbox today."""
    return extractions.c.pipeline == ledger.pipeline, exists().where(names.c.sha256 == extractions.c.sha256, names.c.current)


def _entries(connection: Connection, rows: Sequence[AnyRow]) -> Iterator[Entry]:
    shas = [row.sha256 for row in rows]
    called: dict[str, list[AnyRow]] = {}
    for name in connection.execute(select(names).where(names.c.sha256.in_(shas), names.c.current).order_by(names.c.location)):
        called.setdefault(name.sha256, []).append(name)
    noted: dict[str, list[IssueCount]] = {}
    ordered = select(issues).where(issues.c.sha256.in_(shas), issues.c.pipeline == rows[0].pipeline)
    for note in connection.execute(ordered.order_by(issues.c.severity, issues.c.code)):
        noted.setdefault(note.sha256, []).append(IssueCount(severity=note.severity, code=note.code, count=note._mapping["count"]))
    for row in rows:
        yield _entry(row, called[row.sha256], noted.get(row.sha256, []))


def _entry(row: AnyRow, called: Sequence[AnyRow], noted: list[IssueCount]) -> Entry:
    failed = row.state == State.FAILED
    location = fsdecode(bytes(called[0].location))
    return Entry(
        names=[Name(path=name.name, version=name.version) for name in called],
        sha256=row.sha256,
        outcome=row.state,
        reason=row.reason,
        message=row.message,
        retry=row.retry,
        record=row.record if row.state in (State.DONE, State.PARTIAL) else None,
        quarantined=quarantine_paths(row.record, location)[0] if failed else None,
        issues=noted,
        seconds=row.seconds,
        finished=moment(row.finished) if row.finished else None,
    )


def moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
