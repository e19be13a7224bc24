"""The record in other people's formats: each export takes (name, record) pairs, writes them and tells what the format cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from presskit.export.avefi import write_avefi
from presskit.export.csv import write_csv
from presskit.export.identities import Identities
from presskit.export.jsonl import write_jsonl
from presskit.export.jsonld import write_jsonld
from presskit.export.loss import LossReport
from presskit.export.reconcile import write_reconcile
from presskit.export.xlsx import write_xlsx
from presskit.record import Extraction


class Export(Protocol):
    """`identities`: where the records come from a catalogue, the works and agents they speak of."""

    def __call__(self, records: Iterable[tuple[str, Extraction]], out: Path, identities: Identities | None = None) -> LossReport: ...


EXPORTS: Mapping[str, Export] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "xlsx": write_xlsx,
    "jsonld": write_jsonld,
    "avefi": write_avefi,
    "reconcile": write_reconcile,
}
