"""`make bench-batch`: what the batch costs over bare extraction, what a second worker gains, what a re-run takes, and its memory."""

from __future__ import annotations

import argparse
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from rich.console import Console
from rich.table import Table

from presskit.batch.inbox import Content, ask_for, note
from presskit.batch.job import Noted, Result, State
from presskit.batch.ledger import open_ledger
from presskit.batch.places import Found
from tests.batch.running import command, inbox_of
from tests.batch.server import BINARIES, Server, end, server

PLOT = Path("bench-batch.png")
EVERY = 1.0
"""Seconds between two looks at the memory of a running batch: looking takes a core's time, too."""
FEW = 10
"""Kits of a batch that takes hardly more than its start."""
AIM_GAIN, AIM_AGAIN, AIM_OVERHEAD = 1.8, 0.02, 0.05


@dataclass(slots=True)
class Watched:
    """One run: its seconds, and the memory of supervisor and all its processes in MB over time."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    supervisor: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)

    @property
    def settled(self) -> float:
        """The supervisor's memory in the middle half of the run, at its highest."""
        quarter = len(self.supervisor) // 4
        return max(self.supervisor[quarter : len(self.supervisor) - quarter] or self.supervisor or [0.0])

    @property
    def peak(self) -> float:
        return max(self.supervisor or [0.0])

    @property
    def all_peak(self) -> float:
        return max(self.together or [0.0])


