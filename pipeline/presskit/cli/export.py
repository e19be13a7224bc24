"""`presskit export`: records in other people's formats, and what those cannot say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from presskit.catalogue.handing import handed
from presskit.catalogue.store import open_catalogue
from presskit.cli.catalogue.options import sought
from presskit.cli.console import Exit, err, report, say
from presskit.errors import NotWritable, PresskitError
from presskit.export import EXPORTS
from presskit.export.account import Loss
from presskit.export.identities import Identities
from presskit.export.loss import LossReport, loss_path, write_loss
from presskit.record import Extraction
from presskit.records import find_records, read_records

MOST_LOSSES = 12
"""Lines of the table on standard error; the report has all."""


class Target(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    xlsx = "xlsx"
    jsonld = "jsonld"
    avefi = "avefi"
    reconcile = "reconcile"


Records = Annotated[list[Path] | None, typer.Argument(metavar="RECORD", help="Records (.json), or folders of them.", show_default=False)]
To = Annotated[Target, typer.Option("--to", "-t", help="The format.", show_default=False)]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="PATH", help="The file to write; for csv a folder.", show_default=False)]

Url = Annotated[str, typer.Option("--catalogue", metavar="URL", help="Take the catalogue's records [env var: PRESSKIT_CATALOGUE].")]
Since = Annotated[
    str,
    typer.Option("--since", metavar="RUN", help="Of a catalogue: only kits that this run or a later one changed.", callback=sought),
]


def export(records: Records = None, *, to: To, out_path: Out, catalogue: Url = "", since: Since = "") -> None:
    """Write records in another format: JSON Lines, CSV, XLSX, schema.org JSON-LD, AV-EFI (film archives), or a table to reconcile with.

    What the format cannot say is counted in PATH.loss.json. A record that cannot be read never stops the others.

    [bold]Examples:[/bold] [cyan]presskit export records/ --to xlsx --out kits.xlsx[/cyan] ·
    [cyan]presskit export records/ --to avefi --out kits.json[/cyan]
    """
    # The variable of the environment is for catalogues in daily use: who names records means these.
    url = catalogue or ("" if records else os.environ.get("PRESSKIT_CATALOGUE", ""))
    if bool(records) == bool(url):
        raise typer.BadParameter("name records, or a catalogue with --catalogue; not both", param_hint="RECORD")
    if since and not url:
        raise typer.BadParameter("runs are a catalogue's: name one with --catalogue", param_hint="--since")
    if records:
        _of_files(records, to, out_path)
    else:
        _write(to, out_path, *_of_catalogue(url, since))


def _of_catalogue(url: str, since: str) -> tuple[Iterator[tuple[str, Extraction]], Identities]:
    identities = Identities(catalogued=True)
    kits = handed(open_catalogue(url, say, make=False), since or None)

    def told() -> Iterator[tuple[str, Extraction]]:
        for kit in kits:
            identities.work, identities.agents = kit.work, kit.agents
            yield kit.name, kit.record

    return told(), identities


def _of_files(records: list[Path], to: Target, out_path: Path) -> None:
    files = find_records(records)
    _keep_apart(files, out_path)
    refused: list[PresskitError] = []
    found = read_records(files, refused.append)
    first = next(found, None)
    if first:
        _write(to, out_path, chain([first], found), None)
    for failure in refused:
        report(failure)
    raise typer.Exit(_exit_code(refused, len(files)))


def _keep_apart(files: list[Path], out_path: Path) -> None:
    """A record is never written over, whatever --out says."""
    taken = {path.resolve() for path in files} & {out_path.resolve(), loss_path(out_path).resolve()}
    if taken:
        raise NotWritable(min(taken), "A record that is to be read stands where the result goes", "Choose another --out.")


def _write(to: Target, out_path: Path, records: Iterator[tuple[str, Extraction]], identities: Identities | None) -> None:
    losses = EXPORTS[to.value](records, out_path, identities)
    _tell(losses, out_path, write_loss(losses, out_path))


def _exit_code(refused: list[PresskitError], files: int) -> int:
    """One record: its own. Several: whether any could not be read."""
    if not refused:
        return Exit.DONE
    return refused[0].exit_code if files == 1 else Exit.SOME_FAILED


def _tell(losses: LossReport, out_path: Path, written: Path) -> None:
    lost, changed = (sum(loss.count for loss in each) for each in (losses.lost, losses.changed))
    say(f"{out_path}: {len(losses.kits)} kits, {losses.values} values: {lost} not in {losses.format}, {changed} less exact ({written})")
    rows = [("not said", loss) for loss in losses.lost] + [("less exact", loss) for loss in losses.changed]
    most = sorted(rows, key=lambda row: -row[1].count)[:MOST_LOSSES]
    if most:
        err.print(_table(most))
    if len(rows) > MOST_LOSSES:
        say(f"and {len(rows) - MOST_LOSSES} more in {written}")


def _table(rows: list[tuple[str, Loss]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in ("", "where", "why"):
        table.add_column(column)
    table.add_column("values", justify="right")
    for fate, loss in rows:
        table.add_row(fate, loss.pattern, loss.reason, str(loss.count))
    return table
