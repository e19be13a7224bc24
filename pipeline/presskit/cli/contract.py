"""`presskit validate` and `presskit schema`: the published contract, held against files and written out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from presskit.cli.console import Exit, out, report
from presskit.errors import KitNotFound, KitUnreadable, PresskitError, RecordInvalid
from presskit.schema import MODELS, faults, file_name, published_text
from presskit.serialise import write_whole

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Records (or gold files) as JSON.", show_default=False)]
Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Where the schema files go.")]


def validate(files: Files) -> None:
    """Hold records against the published JSON Schema and name the path of each fault.

    An extraction is held against extraction.schema.json, a bare kit (a gold file) against kit.schema.json.

    [bold]Example:[/bold] [cyan]presskit validate records/*.json[/cyan]
    """
    codes = [_validated(path) for path in files]
    raise typer.Exit(max(codes))


def _validated(path: Path) -> int:
    try:
        found = faults(_decoded(path))
    except PresskitError as failure:
        report(failure)
        return failure.exit_code
    for fault in found:
        out.print(f"{path}: {fault.path}: {fault.message}", soft_wrap=True)
    if not found:
        out.print(f"{path}: valid", soft_wrap=True)
    return RecordInvalid.exit_code if found else Exit.DONE


def _decoded(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise KitNotFound(path) from missing
    except OSError as refused:
        raise KitUnreadable(path) from refused
    except ValueError as broken:
        raise RecordInvalid(path, f"This is no JSON ({broken})", "Give a file that `presskit extract` wrote.") from broken


def schema(out_dir: Out = Path("schemas")) -> None:
    """Write the JSON Schema files (draft 2020-12) that describe our output.

    [bold]Example:[/bold] [cyan]presskit schema --out schemas[/cyan]
    """
    for name in MODELS:
        write_whole(out_dir / file_name(name), published_text(name))
        out.print(out_dir / file_name(name), soft_wrap=True)
