"""Record files that somebody named: found in folders, read one at a time, held against the schema, refused with the place of the fault."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from presskit.errors import KitNotFound, KitUnreadable, NoKits, PresskitError, RecordInvalid
from presskit.kits import record_names
from presskit.record import Extraction
from presskit.schema import faults

LOSS_SUFFIX = ".loss.json"
"""What an export says of itself, beside what it wrote."""
NO_RECORDS = frozenset({"report.json", "quarantine"})
"""What else a batch leaves in its folder."""
WAY_OUT = "Give what `presskit extract --out` or `presskit batch --out` wrote."


def find_records(paths: Iterable[Path]) -> list[Path]:
    """The files named and the records in the folders named, each once, folders sorted.

    Raises KitNotFound, and NoKits for a folder without records.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise KitNotFound(path, "There is no such file or folder", WAY_OUT)
        inside = list(_inside(path)) if path.is_dir() else [path]
        if not inside:
            raise NoKits(path, "There are no records here", WAY_OUT)
        found.update(dict.fromkeys(inside))
    return list(found)


def read_records(paths: Iterable[Path], refused: Callable[[PresskitError], None]) -> Iterator[tuple[str, Extraction]]:
    """(name, record) of each file, no name twice; what cannot be read goes to `refused`, and the others follow."""
    files = list(paths)
    for path, name in zip(files, record_names(files), strict=True):
        try:
            yield name.removesuffix(".json"), read_record(path)
        except PresskitError as failure:
            refused(failure)


def read_record(path: Path) -> Extraction:
    """Raises KitNotFound, KitUnreadable, and RecordInvalid with the JSON path of the first fault."""
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError as missing:
        raise KitNotFound(path) from missing
    except OSError as locked:
        raise KitUnreadable(path) from locked
    except (ValueError, RecursionError) as broken:
        raise RecordInvalid(path, f"This is no JSON ({broken})", WAY_OUT) from broken
    if not isinstance(value, dict) or not {"kit", "source"} <= value.keys():
        raise RecordInvalid(path, "This is no record", WAY_OUT)
    found = faults(value)
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        raise RecordInvalid(path, f"The record does not fit the schema at {found[0].path}: {found[0].message}{more}")
    return Extraction.model_validate(value)


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.json")):
        parts = path.relative_to(folder).parts
        apart = any(part in NO_RECORDS or part.startswith(".") for part in parts)
        if path.is_file() and not apart and not path.name.endswith(LOSS_SUFFIX):
            yield path
