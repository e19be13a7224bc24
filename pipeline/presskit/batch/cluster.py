"""Workers of a Dask cluster: each node does its jobs in killable processes of its own, as this machine does."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import Any

from presskit.batch.crew import Crew
from presskit.batch.engine import Answer, Lost
from presskit.batch.job import Halt, Job, Result, Work
from presskit.errors import EngineMissing

CONNECT = 15
"""Seconds for a scheduler to answer."""
AT_ONCE = 2
"""Jobs given to a cluster per core, so that none waits for the way there and back."""
GLANCE = 0.02


LOCAL = threading.local()


def do(job: Job, work: Work) -> Answer:
    """What a node of the cluster does with one job."""
    crew: Crew | None = getattr(LOCAL, "crew", None)
    if crew is None or crew.work != work:
        crew = LOCAL.crew = Crew(work, 1)
    crew.start(job)
    while True:
        for answer in crew.answers(1.0):
            return answer


@dataclass(slots=True)
class Cluster:
    """An Engine over a Dask scheduler; without an address, a cluster of `size` processes on this machine."""

    work: Work
    scheduler: str | None
    size: int
    client: Any = field(init=False)
    futures: dict[Any, Job] = field(default_factory=dict)
    cores: int = 0

    def __post_init__(self) -> None:
        try:
            from distributed import Client, LocalCluster
        except ImportError as missing:
            raise EngineMissing("dask", "Dask is not installed") from missing
        try:
            cluster: Any = self.scheduler or LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=self.size, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
            )
            self.client = Client(cluster, timeout=CONNECT)  # type: ignore[no-untyped-call]
        except OSError as silent:
            raise EngineMissing(self.scheduler or "dask", "No scheduler answers there") from silent

    @property
    def room(self) -> int:
        self.cores = sum(self.client.nthreads().values()) or self.cores or 1
        return max(self.cores * AT_ONCE - len(self.futures), 0)

    @property
    def busy(self) -> int:
        return len(self.futures)

    def start(self, job: Job) -> None:
        self.futures[self.client.submit(do, job, self.work, pure=False)] = job

    def answers(self, timeout: float) -> list[Answer]:
        deadline = time.monotonic() + timeout
        while not (done := [future for future in self.futures if future.done()]) and time.monotonic() < deadline:
            time.sleep(GLANCE)
        return [self._answer(future, self.futures.pop(future)) for future in done]

    def _answer(self, future: Any, job: Job) -> Answer:
        """A task that its node did not survive comes back as lost; the scheduler has tried it elsewhere before."""
        if future.status == "finished":
            answer: Result | Halt | Lost = future.result()
            future.release()
            return answer
        return Lost(job, str(future.exception()) if future.status == "error" else future.status, begun=future.status == "error")

    def close(self) -> list[Job]:
        left = list(self.futures.values())
        self.client.cancel(list(self.futures))
        self.futures.clear()
        owned = self.client.cluster if self.scheduler is None else None
        self.client.close()
        if owned is not None:
            owned.close()
        return left
