"""Asks the nursery for workers, learns who was born and how they ended, and starts another nursery should it be gone."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import IO

from presskit.batch.job import BORN, LONGEST, Work
from presskit.errors import WorkersLost

MOST_IN_VAIN = 30
"""Workers that may end one after the other without a single answer: ten kits in a row that no worker survives."""
MOST_NURSERIES = 5
"""Nurseries that may end one after the other before a worker answered."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
"""Each worker keeps to one core; the batch counts workers, not threads."""


@dataclass(slots=True)
class Midwife:
    """The supervisor's side of a nursery."""

    work: Work
    control: socket.socket = field(init=False)
    process: subprocess.Popen[bytes] = field(init=False)
    said: IO[bytes] = field(init=False)
    unborn: list[Connection] = field(default_factory=list)
    born: list[tuple[Connection, int]] = field(default_factory=list)
    ended: dict[int, int] = field(default_factory=dict)
    in_vain: int = 0
    nurseries: int = 0

    def __post_init__(self) -> None:
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 — lives as long as the midwife
        self._begin()

    def _begin(self) -> None:
        """The work goes over a line of its own: it may be longer than a datagram."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for_work, of_work = socket.socketpair()
        command = [sys.executable, "-m", "presskit.batch.nursery", str(theirs.fileno()), str(of_work.fileno())]
        passed = (theirs.fileno(), of_work.fileno())
        # A session of its own: Ctrl-C on the terminal is the supervisor's to hear.
        self.process = subprocess.Popen(
            command,
            pass_fds=passed,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self.said,
            env={**os.environ, **ONE_THREAD},
            start_new_session=True,
        )
        theirs.close()
        of_work.close()
        self.control = ours
        with Connection(for_work.detach()) as line:
            line.send(self.work)

    def ask(self) -> Connection:
        """The line to a worker that will be born soon. Raises WorkersLost."""
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self.control, [b"worker"], [theirs.fileno()])
        except OSError:
            self._begin_again()
            socket.send_fds(self.control, [b"worker"], [theirs.fileno()])
        theirs.close()
        line = Connection(ours.detach())
        self.unborn.append(line)
        return line

    def hear(self) -> None:
        """News from the nursery: `born` and `ended` say what came."""
        while select.select([self.control], [], [], 0)[0]:
            try:
                news = self.control.recv(LONGEST).decode().split()
            except OSError:
                news = []
            if not news:
                self._begin_again()
                return
            if news[0] == BORN:
                self.born.append((self.unborn.pop(0), int(news[1])))
            else:
                self.ended[int(news[1])] = int(news[2])

    def births(self) -> list[tuple[Connection, int]]:
        """Workers born since the last time, in the order they were asked for."""
        births, self.born = self.born, []
        return births

    def _begin_again(self) -> None:
        """Workers asked of a nursery that is gone will never be born: their lines end, and their jobs come back."""
        self.nurseries += 1
        if self.nurseries >= MOST_NURSERIES:
            raise WorkersLost("workers", f"They cannot be started{self._last_words()}")
        self.control.close()
        self.process.kill()
        self.process.wait()
        self.unborn.clear()
        self._begin()

    def proved(self) -> None:
        """A worker answered."""
        self.in_vain = self.nurseries = 0

    def how_ended(self, pid: int, patience: float) -> str:
        """For example `signal 9 (SIGKILL)`; waits a little for word of it. Raises WorkersLost after too many ends in a row."""
        deadline = time.monotonic() + patience
        while pid and pid not in self.ended and (left := deadline - time.monotonic()) > 0:
            if not select.select([self.control], [], [], left)[0]:
                break
            self.hear()
        self.in_vain += 1
        if self.in_vain >= MOST_IN_VAIN:
            raise WorkersLost("workers", f"{self.in_vain} of them ended one after the other without an answer{self._last_words()}")
        return _told(self.ended.pop(pid, None))

    def _last_words(self) -> str:
        self.said.seek(0)
        lines = self.said.read().decode(errors="replace").strip().splitlines()
        return f" ({lines[-1]})" if lines else ""

    def close(self) -> None:
        """The nursery ends with its line, and its workers with it."""
        self.control.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        self.process.kill()
        self.process.wait()
        self.said.close()


def _told(code: int | None) -> str:
    if code is None:
        return "nobody saw how"
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {-code}, {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"
