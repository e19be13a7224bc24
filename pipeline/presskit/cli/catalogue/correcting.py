"""Corrections by hand: made, listed, written out as gold; and personal data forgotten."""

from __future__ import annotations

import json
from dataclasses import asdict
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from presskit.catalogue.correct import correct as corrected_by
from presskit.catalogue.correct import correct_all, read_lines
from presskit.catalogue.correcting import Wish, listed
from presskit.catalogue.erase import forget_contacts
from presskit.catalogue.lookup import kit_named
from presskit.catalogue.store import record_of
from presskit.cli.catalogue.options import SHORT, By, Json, Kit, Url, app, as_text, existing, sought, told
from presskit.cli.console import err, out, put, say
from presskit.errors import CorrectionRefused
from presskit.serialise import write_whole

SomeKit = Annotated[
    str | None, typer.Argument(metavar="[KIT]", help="A kit: its file name, or the beginning of its SHA-256.", callback=sought)
]
Pointer = Annotated[
    str | None, typer.Argument(metavar="[POINTER]", help="A place of the record, as in /film/year.", callback=sought, show_default=False)
]
Value = Annotated[str | None, typer.Argument(metavar="[VALUE]", help="JSON, or a plain string.", callback=told, show_default=False)]
Remove = Annotated[bool, typer.Option("--remove", help="Take out what stands at POINTER.")]
Add = Annotated[bool, typer.Option("--add", help="VALUE is one item more of the list at POINTER.")]
Printed = Annotated[
    str, typer.Option("--words", metavar="TEXT", help="Words of the kit that VALUE stands by.", callback=told, show_default=False)
]
From = Annotated[Path | None, typer.Option("--from", metavar="FILE", help="A CSV: kit,pointer,value and if wanted by,words.")]
All = Annotated[bool, typer.Option("--all", help="The contacts of every kit.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Where to write it.", show_default="standard output")]


@app.command()
def correct(
    kit: SomeKit = None,
    pointer: Pointer = None,
    value: Value = None,
    *,
    catalogue: Url,
    remove: Remove = False,
    add: Add = False,
    words: Printed = "",
    table: From = None,
    by: By = "",
) -> None:
    """Correct a value, take one out, or add one: it holds for every later extraction of the kit, as long as its words are there.

    In a CSV the value null takes out and a pointer that ends in /- adds; all lines are taken or none.

    [bold]Examples:[/bold] [cyan]presskit catalogue correct kit.pdf /film/year 2021[/cyan] ·
    [cyan]presskit catalogue correct kit.pdf /film/countries --add FR[/cyan]
    """
    who = by.strip() or getuser()
    if table is not None:
        if kit is not None:
            raise typer.BadParameter("a table names its kits itself", param_hint="--from")
        _correct_all(table, catalogue, who)
        return
    if kit is None or pointer is None or (value is None) is not remove or (remove and add):
        raise typer.BadParameter("give KIT POINTER VALUE, KIT POINTER --remove, KIT LIST --add VALUE, or --from FILE")
    place = f"{pointer.removesuffix('/-')}/-" if add else pointer
    with existing(catalogue).begin() as connection:
        decision = corrected_by(connection, kit_named(connection, kit), Wish(place, "null" if value is None else value, who, words))
    say(f"decision {decision}")


def _correct_all(table: Path, url: str, who: str) -> None:
    lines = read_lines(table, who)
    with existing(url).begin() as connection:
        names, bad = correct_all(connection, lines)
    for line in bad:
        err.print(Text.assemble(("error ", "bold red"), f"{table}: line {line.number}: {line.reason}"), soft_wrap=True)
    if bad:
        raise CorrectionRefused(table, f"{len(bad)} of {len(lines)} lines are bad, none was taken", "Mend them and give the table again.")
    say(f"{len(names)} corrections")


@app.command("corrections")
def list_corrections(kit: SomeKit = None, *, catalogue: Url, as_json: Json = False) -> None:
    """What people corrected, the last first, and where each stands now; `take-back` undoes one."""
    with existing(catalogue).read() as connection:
        rows = listed(connection, None if kit is None else kit_named(connection, kit))
    if as_json:
        put(as_text([asdict(row) for row in rows]))
        return
    for row in rows:
        place = row.pointer if row.now in (None, row.pointer) else f"{row.now} (was {row.pointer})"
        out.print(Text.assemble((f"{row.decision}  {row.standing:8} ", "bold"), f"{row.file} {place}"), soft_wrap=True)
        out.print(Text(f"    {row.before[:SHORT]} -> {(row.value or '')[:SHORT]}  {row.by}, {row.made}"), soft_wrap=True)
    say(f"{len(rows)} corrections")


@app.command()
def gold(kit: Kit, *, catalogue: Url, out_path: Out = None) -> None:
    """The corrected kit as gold, for `presskit evaluate` and `presskit check`.

    [bold]Example:[/bold] [cyan]presskit catalogue gold kit.pdf --out golds/kit.gold.json[/cyan]
    """
    with existing(catalogue).read() as connection:
        record = record_of(connection, kit_named(connection, kit))
    text = json.dumps(record.kit.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    if out_path is None:
        put(text)
    else:
        write_whole(out_path, text)


@app.command("forget-contacts")
def forget(kit: SomeKit = None, *, catalogue: Url, everywhere: All = False, by: By = "") -> None:
    """Remove the contacts of a kit, or of all, for good: from tables, search, decisions and every kept record.

    They do not come back when the kit is loaded again. Copies and backups of the database are yours to delete.
    """
    if (kit is None) is not everywhere:
        raise typer.BadParameter("give a KIT or --all")
    erased = forget_contacts(existing(catalogue), kit, by.strip() or getuser())
    say(f"contacts of {erased.kits} kits forgotten in {erased.records} records")
