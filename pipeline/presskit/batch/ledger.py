"""Who has done what: kits by content and pipeline, given out under leases, so that nothing is lost and nothing done twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import fsdecode

from sqlalchemy import ColumnElement, Connection, Engine, Update, and_, delete, exists, select, update

from presskit.batch.job import DIED, Job, Result, State
from presskit.batch.tables import about, extractions, issues, metadata, names
from presskit.database import alone, clock, explained, insert_or, opened, told
from presskit.errors import LedgerUnusable

SHAPE = "1"
LEASE = 60.0
"""Seconds after which a kit whose holder does not speak up is given to somebody else."""
MOST_DEATHS = 5
"""Workers one kit may cost: somebody may have ended the first ones for reasons of their own."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """One batch's book. `pipeline` names the extraction, `holder` whoever writes here."""

    url: str
    engine: Engine
    pipeline: str
    holder: str

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction. Raises LedgerBusy, LedgerUnusable or NotWritable."""
        with explained(self.url), self.engine.begin() as connection:
            yield connection

    def claim(self, most: int) -> list[Job]:
        """Up to `most` kits that nobody holds, in the order of their names; those over which workers ended come last."""
        with self.begin() as connection:
            now = clock(connection)
            free = self._free(connection, extractions.c.state == State.WAITING, most)
            if len(free) < most:
                left = and_(extractions.c.state == State.RUNNING, extractions.c.lease_until < now)
                free += self._free(connection, left, most - len(free))
            taken = {job.sha256 for job in free}
            held = update(extractions).where(extractions.c.sha256.in_(taken), extractions.c.pipeline == self.pipeline)
            connection.execute(held.values(state=State.RUNNING, holder=self.holder, lease_until=now + LEASE))
            return free

    def _free(self, connection: Connection, condition: ColumnElement[bool], most: int) -> list[Job]:
        present = exists().where(names.c.sha256 == extractions.c.sha256, names.c.current)
        chosen = select(extractions.c.sha256, extractions.c.record, extractions.c.deaths).where(
            extractions.c.pipeline == self.pipeline,
            condition,
            present,
        )
        rows = connection.execute(
            chosen.order_by(extractions.c.deaths, extractions.c.record).limit(most).with_for_update(skip_locked=True)
        ).all()
        where = locations(connection, [row.sha256 for row in rows])
        return [Job(row.sha256, where[row.sha256][0], row.record, row.deaths) for row in rows]

    def renew(self) -> None:
        """Whoever holds kits says now and then that they still work on them."""
        with self.begin() as connection:
            connection.execute(self._mine().values(lease_until=clock(connection) + LEASE))

    def give_back(self, jobs: Iterable[Job]) -> None:
        """Kits that were claimed and not begun, or whose work came to nothing."""
        given = [job.sha256 for job in jobs]
        with self.begin() as connection:
            connection.execute(self._mine(given).values(state=State.WAITING, holder="", lease_until=0))

    def died(self, job: Job) -> bool:
        """A worker ended over this kit. Whether it may be tried once more."""
        again = job.deaths + 1 < MOST_DEATHS
        if again:
            with self.begin() as connection:
                connection.execute(self._mine([job.sha256]).values(state=State.WAITING, holder="", lease_until=0, deaths=job.deaths + 1))
        return again

    def finish(self, results: Sequence[Result]) -> list[Result]:
        """Write outcomes down; those that count. A result of somebody whose lease ran out is dropped: another holds the kit."""
        with self.begin() as connection:
            now = clock(connection)
            return [result for result in results if self._finished(connection, result, now)]

    def _finished(self, connection: Connection, result: Result, now: float) -> bool:
        outcome = self._mine([result.job.sha256]).values(
            state=result.state,
            reason=result.reason,
            message=result.message,
            retry=result.retry,
            seconds=round(result.seconds, 3),
            bytes=result.size,
            finished=now,
            deaths=0,
            holder="",
            lease_until=0,
        )
        if connection.execute(outcome).rowcount != 1:
            return False
        key = {"sha256": result.job.sha256, "pipeline": self.pipeline}
        connection.execute(delete(issues).where(issues.c.sha256 == key["sha256"], issues.c.pipeline == self.pipeline))
        noted = [{**key, "severity": note.severity, "code": note.code, "count": note.count} for note in result.issues]
        if noted:
            connection.execute(issues.insert(), noted)
        return True

    def _mine(self, only: Sequence[str] | None = None) -> Update:
        held = update(extractions).where(
            extractions.c.pipeline == self.pipeline, extractions.c.state == State.RUNNING, extractions.c.holder == self.holder
        )
        return held if only is None else held.where(extractions.c.sha256.in_(only))

    def retry_failed(self) -> int:
        """Failed kits wait again; how many."""
        with self.begin() as connection:
            failed = update(extractions).where(extractions.c.pipeline == self.pipeline, extractions.c.state == State.FAILED)
            return connection.execute(failed.values(state=State.WAITING, reason="", message="", retry=False)).rowcount

    def holders(self) -> list[str]:
        """Who else works on kits of this pipeline."""
        with self.begin() as connection:
            held = select(extractions.c.holder).where(extractions.c.pipeline == self.pipeline, extractions.c.state == State.RUNNING)
            return sorted({*connection.execute(held.distinct()).scalars()} - {self.holder})

    def release(self, holder: str) -> None:
        """Take back everything from a holder that is known to be gone."""
        with self.begin() as connection:
            gone = update(extractions).where(extractions.c.holder == holder, extractions.c.state == State.RUNNING)
            connection.execute(gone.values(state=State.WAITING, holder="", lease_until=0))


def locations(connection: Connection, shas: Sequence[str]) -> dict[str, list[str]]:
    """Where each content lies in the inbox today, in the order of the names."""
    chosen = select(names.c.sha256, names.c.location).where(names.c.sha256.in_(shas), names.c.current).order_by(names.c.location)
    found: dict[str, list[str]] = {}
    for sha256, location in connection.execute(chosen):
        found.setdefault(sha256, []).append(fsdecode(bytes(location)))
    return found


def open_ledger(url: str, out: str, holder: str, pipeline: str | None = None) -> Ledger:
    """The ledger of an output folder, made if there is none; without a pipeline, as the last batch left it.

    Raises LedgerUnusable where it is another folder's or of another shape: one ledger keeps one batch.
    """
    engine = opened(url)
    with explained(url), engine.begin() as connection:
        alone(connection)
        metadata.create_all(connection)
        said = _introduced(connection, out, pipeline)
    if said["shape"] != SHAPE:
        raise LedgerUnusable(told(url), f"This ledger has shape {said['shape']}, this version writes {SHAPE}")
    # An embedded ledger moves with its folder.
    if "://" in url and said["out"] != out:
        raise LedgerUnusable(told(url), f"This ledger keeps the batch of {said['out']}", "Give each output folder a database of its own.")
    return Ledger(url, engine, said.get("pipeline", ""), holder)


def _introduced(connection: Connection, out: str, pipeline: str | None) -> dict[str, str]:
    """What the ledger is about: the shape and folder it was made for, the pipeline that wrote last."""
    for key, value in (("shape", SHAPE), ("out", out)):
        connection.execute(insert_or(connection, about).values(key=key, value=value).on_conflict_do_nothing())
    if pipeline is not None:
        made = insert_or(connection, about).values(key="pipeline", value=pipeline)
        connection.execute(made.on_conflict_do_update(index_elements=[about.c.key], set_={"value": pipeline}))
    return {row.key: row.value for row in connection.execute(select(about))}


def gave_up(job: Job, why: str) -> Result:
    """The outcome of a kit that ended every worker it was given to."""
    return Result(job, State.FAILED, DIED, f"Every one of {MOST_DEATHS} workers ended over this kit ({why})", retry=True)
