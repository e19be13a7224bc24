"""Two folders of records made from the same kits: which files are records, and which two tell of the same kit."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from presskit.errors import KitNotFound, KitUnreadable, NoKits, PresskitError, RecordInvalid
from presskit.record import Extraction, SourceFile

RECORDS = "records"
BATCH_FILES = ("report.json", "ledger.sqlite")
"""Either tells a batch's folder, where only records/ holds records."""
DIGEST = re.compile(r"\.[0-9a-f]{12}\.json$")
"""What a batch puts behind a kit's name to tell its contents apart."""
OUTSIDE = "Take the file out of the folder, or extract the kit again."


@dataclass(frozen=True, slots=True)
class Kept:
    """One record file: small enough to hold one for every kit, which the record itself is not."""

    path: Path
    name: str
    """The path below the folder, printable."""
    sha256: str

    @property
    def stem(self) -> str:
        return DIGEST.sub(".json", self.name)


@dataclass(frozen=True, slots=True)
class Folder:
    """The records of one folder in the order of their names, and what there is no record."""

    path: Path
    kept: tuple[Kept, ...]
    refused: tuple[PresskitError, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which records tell of the same kit, and the kits of one folder only."""

    pairs: tuple[tuple[Kept, Kept], ...]
    only_before: tuple[Kept, ...]
    only_after: tuple[Kept, ...]


class _Head(BaseModel):
    """As much of a record as pairing needs."""

    source: SourceFile


def find_records(folder: Path) -> Folder:
    """Every record below; files that are none are refused one by one. Raises KitNotFound, or NoKits where there is no record."""
    if not folder.is_dir():
        raise KitNotFound(folder, "There is no such folder", "Name a folder that `presskit extract --out` or `presskit batch --out` wrote.")
    kept: list[Kept] = []
    refused: list[PresskitError] = []
    root = _root(folder)
    for path in _json_files(root):
        try:
            kept.append(Kept(path, _printable(path.relative_to(root)), _sha256(path)))
        except PresskitError as failure:
            refused.append(failure)
    if not kept and not refused:
        raise NoKits(folder, "There is no record here", "Name a folder that `presskit extract --out` or `presskit batch --out` wrote.")
    return Folder(folder, tuple(kept), tuple(refused))


def pair(before: Iterable[Kept], after: Iterable[Kept]) -> Pairing:
    """The same content first, under the same name where it has several; then, of what is left, the same name."""
    pairs, left, new = _paired(list(before), list(after), by_name=False)
    more, left, new = _paired(left, new, by_name=True)
    in_order = sorted(pairs + more, key=lambda two: two[0].name)
    return Pairing(tuple(in_order), tuple(left), tuple(new))


def load(path: Path) -> Extraction:
    """Raises KitUnreadable, and RecordInvalid for what is no record as the published schema describes it."""
    try:
        return Extraction.model_validate_json(_content(path))
    except ValidationError as invalid:
        raise RecordInvalid(path, f"This is no record of a kit ({_first_fault(invalid)})", OUTSIDE) from invalid


def _root(folder: Path) -> Path:
    """A batch keeps the failed kits' errors and its report beside the records."""
    is_batch = any((folder / name).exists() for name in BATCH_FILES) and (folder / RECORDS).is_dir()
    return folder / RECORDS if is_batch else folder


def _json_files(root: Path) -> Iterator[Path]:
    paths = (path for path in root.rglob("*.json") if path.is_file())
    yield from sorted(path for path in paths if not any(part.startswith(".") for part in path.relative_to(root).parts))


def _printable(path: Path) -> str:
    """Bytes that are not UTF-8 are escaped: the name goes to terminals and pages."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="backslashreplace")


def _sha256(path: Path) -> str:
    try:
        return _Head.model_validate_json(_content(path)).source.sha256
    except ValidationError as invalid:
        raise RecordInvalid(path, f"This is no record of a kit ({_first_fault(invalid)})", OUTSIDE) from invalid


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as refused:
        raise KitUnreadable(path, f"The file cannot be opened ({refused.strerror})") from refused


def _first_fault(invalid: ValidationError) -> str:
    fault = invalid.errors(include_input=False, include_url=False)[0]
    return ": ".join(part for part in (".".join(map(str, fault["loc"])), fault["msg"]) if part)


def _paired(before: Sequence[Kept], after: Sequence[Kept], *, by_name: bool) -> tuple[list[tuple[Kept, Kept]], list[Kept], list[Kept]]:
    waiting: dict[str, list[Kept]] = defaultdict(list)
    for kept in after:
        waiting[_key(kept, by_name)].append(kept)
    pairs, left = [], []
    for kept in before:
        partner = _partner(kept, waiting[_key(kept, by_name)])
        if partner:
            pairs.append((kept, partner))
        else:
            left.append(kept)
    taken = {id(partner) for _, partner in pairs}
    return pairs, left, [kept for kept in after if id(kept) not in taken]


def _key(kept: Kept, by_name: bool) -> str:
    return kept.stem if by_name else kept.sha256


def _partner(kept: Kept, candidates: list[Kept]) -> Kept | None:
    """Of several with the same content the one of the same name, else the first."""
    if not candidates:
        return None
    at = next((at for at, other in enumerate(candidates) if other.stem == kept.stem), 0)
    return candidates.pop(at)
