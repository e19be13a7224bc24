"""report.json and the quarantine: what the ledger knows, laid out in the output folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

from presskit.batch import places
from presskit.batch.entries import counts, entries, is_complete, moment
from presskit.batch.job import Result, State
from presskit.batch.ledger import Ledger
from presskit.batch.naming import QUARANTINE, quarantine_paths
from presskit.batch.places import OUT_OF_REACH, Place
from presskit.report import REPORT_VERSION, Handed
from presskit.serialise import write_pieces

REPORT = "report.json"
UNFINISHED = ".unfinished"


def write_report(ledger: Ledger, between: tuple[Place, Place], times: tuple[float, float], handed: Handed | None = None) -> None:
    """`between` inbox and output; `times`: when the run began and ended, in seconds since the epoch.

    Written piece by piece: it may be long.
    """
    inbox, out = between
    pieces = _pieces(ledger, inbox.url, times, handed)
    if out.local:
        write_pieces(Path(out.path(REPORT)), pieces)
    else:
        places.write(out, REPORT, "".join(pieces))


def _pieces(ledger: Ledger, inbox: str, times: tuple[float, float], handed: Handed | None) -> Iterator[str]:
    counted = counts(ledger)
    head = {
        "schema": REPORT_VERSION,
        "pipeline": ledger.pipeline,
        "inbox": inbox,
        "started": moment(times[0]),
        "ended": moment(times[1]),
        "complete": is_complete(counted),
        "outcomes": dict(counted),
        "catalogue": handed and handed.model_dump(),
        "kits": [],
    }
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("[]\n}") + "["
    between = "\n    "
    for entry in entries(ledger):
        yield between + entry.model_dump_json(by_alias=True)
        between = ",\n    "
    yield "\n  ]\n}\n"


def quarantine(result: Result, inbox: Place, out: Place) -> None:
    """A copy of the failed kit with its error beside it. Raises NotWritable."""
    copy, error = quarantine_paths(result.job.record, result.job.location)
    # The file may have gone meanwhile; its error is told all the same.
    with suppress(OSError, *OUT_OF_REACH):
        places.copy(inbox, result.job.location, out, copy)
    told = {"sha256": result.job.sha256, "reason": result.reason, "message": result.message, "retry": result.retry}
    places.write(out, error, json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def empty_quarantine(ledger: Ledger, out: Place) -> None:
    """Take out kits that have not failed, in the end, or are no longer in the inbox."""
    held = {found.location for found in places.files(out) if found.location.startswith(f"{QUARANTINE}/")} if out.local else _remote(out)
    if not held:
        return
    for entry in entries(ledger, State.FAILED):
        if entry.quarantined and entry.sha256:
            stem = entry.quarantined[: entry.quarantined.index(f".{entry.sha256[:12]}") + 13]
            held -= {entry.quarantined, f"{stem}.error.json"}
    for location in held:
        places.remove(out, location)


def _remote(out: Place) -> set[str]:
    with suppress(FileNotFoundError):
        return {str(path).removeprefix(f"{out.root}/") for path in out.fs.find(out.path(QUARANTINE))}
    return set()


def sweep(out: Place) -> None:
    """Remove files that somebody who is gone had begun to write."""
    if not out.local:
        return
    for folder, _, held in os.walk(out.root):
        for name in held:
            if name.startswith(".") and name.endswith(UNFINISHED) and not _writes(name):
                with suppress(OSError):
                    Path(folder, name).unlink()


def _writes(name: str) -> bool:
    pid = name.removesuffix(UNFINISHED).rpartition(".")[2]
    return pid.isdigit() and psutil.pid_exists(int(pid))
