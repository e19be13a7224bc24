"""`presskit extract`: kits become records, on standard output or as files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from presskit.cli.console import Exit, err, out, put, report, say, warn
from presskit.cli.options import Names, Ocr, chosen
from presskit.cli.summary import summary
from presskit.errors import PresskitError
from presskit.extraction import extract
from presskit.kits import find_kits, record_names
from presskit.profiles import Profile, gaps
from presskit.record import Extraction
from presskit.serialise import to_json, write_whole
from presskit.settings import Settings

NO_TEXT = "no-text-layer"


class Format(StrEnum):
    json = "json"
    summary = "summary"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of every kit of one call."""

    form: Format
    out_dir: Path | None
    settings: Settings
    profile: Profile | None


Kits = Annotated[
    list[Path],
    typer.Argument(
        metavar="KIT", help="Press kits (PDF, Word, web, text, mail, ZIP, or a picture of a page), or folders of them.", show_default=False
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar="DIR", help="Write one JSON file per kit into this folder.", show_default=False)
]
Form = Annotated[Format, typer.Option("--format", "-f", help="JSON, or readable tables of what was found.")]

Asked = Annotated[
    Profile | None, typer.Option("--profile", help="List what this profile asks for and the kit leaves open.", show_default=False)
]


def extract_kits(
    kits: Kits, out_dir: Out = None, form: Form = Format.json, names: Names = True, ocr: Ocr = True, profile: Asked = None
) -> None:
    """Turn press kits into records.

    One kit without --out goes to standard output; otherwise each record is DIR/<name of the kit>.json.
    A kit that cannot be read never stops the others.

    [bold]Examples:[/bold] [cyan]presskit extract kit.pdf[/cyan] · [cyan]presskit extract kit.pdf -f summary[/cyan] ·
    [cyan]presskit extract kits/ more/kit.txt --out records/[/cyan]
    """
    settings = chosen(names=names, ocr=ocr)
    found = find_kits(kits, settings)
    if len(found) > 1 and out_dir is None and form is Format.json:
        raise typer.BadParameter(f"{len(found)} kits need a folder to write to: add --out DIR", param_hint="--out")
    order = Order(form, out_dir, settings, profile)
    codes = [_one(kit, name, order) for kit, name in _progress(found)]
    if len(found) > 1:
        _tell(codes, out_dir)
    raise typer.Exit(_exit_code(codes))


def _progress(kits: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    rows = zip(kits, record_names(kits), strict=True)
    quiet = len(kits) < 2 or not err.is_terminal
    return iter(track(list(rows), "Extracting", console=err, transient=True, disable=quiet))


def _one(kit: Path, name: str, order: Order) -> int:
    """Extract one kit and hand it on; the exit code it deserves."""
    try:
        extraction = extract(kit, order.settings)
        _deliver(extraction, kit, order.form, order.out_dir / name if order.out_dir else None)
    except PresskitError as failure:
        report(failure)
        return failure.exit_code
    if order.profile:
        _tell_gaps(kit, extraction, order.profile)
    return _judge(kit, extraction)


def _tell_gaps(kit: Path, extraction: Extraction, profile: Profile) -> None:
    found = gaps(extraction, profile)
    say(f"{kit}: {profile}: " + (f"{len(found)} open" if found else "all there"))
    for gap in found:
        say(f"  {gap.name}: {gap.why}" + (f" (“{gap.quote}”)" if gap.quote else ""))


def _deliver(extraction: Extraction, kit: Path, form: Format, target: Path | None) -> None:
    if target:
        write_whole(target, to_json(extraction))
    if form is Format.summary:
        out.print(summary(extraction, kit, target))
    elif not target:
        put(to_json(extraction))


def _judge(kit: Path, extraction: Extraction) -> int:
    for issue in extraction.issues:
        if issue.severity == "error":
            warn(f"{kit}: {issue.message}")
    if any(issue.code == NO_TEXT for issue in extraction.issues):
        return Exit.NO_TEXT
    return Exit.PARTIAL if extraction.partial else Exit.DONE


def _exit_code(codes: Sequence[int]) -> int:
    """One kit: its own. Several: whether any failed, else the gravest of what is partial."""
    if len(codes) == 1:
        return codes[0]
    if any(code > Exit.SOME_FAILED for code in codes):
        return Exit.SOME_FAILED
    return Exit.NO_TEXT if Exit.NO_TEXT in codes else max(codes)


def _tell(codes: Sequence[int], out_dir: Path | None) -> None:
    failed = sum(code > Exit.SOME_FAILED for code in codes)
    partial = sum(code in (Exit.NO_TEXT, Exit.PARTIAL) for code in codes)
    where = f", records in {out_dir}" if out_dir else ""
    say(f"{len(codes)} kits: {len(codes) - failed} extracted ({partial} of them partial), {failed} failed{where}")
