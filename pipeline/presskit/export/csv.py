"""CSV: a folder with one file per kind of thing, as spreadsheets read it best (UTF-8 with its mark, CRLF); no cell calculates."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from presskit.errors import NotWritable
from presskit.export.account import Account, KitLoss, settle
from presskit.export.identities import Identities
from presskit.export.loss import LossReport
from presskit.export.rows import Row, Table, Value
from presskit.export.tables import REASONS, carry_row, tables_for
from presskit.record import Extraction

CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula, or drops the mark and looks again (OWASP, CSV Injection)."""
GUARDED = "an apostrophe stands before it, so that no spreadsheet takes it for a formula"


class Writer(Protocol):
    def writerow(self, row: Iterable[Value], /) -> object: ...


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and the file it goes to."""

    table: Table
    writer: Writer


def write_csv(records: Iterable[tuple[str, Extraction]], out: Path, identities: Identities | None = None) -> LossReport:
    """Writes OUT/films.csv, OUT/cast.csv … and replaces those that are there, all of them at the end. Raises NotWritable."""
    try:
        with _sheets(out, tables_for(identities)) as sheets:
            kits = tuple(_written(name, extraction, sheets) for name, extraction in records)
    except OSError as refused:
        raise NotWritable(out, f"The result cannot be written ({refused.strerror})") from refused
    return LossReport("csv", kits)


@contextmanager
def _sheets(out: Path, tables: tuple[Table, ...]) -> Iterator[tuple[Sheet, ...]]:
    """A file per table under a temporary name; they take their own names when all is well, and are gone if not."""
    out.mkdir(parents=True, exist_ok=True)
    files = {table.name: out / f".{table.name}.csv.{os.getpid()}.unfinished" for table in tables}
    try:
        with ExitStack() as stack:
            opened = {name: stack.enter_context(path.open("w", encoding="utf-8-sig", newline="")) for name, path in files.items()}
            sheets = tuple(Sheet(table, csv.writer(opened[table.name])) for table in tables)
            for sheet in sheets:
                sheet.writer.writerow(sheet.table.columns)
            yield sheets
        for name, path in files.items():
            path.replace(out / f"{name}.csv")
    finally:
        for path in files.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _written(name: str, extraction: Extraction, sheets: Iterable[Sheet]) -> KitLoss:
    account = Account()
    for sheet in sheets:
        for row in sheet.table.rows(name, extraction):
            carry_row(row, account)
            sheet.writer.writerow(_harmless(row, account))
    return settle(name, extraction, account, REASONS)


def _harmless(row: Row, account: Account) -> Iterator[Value]:
    for cell in row:
        if isinstance(cell.value, str) and cell.value.startswith(CALCULATES):
            if cell.pointer:
                account.change(cell.pointer, GUARDED)
            yield f"'{cell.value}"
        else:
            yield cell.value
