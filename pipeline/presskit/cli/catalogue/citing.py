"""Where facts come from, as notes for a catalogue record."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from presskit.catalogue.cite import Citation, shown
from presskit.catalogue.cite import cite as cited
from presskit.catalogue.lookup import films, work_named
from presskit.cli.catalogue.options import SHORT, Json, Url, app, as_text, existing, sought
from presskit.cli.console import out, put, say

OfFilm = Annotated[str, typer.Argument(metavar="FILM", help="A title, a work, or a kit of it.", callback=sought, show_default=False)]
Field = Annotated[
    str | None,
    typer.Argument(metavar="[FIELD]", help="As in year, or a place as in /credits/crew/0/name.", callback=sought, show_default=False),
]


@app.command()
def cite(film: OfFilm, field: Field = None, *, catalogue: Url, as_json: Json = False) -> None:
    """The note on its source for every fact of a film, or for one: secondary source, kit, page, quoted words.

    [bold]Example:[/bold] [cyan]presskit catalogue cite "The Late Ferry" year[/cyan]
    """
    with existing(catalogue).read() as connection:
        rows = cited(connection, films(connection, work_named(connection, film))[0], field)
    if as_json:
        put(as_text([{**asdict(row), "note": row.note} for row in rows]))
        return
    for row in rows:
        _print(row)
    say(f"{len(rows)} facts")


def _print(row: Citation) -> None:
    """A text is its own quotation: said once, in the note."""
    said = "" if row.verbatim else f"  {shown(row.value)[:SHORT]}"
    out.print(Text.assemble((row.pointer, "bold"), said), soft_wrap=True)
    out.print(Text(f"    {row.note}"), soft_wrap=True)
