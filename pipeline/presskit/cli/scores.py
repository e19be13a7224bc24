"""What stands behind the pooled scores, as tables: levels of exactness, whole kits, languages and formats, gains and losses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from presskit.cli.tables import plain_table
from presskit.evaluate.breakdown import Part, Whole
from presskit.evaluate.pin import Turn
from presskit.evaluate.score import Score, macro


def level_table(score: Score, levels: Mapping[str, Score]) -> Table:
    """F1 by the rule of the score and at every level, one family a row."""
    table = plain_table("family", "F1", *levels)
    columns = [score, *levels.values()]
    for family, tally in score.items():
        if tally:
            table.add_row(family, *(f"{column[family].f1:.3f}" for column in columns))
    table.add_section()
    table.add_row("macro", *(f"{macro(column):.3f}" for column in columns), style="bold")
    return table


def part_table(languages: Sequence[Part], formats: Sequence[Part]) -> Table:
    table = plain_table("part", "kits", "macro F1")
    for kind, parts in (("language", languages), ("format", formats)):
        for part in parts:
            table.add_row(f"{kind} {part.name}", str(part.kits), f"{macro(part.score):.3f}")
    return table


def whole_line(found: Whole) -> str:
    return f"kits without a fault: {found.perfect} of {found.kits}; families without a fault, mean over kits: {found.families:.3f}"


def turn_list(turns: Iterable[Turn]) -> Text:
    """Gains (+) and losses (-) against the pinned run, the sum at the end."""
    text = Text()
    count = {True: 0, False: 0}
    for turn in turns:
        count[turn.gained] += 1
        sign, style = ("+", "green") if turn.gained else ("-", "red")
        text.append(f"{sign} {turn.kit} {turn.family} {turn.what}: {turn.item}\n", style=style)
    return text.append(f"gained {count[True]}, lost {count[False]}\n", style="bold")
