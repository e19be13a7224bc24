"""Where kits come from and records go: a folder, or anything fsspec knows (s3://…), under one face."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

import fsspec

from presskit.errors import (
    KitDamaged,
    KitEncrypted,
    KitNotFound,
    KitTooLarge,
    KitUnreadable,
    KitUnsafe,
    NotWritable,
    PlaceUnknown,
)
from presskit.parcels import inside, is_parcel
from presskit.serialise import write_whole
from presskit.settings import Settings

LOCAL = "file"
LIMITS = Settings()
OUT_OF_REACH = (KitNotFound, KitUnreadable, KitDamaged, KitEncrypted, KitTooLarge, KitUnsafe)
"""What keeps a file in a mail or archive from being read, besides OSError."""


def _refusals() -> tuple[type[Exception], ...]:
    """What libraries for places elsewhere raise besides OSError, of those that are installed."""
    try:
        from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        return (OSError,)
    return (OSError, BotoCoreError)


@contextmanager
def _refused(error: type[KitUnreadable] | type[NotWritable], where: str, what: str) -> Iterator[None]:
    """Whatever keeps a place elsewhere from being used, as one of ours. What is missing stays FileNotFoundError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except _refusals() as refused:
        raise error(where, f"{what} ({refused})") from refused


@dataclass(frozen=True, slots=True)
class Found:
    """A file in the inbox. `location` is its path below the inbox, `stamp` changes whenever the content may have."""

    location: str
    size: int
    stamp: str
    changed: float
    """Seconds since the epoch of the last change; 0 where the place never shows unfinished files."""
    inside: bool = False
    """It lies in a mail or archive; stamp and change are that one's, the size is not known until it is read."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder here or elsewhere."""

    url: str
    root: str
    fs: Any

    @property
    def local(self) -> bool:
        return LOCAL in self.fs.protocol

    def path(self, location: str) -> str:
        return f"{self.root}/{location}" if location else self.root


def place(url: str) -> Place:
    """The place of a path or URL. Raises PlaceUnknown where no library for its protocol is there."""
    try:
        fs, root = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as unknown:
        raise PlaceUnknown(url, f"This kind of place cannot be reached ({unknown})") from unknown
    if LOCAL in fs.protocol:
        return Place(url, str(Path(url.removeprefix("file://")).absolute()), fs)
    return Place(url, root.rstrip("/"), fs)


def files(here: Place, *, without: Place | None = None) -> Iterator[Found]:
    """Every file below, hidden ones left out, folders in the order of their names; `without` and what is in it is passed over."""
    if here.local:
        yield from _local(here, without.root if without and without.local else "")
        return
    here.fs.invalidate_cache()
    apart = f"{without.root}/" if without else None
    with _refused(KitUnreadable, here.url, "The place cannot be listed"):
        listed = sorted(here.fs.find(here.root, detail=True).items())
    for path, info in listed:
        location = path.removeprefix(f"{here.root}/")
        if not _hidden(location) and not (apart and path.startswith(apart)):
            yield Found(location, int(info["size"] or 0), _stamp(info), 0.0)


def _hidden(location: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(location).parts)


def _stamp(info: dict[str, Any]) -> str:
    return str(info.get("ETag") or info.get("LastModified") or info.get("mtime") or info.get("created") or "")


def _local(here: Place, without: str) -> Iterator[Found]:
    """Folders are entered once, however many links lead to them, so that loops end."""
    entered: set[tuple[int, int]] = set()
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        path = here.path(folder)
        seen = _identity(path)
        if seen is None or seen in entered or (without and os.path.realpath(path) == os.path.realpath(without)):
            continue
        entered.add(seen)
        inside: list[str] = []
        for name in _names(path):
            location = f"{folder}/{name}" if folder else name
            info = _info(here.path(location))
            if info is None:
                continue
            if stat.S_ISDIR(info.st_mode):
                inside.append(location)
            elif stat.S_ISREG(info.st_mode):
                yield Found(location, info.st_size, f"{info.st_mtime_ns}-{info.st_ino}", info.st_mtime)
        waiting.extend(reversed(inside))


