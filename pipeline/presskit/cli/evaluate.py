"""`presskit evaluate`: how right are the records, family by family?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from presskit.calibration import learned
from presskit.cli.console import Exit, err, out, put, report, warn
from presskit.cli.scores import level_table, part_table, turn_list, whole_line
from presskit.cli.sureness import bin_table, family_reliability, reliability_lines
from presskit.cli.tables import errors_of, family_table, kit_table
from presskit.errors import NoKits, PresskitError
from presskit.evaluate.breakdown import by_format, by_language, whole
from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.figures import by_level
from presskit.evaluate.figures import report as figures_of
from presskit.evaluate.firstsight import read_counts, write_counts
from presskit.evaluate.folds import Group, grouped, leave_out, read_groups
from presskit.evaluate.gate import drops, raise_floors, read_floors
from presskit.evaluate.gold import Pair, corpus_digest, find_pairs
from presskit.evaluate.learn import learn, left_out, recalibrated, write_curves
from presskit.evaluate.pin import Turn, pinned, read_pin, turns, write_pin
from presskit.evaluate.reliability import reliability
from presskit.evaluate.run import Result, judged, made_of, nothing_of
from presskit.evaluate.score import Score, pooled
from presskit.evaluate.shown import Shown, shown
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
Levels = Annotated[bool, typer.Option("--levels", help="Add F1 letter for letter, but for accents and signs, and nearly the same.")]
Parts = Annotated[bool, typer.Option("--parts", help="Add scores by language and by format.")]
Keep = Annotated[Path | None, typer.Option("--pin", metavar="FILE", help="Keep every item of this run.", show_default=False)]
Against = Annotated[
    Path | None, typer.Option("--against", metavar="FILE", help="List items gained and lost since that run.", show_default=False)
]
Sureness = Annotated[bool, typer.Option("--calibration", help="Add how far confidence can be trusted.")]
Folds = Annotated[
    int | None,
    typer.Option("--folds", min=2, metavar="N", help="Learn the calibration anew, each of N parts from the rest.", show_default=False),
]
Groups = Annotated[
    Path | None,
    typer.Option("--groups", metavar="FILE", help="JSON lists of kits that no fold may part, as those of one film.", show_default=False),
]
Learn = Annotated[Path | None, typer.Option("--learn", metavar="FILE", help="Write the calibration learned here.", show_default=False)]
Count = Annotated[
    Path | None,
    typer.Option("--count", metavar="FILE", help="Write how often what was found in which way is right.", show_default=False),
]
Counted = Annotated[
    list[Path] | None,
    typer.Option("--counted", metavar="FILE", help="With --learn: learn from these counts, too.", show_default=False),
]
Json = Annotated[bool, typer.Option("--json", help="All figures as JSON.")]


def evaluate(
    golds: Golds,
    *,
    kits: Kits = None,
    by_kit: ByKit = False,
    levels: Levels = False,
    parts: Parts = False,
    errors: Errors = None,
    only: Only = None,
    without: Without = None,
    given_sections: Given = False,
    pin: Keep = None,
    against: Against = None,
    calibration: Sureness = False,
    folds: Folds = None,
    groups: Groups = None,
    learn_to: Learn = None,
    count: Count = None,
    counted: Counted = None,
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
    corpus = corpus_digest(pairs)
    before = read_pin(against) if against else None
    elsewhere = [item for path in counted or [] for item in read_counts(path)]
    results = _results(pairs, given_sections)
    now = pinned(results, corpus)
    turned = turns(before, now) if before else None
    if before and before.corpus != corpus:
        warn(f"{against} was made on other kits or other gold: what both have is compared")
    items = _shown(results, folds, read_groups(groups) if groups else []) if calibration or folds else None
    if as_json:
        put(figures_of(results, corpus, turned, reliability(items) if items is not None else None).model_dump_json(indent=2) + "\n")
    else:
        _show_details(results, errors, by_kit=by_kit, levels=levels, parts=parts)
        _show(results, turned)
        if items is not None:
            _show_sureness(items, f"left out in {folds} folds" if folds else "as it comes with this version")
    if pin:
        write_pin(pin, now)
    if learn_to:
        write_curves(learn_to, learn([*shown(results), *elsewhere]))
    if count:
        write_counts(count, shown(results))
    if floors:
        _hold(floors, pooled(result.score for result in results), corpus, lower=(lower or []) if raise_them else None)


def _known(families: Sequence[str], option: str) -> None:
    if not FAMILIES.keys() >= {*families}:
        raise typer.BadParameter(f"one of {', '.join(FAMILIES)}", param_hint=option)


def _show_details(results: Sequence[Result], errors: str | None, *, by_kit: bool, levels: bool, parts: bool) -> None:
    if errors is not None:
        out.print(errors_of(errors, results), soft_wrap=True)
    if by_kit:
        out.print(kit_table(results))
        out.print()
    if levels:
        out.print(level_table(pooled(result.score for result in results), by_level(results)))
        out.print()
    if parts:
        out.print(part_table(by_language(results), by_format(results)))
        out.print()


def _show(results: Sequence[Result], turned: Sequence[Turn] | None) -> None:
    out.print(family_table(pooled(result.score for result in results), len(results)))
    out.print(whole_line(whole(results)), soft_wrap=True)
    if turned is not None:
        out.print()
        out.print(turn_list(turned), soft_wrap=True, end="")


def _shown(results: Sequence[Result], folds: int | None, together: Sequence[Group]) -> list[Shown]:
    """What is shown with which confidence: as this version has it, or learned from the kits of the other folds."""
    items = shown(results)
    if folds is None:
        return recalibrated(items, learned())
    groups = grouped({result.name: result.gold for result in results}, together)
    if len(groups) < 2:
        raise typer.BadParameter("kits of two films at least are needed to leave one out", param_hint="--folds")
    return left_out(items, leave_out(groups, folds))


def _show_sureness(items: Sequence[Shown], learned_from: str) -> None:
    found = reliability(items)
    out.print()
    out.print(bin_table(found))
    out.print()
    out.print(family_reliability(items))
    out.print(reliability_lines(found, learned_from), soft_wrap=True, end="")


def _hold(path: Path, total: Score, corpus: str, *, lower: Sequence[str] | None) -> None:
    """Raise the floors (`lower` says which may sink), or fail where a score is under its own or they are another corpus's."""
    if lower is not None:
        raise_floors(path, total, corpus, lower=lower)
    floors = read_floors(path)
    fallen = drops(floors, total)
    elsewhere = bool(floors.least) and floors.corpus != corpus
    for drop in fallen:
        warn(f"{drop.name} is {drop.now:.3f}, its floor {drop.floor:.3f} ({path})")
    if elsewhere:
        warn(f"the floors in {path} were set on other kits or other gold; --raise sets them on these")
    if fallen or elsewhere:
        raise typer.Exit(Exit.FOUND)


def _chosen(pairs: Sequence[Pair], only: Sequence[str], without: Sequence[str]) -> list[Pair]:
    unknown = {*only, *without} - {pair.name for pair in pairs}
    if unknown:
        raise NoKits(", ".join(sorted(unknown)), "There is no gold of this name", f"Names are {', '.join(pair.name for pair in pairs)}.")
    return [pair for pair in pairs if (not only or pair.name in only) and pair.name not in without]


def _results(pairs: Sequence[Pair], given_sections: bool) -> list[Result]:
    shown = track(pairs, "Evaluating", console=err, transient=True, disable=not err.is_terminal)
    return [_result(pair, given_sections) for pair in shown]


def _result(pair: Pair, given_sections: bool) -> Result:
    """A kit that cannot be read is reported and counts as an empty record; unreadable gold ends the run."""
    gold = pair.stated()
    try:
        made = made_of(pair, Settings(), gold if given_sections else None)
    except PresskitError as failure:
        report(failure)
        made = nothing_of(pair)
    return judged(pair, gold, made)
