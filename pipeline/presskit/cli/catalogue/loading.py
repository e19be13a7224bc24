"""Records in, and out again: load, runs, undo, diff."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import typer
from rich.progress import track
from rich.text import Text

from presskit.catalogue.diff import diff as diff_of
from presskit.catalogue.lookup import kit_named, runs_of
from presskit.catalogue.store import Catalogue, Loaded, open_catalogue
from presskit.catalogue.store import undo as undo_run
from presskit.cli.catalogue.feeding import load_told
from presskit.cli.catalogue.options import (
    SHORT,
    Json,
    Kit,
    Name,
    Records,
    Run,
    Url,
    app,
    as_text,
    existing,
    listing,
)
from presskit.cli.console import Exit, err, out, put, report, say
from presskit.errors import NotInCatalogue, PresskitError, RecordInvalid
from presskit.records import find_records, read_record

LONGEST_RUN = 32
"""Signs that the catalogue keeps of a run's name."""


@app.command()
def load(records: Records, *, catalogue: Url, run: Name = None) -> None:
    """Load records, each whole or not at all; loading the same again changes nothing.

    [bold]Example:[/bold] [cyan]presskit catalogue load records --catalogue catalogue.sqlite[/cyan]
    """
    if run is not None and len(run) > LONGEST_RUN:
        raise typer.BadParameter(f"at most {LONGEST_RUN} signs", param_hint="--run")
    store = open_catalogue(catalogue, say)
    name = run or secrets.token_hex(4)
    store.start_run(name, " ".join(map(str, records))[:500])
    files = find_records(records)
    tally: Counter[str] = Counter()
    for path in _shown("Loading", files):
        tally[_loaded(store, path, name)] += 1
    told = ", ".join(f"{tally[state]} {state}" for state in (*Loaded, "refused") if tally[state])
    say(f"{len(files)} records: {told or 'none'}; run {name}")
    raise typer.Exit(Exit.SOME_FAILED if tally["refused"] else Exit.DONE)


def _shown(doing: str, things: Sequence[Any]) -> Iterable[Any]:
    """One after another, with a bar on a terminal."""
    return track(things, doing, console=err, transient=True, disable=not err.is_terminal)


def _loaded(store: Catalogue, path: Path, run: str) -> str:
    """A record that does not fit is refused and the others go on; a catalogue that does not answer ends the loading."""
    try:
        extraction = read_record(path)
    except PresskitError as failure:
        report(failure)
        return "refused"
    try:
        return load_told(store, extraction, run)
    except RecordInvalid as failure:
        report(failure)
        return "refused"


@app.command()
def runs(*, catalogue: Url, as_json: Json = False) -> None:
    """What was loaded when, the last first."""
    with existing(catalogue).read() as connection:
        rows = runs_of(connection)
    if as_json:
        put(as_text([asdict(row) for row in rows]))
        return
    table = listing("run", "started", "records", "source", "undone")
    for row in rows:
        table.add_row(row.run, row.started, str(row.records), row.source, row.undone or "")
    out.print(table)


@app.command()
def undo(run: Run, *, catalogue: Url) -> None:
    """Take back what a run loaded: its kits fall back on what they said before it, or leave."""
    store = existing(catalogue)
    with store.read() as connection:
        if run not in {row.run for row in runs_of(connection)}:
            raise NotInCatalogue(run, "No run of this name", "`presskit catalogue runs` lists them.")
    say(f"{undo_run(store, run, partial(_shown, 'Taking back'))} kits taken back")


@app.command()
def diff(kit: Kit, *, catalogue: Url, as_json: Json = False) -> None:
    """What the last extraction of a kit says otherwise than the one before. Exit code 1 where it does."""
    with existing(catalogue).read() as connection:
        made = diff_of(connection, kit_named(connection, kit))
    if made is None:
        say("Loaded once: nothing to compare")
        return
    if as_json:
        put(as_text({**asdict(made), "changes": [{**asdict(change), "kind": change.kind} for change in made.changes]}))
    else:
        for change in made.changes:
            out.print(Text.assemble((f"{change.kind:8} ", "bold"), change.pointer), soft_wrap=True)
            for sign, value, style in (("-", change.before, "red"), ("+", change.now, "green")):
                if value is not None:
                    out.print(Text(f"    {sign} {value[:SHORT]}", style=style), soft_wrap=True)
        out.print(f"{len(made.changes)} changes, {made.unchanged} unchanged")
    raise typer.Exit(Exit.FOUND if made.changes else Exit.DONE)
