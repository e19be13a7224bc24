"""JSON Lines: one record per line, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from presskit.export.account import Account, KitLoss, settle
from presskit.export.identities import Identities
from presskit.export.loss import LossReport
from presskit.record import Extraction
from presskit.serialise import write_pieces

EVERYTHING = ("/kit", "/evidence", "/issues", "/source", "/partial")
LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Line ends to some readers, though not to JSON: escaped, so that a record stays one line to everybody."""


def write_jsonl(records: Iterable[tuple[str, Extraction]], out: Path, identities: Identities | None = None) -> LossReport:
    """The record says all there is; whose film it is, the catalogue knows. Raises NotWritable."""
    del identities  # A record is written as it is.
    settled: list[KitLoss] = []
    write_pieces(out, _lines(records, settled))
    return LossReport("jsonl", tuple(settled))


def _lines(records: Iterable[tuple[str, Extraction]], settled: list[KitLoss]) -> Iterator[str]:
    for name, extraction in records:
        yield extraction.model_dump_json(by_alias=True).translate(LINE_ENDS) + "\n"
        settled.append(settle(name, extraction, Account({*EVERYTHING}), {}))
