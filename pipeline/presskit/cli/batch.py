"""`presskit batch` and `presskit status`: an inbox of kits becomes a folder of records, and how far that has come."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from presskit.batch.entries import counts, entries, frequent, is_complete
from presskit.batch.job import Limits, State, Work
from presskit.batch.ledger import Ledger
from presskit.batch.places import Place, place
from presskit.batch.run import Stop
from presskit.batch.start import LEDGER, Plan, ledger_of, start, workers_by_default
from presskit.cli.console import Exit, err, out, put, say
from presskit.cli.options import Names, Ocr, chosen
from presskit.cli.progress import STYLES, Bar, PlainLines
from presskit.errors import KitNotFound

if TYPE_CHECKING:
    from presskit.cli.catalogue.feeding import Feeder

LIMITS = Limits()
MOST_FAILED = 20
"""Failed kits that status lists unless asked for all."""

GRAVITY = {"failed": "red", "error": "red", "warning": "yellow"}


class EngineName(StrEnum):
    local = "local"
    dask = "dask"


Inbox = Annotated[str, typer.Argument(help="Folder (or s3:// address) with kits, searched with all folders in it.", show_default=False)]
Out = Annotated[str, typer.Option("--out", "-o", metavar="DIR", help="Where records, report.json and quarantine/ go.", show_default=False)]
Workers = Annotated[int | None, typer.Option("--workers", "-w", min=1, help="Kits at once.", show_default="one per core")]
Seconds = Annotated[float, typer.Option("--timeout", metavar="S", min=1, help="Seconds one kit may take.")]
Megabytes = Annotated[int, typer.Option("--memory", metavar="MB", min=256, help="Memory one worker may take, language models included.")]
Retry = Annotated[bool, typer.Option("--retry-failed", help="Try those again that failed.")]
Watch = Annotated[bool, typer.Option("--watch", help="Go on with whatever comes into the inbox, until Ctrl-C.")]
Engine = Annotated[EngineName, typer.Option("--engine", help="Processes of this machine, or a Dask cluster.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster; without, a local one.", show_default=False)
]
LedgerUrl = Annotated[
    str | None,
    typer.Option("--ledger", metavar="URL", help="SQLite file, or postgresql://… shared by machines.", show_default="DIR/ledger.sqlite"),
]
CatalogueUrl = Annotated[
    str | None,
    typer.Option(
        "--catalogue", metavar="URL", envvar="PRESSKIT_CATALOGUE", help="Load each record here as it is done.", show_default=False
    ),
]
Json = Annotated[bool, typer.Option("--json", help="For machines.")]
Everything = Annotated[bool, typer.Option("--everything", help="List every failed kit.")]
Folder = Annotated[str, typer.Argument(metavar="DIR", help="Output folder of a batch.", show_default=False)]


def batch(
    inbox: Inbox,
    *,
    out_dir: Out,
    workers: Workers = None,
    timeout: Seconds = LIMITS.seconds,
    memory: Megabytes = LIMITS.megabytes,
    retry_failed: Retry = False,
    watch: Watch = False,
    engine: Engine = EngineName.local,
    scheduler: Scheduler = None,
    ledger: LedgerUrl = None,
    catalogue: CatalogueUrl = None,
    names: Names = True,
    ocr: Ocr = True,
) -> None:
    """Extract every kit of an inbox, each in a process of its own with limits of time and memory.

    What is done is kept in a ledger: run it again and only what is new is done. Ctrl-C lets running kits finish; twice ends at once.
    Exit code 5 where kits failed (they are in DIR/quarantine), 6 where some have no outcome yet.

    [bold]Examples:[/bold] [cyan]presskit batch inbox --out records[/cyan] · [cyan]presskit batch inbox -o records --watch[/cyan]
    """
    work = Work(inbox, out_dir, Limits(timeout, memory), chosen(names=names, ocr=ocr))
    plan = Plan(work, workers or workers_by_default(), ledger, engine.value, scheduler, watch, retry_failed)
    stop = Stop()
    observer = Bar() if err.is_terminal else PlainLines()
    feeder = _feeder(catalogue, work)
    try:
        with _interruptible(stop):
            made = start(plan, observer, stop, feeder)
            complete = made.run()
    finally:
        observer.close()
        if feeder is not None:
            feeder.finish(now=stop.now)
    _conclude(made.ledger, made.out)
    if feeder is not None:
        feeder.check()
    raise typer.Exit(_exit_code(stop, complete, counts(made.ledger)))


def _feeder(catalogue: str | None, work: Work) -> Feeder | None:
    """Loads what the batch makes. The catalogue is opened before the work begins: a wrong address costs nobody a night."""
    if catalogue is None:
        return None
    from presskit.catalogue.store import open_catalogue
    from presskit.cli.catalogue.feeding import Feeder

    return Feeder(open_catalogue(catalogue, say), place(work.out), work.inbox)


@contextmanager
def _interruptible(stop: Stop) -> Iterator[None]:
    def ask(number: int, _: FrameType | None) -> None:
        stop.ask()
        if not stop.now:
            say(f"{signal.Signals(number).name}: running kits are finished first; once more ends at once")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _exit_code(stop: Stop, complete: bool, counted: Mapping[str, int]) -> int:
    if stop.asked:
        return Exit.INTERRUPTED
    if not complete:
        return Exit.INCOMPLETE
    return Exit.SOME_FAILED if counted[State.FAILED] else Exit.DONE


def _conclude(ledger: Ledger, target: Place) -> None:
    out.print(_outcomes(counts(ledger)))
    reasons = _reasons(ledger)
    if reasons.row_count:
        out.print(reasons)
    out.print(f"Records in {target.path('records')}, report in {target.path('report.json')}", soft_wrap=True)


def _outcomes(counted: Mapping[str, int]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("outcome")
    table.add_column("kits", justify="right")
    for state in State:
        if counted[state]:
            table.add_row(Text(state.value, style=STYLES.get(state, "")), str(counted[state]))
    table.add_row(Text("all", style="bold"), Text(str(sum(counted.values())), style="bold"))
    return table


def _reasons(ledger: Ledger) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in ("most frequent", "what"):
        table.add_column(column)
    table.add_column("kits", justify="right")
    for row in frequent(ledger):
        table.add_row(
            Text(row.severity, style=GRAVITY.get(row.severity, "dim")),
            row.code,
            str(row.kits),
        )
    return table


def status(folder: Folder, *, ledger: LedgerUrl = None, as_json: Json = False, everything: Everything = False) -> None:
    """How far a batch has come: kits by outcome, the most frequent issues, what failed and why.

    [bold]Examples:[/bold] [cyan]presskit status records[/cyan] · [cyan]presskit status records --json[/cyan]
    """
    target = place(folder)
    if ledger is None and target.local and not Path(target.path(LEDGER)).exists():
        raise KitNotFound(folder, f"There is no {LEDGER} here", "Name the --out folder of a batch.")
    book = ledger_of(target, ledger)
    if as_json:
        put(_as_json(book))
        return
    _conclude(book, target)
    failed = list(entries(book, State.FAILED))
    for entry in failed if everything else failed[:MOST_FAILED]:
        out.print(Text.assemble((f"{entry.names[0].path}  ", "bold"), f"{entry.reason}: {entry.message}"), soft_wrap=True)
    if len(failed) > MOST_FAILED and not everything:
        out.print(f"and {len(failed) - MOST_FAILED} more (--everything lists them)")


def _as_json(book: Ledger) -> str:
    counted = dict(counts(book))
    reasons = [{"severity": row.severity, "code": row.code, "kits": row.kits} for row in frequent(book, 1000)]
    said = {"pipeline": book.pipeline, "complete": is_complete(counted), "outcomes": counted, "frequent": reasons}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
