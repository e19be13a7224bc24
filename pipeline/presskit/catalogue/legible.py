"""What no database takes as it is: signs that are no text, names too long for an index. The kept record has all as it came."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Table

from presskit.record import Extraction

UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""PostgreSQL takes no NUL, SQLite cuts text there; others move a terminal's cursor or set its colours; halves of pairs are no text."""
ESCAPED = re.compile(r"\\u00[01]|[\x7f-\x9f]")
"""As UNFIT, in JSON; now and then it finds what is none."""
LONGEST = 500
"""Signs of a name that an index holds; PostgreSQL refuses what takes more than 2,704 bytes, four for a sign."""
MARK = "\N{REPLACEMENT CHARACTER}"


def legible(text: str) -> str:
    """The text with a mark for each such sign."""
    return UNFIT.sub(MARK, text)


def legible_record(record: Extraction, text: str) -> Extraction:
    """The record with a mark for each such sign, wherever it stands; `text` is the record as JSON."""
    if not ESCAPED.search(text):
        return record
    return Extraction.model_validate(_marked(record.model_dump(mode="json", by_alias=True)))


def fitting(table: Table, rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """Rows whose names fit the indexes: nobody looks for what comes after so many signs."""
    names = [column.name for column in table.columns if column.index and not column.primary_key]
    return [row | {name: cut for name in names if (cut := _cut(row.get(name))) is not row.get(name)} for row in rows] if names else rows


def _cut(value: object) -> object:
    return value[:LONGEST] if isinstance(value, str) and len(value) > LONGEST else value


def _marked(value: Any) -> Any:
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, list):
        return [_marked(item) for item in value]
    return {key: _marked(item) for key, item in value.items()} if isinstance(value, dict) else value
