"""What the catalogue knows: find, show, films, stats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import typer
from rich.table import Table
from rich.text import Text

from presskit.catalogue.find import Hit
from presskit.catalogue.find import find as found_by
from presskit.catalogue.find import stats as counted
from presskit.catalogue.lookup import films
from presskit.catalogue.passages import KINDS
from presskit.cli.catalogue.options import (
    SHORT,
    Json,
    Kind,
    Most,
    Named,
    Shown,
    Url,
    What,
    Words,
    app,
    as_text,
    existing,
    listing,
)
from presskit.cli.catalogue.showing import show_film, show_kit, show_person
from presskit.cli.console import out, put, say

SHOWN = {Shown.film: show_film, Shown.person: show_person, Shown.kit: show_kit}


@app.command()
def find(words: Words, *, catalogue: Url, kind: Kind = None, most: Most = 20, as_json: Json = False) -> None:
    """Find titles, names and passages; accents and capitals do not count, every word must be there.

    [bold]Example:[/bold] [cyan]presskit catalogue find "late ferry" --catalogue catalogue.sqlite[/cyan]
    """
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"one of {', '.join(KINDS)}", param_hint="--kind")
    with existing(catalogue).read() as connection:
        hits = found_by(connection, words, kind, most)
    if as_json:
        put(as_text([asdict(hit) for hit in hits]))
        return
    if not hits:
        say("Nothing found")
        return
    out.print(_hits(hits))


def _hits(hits: Sequence[Hit]) -> Table:
    table = listing("what", "words", "kit", "page")
    for hit in hits:
        table.add_row(hit.kind, Text(hit.words[:SHORT]), Text(f"{hit.file} {hit.kit[:8]}"), str(hit.page or ""))
    return table


@app.command()
def show(what: What, name: Named, *, catalogue: Url, as_json: Json = False) -> None:
    """One film with its kits, one person or company with their films, or one kit as the catalogue has it.

    [bold]Example:[/bold] [cyan]presskit catalogue show film "The Late Ferry" --catalogue catalogue.sqlite[/cyan]
    """
    SHOWN[what](existing(catalogue), name, as_json=as_json)


@app.command("films")
def list_films(*, catalogue: Url, as_json: Json = False) -> None:
    """Every film, and how many kits there are of it."""
    with existing(catalogue).read() as connection:
        rows = films(connection)
    if as_json:
        put(as_text([asdict(row) for row in rows]))
        return
    table = listing("film", "year", "min", "directors", "kits", "work")
    for row in rows:
        table.add_row(row.title, str(row.year or ""), str(row.runtime_minutes or ""), row.directors or "", str(len(row.kits)), row.work)
    out.print(table)


@app.command()
def stats(*, catalogue: Url, as_json: Json = False) -> None:
    """How much of everything there is."""
    with existing(catalogue).read() as connection:
        rows = counted(connection)
    if as_json:
        put(as_text(dict(rows)))
        return
    table = listing("table", "rows")
    for name, number in rows.items():
        table.add_row(name.replace("_", " "), f"{number:,}")
    out.print(table)
