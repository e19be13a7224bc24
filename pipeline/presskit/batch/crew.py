"""Workers of this machine: each in a process that can be killed, replaced when it is gone, timed by the clock of the supervisor."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

from presskit.batch.engine import Answer, Lost
from presskit.batch.job import MEMORY, TIMEOUT, Job, Result, State, Work
from presskit.batch.midwife import Midwife

MOST_KITS = 500
"""Kits after which a worker makes room for a new one, which costs a fork: word tables grow with every text they see."""
LAST_WORDS = 0.5
"""Seconds to wait for word of how a worker ended."""


@dataclass(slots=True, eq=False)
class Worker:
    """One worker as seen from outside."""

    line: Connection
    pid: int = 0
    job: Job | None = None
    kits: int = 0
    started: float = 0.0
    overdue: bool = False


@dataclass(slots=True)
class Crew:
    """An Engine of `size` local workers."""

    work: Work
    size: int
    workers: list[Worker] = field(default_factory=list)
    called: Midwife | None = None

    @property
    def midwife(self) -> Midwife:
        """Called at the first job: a batch with nothing to do loads no models."""
        if self.called is None:
            self.called = Midwife(self.work)
        return self.called

    @property
    def room(self) -> int:
        return self.size - self.busy

    @property
    def busy(self) -> int:
        return sum(worker.job is not None for worker in self.workers)

    def start(self, job: Job) -> None:
        worker = next((worker for worker in self.workers if worker.job is None), None)
        if worker is None:
            worker = Worker(self.midwife.ask())
            self.workers.append(worker)
        worker.job, worker.started = job, time.monotonic()
        # A worker that ended while idle is noticed at the next look at its line.
        with suppress(OSError):
            worker.line.send(job)

    def answers(self, timeout: float) -> list[Answer]:
        if self.called is None:
            time.sleep(timeout)
            return []
        lines: dict[object, Worker] = {worker.line: worker for worker in self.workers}
        ready = wait([*lines, self.midwife.control], min(timeout, self._nearest()))  # type: ignore[list-item]
        if self.midwife.control in ready:
            self.midwife.hear()
        self._note_births()
        answers = [self._answer(lines[line]) for line in ready if line in lines]
        self._end_overdue()
        return [answer for answer in answers if answer is not None]

    def _nearest(self) -> float:
        """Seconds to the first time limit."""
        started = min((worker.started for worker in self.workers if worker.job and worker.pid), default=None)
        return max(started + self.work.limits.seconds - time.monotonic(), 0.01) if started is not None else 3600.0

    def _note_births(self) -> None:
        """The clock of a first job starts when its worker does, after the models are loaded."""
        for line, pid in self.midwife.births():
            for worker in self.workers:
                if worker.line is line:
                    worker.pid, worker.started = pid, time.monotonic()

    def _answer(self, worker: Worker) -> Answer | None:
        try:
            answer: Result = worker.line.recv()
        except (EOFError, OSError):
            return self._bury(worker)
        worker.job = None
        worker.kits += 1
        self.midwife.proved()
        if worker.kits >= MOST_KITS or (isinstance(answer, Result) and answer.reason == MEMORY):
            self._retire(worker)
        return answer

    def _retire(self, worker: Worker) -> None:
        """A worker whose line is closed ends by itself."""
        self.workers.remove(worker)
        worker.line.close()

    def _bury(self, worker: Worker) -> Answer | None:
        self.workers.remove(worker)
        worker.line.close()
        job = worker.job
        if worker.overdue and job:
            limit = self.work.limits.seconds
            message = f"Not done after {limit:g} s. Give it more time (--timeout SECONDS) and run again with --retry-failed."
            return Result(job, State.FAILED, TIMEOUT, message, retry=True, seconds=limit)
        how = self.midwife.how_ended(worker.pid, LAST_WORDS)
        return Lost(job, how, begun=worker.pid != 0) if job else None

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for worker in self.workers:
            if worker.job and worker.pid and now - worker.started >= self.work.limits.seconds and not worker.overdue:
                worker.overdue = True
                _kill([worker.pid])

    def close(self) -> list[Job]:
        _kill(worker.pid for worker in self.workers if worker.pid)
        left = [worker.job for worker in self.workers if worker.job]
        for worker in self.workers:
            worker.line.close()
        self.workers.clear()
        if self.called is not None:
            self.called.close()
        return left


def _kill(pids: Iterable[int]) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
