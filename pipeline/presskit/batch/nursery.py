"""A process that loads everything once and then only forks workers: they share what it loaded."""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from presskit.batch.job import BORN, GONE, LONGEST, Work
from presskit.batch.worker import serve
from presskit.extraction import warm_up


def main() -> None:
    """`python -m presskit.batch.nursery FD`: the work arrives pickled, then, with each datagram, the line of one worker to fork."""
    control = socket.socket(fileno=int(sys.argv[1]))
    with Connection(os.dup(int(sys.argv[2]))) as first:
        work: Work = first.recv()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warm_up(work.settings)
    gc.collect()
    # What is there now is never collected, so that workers do not copy it by looking at it.
    gc.freeze()
    _tend(control, work)


def _tend(control: socket.socket, work: Work) -> None:
    asleep, awake = socket.socketpair()
    for end in (asleep, awake):
        end.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(awake.fileno(), warn_on_full_buffer=False)
    alive: set[int] = set()
    with selectors.DefaultSelector() as selector:
        selector.register(control, selectors.EVENT_READ)
        selector.register(asleep, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is asleep:
                    asleep.recv(4096)
                    _bury(control, alive)
                elif not _bear(control, work, alive):
                    _end(alive)
                    return


def _bear(control: socket.socket, work: Work, alive: set[int]) -> bool:
    """Fork one worker; False where nobody is there any more to ask for one."""
    data, fds, _, _ = socket.recv_fds(control, LONGEST, 1)
    if not data:
        return False
    pid = os.fork()
    if pid == 0:
        _work(control, fds[0], work)
    os.close(fds[0])
    alive.add(pid)
    _tell(control, f"{BORN} {pid}")
    return True


def _work(control: socket.socket, fd: int, work: Work) -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    control.close()
    status = 1
    try:
        serve(Connection(fd), work)
        status = 0
    finally:
        os._exit(status)


def _bury(control: socket.socket, alive: set[int]) -> None:
    while alive:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        alive.discard(pid)
        _tell(control, f"{GONE} {pid} {os.waitstatus_to_exitcode(status)}")


def _tell(control: socket.socket, message: str) -> None:
    with suppress(OSError):
        control.send(message.encode())


def _end(alive: set[int]) -> None:
    """Nobody waits for the results any more."""
    for pid in alive:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    for pid in alive:
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
