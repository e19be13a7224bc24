"""What does the jobs: processes of this machine, or a cluster; the batch does not mind which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from presskit.batch.job import Halt, Job, Result


@dataclass(frozen=True, slots=True)
class Lost:
    """A job came back without an answer. `begun` is false where no worker had touched it."""

    job: Job
    why: str
    begun: bool = True


Answer = Result | Halt | Lost


class Engine(Protocol):
    """Takes jobs as long as it has room and hands back answers in whatever order they come."""

    @property
    def room(self) -> int:
        """Jobs it would begin at once."""

    @property
    def busy(self) -> int:
        """Jobs it has not answered."""

    def start(self, job: Job) -> None:
        """Never blocks for long. Raises WorkersLost or EngineMissing where nobody can do any work."""

    def answers(self, timeout: float) -> list[Answer]:
        """What came back within `timeout` seconds. Raises WorkersLost."""

    def close(self) -> list[Job]:
        """End everything at once; the jobs that had no answer."""
