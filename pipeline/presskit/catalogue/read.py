"""Record files as they are handed to the catalogue: found in folders, held against the schema, refused with the place of the fault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from presskit.errors import KitNotFound, KitUnreadable, RecordInvalid
from presskit.record import Extraction
from presskit.schema import faults

NO_RECORDS = ("report.json", "quarantine")
"""What else a batch leaves in its folder."""


def record_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are named; the records in folders, sorted. Raises KitNotFound."""
    for path in paths:
        if not path.exists():
            raise KitNotFound(path, "There is no such file or folder", "Name what `presskit extract --out` or `presskit batch` wrote.")
        if path.is_file():
            yield path
            continue
        for inside in sorted(path.rglob("*.json")):
            parts = inside.relative_to(path).parts
            if not any(part in NO_RECORDS or part.startswith(".") for part in parts):
                yield inside


def read_record(path: Path) -> Extraction:
    """Raises RecordInvalid with the JSON path of the first fault, or KitUnreadable."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as refused:
        raise KitUnreadable(path) from refused
    except ValueError as broken:
        raise RecordInvalid(path, f"This is no JSON ({broken})", "Give a file that `presskit extract` wrote.") from broken
    if not isinstance(value, dict) or "source" not in value:
        raise RecordInvalid(path, "This is no record", "Give a file that `presskit extract` wrote.")
    found = faults(value)
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        raise RecordInvalid(path, f"The record does not fit the schema at {found[0].path}: {found[0].message}{more}")
    return Extraction.model_validate(value)
