"""What runs on a node of a Dask cluster: jobs done in killable processes, as a single machine does them, which end with the node."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from presskit.batch.crew import Crew
from presskit.batch.engine import Answer
from presskit.batch.identity import pipeline_name
from presskit.batch.job import Job, Work
from presskit.errors import EngineMissing

IDLE = 60.0
"""Seconds without a job after which a node lets its workers go: whoever asked for them may be gone."""
PATIENCE = 5.0
"""Seconds to wait for a job that was ended to come back."""


@dataclass(slots=True)
class Post:
    """The crew of one thread of the node; `lock` is held while it works."""

    crew: Crew
    lock: threading.Lock = field(default_factory=threading.Lock)
    used: float = field(default_factory=time.monotonic)


POSTS: dict[int, Post] = {}
WATCH = threading.Lock()
"""Held by the one thread that watches for idle posts."""


def do(job: Job, work: Work, pipeline: str) -> Answer:
    """One job done. Raises EngineMissing where another version is installed, and WorkersLost."""
    if pipeline_name(work.settings) != pipeline:
        raise EngineMissing(
            "dask", f"A node has another version ({pipeline_name(work.settings)}, not {pipeline})", "Install the same on all."
        )
    post = _post(work)
    with post.lock:
        try:
            return _answer(post.crew, job)
        except BaseException:
            POSTS.pop(threading.get_ident(), None)
            post.crew.close()
            raise
        finally:
            post.used = time.monotonic()


def _answer(crew: Crew, job: Job) -> Answer:
    crew.start(job)
    while True:
        for answer in crew.answers(1.0):
            return answer


def _post(work: Work) -> Post:
    here = threading.get_ident()
    post = POSTS.get(here)
    if post is None or post.crew.work != work:
        if post is not None:
            post.crew.close()
        post = POSTS[here] = Post(Crew(work, 1))
        threading.Thread(target=_watch, daemon=True).start()
    return post


def _watch() -> None:
    if not WATCH.acquire(blocking=False):
        return
    with suppress(RuntimeError):
        while POSTS:
            time.sleep(1.0)
            _let_go(lambda post: time.monotonic() - post.used > IDLE, 0.0)
    WATCH.release()


def dismiss(work: Work) -> None:
    """The batch is over: whoever still works on it is ended, and the crews go."""
    for post in list(POSTS.values()):
        if post.crew.work == work:
            for worker in list(post.crew.workers):
                if worker.pid:
                    with suppress(ProcessLookupError):
                        os.kill(worker.pid, signal.SIGKILL)
    _let_go(lambda post: post.crew.work == work, PATIENCE)


def _let_go(chosen: Callable[[Post], bool], patience: float) -> None:
    for here, post in list(POSTS.items()):
        if chosen(post) and post.lock.acquire(timeout=patience):
            with_it = POSTS.pop(here, None)
            if with_it is not None:
                with_it.crew.close()
            post.lock.release()


def dask_setup(_: object) -> None:
    """Called by Dask in a new process of a cluster on this machine: Ctrl-C on the terminal is the supervisor's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
