"""Files read in a process of its own, with limits of time and memory that end it where Python has no say."""

from __future__ import annotations

import faulthandler
import multiprocessing
import resource
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from presskit.errors import PresskitError
from presskit.kits import find_kits
from presskit.readers import read
from tests.fuzz.corpus import SMALL

SECONDS, MEGABYTES = 30, 1_000
"""What one file may take."""


@dataclass(slots=True)
class Tally:
    """How files ended, by the name of the error; the slowest's seconds; the process's largest size in MB; what must not happen."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak: float = 0.0
    fault: str = ""


def watched(files: Sequence[bytes], path: Path) -> Tally:
    """Each is written to `path` and read; at the first fault it stays there."""
    receiving, sending = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_read_all, args=(files, path, sending))
    child.start()
    sending.close()
    try:
        tally: Tally = receiving.recv()
    except EOFError:
        child.join()
        tally = Tally(fault=f"the process ended with {child.exitcode}: more than {SECONDS} s, or a crash")
    child.join()
    return tally


def _read_all(files: Sequence[bytes], path: Path, sending: Connection) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (used + MEGABYTES * 1_000_000, resource.RLIM_INFINITY))
    tally = Tally()
    for data in files:
        path.write_bytes(data)
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        start = time.perf_counter()
        _read(path, tally)
        tally.slowest = max(tally.slowest, time.perf_counter() - start)
        if tally.fault:
            break
    faulthandler.cancel_dump_traceback_later()
    tally.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sending.send(tally)


def _read(path: Path, tally: Tally) -> None:
    try:
        for kit in find_kits([path], SMALL):
            document = read(kit, SMALL)
            if len(document.origin) != len(document.text) + 1:
                tally.fault = "a document whose text does not lead back to the original"
            tally.ends["read"] += 1
    except PresskitError as failure:
        tally.ends[type(failure).__name__] += 1
    except Exception:  # noqa: BLE001 - any other exception is what is looked for
        tally.fault = traceback.format_exc()
