"""`presskit evaluate`: how right are the records, family by family?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from presskit.cli.console import Exit, err, out, put, report, warn
from presskit.cli.tables import errors_of, family_table, kit_table
from presskit.errors import NoKits, PresskitError
from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.gate import drops, raise_floors, read_floors
from presskit.evaluate.gold import Pair, find_pairs
from presskit.evaluate.run import Result, judged, output_of
from presskit.evaluate.score import macro, pooled
from presskit.record import PressKit
from presskit.settings import Settings

Golds = Annotated[Path, typer.Argument(metavar="DIR", help="Folder with <id>.gold.json files or <sample>/gold.json.")]
Kits = Annotated[Path | None, typer.Option("--kits", metavar="DIR", help="Where the kits are, if not beside the gold.", show_default=False)]
ByKit = Annotated[bool, typer.Option("--by-kit", help="Add one row per kit.")]
Errors = Annotated[str | None, typer.Option("--errors", metavar="FAMILY", help="List what is missed and what is false in one family.")]
Only = Annotated[list[str] | None, typer.Option("--kit", metavar="ID", help="Only this kit (may be repeated).", show_default=False)]
Without = Annotated[
    list[str] | None, typer.Option("--without", metavar="ID", help="Leave this kit out (may be repeated).", show_default=False)
]
Given = Annotated[bool, typer.Option("--given-sections", help="Development: judge the extractors on gold's own sections.")]
Floors = Annotated[Path | None, typer.Option("--floors", metavar="FILE", help="Fail where a score is under its floor.", show_default=False)]
Raise = Annotated[bool, typer.Option("--raise", help="Set the floors to today's scores where those are higher.")]
Lower = Annotated[
    list[str] | None, typer.Option("--lower", metavar="FAMILY", help="With --raise: let this floor sink.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="The tallies as JSON.")]


def evaluate(
    golds: Golds,
    *,
    kits: Kits = None,
    by_kit: ByKit = False,
    errors: Errors = None,
    only: Only = None,
    without: Without = None,
    given_sections: Given = False,
    floors: Floors = None,
    raise_them: Raise = False,
    lower: Lower = None,
    as_json: Json = False,
) -> None:
    """Score today's records against gold: precision, recall and F1 per family, pooled over kits, and their macro mean.

    <id>.gold.json is paired with <id>.pdf or, failing that, <id>.txt; a PDF without text layer with the .txt beside it.

    [bold]Examples:[/bold] [cyan]presskit evaluate samples --by-kit[/cyan] · [cyan]presskit evaluate golds --kits kits --errors crew[/cyan]
    """
    _known([errors] if errors else [], "--errors")
    _known([name for name in lower or [] if name != "macro"], "--lower")
    pairs = _chosen(find_pairs(golds, kits), only or [], without or [])
    results = [
        _result(pair, given_sections) for pair in track(pairs, "Evaluating", console=err, transient=True, disable=not err.is_terminal)
    ]
    total = pooled(result.score for result in results)
    if as_json:
        put(_as_json(results))
    else:
        _show(results, errors, by_kit=by_kit)
    if floors and raise_them:
        raise_floors(floors, total, lower or [])
    elif floors and (fallen := drops(read_floors(floors), total)):
        for drop in fallen:
            warn(f"{drop.name} is {drop.now:.3f}, its floor {drop.floor:.3f} ({floors})")
        raise typer.Exit(Exit.FOUND)


def _known(families: Sequence[str], option: str) -> None:
    if not FAMILIES.keys() >= {*families}:
        raise typer.BadParameter(f"one of {', '.join(FAMILIES)}", param_hint=option)


def _show(results: Sequence[Result], errors: str | None, *, by_kit: bool) -> None:
    if errors is not None:
        out.print(errors_of(errors, results), soft_wrap=True)
    if by_kit:
        out.print(kit_table(results))
        out.print()
    out.print(family_table(pooled(result.score for result in results), len(results)))


def _chosen(pairs: Sequence[Pair], only: Sequence[str], without: Sequence[str]) -> list[Pair]:
    unknown = {*only, *without} - {pair.name for pair in pairs}
    if unknown:
        raise NoKits(", ".join(sorted(unknown)), "There is no gold of this name", f"Names are {', '.join(pair.name for pair in pairs)}.")
    return [pair for pair in pairs if (not only or pair.name in only) and pair.name not in without]


def _result(pair: Pair, given_sections: bool) -> Result:
    """A kit that cannot be read is reported and counts as an empty record; unreadable gold ends the run."""
    gold = pair.stated()
    try:
        output = output_of(pair, Settings(), gold if given_sections else None)
    except PresskitError as failure:
        report(failure)
        output = PressKit()
    return judged(pair, gold, output)


def _as_json(results: Sequence[Result]) -> str:
    total = pooled(result.score for result in results)
    scores = {"pooled": total, **{result.name: result.score for result in results}}
    rows = {
        name: {
            "macro_f1": round(macro(score), 4),
            "families": {
                family: {
                    "tp": t.tp,
                    "fp": t.fp,
                    "fn": t.fn,
                    "precision": round(t.precision, 4),
                    "recall": round(t.recall, 4),
                    "f1": round(t.f1, 4),
                }
                for family, t in score.items()
                if t
            },
        }
        for name, score in scores.items()
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
