"""Corrections taken from people: one, or a table of many, of which all are taken or none."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from presskit.catalogue.correcting import Wish, checked, record_corrections
from presskit.catalogue.corrections import Correction
from presskit.catalogue.lookup import kit_named
from presskit.catalogue.store import record_of, refresh
from presskit.errors import CorrectionRefused, KitUnreadable, PresskitError

NEEDED = ("kit", "pointer", "value")
COLUMNS = (*NEEDED, "by", "words")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of corrections, by its number in the file."""

    number: int
    kit: str
    wish: Wish


@dataclass(frozen=True, slots=True)
class BadLine:
    """Why a line is not taken."""

    number: int
    reason: str


def correct(connection: Connection, kit: str, wish: Wish) -> str:
    """Record one correction of a kit (by its digest) and set the kit out anew; the decision's name. Raises CorrectionRefused."""
    names = record_corrections(connection, kit, [checked(record_of(connection, kit), wish)])
    refresh(connection, kit)
    return names[0]


def correct_all(connection: Connection, lines: Sequence[Line]) -> tuple[list[str], list[BadLine]]:
    """All lines, or none where one is bad: a table is mended and given again, and nothing is said twice.

    Pointers are those of the records as they stand before the first line.
    """
    taken: dict[str, list[Correction]] = defaultdict(list)
    bad: list[BadLine] = []
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        try:
            kit = kit_named(connection, line.kit)
            _once(seen, (kit, line.wish.pointer), line.number)
            taken[kit].append(checked(record_of(connection, kit), line.wish))
        except PresskitError as refused:
            bad.append(BadLine(line.number, f"{refused.path}: {refused.reason}. {refused.advice}".rstrip()))
    if bad:
        return [], bad
    names = [name for kit, corrections in taken.items() for name in record_corrections(connection, kit, corrections)]
    for kit in sorted(taken):
        refresh(connection, kit)
    return names, []


def _once(seen: dict[tuple[str, str], int], place: tuple[str, str], number: int) -> None:
    pointer = place[1]
    if not pointer.endswith("/-") and place in seen:
        raise CorrectionRefused(pointer, f"Line {seen[place]} corrects the same place", "Keep one of them.")
    seen[place] = number


def read_lines(path: Path, by: str) -> list[Line]:
    """The lines of a CSV file with the columns kit, pointer, value, and if wanted by and words; commas or semicolons between them.

    Raises CorrectionRefused or KitUnreadable.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as refused:
        raise KitUnreadable(path) from refused
    except UnicodeDecodeError as refused:
        raise CorrectionRefused(path, "This is not UTF-8", "Save the table as CSV in UTF-8.") from refused
    header = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if header.count(";") > header.count(",") else ",", strict=True)
    names = [name.strip().casefold() for name in rows.fieldnames or ()]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise CorrectionRefused(path, f"The first line names no column {' and no column '.join(missing)}", f"It has {', '.join(COLUMNS)}.")
    rows.fieldnames = names
    return list(_lines(path, rows, by))


def _lines(path: Path, rows: csv.DictReader[str], by: str) -> Iterator[Line]:
    try:
        for row in rows:
            cell = {name: (row.get(name) or "").strip() for name in COLUMNS}
            yield Line(rows.line_num, cell["kit"], Wish(cell["pointer"], cell["value"], cell["by"] or by, cell["words"]))
    except csv.Error as broken:
        raise CorrectionRefused(path, f"Line {rows.line_num} is no line of a table ({broken})", "Save it as CSV again.") from broken
