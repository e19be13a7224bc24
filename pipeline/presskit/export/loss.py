"""The loss report of an export: per kit and in all, what the format cannot say, counted by pointer pattern."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from presskit.export.account import KitLoss, Loss
from presskit.records import LOSS_SUFFIX
from presskit.serialise import write_whole


@dataclass(frozen=True, slots=True)
class LossReport:
    """`kits` in the order in which they were written."""

    format: str
    kits: tuple[KitLoss, ...]

    @property
    def values(self) -> int:
        return sum(kit.values for kit in self.kits)

    @property
    def lost(self) -> tuple[Loss, ...]:
        return _summed(loss for kit in self.kits for loss in kit.lost)

    @property
    def changed(self) -> tuple[Loss, ...]:
        return _summed(loss for kit in self.kits for loss in kit.changed)


def loss_path(out: Path) -> Path:
    """Beside what was written: film.xlsx.loss.json."""
    return out.with_name(out.name + LOSS_SUFFIX)


def write_loss(report: LossReport, out: Path) -> Path:
    """The report as JSON beside `out`; the same bytes for the same records. Raises NotWritable."""
    target = loss_path(out)
    write_whole(target, to_text(report))
    return target


def to_text(report: LossReport) -> str:
    said = {
        "format": report.format,
        "values": report.values,
        "lost": [asdict(loss) for loss in report.lost],
        "changed": [asdict(loss) for loss in report.changed],
        "kits": [asdict(kit) for kit in report.kits],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _summed(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    counted: Counter[tuple[str, str]] = Counter()
    for loss in losses:
        counted[loss.pattern, loss.reason] += loss.count
    return tuple(sorted(Loss(pattern, reason, count) for (pattern, reason), count in counted.items()))
