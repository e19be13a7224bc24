"""What confidence is worth, as tables: reliability by bins and by family, and how much could be accepted unread."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from presskit.cli.tables import plain_table
from presskit.evaluate.reliability import Coverage, Reliability, reliability
from presskit.evaluate.shown import Shown, by_family


def bin_table(found: Reliability) -> Table:
    table = plain_table("confidence", "items", "mean", "right")
    for part in found.bins:
        table.add_row(f"{part.low:.1f} to {part.high:.1f}", str(part.shown), f"{part.confidence:.3f}", f"{part.right:.3f}")
    return table


def family_reliability(items: Sequence[Shown]) -> Table:
    table = plain_table("family", "items", "mean", "right", "error")
    for family, held in by_family(items).items():
        confidence, right = (sum(values) / len(held) for values in ([i.confidence for i in held], [i.right for i in held]))
        table.add_row(family, str(len(held)), f"{confidence:.3f}", f"{right:.3f}", f"{reliability(held).error:.3f}")
    return table


def reliability_lines(found: Reliability, learned_from: str) -> Text:
    text = Text(f"expected calibration error {found.error:.3f}, {learned_from}\n", style="bold")
    for coverage in found.coverage:
        text.append(_line(coverage))
    return text


def _line(coverage: Coverage) -> str:
    if coverage.threshold is None:
        return f"at {coverage.precision:.0%} precision nothing could be accepted unread\n"
    return f"at {coverage.precision:.0%} precision {coverage.share:.1%} could be accepted unread: all from {coverage.threshold:.3f} on\n"
