"""What the commands of `presskit catalogue` have in common: the group, their arguments, their tables."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from presskit.catalogue.legible import legible
from presskit.catalogue.passages import KINDS
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.cli.console import say

SHORT = 110


class Shown(StrEnum):
    film = "film"
    person = "person"
    kit = "kit"


def sought(value: str | None) -> str | None:
    """What is looked for, as the catalogue writes it: a file's name need not be text."""
    return legible(value) if value else value


def told(value: str | None) -> str | None:
    """What somebody says and the catalogue keeps."""
    if value and legible(value) != value:
        raise typer.BadParameter("it has signs that are no text in UTF-8")
    return value


app = typer.Typer(help="One database of films, people and kits.", no_args_is_help=True, add_completion=False)

Url = Annotated[
    str,
    typer.Option("--catalogue", metavar="URL", envvar="PRESSKIT_CATALOGUE", help="SQLite file, or postgresql://…", show_default=False),
]
Records = Annotated[list[Path], typer.Argument(metavar="RECORDS…", help="Record files, or folders of them.", show_default=False)]
Words = Annotated[str, typer.Argument(metavar="TEXT", help="Words; the last may be a beginning.", callback=sought, show_default=False)]
Kit = Annotated[
    str,
    typer.Argument(metavar="KIT", help="A kit: its file name, or the beginning of its SHA-256.", callback=sought, show_default=False),
]
Either = Annotated[
    str,
    typer.Argument(
        metavar="KIT|PERSON", help="A kit, or a person by name or by the digest that is shown.", callback=sought, show_default=False
    ),
]
Run = Annotated[str, typer.Argument(metavar="RUN", help="As `presskit catalogue runs` lists them.", callback=sought, show_default=False)]
Kind = Annotated[str | None, typer.Option("--kind", help=f"Only one of {', '.join(KINDS)}.", show_default=False)]
Most = Annotated[int, typer.Option("--most", min=1, help="Hits shown.")]
What = Annotated[Shown, typer.Argument(help="What is named.", show_default=False)]
Named = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="A title, a person's or company's name, a file name, or the beginning of a digest.",
        callback=sought,
        show_default=False,
    ),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.", callback=told, show_default="your login name")]
DecisionName = Annotated[str, typer.Argument(metavar="DECISION", help="As `decisions` lists them.", callback=sought, show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="For machines.")]
Name = Annotated[str | None, typer.Option("--run", help="What this loading is called.", callback=told, show_default="a name of its own")]


def existing(url: str) -> Catalogue:
    """A catalogue to ask or to change: a name mistyped makes no new one."""
    return open_catalogue(url, say, make=False)


def listing(*columns: str) -> Table:
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        made.add_column(column, justify="right" if column in ("rows", "records", "page") else "left", overflow="fold")
    return made


def as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
