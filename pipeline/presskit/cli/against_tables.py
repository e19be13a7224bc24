"""Differences between two folders of records, as tables and lines."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from presskit.evaluate.changes import FieldChanges, KitChanges
from presskit.evaluate.tally import FieldTally, Tally

SHOWN = 20
"""Kits named one by one, unless --all asks for the rest."""
WIDTH = 160
SIGNS = (("removed", "−", "red"), ("added", "+", "green"), ("changed", "~", "yellow"))


def field_table(tally: Tally) -> Table:
    """Fill rate, items in a kit and changes, one field a row; fields that no kit has are left out."""
    table = _table("field", "filled before", "after", "items before", "after", "gone", "new", "changed", "in kits")
    for name, field in tally.fields.items():
        if field.items != (0, 0) or field.concerned:
            table.add_row(name, *_levels(field), *_counts(field), str(field.concerned or "·"), style="" if field.concerned else "dim")
    return table


def _levels(field: FieldTally) -> Iterator[Text]:
    if field.items == (0, 0):
        yield from (Text() for _ in range(4))
        return
    for (before, after), form in ((field.rates, "{:.0%}"), (field.means, "{:.1f}")):
        yield Text(form.format(before))
        yield Text(form.format(after), style="red" if after < before else "green" if after > before else "")


def _counts(field: FieldTally | FieldChanges) -> Iterator[Text]:
    for name, sign, style in SIGNS:
        number = getattr(field, name)
        yield Text(f"{sign}{number}", style=style) if number else Text("·")


def issue_table(tally: Tally) -> Table:
    """How often each issue is told, and how many kits lost it or got it."""
    table = _table("issue", "before", "after", "lost by", "got by")
    for code, issue in sorted(tally.issues.items()):
        lost, got = (str(number or "·") for number in (issue.vanished, issue.new))
        table.add_row(code, str(issue.before), str(issue.after), lost, got, style="" if issue.before != issue.after else "dim")
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for at, column in enumerate(columns):
        # On a narrow terminal headings are broken over lines, names of fields never.
        table.add_column(column, justify="left" if at == 0 else "right", min_width=20 if at == 0 else None, overflow="fold")
    return table


def kit_lines(kit: KitChanges, *, every: bool) -> Text:
    """One line of counts by field; with `every`, each value below it."""
    text = Text.assemble((kit.name, "bold"), ": ")
    text.append_text(Text(", ").join(_counted(found) for found in kit.differing))
    for found in kit.differing if every else ():
        text.append(f"\n  {found.field}", style="bold")
        for line, style in _values(found):
            text.append(f"\n    {line}", style=style)
    return text


def _counted(found: FieldChanges) -> Text:
    counts = (count for count in _counts(found) if count.plain != "·")
    return Text.assemble(found.field, " ", Text(" ").join(counts))


def _values(found: FieldChanges) -> Iterator[tuple[str, str]]:
    for change in found.changes:
        label = f"{change.label}: " if change.label else ""
        for sign, value, style in (("-", change.before, "red"), ("+", change.after, "green")):
            if value is not None:
                yield f"{sign} {label}{_short(value)}", style


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= WIDTH else f"{line[:WIDTH]}…"
