"""Files inside files: each has a path of its own, `mail.eml/stills.zip/kit.pdf`, by which it is listed and read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Protocol

from presskit.errors import KitDamaged, KitEncrypted, KitNotFound, KitTooLarge, KitUnreadable, KitUnsafe
from presskit.parcels.boxes import Mailbox
from presskit.parcels.mails import Mail, Sent
from presskit.parcels.zips import Archive, is_document, is_unsafe
from presskit.settings import Settings, Unpacking


class Parcel(Protocol):
    """A file that holds others."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def read(self, name: str, most: int) -> bytes: ...


PARCELS: Mapping[str, Callable[[Path, bytes, Unpacking], Parcel]] = {".zip": Archive, ".eml": Mail, ".mbox": Mailbox}
PASSED_OVER = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""What systems leave in archives for themselves."""
BESIDE = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".ics", ".vcf", ".p7s", ".asc", ".css", ".dat"})
"""What hangs on mails without being sent for its own sake: logos, cards, signatures."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A file of a parcel: its bytes, the outermost parcel, and what the mail nearest to it says."""

    data: bytes
    parcel: str
    parcel_sha256: str
    name: str
    sent: Sent


def is_parcel(name: str) -> bool:
    """Whether a file of this name holds others."""
    return PurePosixPath(name).suffix.lower() in PARCELS


def contents(path: Path, settings: Settings) -> list[str]:
    """The names of all files below a parcel, those in parcels in it included; none for a file that only is a ZIP inside.

    The letter that sends a kit is left out. Raises KitNotFound, KitUnreadable, KitDamaged, KitEncrypted, KitTooLarge, KitUnsafe.
    """
    return list(_Listing(settings.unpacking).below(path, bytes_of(path, settings), 1))


@dataclass(slots=True)
class _Listing:
    """One look through a parcel: what it has cost so far."""

    limits: Unpacking
    spent: int = 0
    files: int = 0

    def below(self, path: Path, data: bytes, depth: int) -> Iterator[str]:
        if depth > self.limits.max_depth:
            raise KitTooLarge(path, f"files lie in each other more than {self.limits.max_depth} deep")
        parcel = _opened(path, data, self.limits)
        files = _files(path, parcel)
        self.files += len(files)
        if self.files > self.limits.max_parts:
            raise KitTooLarge(path, f"there are more than {self.limits.max_parts:,} files in it")
        for name, own in files.items():
            if is_parcel(name):
                yield from self._within(path / name, parcel.read(own, self.limits.max_bytes - self.spent), depth, name)
            elif not _is_letter(parcel, own, files):
                yield name

    def _within(self, path: Path, data: bytes, depth: int, name: str) -> list[str]:
        """The files of a parcel in a parcel. One that cannot be opened stays a file: reading it says why."""
        self.spent += len(data)
        try:
            return [f"{name}/{below}" for below in self.below(path, data, depth + 1)] or [name]
        except (KitDamaged, KitEncrypted, KitUnsafe):
            return [name]


def _opened(path: Path, data: bytes, limits: Unpacking) -> Parcel:
    return PARCELS[path.suffix.lower()](path, data, limits)


def _files(path: Path, parcel: Parcel) -> dict[str, str]:
    """Names as they are told here, and as the parcel has them. Raises KitUnsafe."""
    found: dict[str, str] = {}
    if isinstance(parcel, Archive) and is_document(parcel.names):
        return found
    for own in parcel.names:
        if is_unsafe(own):
            raise KitUnsafe(path, f"{own[:100]!r} in it would be written outside its folder")
        name = PurePosixPath(own.replace("\\", "/"))
        if not any(part.startswith(".") or part.lower() in PASSED_OVER for part in name.parts):
            found.setdefault(str(name), own)
    return found


def _is_letter(parcel: Parcel, own: str, files: Mapping[str, str]) -> bool:
    """A short text in a mail that brings something else."""
    others = any(name != own and PurePosixPath(name).suffix.lower() not in BESIDE for name in files)
    return isinstance(parcel, Mail) and others and parcel.is_letter(own)


def inside(path: Path, settings: Settings) -> Inside | None:
    """The file of this path in a parcel; None where a file of this path is on disk, or no parcel on the way to it.

    Raises KitNotFound where the parcel has no such file, and what `contents` raises.
    """
    outer = next((parent for parent in path.parents if parent.is_file()), None) if not path.is_file() else None
    if outer is None or not is_parcel(outer.name):
        return None
    info = outer.stat()
    return _found(outer, path.relative_to(outer).parts, settings, (info.st_mtime_ns, info.st_size))


@lru_cache(maxsize=1)
def _found(outer: Path, parts: tuple[str, ...], settings: Settings, stamp: tuple[int, int]) -> Inside:  # noqa: ARG001
    """A kit's bytes are asked for several times while it is read; `stamp` tells when they are no longer these."""
    data = whole = _bytes(outer, settings)
    path, sent, name = outer, Sent(), "/".join(parts)
    for depth in range(1, len(parts) + 1):
        if depth > settings.unpacking.max_depth:
            raise KitTooLarge(outer, f"files lie in each other more than {settings.unpacking.max_depth} deep")
        parcel = _opened(path, data, settings.unpacking)
        sent = parcel.sent if isinstance(parcel, Mail) else sent
        files = _files(path, parcel)
        taken = next((at for at in range(1, len(parts) + 1) if "/".join(parts[:at]) in files), 0)
        if not taken:
            break
        data, path, parts = parcel.read(files["/".join(parts[:taken])], settings.max_bytes), path.joinpath(*parts[:taken]), parts[taken:]
        if not parts:
            return Inside(data, outer.name, hashlib.sha256(whole).hexdigest(), name, sent)
        if not is_parcel(path.name):
            break
    raise KitNotFound(outer / name, "there is no such file in it")


def bytes_of(path: Path, settings: Settings) -> bytes:
    """The file of this path, on disk or in a parcel on the way to it.

    Raises KitNotFound, KitUnreadable, KitTooLarge, and for a file in a parcel what `contents` raises.
    """
    held = inside(path, settings)
    return held.data if held is not None else _bytes(path, settings)


def _bytes(path: Path, settings: Settings) -> bytes:
    try:
        size = path.stat().st_size
        if path.is_file() and size > settings.max_bytes:
            raise KitTooLarge(path, f"the file has {size:,} bytes, more than {settings.max_bytes:,}")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KitNotFound(path) from error
    except (OSError, ValueError) as error:
        raise KitUnreadable(path, f"the file cannot be opened ({getattr(error, 'strerror', None) or error})") from error
