"""A batch put together from what the user said: places, ledger, engine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from presskit.batch import places
from presskit.batch.crew import Crew
from presskit.batch.engine import Engine
from presskit.batch.handing import Taker
from presskit.batch.holder import myself
from presskit.batch.identity import pipeline_name
from presskit.batch.job import Work
from presskit.batch.ledger import Ledger, open_ledger
from presskit.batch.places import Place, place
from presskit.batch.run import Batch, Observer, Stop
from presskit.batch.watching import watching
from presskit.errors import KitNotFound, KitUnreadable, NotWritable, PlaceUnknown

LEDGER = "ledger.sqlite"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do. `ledger` is a database URL or a file; without one it lies in the output folder."""

    work: Work
    workers: int
    ledger: str | None = None
    engine: str = "local"
    scheduler: str | None = None
    watch: bool = False
    retry_failed: bool = False


def workers_by_default() -> int:
    """As many as there are cores for this process."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def start(plan: Plan, observer: Observer, stop: Stop, taker: Taker | None = None) -> Batch:
    """Everything ready to run. Raises a PresskitError where something is not there or not allowed."""
    inbox, out = place(plan.work.inbox), place(plan.work.out)
    _check_inbox(inbox)
    _prepare(out)
    ledger = ledger_of(out, plan.ledger, pipeline_name(plan.work.settings))
    if plan.retry_failed:
        ledger.retry_failed()
    engine = _engine(plan)
    changes = watching(inbox, out) if plan.watch else None
    return Batch(ledger, inbox, out, engine, observer, stop, changes, taker)


def ledger_of(out: Place, url: str | None, pipeline: str | None = None) -> Ledger:
    """The ledger of an output folder, for one pipeline or the one that wrote last.

    Raises PlaceUnknown where the folder is elsewhere and nobody said where the ledger is.
    """
    if url is None and not out.local:
        raise PlaceUnknown(out.url, "The ledger cannot lie there", "Add --ledger FILE, or --ledger postgresql://… for several machines.")
    return open_ledger(url or out.path(LEDGER), out.url if not out.local else out.root, myself(), pipeline)


def _check_inbox(inbox: Place) -> None:
    if not places.exists(inbox):
        what = "folder" if inbox.local else "bucket"
        raise KitNotFound(inbox.url, f"There is no such {what}", f"Name the {what} with the kits.")
    if inbox.local and not Path(inbox.root).is_dir():
        raise KitUnreadable(inbox.url, "This is no folder", "Name the folder with the kits; for one kit there is `presskit extract`.")


def _prepare(out: Place) -> None:
    if not out.local:
        if not places.exists(out):
            raise NotWritable(out.url, "There is no such bucket", "Make it first.")
        return
    folder = Path(out.root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{os.getpid()}.unfinished"
        probe.touch()
        probe.unlink()
    except OSError as refused:
        raise NotWritable(out.url, f"The output folder cannot be written ({refused.strerror})") from refused


def _engine(plan: Plan) -> Engine:
    if plan.engine == "dask":
        from presskit.batch.cluster import Cluster

        return Cluster(plan.work, plan.scheduler, plan.workers)
    return Crew(plan.work, plan.workers)
