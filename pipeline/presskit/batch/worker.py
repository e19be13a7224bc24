"""A worker process: does the jobs it is sent, one at a time, within its limits, and ends when nobody is there to send any."""

from __future__ import annotations

import resource
import signal
import sys
from multiprocessing.connection import Connection

from presskit.batch.attempt import attempt
from presskit.batch.job import Halt, Job, Result, Work

GRACE = 10.0
"""Seconds after which a worker ends itself, should nobody be left to end it at its time limit."""


def serve(line: Connection, work: Work) -> None:
    """Answer every Job on the line with a Result or Halt until the line is closed."""
    _bound(work)
    while True:
        try:
            job: Job = line.recv()
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, work.limits.seconds + GRACE)
        answer = attempt(job, work)
        signal.setitimer(signal.ITIMER_REAL, 0)
        if not _answered(line, answer):
            return


def _answered(line: Connection, answer: Result | Halt) -> bool:
    try:
        line.send(answer)
    except OSError:
        return False
    return True


def _bound(work: Work) -> None:
    """Private memory is limited by the kernel, so that a greedy kit meets a MemoryError before the machine runs out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    limit = work.limits.megabytes * 1024 * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def main() -> None:
    """A worker of its own: `python -m presskit.batch.worker FD`; the first thing it is sent is its Work."""
    line = Connection(int(sys.argv[1]))
    serve(line, line.recv())


if __name__ == "__main__":
    main()
