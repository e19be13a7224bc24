"""Record files that somebody named, found in folders and read one at a time; each has a name that no other has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from presskit.errors import KitNotFound, KitUnreadable, NoKits, PresskitError, RecordInvalid
from presskit.export.loss import SUFFIX
from presskit.kits import record_names
from presskit.record import Extraction

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
    """(name, record) of each file; what cannot be read goes to `refused`, and the others follow."""
    files = list(paths)
    for path, name in zip(files, record_names(files), strict=True):
        try:
            yield name.removesuffix(".json"), read_record(path)
        except PresskitError as failure:
            refused(failure)


def read_record(path: Path) -> Extraction:
    """Raises KitNotFound, KitUnreadable, and RecordInvalid with the place of the first fault."""
    try:
        return Extraction.model_validate_json(path.read_bytes())
    except FileNotFoundError as missing:
        raise KitNotFound(path) from missing
    except OSError as locked:
        raise KitUnreadable(path) from locked
    except ValidationError as faults:
        raise RecordInvalid(path, f"This is no record of this version ({_first(faults)})", WAY_OUT) from faults


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.json")):
        parts = path.relative_to(folder).parts
        apart = any(part in NO_RECORDS or part.startswith(".") for part in parts)
        if path.is_file() and not apart and not path.name.endswith(SUFFIX):
            yield path


def _first(faults: ValidationError) -> str:
    fault = faults.errors(include_input=False, include_url=False)[0]
    place = "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in fault["loc"])
    return f"{place}: {fault['msg']}"
