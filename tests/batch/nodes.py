"""A Dask scheduler and its workers as processes of their own, here or in a network namespace."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil


@dataclass(slots=True)
class Nodes:
    """Everything that was started; what it says goes into `log`."""

    log: Path
    port: int = 0
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def scheduler(self, host: str = "127.0.0.1", within: tuple[str, ...] = ()) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._begin(within, "dask_scheduler", "--host", host, "--port", str(self.port), "--no-dashboard")
        return f"tcp://{host}:{self.port}"

    def worker(self, address: str, *words: str, within: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
        more = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self.log.parent), *words)
        return self._begin(within, "dask_worker", address, *more)

    def _begin(self, within: tuple[str, ...], program: str, *words: str) -> subprocess.Popen[bytes]:
        command = [*within, sys.executable, "-m", f"distributed.cli.{program}", *words]
        with self.log.open("ab") as said:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        self.started.append(process)
        return process

    def end(self) -> None:
        for process in self.started:
            for one in family(process):
                kill(one)
            process.wait()


def family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The process and all it has begun, itself first."""
    try:
        first = psutil.Process(process.pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def kill(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return


def all_gone(processes: list[psutil.Process], seconds: float = 15) -> bool:
    deadline = time.monotonic() + seconds
    while any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in processes if psutil.pid_exists(process.pid)):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True