def _names(path: str) -> list[str]:
    try:
        return sorted(entry.name for entry in Path(path).iterdir() if not entry.name.startswith("."))
    except OSError:
        return []


def _identity(path: str) -> tuple[int, int] | None:
    info = _info(path)
    return (info.st_dev, info.st_ino) if info else None


def _info(path: str) -> os.stat_result | None:
    """None for what vanished, for broken links and for links that lead to themselves."""
    try:
        return Path(path).stat()
    except OSError:
        return None


@contextmanager
def fetched(here: Place, location: str) -> Iterator[Path]:
    """The file as a local path; a copy from elsewhere lives as long as the context. A file in a parcel keeps its path below it.

    Raises KitNotFound or KitUnreadable.
    """
    if here.local:
        yield Path(here.path(location))
        return
    outer = _parcel(here, location) or location
    with TemporaryDirectory(prefix="presskit-") as folder:
        target = Path(folder) / PurePosixPath(outer).name
        try:
            with _refused(KitUnreadable, f"{here.url}/{location}", "The file cannot be fetched"):
                here.fs.get_file(here.path(outer), str(target))
        except FileNotFoundError as missing:
            raise KitNotFound(f"{here.url}/{location}") from missing
        yield target / PurePosixPath(location).relative_to(outer)


def _parcel(here: Place, location: str) -> str:
    """The mail or archive that a file of this location lies in; "" for one that lies in a folder."""
    above = [str(path) for path in reversed(PurePosixPath(location).parents) if is_parcel(path.name)]
    return next((path for path in above if (Path(here.path(path)).is_file() if here.local else here.fs.isfile(here.path(path)))), "")


def chunks(here: Place, location: str, size: int = 1 << 20) -> Iterator[bytes]:
    """The file's bytes, piece by piece. Raises OSError, and what a parcel raises."""
    if _parcel(here, location):
        with fetched(here, location) as path:
            held = inside(path, LIMITS)
        yield held.data if held else b""
        return
    with Path(here.path(location)).open("rb") if here.local else here.fs.open(here.path(location), "rb") as file:
        while piece := file.read(size):
            yield piece


def exists(here: Place) -> bool:
    """Whether there is such a place. Below a bucket folders need not be made: only the bucket must be there. Raises KitUnreadable."""
    if here.local:
        return Path(here.root).exists()
    bucket = here.root.partition("/")[0] or here.root
    try:
        with _refused(KitUnreadable, here.url, "The place cannot be reached"):
            here.fs.info(bucket)
            return True
    except FileNotFoundError:
        return False


def write(here: Place, location: str, text: str) -> None:
    """A whole file or none. Raises NotWritable."""
    if here.local:
        write_whole(Path(here.path(location)), text)
        return
    _put(here, location, text.encode("utf-8"))


def _put(here: Place, location: str, data: bytes) -> None:
    where = f"{here.url}/{location}"
    try:
        with _refused(NotWritable, where, "The result cannot be written"):
            here.fs.pipe_file(here.path(location), data)
    except FileNotFoundError as missing:
        raise NotWritable(where, "The place to write to is no longer there") from missing


def size_of(here: Place, location: str) -> int | None:
    """Bytes of a file, None where there is none."""
    if here.local:
        info = _info(here.path(location))
        return info.st_size if info else None
    try:
        return int(here.fs.info(here.path(location))["size"])
    except FileNotFoundError:
        return None


def remove(here: Place, location: str) -> None:
    """Gone afterwards, whether or not it was there."""
    try:
        if here.local:
            Path(here.path(location)).unlink()
        else:
            here.fs.rm_file(here.path(location))
    except FileNotFoundError:
        return


def copy(source: Place, location: str, target: Place, name: str) -> None:
    """A whole copy or none. Raises NotWritable, and OSError where the source cannot be read."""
    if not target.local:
        _put(target, name, b"".join(chunks(source, location)))
        return
    path = Path(target.path(name))
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.writelines(chunks(source, location))
        unfinished.replace(path)
    except OSError as refused:
        unfinished.unlink(missing_ok=True)
        raise NotWritable(path, f"The kit cannot be copied there ({refused.strerror})") from refused
