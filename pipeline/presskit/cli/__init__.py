"""The command line: one short function per command, and the only place that prints."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from presskit import __version__
from presskit.cli.commands import Commands
from presskit.cli.console import out, report
from presskit.errors import PresskitError

EPILOG = """
[bold]Examples[/bold]
  presskit extract kit.pdf                     the record as JSON
  presskit extract kit.pdf --format summary    what was found, as tables
  presskit extract kits/ --out records/        one JSON file per kit
  presskit show kit.pdf                        every value boxed on its page
  presskit batch inbox --out records           thousands of kits, kept in a ledger
  presskit status records                      how far that has come
  presskit catalogue load records --catalogue c.sqlite
  presskit catalogue find TEXT --catalogue c.sqlite
  presskit export records --to xlsx --out kits.xlsx
  presskit validate records/*.json             do they keep to the schema?
  presskit evaluate samples --by-kit           how right the records are
  presskit check samples                       did anything change?

[bold]Exit codes[/bold]
   0  done
   1  check found a change, or evaluate a score under its floor
   2  wrong usage
   3  a kit has no text layer: its record is partial
   4  another partial record: something failed on the way, see its issues
   5  some of several kits failed
   6  some kits of a batch have no outcome yet
  10  no such file        11  cannot be opened      12  empty
  13  password            14  damaged               15  unknown format
  16  no kits there       17  too large             18  unsafe
  19  several kits        20  invalid record        21  cannot be written
  22  database locked     23  database unusable
  24  workers lost        25  place unknown         26  engine missing
  27  not in catalogue    28  correction refused    29  port taken
  30  not loaded yet      31  server full           32  decisions disagree
 130  interrupted
"""

app = typer.Typer(
    name="presskit",
    cls=Commands,
    help="Film press kits in, catalogue records out: every value with its words on the page.",
    epilog=EPILOG,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command("version")
def version() -> None:
    """Print the version of this pipeline."""
    out.print(__version__, highlight=False)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if show_version:
        version()
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """The `presskit` command. A PresskitError becomes its message and its exit code, never a traceback."""
    try:
        app()
    except PresskitError as failure:
        report(failure)
        sys.exit(failure.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
