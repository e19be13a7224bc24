"""What a person must decide, and what was decided."""

from __future__ import annotations

from dataclasses import asdict
from getpass import getuser

import typer
from rich.text import Text

from presskit.catalogue.agents import AT
from presskit.catalogue.decide import MERGE, SPLIT, compared, decide, decide_people, decisions, take_back, undecided, undecided_people
from presskit.catalogue.lookup import is_kit, kit_named
from presskit.catalogue.portrait import person_named
from presskit.cli.catalogue.options import (
    By,
    DecisionName,
    Either,
    Json,
    Url,
    app,
    as_text,
    existing,
    listing,
)
from presskit.cli.console import out, put, say


@app.command("undecided")
def list_undecided(*, catalogue: Url, as_json: Json = False) -> None:
    """Kits that may be for one film, and people who may be one, for a person to decide: `merge` or `split`."""
    with existing(catalogue).read() as connection:
        rows = [*undecided(connection), *undecided_people(connection)]
    if as_json:
        put(as_text([asdict(row) for row in rows]))
        return
    for row in rows:
        out.print(Text.assemble((f"{row.one[:12]} {row.one_title}  |  {row.other[:12]} {row.other_title}", "bold")), soft_wrap=True)
        out.print(f"    {row.score:+.1f}  {row.why}", soft_wrap=True)
    say(f"{len(rows)} to decide")


@app.command("compare")
def compare_kits(one: Either, other: Either, *, catalogue: Url, as_json: Json = False) -> None:
    """Whether two kits are for one film, with every reason for it and against it."""
    with existing(catalogue).read() as connection:
        match = compared(connection, kit_named(connection, one), kit_named(connection, other))
    if as_json:
        put(as_text(asdict(match)))
        return
    out.print(f"{match.outcome} {match.score:+.1f}")
    for reason in match.reasons:
        out.print(f"    {reason.weight:+.1f}  {reason.text}", soft_wrap=True, markup=False)


@app.command()
def merge(one: Either, other: Either, *, catalogue: Url, by: By = "") -> None:
    """Two kits are for one film, or two people are one, whatever any later run finds."""
    _decide(MERGE, (one, other), catalogue, by)


@app.command()
def split(one: Either, other: Either, *, catalogue: Url, by: By = "") -> None:
    """Two kits are for two films, or people of two kits are two, whatever any later run finds."""
    _decide(SPLIT, (one, other), catalogue, by)


def _decide(kind: str, names: tuple[str, str], url: str, by: str) -> None:
    with existing(url).begin() as connection:
        of_kits = is_kit(connection, names[0])
        one, other = ((kit_named if of_kits else person_named)(connection, name) for name in names)
        if one == other:
            raise typer.BadParameter("these are one kit" if of_kits else "these are one person of one kit")
        say(f"decision {(decide if of_kits else decide_people)(connection, kind, (one, other), by or getuser())}")


@app.command("decisions")
def list_decisions(*, catalogue: Url, as_json: Json = False) -> None:
    """What people decided, who and when; `take-back` undoes one."""
    with existing(catalogue).read() as connection:
        rows = decisions(connection)
    if as_json:
        put(as_text([asdict(row) for row in rows]))
        return
    table = listing("decision", "kind", "one", "other", "by", "made", "undone")
    for row in rows:
        table.add_row(row.decision, row.kind, _short(row.one), _short(row.other), row.by, row.made, row.undone or "")
    out.print(table)


def _short(named: str) -> str:
    """A kit's digest cut, with the name of whom it names; a place in a record whole."""
    if named.startswith("/"):
        return named
    kit, colon, name = named.partition(AT)
    return f"{kit[:12]}{colon}{name}"


@app.command("take-back")
def take_back_decision(decision: DecisionName, *, catalogue: Url) -> None:
    """Undo a decision; it stays on record as undone."""
    with existing(catalogue).begin() as connection:
        take_back(connection, decision)
    say("taken back")
