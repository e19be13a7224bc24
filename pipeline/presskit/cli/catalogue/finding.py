"""What the catalogue knows: find, show, films, stats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import typer
from rich.table import Table
from rich.text import Text

from presskit.catalogue.find import Hit
from presskit.catalogue.find import find as found_by
from presskit.catalogue.find import stats as counted
from presskit.catalogue.lookup import Film, films, kit_named, work_named
from presskit.catalogue.passages import KINDS
from presskit.catalogue.portrait import Portrait, agent_named, portrait
from presskit.catalogue.store import open_catalogue, record_of
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
    listing,
)
from presskit.cli.console import out, put, say
from presskit.cli.summary import summary


@app.command()
def find(words: Words, *, catalogue: Url, kind: Kind = None, most: Most = 20, as_json: Json = False) -> None:
    """Find titles, names and passages; accents and capitals do not count, every word must be there.

    [bold]Example:[/bold] [cyan]presskit catalogue find "late ferry" --catalogue catalogue.sqlite[/cyan]
    """
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"one of {', '.join(KINDS)}", param_hint="--kind")
    with open_catalogue(catalogue, say).read() as connection:
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
    with open_catalogue(catalogue, say).read() as connection:
        if what is Shown.film:
            _show_film(films(connection, work_named(connection, name))[0], as_json=as_json)
            return
        if what is Shown.person:
            _show_person(portrait(connection, agent_named(connection, name)), as_json=as_json)
            return
        extraction = record_of(connection, kit_named(connection, name))
    if as_json:
        put(as_text(extraction.model_dump(mode="json", by_alias=True)))
    else:
        out.print(summary(extraction, Path(extraction.source.name), None))


def _show_film(film: Film, *, as_json: bool) -> None:
    if as_json:
        put(as_text(asdict(film)))
        return
    facts = (film.year, f"{film.runtime_minutes} min" if film.runtime_minutes else None, film.directors)
    out.print(Text.assemble((film.title, "bold"), "  " + ", ".join(str(fact) for fact in facts if fact)))
    for digest, file in film.kits:
        out.print(f"  {digest[:12]}  {file}", soft_wrap=True)


def _show_person(person: Portrait, *, as_json: bool) -> None:
    if as_json:
        put(as_text(asdict(person)))
        return
    born = " in ".join(filter(None, (person.born, person.birthplace)))
    out.print(Text.assemble((person.name, "bold"), f"  {person.agent}", f"  born {born}" if born else ""))
    others = [form.name for form in person.names if form.name != person.name]
    if others:
        out.print(Text(f"also {'; '.join(others)}"))
    films = listing("year", "film", "as", "character")
    for part in person.films:
        films.add_row(str(part.year or ""), Text(part.title), ", ".join(part.roles), Text(", ".join(part.characters)))
    out.print(films)
    kits = listing("person", "kit", "file")
    for naming in person.kits:
        kits.add_row(naming.person, naming.kit[:12], Text(naming.file))
    out.print(kits)


@app.command("films")
def list_films(*, catalogue: Url, as_json: Json = False) -> None:
    """Every film, and how many kits there are of it."""
    with open_catalogue(catalogue, say).read() as connection:
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
    with open_catalogue(catalogue, say).read() as connection:
        rows = counted(connection)
    if as_json:
        put(as_text(dict(rows)))
        return
    table = listing("table", "rows")
    for name, number in rows.items():
        table.add_row(name.replace("_", " "), f"{number:,}")
    out.print(table)
