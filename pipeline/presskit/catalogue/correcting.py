"""Corrections as decisions: recorded with who, when and what, laid over every record of their kit, listed with where each stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from presskit.catalogue import tables
from presskit.catalogue.anchors import anchor_from, anchored, place_of
from presskit.catalogue.corrections import GONE, Corrected, Correction, Stand, Standing, corrected
from presskit.catalogue.lookup import AnyRow, moment
from presskit.catalogue.pointers import END, value_at
from presskit.catalogue.reading import kept_record
from presskit.catalogue.wanted import value_wanted
from presskit.database import clock
from presskit.errors import CorrectionRefused, RecordInvalid
from presskit.record import Extraction

CORRECT = "correct"
TICK = 1e-5
"""Seconds between decisions of one moment: they are applied in the order in which they were made."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants corrected: VALUE as typed, and words of the kit that it stands by."""

    pointer: str
    value: str
    by: str
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A correction as it is on record (times in UTC, ISO 8601), and where it stands now."""

    decision: str
    kit: str
    file: str
    pointer: str
    before: str
    value: str | None
    by: str
    made: str
    standing: str
    now: str | None


def corrections_of(connection: Connection, kit: str) -> list[Correction]:
    """What people say of a kit and did not take back, in the order in which they said it."""
    table = tables.decisions
    asked = select(table).where(table.c.one == kit, table.c.kind == CORRECT, table.c.undone.is_(None))
    rows = connection.execute(asked.order_by(table.c.made, table.c.decision)).all()
    return [_correction(row) for row in rows if row.value is not None]


def _correction(row: AnyRow) -> Correction:
    return Correction(row.decision, row.other, json.loads(row.value), anchor_from(row.anchor), row.by)


def as_corrected(connection: Connection, record: Extraction) -> Corrected:
    """A machine's record with all that people corrected in it."""
    return corrected(record, corrections_of(connection, record.source.sha256))


def checked(record: Extraction, wish: Wish) -> Correction:
    """The wish as a correction of this record, as yet without a name. Raises CorrectionRefused."""
    value = value_wanted(record, wish.pointer, wish.value)
    printed = wish.printed.strip() or (_words_of(record, value) if _is_new(record, wish.pointer) else "")
    if printed and place_of(record, printed) is None:
        raise CorrectionRefused(wish.pointer, f"The kit's record has no words {printed[:80]!r}", "Give them as the kit prints them.")
    return Correction("", wish.pointer, value, anchored(record, wish.pointer, printed), wish.by)


def _is_new(record: Extraction, pointer: str) -> bool:
    """Whether nothing stood there before: an item more, or a fact that was missing."""
    return pointer.endswith(f"/{END}") or value_at(record.kit.model_dump(mode="json"), pointer) in (None, [])


def _words_of(record: Extraction, value: Any) -> str:
    """The longest of its strings that the kit prints, for an anchor; empty where it prints none."""
    strings = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    printed = [text for text in strings if isinstance(text, str) and place_of(record, text)]
    return max(printed, key=len, default="")


def record_corrections(connection: Connection, kit: str, corrections: Iterable[Correction]) -> list[str]:
    """Put them on record; the names of the decisions."""
    made = clock(connection)
    rows = [_row(kit, correction, made + n * TICK) for n, correction in enumerate(corrections)]
    connection.execute(insert(tables.decisions), rows)
    return [str(row["decision"]) for row in rows]


def _row(kit: str, correction: Correction, made: float) -> dict[str, object]:
    value = json.dumps(correction.value, ensure_ascii=False)
    name = hashlib.sha256(f"{CORRECT} {kit} {correction.pointer} {value} {made!r}".encode()).hexdigest()[:12]
    told = {"value": value, "anchor": correction.anchor.to_text(), "by": correction.by}
    return {"decision": name, "kind": CORRECT, "made": made, "one": kit, "other": correction.pointer, **told}


def lost_corrections(connection: Connection, kit: str) -> list[str]:
    """What is told of corrections of a kit whose anchor is not in its newest record."""
    table = tables.issues
    asked = select(table.c.message).where(table.c.kit == kit, table.c.code == GONE)
    return list(connection.execute(asked.order_by(table.c.n)).scalars())


def listed(connection: Connection, kit: str | None = None) -> list[Listed]:
    """Every correction ever made, of one kit or of all, the last first, with where it stands now."""
    table = tables.decisions
    asked = select(table).where(table.c.kind == CORRECT)
    rows = connection.execute(asked if kit is None else asked.where(table.c.one == kit)).all()
    stands = {one: _stands(connection, one) for one in {row.one for row in rows}}
    files = dict(_files(connection))
    newest = sorted(rows, key=lambda row: (-row.made, row.decision))
    return [_listed(row, files.get(row.one, ""), stands[row.one].get(row.decision)) for row in newest]


def _files(connection: Connection) -> list[tuple[str, str]]:
    return [(row.kit, row.name) for row in connection.execute(select(tables.kits.c.kit, tables.kits.c.name))]


def _stands(connection: Connection, kit: str) -> dict[str, Stand]:
    kept = select(tables.extractions.c.record).join(tables.kits, tables.kits.c.extraction == tables.extractions.c.extraction)
    text = connection.execute(kept.where(tables.kits.c.kit == kit)).scalar_one_or_none()
    try:
        return {} if text is None else as_corrected(connection, kept_record(text, kit)).stands
    except RecordInvalid:
        # It stands nowhere until the kit is extracted again.
        return {}


def _listed(row: AnyRow, file: str, stand: Stand | None) -> Listed:
    standing = Standing.UNDONE if row.undone else stand.standing if stand else Standing.NO_KIT if row.value else "forgotten"
    now = stand.pointer if stand else None
    before = anchor_from(row.anchor).said if row.anchor else ""
    return Listed(row.decision, row.one, file, row.other, before, row.value, row.by, moment(row.made), standing, now)
