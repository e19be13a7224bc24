"""XLSX: one workbook with a sheet per kind of thing; every text cell is text, whatever it begins with."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from presskit.errors import NotWritable
from presskit.export.account import Account, KitLoss, settle
from presskit.export.identities import Identities
from presskit.export.loss import LossReport
from presskit.export.rows import Cell, Row, Table
from presskit.export.tables import REASONS, carry_row, tables_for
from presskit.record import Extraction

LONGEST_CELL = 32_767
"""UTF-16 units that a cell holds, and the rows of a sheet: Excel's specifications and limits."""
MOST_ROWS = 1_048_576
CUT = f"cut: a cell holds {LONGEST_CELL:,} characters"
FULL = f"a sheet holds {MOST_ROWS:,} rows"
SAME_DAY = datetime(2000, 1, 1)
"""When the workbook says that it was made: always the same, so that the same records give the same bytes."""
WIDTHS = {"text": 80, "answer": 80, "question": 50, "words": 50, "message": 50, "kit": 24, "sha256": 12, "no": 6, "group_no": 8}
WIDTH = 18
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(slots=True)
class Sheet:
    """A table, the sheet it goes to, and the rows that stand on it."""

    table: Table
    paper: Any
    text: Any
    rows: int = 1


def write_xlsx(records: Iterable[tuple[str, Extraction]], out: Path, identities: Identities | None = None) -> LossReport:
    """Written under a temporary name first, row by row, so that the number of kits costs no memory. Raises NotWritable."""
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.unfinished")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        kits = _workbook(records, unfinished, tables_for(identities))
        unfinished.replace(out)
    except (OSError, XlsxWriterException) as refused:
        reason = refused.strerror if isinstance(refused, OSError) else refused
        raise NotWritable(out, f"The result cannot be written ({reason})") from refused
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return LossReport("xlsx", kits)


def _workbook(records: Iterable[tuple[str, Extraction]], path: Path, tables: tuple[Table, ...]) -> tuple[KitLoss, ...]:
    book = xlsxwriter.Workbook(str(path), OPTIONS)
    book.set_properties({"created": SAME_DAY, "title": "Press kits"})
    bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    sheets = tuple(_sheet(Sheet(table, book.add_worksheet(table.name), text), bold) for table in tables)
    kits = tuple(_written(name, extraction, sheets) for name, extraction in records)
    for sheet in sheets:
        sheet.paper.autofilter(0, 0, sheet.rows - 1, len(sheet.table.columns) - 1)
    book.close()
    return kits


def _sheet(sheet: Sheet, bold: Any) -> Sheet:
    sheet.paper.freeze_panes(1, 1)
    for at, column in enumerate(sheet.table.columns):
        sheet.paper.set_column(at, at, WIDTHS.get(column, WIDTH))
        sheet.paper.write_string(0, at, column, bold)
    return sheet


def _written(name: str, extraction: Extraction, sheets: Iterable[Sheet]) -> KitLoss:
    account = Account()
    for sheet in sheets:
        for row in sheet.table.rows(name, extraction):
            _write(row, sheet, account)
    return settle(name, extraction, account, REASONS)


def _write(row: Row, sheet: Sheet, account: Account) -> None:
    if sheet.rows == MOST_ROWS:
        for cell in row:
            account.refuse(cell.pointer, FULL)
        return
    carry_row(row, account)
    for at, cell in enumerate(row):
        if isinstance(cell.value, str):
            sheet.paper.write_string(sheet.rows, at, _fitting(cell, account), sheet.text)
        elif cell.value is not None:
            sheet.paper.write_number(sheet.rows, at, cell.value)
    sheet.rows += 1


def _fitting(cell: Cell, account: Account) -> str:
    text = str(cell.value)
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) <= LONGEST_CELL * 2:
        return text
    if cell.pointer:
        account.change(cell.pointer, CUT)
    return text.encode("utf-16-le")[: LONGEST_CELL * 2].decode("utf-16-le", errors="ignore")