def run(inbox: Path, out: Path, workers: int, *more: str) -> Watched:
    """A real batch in a process of its own."""
    watched = Watched()
    started = time.monotonic()
    process = subprocess.Popen(
        command("batch", inbox, "--out", out, "--workers", workers, *more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with looked_at(process.pid, watched, started):
        code = process.wait()
    watched.seconds = time.monotonic() - started
    if code not in (0, 5):
        sys.exit(f"the batch ended with {code}")
    return watched


@contextmanager
def looked_at(pid: int, watched: Watched, started: float) -> Iterator[None]:
    over = threading.Event()

    def look() -> None:
        supervisor = psutil.Process(pid)
        while not over.wait(EVERY):
            try:
                own = supervisor.memory_info().rss
                parts = [process.memory_full_info().pss for process in supervisor.children(recursive=True)]
            except psutil.Error:
                continue
            watched.times.append(time.monotonic() - started)
            watched.supervisor.append(own / 1e6)
            watched.together.append((own + sum(parts)) / 1e6)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def bare(inbox: Path, out: Path) -> float:
    """Seconds of `presskit extract` over the same kits: one process, no batch."""
    started = time.monotonic()
    done = subprocess.run(command("extract", inbox, "--out", out), capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"extract ended with {done.returncode}")
    return time.monotonic() - started


def side_by_side(inbox: Path, folder: Path) -> float:
    """Seconds until two processes that know nothing of each other have done half of the kits each."""
    halves = [sorted(inbox.iterdir())[at::2] for at in range(2)]
    started = time.monotonic()
    calls = [command("extract", *half, "--out", folder / f"half{at}") for at, half in enumerate(halves)]
    running = [subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for call in calls]
    for process in running:
        process.wait()
    return time.monotonic() - started


def compared(folder: Path, kits: int) -> Table:
    """Gain of a second worker, overhead of the batch, share of a re-run: three aims in one table."""
    inbox = inbox_of(folder / "compared", kits, pdfs=0.1)
    alone, ceiling = bare(inbox, folder / "bare"), side_by_side(inbox, folder)
    single, double, again = (run(inbox, folder / out, workers).seconds for out, workers in (("one", 1), ("two", 2), ("two", 2)))
    table = _table("what", "seconds", "ratio", "aim")
    table.add_row(f"{kits} kits by presskit extract", f"{alone:.1f}", "", "")
    table.add_row(
        "the same by two of it at once, half each", f"{ceiling:.1f}", f"{alone / ceiling:.2f} times", "what this machine can gain"
    )
    table.add_row("batch, 1 worker", f"{single:.1f}", f"{single / alone - 1:+.1%}", f"at most {AIM_OVERHEAD:+.0%}")
    table.add_row("batch, 2 workers", f"{double:.1f}", f"{single / double:.2f} times", f"at least {AIM_GAIN}")
    few = inbox_of(folder / "few", FEW, pdfs=0.1)
    start = min(run(few, folder / f"few-{workers}", workers).seconds for workers in (1, 2))
    share = (single - start) / (double - start)
    table.add_row("the start: a batch of 10 kits", f"{start:.1f}", f"{share:.2f} times", "what a second worker gains after it")
    table.add_row("again over the unchanged inbox", f"{again:.1f}", f"{again / double:.1%}", f"under {AIM_AGAIN:.0%}")
    return table


def rates(folder: Path, kits: int) -> Table:
    """Kits per hour on two workers, by kind."""
    table = _table("kind", "kits", "seconds", "kits per hour")
    for kind, pdfs in (("text", 0.0), ("PDF", 1.0)):
        inbox = inbox_of(folder / kind, kits, pdfs=pdfs)
        seconds = run(inbox, folder / f"{kind}-out", 2).seconds
        table.add_row(kind, str(kits), f"{seconds:.1f}", f"{kits / seconds * 3600:,.0f}")
    return table


def grown(folder: Path, sizes: Sequence[int]) -> tuple[Table, list[tuple[int, Watched]]]:
    """Memory and rate over sizes; the supervisor's must not grow with the number of kits."""
    table = _table("kits", "seconds", "kits per hour", "supervisor MB", "its peak MB", "all processes MB")
    runs: list[tuple[int, Watched]] = []
    for kits in sizes:
        watched = run(inbox_of(folder / f"{kits}", kits, pdfs=0.05), folder / f"{kits}-out", 2)
        rate = kits / watched.seconds * 3600
        table.add_row(
            str(kits), f"{watched.seconds:.1f}", f"{rate:,.0f}", *(f"{mb:.0f}" for mb in (watched.settled, watched.peak, watched.all_peak))
        )
        runs.append((kits, watched))
    return table, runs


def ledgers(folder: Path, kits: int) -> Table:
    """How many kits a second a ledger can give out and take back, with nothing else to do: where many machines share it, the limit."""
    table = _table("ledger", "kits", "noted per s", "claimed and finished per s")
    with served() as server:
        for name, url in (("SQLite", str(folder / "ledger.sqlite")), *((("PostgreSQL", server.database("bench")),) if server else ())):
            ledger = open_ledger(url, str(folder), "bench", "bench")
            started = time.monotonic()
            with ledger.begin() as connection:
                for number in range(kits):
                    content = Content(Found(f"{number:06}.txt", 1, "1", 0.0), f"{number:064x}")
                    note(connection, content, 0.0, None)
                    ask_for(connection, content, ledger.pipeline)
            noted = time.monotonic()
            while jobs := ledger.claim(8):
                ledger.finish([Result(job, State.DONE, size=1, issues=(Noted("info", "not-stated", 1),)) for job in jobs])
            table.add_row(name, str(kits), f"{kits / (noted - started):,.0f}", f"{kits / (time.monotonic() - noted):,.0f}")
    return table


@contextmanager
def served() -> Iterator[Server | None]:
    """A PostgreSQL server of our own, where its programs are."""
    if not any(BINARIES.glob("*/bin/initdb")):
        yield None
        return
    made = server()
    try:
        yield made
    finally:
        end(made)


def plotted(runs: Sequence[tuple[int, Watched]], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 4.5))
    for kits, watched in runs:
        share = [100 * at / watched.seconds for at in watched.times]
        line = axes.plot(share, watched.supervisor, label=f"supervisor, {kits} kits")[0]
        axes.plot(share, watched.together, color=line.get_color(), linestyle=":", label=f"all processes, {kits} kits")
    axes.set(xlabel="share of the run in %", ylabel="MB", title="Memory of a batch with two workers", ylim=(0, None))
    axes.legend(fontsize="small", ncols=2)
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, dpi=120)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for at, column in enumerate(columns):
        table.add_column(column, justify="left" if at == 0 else "right", no_wrap=True)
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kits", type=int, default=1000, help="kits of the comparison and the re-run")
    parser.add_argument("--by-kind", type=int, default=200, help="kits per kind for kits per hour")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10, 100, 1000, 5000])
    parser.add_argument("--plot", type=Path, default=PLOT)
    options = parser.parse_args()
    console = Console(width=140, highlight=False)
    with TemporaryDirectory() as name:
        folder = Path(name)
        console.print(compared(folder, options.kits))
        console.print()
        console.print(rates(folder, options.by_kind))
        console.print()
        console.print(ledgers(folder, 2000))
        console.print()
        table, runs = grown(folder, options.sizes)
        console.print(table)
    plotted(runs, options.plot)
    console.print(f"Memory over time: {options.plot}")


if __name__ == "__main__":
    main()
