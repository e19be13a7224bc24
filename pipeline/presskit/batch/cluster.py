"""Workers of a Dask cluster: jobs go to its nodes, answers come back; what a lost node had is done by another."""

from __future__ import annotations

import logging
import os
import time
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from presskit.batch.engine import Answer, Lost
from presskit.batch.identity import pipeline_name
from presskit.batch.job import Job, Work
from presskit.batch.node import dismiss, do
from presskit.errors import EngineMissing, WorkersLost

CONNECT = 15
"""Seconds for a scheduler to answer."""
PATIENCE = float(os.environ.get("PRESSKIT_CLUSTER_PATIENCE", "120"))
"""Seconds without a single node after which the batch ends; the environment may say otherwise."""
AT_ONCE = 2
"""Jobs given to a cluster per core, so that none waits for the way there and back."""
COUNTED = 1.0
"""Seconds between two counts of the cluster's cores."""
SAME = "Install the same presskit, with the same models, on every node."
AGAIN = "See that it runs, then run the batch again: what is finished stays finished."


@dataclass(slots=True)
class Cluster:
    """An Engine over a Dask scheduler; without an address, a cluster of `size` processes on this machine."""

    work: Work
    scheduler: str | None
    size: int
    client: Any = field(init=False)
    pipeline: str = field(init=False)
    futures: dict[Any, Job] = field(default_factory=dict)
    ready: SimpleQueue[Any] = field(default_factory=SimpleQueue)
    cores: int = 0
    counted: float = 0.0
    manned: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.pipeline = pipeline_name(self.work.settings)
        try:
            from distributed import Client, LocalCluster
        except ImportError as missing:
            raise EngineMissing("dask", "Dask is not installed") from missing
        # What happens to nodes is told by the batch itself, kit by kit.
        for name in ("distributed", "distributed.client", "distributed.core", "distributed.nanny", "tornado.application"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        cluster: Any = self.scheduler
        try:
            cluster = cluster or LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=self.size,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                memory_limit=0,
                silence_logs=logging.CRITICAL,
                preload="presskit.batch.node",
            )
            self.client = Client(cluster, timeout=CONNECT)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as silent:
            raise EngineMissing(self._address, "No scheduler answers there", f"Write it like tcp://host:8786. {AGAIN}") from silent

    @property
    def _address(self) -> str:
        return self.scheduler or "dask"

    @property
    def room(self) -> int:
        self._count()
        return max(self.cores * AT_ONCE - len(self.futures), 0)

    def _count(self) -> None:
        """How many cores there are now. Raises EngineMissing when nobody is there, or has not been for long."""
        now = time.monotonic()
        if now - self.counted < COUNTED:
            return
        self._check()
        try:
            self.cores = sum(self.client.nthreads().values())
        except (OSError, ValueError) as silent:
            raise self._silent() from silent
        self.counted = now
        if self.cores:
            self.manned = now
        elif now - self.manned > PATIENCE:
            raise EngineMissing(self._address, f"The scheduler has had no worker for {PATIENCE:g} s", f"Start some (dask worker). {AGAIN}")

    def _check(self) -> None:
        if self.client.status != "running":
            raise self._silent()

    def _silent(self) -> EngineMissing:
        return EngineMissing(self._address, "The scheduler no longer answers", AGAIN)

    @property
    def busy(self) -> int:
        return len(self.futures)

    def start(self, job: Job) -> None:
        future = self.client.submit(do, job, self.work, self.pipeline, pure=False)
        self.futures[future] = job
        future.add_done_callback(self.ready.put)

    def answers(self, timeout: float) -> list[Answer]:
        self._count()
        came: list[Any] = []
        with suppress(Empty):
            came.append(self.ready.get(timeout=timeout) if timeout else self.ready.get_nowait())
            while True:
                came.append(self.ready.get_nowait())
        return [self._answer(future) for future in came if future in self.futures]

    def _answer(self, future: Any) -> Answer:
        """A task whose nodes did not survive it comes back as lost, after the scheduler has tried it elsewhere."""
        from distributed.scheduler import KilledWorker

        job = self.futures[future]
        if future.status not in ("finished", "error"):
            self._check()
        wrong = future.exception() if future.status == "error" else None
        if isinstance(wrong, WorkersLost | EngineMissing):
            raise type(wrong)(wrong.path, wrong.reason, wrong.advice)
        if wrong is not None and not isinstance(wrong, KilledWorker):
            raise EngineMissing(self._address, f"A node cannot do the work ({type(wrong).__name__}: {wrong})", SAME)
        if future.status == "finished":
            answer = self._fetched(future)
            del self.futures[future]
            future.release()
            return answer
        del self.futures[future]
        return Lost(job, "its node was lost, several times over" if wrong else str(future.status), begun=wrong is not None)

    def _fetched(self, future: Any) -> Answer:
        """What a task gave. Raises EngineMissing where the scheduler goes before it is here; the job is then one that is left."""
        try:
            answer: Answer = future.result()
        except (OSError, ValueError, CancelledError) as gone:
            raise self._silent() from gone
        return answer

    def close(self) -> list[Job]:
        left = list(self.futures.values())
        owned = self.client.cluster if self.scheduler is None else None
        if self.client.status == "running":
            with suppress(OSError, ValueError):
                self.client.cancel(list(self.futures))
                self.client.run(dismiss, self.work, on_error="ignore")
        self.futures.clear()
        self.client.close(timeout=2)
        if owned is not None:
            owned.close()
        return left
