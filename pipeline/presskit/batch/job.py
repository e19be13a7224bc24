"""What a batch hands around: a kit to do, the limits it has, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from presskit.settings import Settings


class State(StrEnum):
    """Where a kit stands in the ledger; all but the first two are outcomes."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    PARTIAL = "partial"
    FAILED = "failed"
    SKIPPED = "skipped"


BORN, GONE = "born", "gone"
"""What a nursery says of a worker."""
LONGEST = 1 << 16
"""Bytes of the longest message between a nursery and its supervisor."""

OUTCOMES = (State.DONE, State.PARTIAL, State.FAILED, State.SKIPPED)


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` one kit may take and `megabytes` its worker may hold, the language models included."""

    seconds: float = 600.0
    megabytes: int = 2048


@dataclass(frozen=True, slots=True)
class Work:
    """What is the same for all kits of a batch: where they come from, where records go, and how."""

    inbox: str
    out: str
    limits: Limits = field(default_factory=Limits)
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Job:
    """One kit to do: its content, where it lies in the inbox, the path of its record in the output, and workers it has cost."""

    sha256: str
    location: str
    record: str
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """An issue of a record, counted."""

    severity: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job. `reason` is one word for machines, `retry` whether trying the same again makes sense."""

    job: Job
    state: State
    reason: str = ""
    message: str = ""
    retry: bool = False
    seconds: float = 0.0
    size: int = 0
    """Bytes of the record."""
    issues: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class Halt:
    """The batch cannot go on (no room, no permission); the kit is as good as never begun."""

    job: Job
    path: str
    message: str
    advice: str


DIED = "worker-died"
TIMEOUT = "timeout"
MEMORY = "memory"
CRASH = "crash"
CHANGED = "changed"
"""The file's content is not what the ledger knew when it was given out: it is looked at again."""
