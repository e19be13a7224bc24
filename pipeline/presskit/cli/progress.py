"""How a batch goes, while it goes: a bar on a terminal, plain lines elsewhere; all of it to standard error."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from presskit.batch.job import OUTCOMES, Job, Result, State
from presskit.cli.console import err

EVERY = 10.0
"""Seconds between two plain lines."""
STYLES = {State.DONE: "green", State.PARTIAL: "yellow", State.FAILED: "red", State.SKIPPED: "dim"}


@dataclass(slots=True)
class Tally:
    """Kits by state as last counted, and how fast they have come since the run began."""

    states: dict[str, int] = field(default_factory=dict)
    began: float = 0.0
    finished: int = -1

    def add(self, result: Result) -> None:
        # From the first result on: before it, workers load what they all need once.
        self.began = self.began or time.monotonic()
        self.finished += 1
        self.states[result.state] = self.states.get(result.state, 0) + 1
        open_state = State.RUNNING if self.states.get(State.RUNNING) else State.WAITING
        self.states[open_state] = max(self.states.get(open_state, 0) - 1, 0)

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def ended(self) -> int:
        return sum(self.states.get(state, 0) for state in OUTCOMES)

    @property
    def per_second(self) -> float:
        return max(self.finished, 0) / max(time.monotonic() - self.began, 0.001)

    def counts(self) -> str:
        return ", ".join(f"{count} {state.value}" for state in OUTCOMES if (count := self.states.get(state, 0))) or "none finished"


@dataclass(slots=True)
class PlainLines:
    """For logs and pipes: a line now and then."""

    console: Console = err
    tally: Tally = field(default_factory=Tally)
    last: float = field(default_factory=time.monotonic)

    def counted(self, counts: Mapping[str, int]) -> None:
        self.tally.states = dict(counts)

    def finished(self, result: Result) -> None:
        self.tally.add(result)
        if time.monotonic() - self.last >= EVERY:
            self._line()

    def lost(self, job: Job, why: str) -> None:
        self.console.print(f"a worker ended over {job.record} ({why}); replaced", soft_wrap=True)

    def idle(self) -> None:
        self._line()
        self.console.print("watching for new kits; Ctrl-C ends", soft_wrap=True)

    def close(self) -> None:
        return

    def _line(self) -> None:
        self.last = time.monotonic()
        tally = self.tally
        left = (tally.total - tally.ended) / tally.per_second if tally.finished > 0 else 0.0
        rest = f", about {_time(left)} left" if left else ""
        rate = f"; {tally.per_second * 3600:,.0f} kits/h" if tally.finished > 0 else ""
        self.console.print(f"{tally.ended} of {tally.total} kits: {tally.counts()}{rate}{rest}", soft_wrap=True)


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min" if minutes else f"{seconds:.0f} s"


@dataclass(slots=True)
class Bar:
    """For terminals: a bar with rate, remaining time and counts by outcome."""

    console: Console = err
    tally: Tally = field(default_factory=Tally)
    progress: Progress = field(init=False)
    task: TaskID = field(init=False)

    def __post_init__(self) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.fields[counts]}"),
        )
        self.progress = Progress(*columns, console=self.console, transient=True)
        self.task = self.progress.add_task("Extracting", total=None, rate="", counts="")
        self.progress.start()

    def counted(self, counts: Mapping[str, int]) -> None:
        self.tally.states = dict(counts)
        self._draw()

    def finished(self, result: Result) -> None:
        self.tally.add(result)
        self._draw()

    def lost(self, job: Job, why: str) -> None:
        self.progress.console.print(f"a worker ended over {job.record} ({why}); replaced", style="yellow", soft_wrap=True)

    def idle(self) -> None:
        self.progress.update(self.task, description="Watching")

    def close(self) -> None:
        self.progress.stop()

    def _draw(self) -> None:
        tally = self.tally
        counts = " ".join(f"[{STYLES[state]}]{count} {state.value}[/]" for state in OUTCOMES if (count := tally.states.get(state, 0)))
        rate = f"{tally.per_second * 3600:,.0f}/h" if tally.finished > 0 else ""
        described = "Extracting" if tally.ended < tally.total else "Watching"
        self.progress.update(self.task, description=described, completed=tally.ended, total=tally.total, rate=rate, counts=counts)
