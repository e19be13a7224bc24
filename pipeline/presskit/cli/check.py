"""`presskit check`: did anything change since the samples were last approved, or between two folders of records?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from presskit.cli.against import Choices, against
from presskit.cli.console import Exit, out
from presskit.evaluate.regression import Difference, Sample, differences, find_samples
from presskit.extraction import extract
from presskit.serialise import to_json, write_whole
from presskit.settings import Settings

SHOWN = 40
"""Differences shown of one sample, unless --all asks for the rest."""
WIDTH = 160

Samples = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder with one folder per sample; with --against, the folder of records from before.")
]
Approve = Annotated[bool, typer.Option("--approve", help="Take today's output as right from now on.")]
All = Annotated[bool, typer.Option("--all", help="Show every difference.")]
Against = Annotated[
    Path | None, typer.Option("--against", metavar="AFTER", help="Compare DIR with this folder of records.", show_default=False)
]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="PAGE", help="With --against: the differences side by side, one file.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="With --against: the differences as JSON.")]


def check(
    samples: Samples = Path("samples"),
    *,
    approve: Approve = False,
    show_all: All = False,
    after: Against = None,
    html: Html = None,
    as_json: Json = False,
) -> None:
    """Compare today's output of every sample, whole, with its approved.json, or two folders of records with each other.

    Exit code 1 on any change. A missing approved.json is written, then fails so that somebody reviews it.
    With --against no gold is needed: DIR and AFTER hold what `presskit extract --out` or `presskit batch --out` wrote of the same kits.

    [bold]Examples:[/bold] [cyan]presskit check[/cyan] · [cyan]presskit check samples --approve[/cyan] ·
    [cyan]presskit check old/ --against new/ --html differences.html[/cyan]
    """
    if after is not None:
        if approve:
            raise typer.BadParameter("samples are approved, folders of records are not", param_hint="--approve")
        raise typer.Exit(against(samples, after, Choices(html, as_json=as_json, show_all=show_all)))
    if html or as_json:
        raise typer.BadParameter("needs --against", param_hint="--html" if html else "--json")
    changed = [_changed(sample, approve=approve, show_all=show_all) for sample in find_samples(samples)]
    raise typer.Exit(Exit.FOUND if any(changed) and not approve else Exit.DONE)


def _changed(sample: Sample, *, approve: bool, show_all: bool) -> bool:
    today = to_json(extract(sample.kit, Settings()))
    if not sample.approved.exists():
        write_whole(sample.approved, today)
        out.print(f"{sample.name}: approved.json was missing and is written; review and commit it", soft_wrap=True)
        return True
    found = differences(sample.approved.read_text(encoding="utf-8"), today)
    if found and approve:
        write_whole(sample.approved, today)
    _show(sample, found, SHOWN if not show_all else len(found), approve=approve)
    return bool(found)


def _show(sample: Sample, found: list[Difference], limit: int, *, approve: bool) -> None:
    if not found:
        out.print(f"{sample.name}: unchanged", soft_wrap=True)
        return
    out.print(f"{sample.name}: {len(found)} differences" + (" approved" if approve else ""), soft_wrap=True)
    # The record first: evidence and issues mostly follow from it.
    for difference in sorted(found, key=lambda d: not d.path.startswith("$.kit"))[:limit]:
        out.print(_shown(difference), soft_wrap=True)
    if len(found) > limit:
        out.print(f"    and {len(found) - limit} more (--all shows them)")


def _shown(difference: Difference) -> Text:
    text = Text(f"  {difference.path}\n", style="bold")
    lines = [("-", difference.before, "red"), ("+", difference.now, "green")]
    rows = [Text(f"    {sign} {value[:WIDTH]}{'…' if len(value) > WIDTH else ''}", style=style) for sign, value, style in lines if value]
    return text + Text("\n").join(rows)
