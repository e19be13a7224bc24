"""`presskit check BEFORE --against AFTER`: what two versions or settings of the pipeline say differently of the same kits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.progress import track
from rich.text import Text

from presskit.cli.against_tables import SHOWN, field_table, issue_table, kit_lines
from presskit.cli.console import Exit, err, out, put, report, say
from presskit.errors import PresskitError
from presskit.evaluate.changes import KitChanges, changes
from presskit.evaluate.outputs import Kept, Pairing, find_records, load, pair
from presskit.evaluate.page import About, Page
from presskit.evaluate.tally import Tally


@dataclass(frozen=True, slots=True)
class Choices:
    """How the differences are told."""

    html: Path | None = None
    as_json: bool = False
    show_all: bool = False


def against(before: Path, after: Path, choices: Choices) -> int:
    """Compare two folders of records kit by kit, hold none of them, and return the exit code they deserve."""
    folders = find_records(before), find_records(after)
    refused = [*folders[0].refused, *folders[1].refused]
    for failure in refused:
        report(failure)
    pairing = pair(folders[0].kept, folders[1].kept)
    tally, page = Tally(), Page(show_all=choices.show_all)
    show = _put_json if choices.as_json else _print_kits
    show(_counted(_compared(pairing, refused), tally, page if choices.html else None), choices, tally)
    about = About(str(before), str(after), _names(pairing.only_before), _names(pairing.only_after), refused)
    if choices.as_json:
        put(_rest(tally, about))
    else:
        _print_sums(tally, about, show_all=choices.show_all)
    if choices.html:
        page.write(choices.html, tally, about)
        say(f"The differences side by side: {choices.html}")
    return _exit_code(tally, about)


def _compared(pairing: Pairing, refused: list[PresskitError]) -> Iterator[KitChanges]:
    """One pair at a time. A record that cannot be read is reported, joins `refused` and stops nobody."""
    quiet = not err.is_terminal
    for before, after in track(pairing.pairs, "Comparing", console=err, transient=True, disable=quiet):
        try:
            yield changes(after.name, load(before.path), load(after.path))
        except PresskitError as failure:
            report(failure)
            refused.append(failure)


def _counted(kits: Iterator[KitChanges], tally: Tally, page: Page | None) -> Iterator[KitChanges]:
    for kit in kits:
        tally.add(kit)
        if page:
            page.add(kit)
        if kit.differing:
            yield kit


def _names(kept: Sequence[Kept]) -> list[str]:
    return [one.name for one in kept]


def _exit_code(tally: Tally, about: About) -> int:
    if about.refused:
        return max(failure.exit_code for failure in about.refused)
    return Exit.FOUND if tally.differing or about.only_before or about.only_after else Exit.DONE


def _print_kits(kits: Iterator[KitChanges], choices: Choices, tally: Tally) -> None:
    for kit in kits:
        if choices.show_all or tally.differing <= SHOWN:
            out.print(kit_lines(kit, every=choices.show_all), soft_wrap=True)
    if tally.differing > SHOWN and not choices.show_all:
        out.print(f"and {tally.differing - SHOWN} more kits (--all shows them)")
    if tally.differing:
        out.print()


def _print_sums(tally: Tally, about: About, *, show_all: bool) -> None:
    out.print(field_table(tally))
    if tally.issues:
        out.print()
        out.print(issue_table(tally))
    out.print()
    for title, names in (("only before", about.only_before), ("only after", about.only_after)):
        for name in names[: None if show_all else SHOWN]:
            out.print(f"{title}: {name}", soft_wrap=True)
        if len(names) > SHOWN and not show_all:
            out.print(f"{title}: and {len(names) - SHOWN} more (--all shows them)")
    out.print(_conclusion(tally, about), soft_wrap=True)


def _conclusion(tally: Tally, about: About) -> Text:
    said = f"{tally.differing} of {tally.kits} kits differ" if tally.differing else f"{tally.kits} kits, none differs"
    also = [
        (tally.other_content, "made from a file that itself differs"),
        (len(about.only_before), "only before"),
        (len(about.only_after), "only after"),
        (len(about.refused), "not compared"),
    ]
    return Text(", ".join([said, *(f"{number} {what}" for number, what in also if number)]), style="bold")


def _put_json(kits: Iterator[KitChanges], _choices: Choices, _tally: Tally) -> None:
    """The differing kits as they come; what is known only at the end follows them."""
    between = "\n    "
    put('{\n  "kits": [')
    for kit in kits:
        put(between + json.dumps(_kit(kit), ensure_ascii=False))
        between = ",\n    "
    put("\n  ],\n")


def _kit(kit: KitChanges) -> dict[str, object]:
    fields = {found.field: [asdict(change) for change in found.changes] for found in kit.differing}
    issues = {code: {"before": before, "after": after} for code, before, after in kit.issues if before != after}
    return {"name": kit.name, "same_content": kit.same_content, "changes": fields, "issues": issues}


def _rest(tally: Tally, about: About) -> str:
    rest = {
        "before": about.before,
        "after": about.after,
        "compared": tally.kits,
        "differing": tally.differing,
        "other_content": tally.other_content,
        "only_before": about.only_before,
        "only_after": about.only_after,
        "not_compared": [{"path": failure.path, "code": failure.code, "reason": failure.reason} for failure in about.refused],
        "fields": {name: asdict(field) | {"fill_rates": field.rates, "mean_items": field.means} for name, field in tally.fields.items()},
        "issues": {code: asdict(issue) for code, issue in sorted(tally.issues.items())},
    }
    return json.dumps(rest, ensure_ascii=False, indent=2).removeprefix("{\n") + "\n"
