"""What a person must decide, and what was decided."""

from __future__ import annotations

from dataclasses import asdict
from getpass import getuser

import typer
from rich.text import Text

from presskit.catalogue.decide import MERGE, SPLIT, decide, decisions, take_back, undecided
from presskit.catalogue.lookup import kit_named
from presskit.catalogue.store import open_catalogue
from presskit.cli.catalogue.options import (
    By,
    DecisionName,
    Json,
    Kit,
    Url,
    app,
    as_text,
    listing,
)
from presskit.cli.console import out, put, say


@app.command("undecided")
def list_undecided(*, catalogue: Url, as_json: Json = False) -> None:
    """Kits that may be for one film, for a person to decide: `merge` or `split`."""
    with open_catalogue(catalogue).begin() as connection:
        rows = undecided(connection)
    if as_json:
        put(as_text([asdict(row) for row in rows]))
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
        put(as_text([asdict(row) for row in rows]))
        return
    table = listing("decision", "kind", "one", "other", "by", "made", "undone")
    for row in rows:
        other = row.other if row.other.startswith("/") else row.other[:12]
        table.add_row(row.decision, row.kind, row.one[:12], other, row.by, row.made, row.undone or "")
    out.print(table)


@app.command("take-back")
def take_back_decision(decision: DecisionName, *, catalogue: Url) -> None:
    """Undo a decision; it stays on record as undone."""
    with open_catalogue(catalogue).begin() as connection:
        take_back(connection, decision)
    say("taken back")
