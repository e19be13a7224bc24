"""`presskit catalogue …`: records become one database of films, people and kits, which can be asked."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track
from rich.table import Table
from rich.text import Text

from presskit.catalogue.decide import MERGE, SPLIT, decide, decisions, take_back, undecided
from presskit.catalogue.diff import diff as diff_of
from presskit.catalogue.find import KINDS, Hit
from presskit.catalogue.find import find as found_by
from presskit.catalogue.find import stats as counted
from presskit.catalogue.lookup import Film, films, kit_named, runs_of, work_named
from presskit.catalogue.read import read_record, record_files
from presskit.catalogue.store import Catalogue, Loaded, open_catalogue, record_of
from presskit.catalogue.store import undo as undo_run
from presskit.cli.console import Exit, err, out, put, report, say
from presskit.cli.summary import summary
from presskit.errors import NotInCatalogue, PresskitError

SHORT = 110


class Shown(StrEnum):
    film = "film"
    kit = "kit"


app = typer.Typer(help="One database of films, people and kits.", no_args_is_help=True, add_completion=False)

Url = Annotated[
    str,
    typer.Option("--catalogue", metavar="URL", envvar="PRESSKIT_CATALOGUE", help="SQLite file, or postgresql://…", show_default=False),
]
Records = Annotated[list[Path], typer.Argument(metavar="RECORDS…", help="Record files, or folders of them.", show_default=False)]
Words = Annotated[str, typer.Argument(metavar="TEXT", help="Words; the last may be a beginning.", show_default=False)]
Kit = Annotated[str, typer.Argument(metavar="KIT", help="A kit: its file name, or the beginning of its SHA-256.", show_default=False)]
Run = Annotated[str, typer.Argument(metavar="RUN", help="As `presskit catalogue runs` lists them.", show_default=False)]
Kind = Annotated[str | None, typer.Option("--kind", help=f"Only one of {', '.join(KINDS)}.", show_default=False)]
Most = Annotated[int, typer.Option("--most", min=1, help="Hits shown.")]
What = Annotated[Shown, typer.Argument(help="What is named.", show_default=False)]
Named = Annotated[str, typer.Argument(metavar="NAME", help="A title, a file name, or the beginning of a digest.", show_default=False)]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.", show_default="your login name")]
DecisionName = Annotated[str, typer.Argument(metavar="DECISION", help="As `decisions` lists them.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="For machines.")]
Name = Annotated[str | None, typer.Option("--run", help="What this loading is called.", show_default="a name of its own")]


@app.command()
def load(records: Records, *, catalogue: Url, run: Name = None) -> None:
    """Load records, each whole or not at all; loading the same again changes nothing.

    [bold]Example:[/bold] [cyan]presskit catalogue load records --catalogue catalogue.sqlite[/cyan]
    """
    store = open_catalogue(catalogue)
    name = run or secrets.token_hex(4)
    store.start_run(name, " ".join(map(str, records))[:500])
    files = list(record_files(records))
    tally: Counter[str] = Counter()
    for path in track(files, "Loading", console=err, transient=True, disable=not err.is_terminal):
        tally[_loaded(store, path, name)] += 1
    told = ", ".join(f"{tally[state]} {state}" for state in (*Loaded, "refused") if tally[state])
    say(f"{len(files)} records: {told or 'none'}; run {name}")
    raise typer.Exit(Exit.SOME_FAILED if tally["refused"] else Exit.DONE)


def _loaded(store: Catalogue, path: Path, run: str) -> str:
    """A record that does not fit is refused and the others go on; a catalogue that does not answer ends the loading."""
    try:
        extraction = read_record(path)
    except PresskitError as failure:
        report(failure)
        return "refused"
    return store.load(extraction, run)


@app.command()
def runs(*, catalogue: Url, as_json: Json = False) -> None:
    """What was loaded when, the last first."""
    with open_catalogue(catalogue).begin() as connection:
        rows = runs_of(connection)
    if as_json:
        put(_json([asdict(row) for row in rows]))
        return
    table = _table("run", "started", "records", "source", "undone")
    for row in rows:
        table.add_row(row.run, row.started, str(row.records), row.source, row.undone or "")
    out.print(table)


@app.command()
def undo(run: Run, *, catalogue: Url) -> None:
    """Take back what a run loaded: its kits fall back on what they said before it, or leave."""
    store = open_catalogue(catalogue)
    with store.begin() as connection:
        if run not in {row.run for row in runs_of(connection)}:
            raise NotInCatalogue(run, "No run of this name", "`presskit catalogue runs` lists them.")
    say(f"{undo_run(store, run)} kits taken back")


@app.command()
def diff(kit: Kit, *, catalogue: Url, as_json: Json = False) -> None:
    """What the last extraction of a kit says otherwise than the one before. Exit code 1 where it does."""
    with open_catalogue(catalogue).begin() as connection:
        made = diff_of(connection, kit_named(connection, kit))
    if made is None:
        say("Loaded once: nothing to compare")
        return
    if as_json:
        put(_json({**asdict(made), "changes": [{**asdict(change), "kind": change.kind} for change in made.changes]}))
    else:
        for change in made.changes:
            out.print(Text.assemble((f"{change.kind:8} ", "bold"), change.pointer.split("/{")[0]), soft_wrap=True)
            for sign, value, style in (("-", change.before, "red"), ("+", change.now, "green")):
                if value is not None:
                    out.print(Text(f"    {sign} {value[:SHORT]}", style=style), soft_wrap=True)
        out.print(f"{len(made.changes)} changes, {made.unchanged} unchanged")
    raise typer.Exit(Exit.FOUND if made.changes else Exit.DONE)


@app.command()
def find(words: Words, *, catalogue: Url, kind: Kind = None, most: Most = 20, as_json: Json = False) -> None:
    """Find titles, names and passages; accents and capitals do not count, every word must be there.

    [bold]Example:[/bold] [cyan]presskit catalogue find "late ferry" --catalogue catalogue.sqlite[/cyan]
    """
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"one of {', '.join(KINDS)}", param_hint="--kind")
    with open_catalogue(catalogue).begin() as connection:
        hits = found_by(connection, words, kind, most)
    if as_json:
        put(_json([asdict(hit) for hit in hits]))
        return
    if not hits:
        say("Nothing found")
        return
    out.print(_hits(hits))


def _hits(hits: Sequence[Hit]) -> Table:
    table = _table("what", "words", "kit", "page")
    for hit in hits:
        table.add_row(hit.kind, Text(hit.words[:SHORT]), Text(f"{hit.file} {hit.kit[:8]}"), str(hit.page or ""))
    return table


@app.command()
def show(what: What, name: Named, *, catalogue: Url, as_json: Json = False) -> None:
    """One film with its kits, or one kit as the catalogue has it.

    [bold]Example:[/bold] [cyan]presskit catalogue show film "The Late Ferry" --catalogue catalogue.sqlite[/cyan]
    """
    with open_catalogue(catalogue).begin() as connection:
        if what is Shown.film:
            _show_film(films(connection, work_named(connection, name))[0], as_json=as_json)
            return
        extraction = record_of(connection, kit_named(connection, name))
    if as_json:
        put(_json(extraction.model_dump(mode="json", by_alias=True)))
    else:
        out.print(summary(extraction, Path(extraction.source.name), None))


def _show_film(film: Film, *, as_json: bool) -> None:
    if as_json:
        put(_json(asdict(film)))
        return
    facts = (film.year, f"{film.runtime_minutes} min" if film.runtime_minutes else None, film.directors)
    out.print(Text.assemble((film.title, "bold"), "  " + ", ".join(str(fact) for fact in facts if fact)))
    for digest, file in film.kits:
        out.print(f"  {digest[:12]}  {file}", soft_wrap=True)


@app.command("films")
def list_films(*, catalogue: Url, as_json: Json = False) -> None:
    """Every film, and how many kits there are of it."""
    with open_catalogue(catalogue).begin() as connection:
        rows = films(connection)
    if as_json:
        put(_json([asdict(row) for row in rows]))
        return
    table = _table("film", "year", "min", "directors", "kits", "work")
    for row in rows:
        table.add_row(row.title, str(row.year or ""), str(row.runtime_minutes or ""), row.directors or "", str(len(row.kits)), row.work)
    out.print(table)


@app.command("undecided")
def list_undecided(*, catalogue: Url, as_json: Json = False) -> None:
    """Kits that may be for one film, for a person to decide: `merge` or `split`."""
    with open_catalogue(catalogue).begin() as connection:
        rows = undecided(connection)
    if as_json:
        put(_json([asdict(row) for row in rows]))
        return
    for row in rows:
        out.print(Text.assemble((f"{row.one[:12]} {row.one_title}  |  {row.other[:12]} {row.other_title}", "bold")), soft_wrap=True)
        out.print(f"    {row.score:+.1f}  {row.why}", soft_wrap=True)
    say(f"{len(rows)} to decide")


@app.command()
def merge(one: Kit, other: Kit, *, catalogue: Url, by: By = "") -> None:
    """Two kits are for one film, whatever any later run finds."""
    _decide(MERGE, (one, other), catalogue, by)


@app.command()
def split(one: Kit, other: Kit, *, catalogue: Url, by: By = "") -> None:
    """Two kits are for two films, whatever any later run finds."""
    _decide(SPLIT, (one, other), catalogue, by)


def _decide(kind: str, kits: tuple[str, str], url: str, by: str) -> None:
    with open_catalogue(url).begin() as connection:
        one, other = (kit_named(connection, kit) for kit in kits)
        if one == other:
            raise typer.BadParameter("these are one kit")
        say(f"decision {decide(connection, kind, (one, other), by or getuser())}")


@app.command("decisions")
def list_decisions(*, catalogue: Url, as_json: Json = False) -> None:
    """What people decided, who and when; `take-back` undoes one."""
    with open_catalogue(catalogue).begin() as connection:
        rows = decisions(connection)
    if as_json:
        put(_json([asdict(row) for row in rows]))
        return
    table = _table("decision", "kind", "one", "other", "by", "made", "undone")
    for row in rows:
        table.add_row(row.decision, row.kind, row.one[:12], row.other[:12], row.by, row.made, row.undone or "")
    out.print(table)


@app.command("take-back")
def take_back_decision(decision: DecisionName, *, catalogue: Url) -> None:
    """Undo a decision; it stays on record as undone."""
    with open_catalogue(catalogue).begin() as connection:
        take_back(connection, decision)
    say("taken back")


@app.command()
def stats(*, catalogue: Url, as_json: Json = False) -> None:
    """How much of everything there is."""
    with open_catalogue(catalogue).begin() as connection:
        rows = counted(connection)
    if as_json:
        put(_json(dict(rows)))
        return
    table = _table("table", "rows")
    for name, number in rows.items():
        table.add_row(name.replace("_", " "), f"{number:,}")
    out.print(table)


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, justify="right" if column in ("rows", "records", "page") else "left", overflow="fold")
    return table


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
