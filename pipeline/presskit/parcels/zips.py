"""ZIP files read with limits: what unpacks to too much, is encrypted or lies about itself ends in a typed error."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from presskit.errors import KitDamaged, KitEncrypted, KitTooLarge, KitUnsafe
from presskit.settings import Unpacking

FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, OSError, ValueError, LookupError, OverflowError,
)  # fmt: skip
"""What zipfile is known to raise on files that are not what they claim to be."""
END, END_64 = b"PK\x05\x06", b"PK\x06\x06"
TAIL = 66_000
"""Bytes at the end of a file in which its directory is announced."""
LONGEST_ENTRY = 400
"""Bytes that one file takes in the directory; names and remarks are seldom a quarter of it."""
RATIO, SMALL = 250, 10_000_000
"""Text shrinks to a tenth, empty pictures to a hundredth of their size; what shrinks more and is not small is a bomb."""
ENCRYPTED = 0x1
PAGES = re.compile(r"(?:[^/]+/)?Index/Document\.iwa|index\.apxl|index\.xml\.gz")
"""What Apple's programs keep their text in."""


class Archive:
    """An opened ZIP file. `spent` counts the bytes unpacked so far."""

    def __init__(self, path: Path, data: bytes, limits: Unpacking) -> None:
        """Raises KitDamaged, KitTooLarge (too many files)."""
        self._path, self._limits, self.spent = path, limits, 0
        if _directory(data) > limits.max_parts * LONGEST_ENTRY:
            raise KitTooLarge(path, f"the archive holds more than {limits.max_parts:,} files")
        with self._faults():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {info.filename: info for info in self._zip.infolist() if info.filename and not info.is_dir()}
        if len(self._infos) > limits.max_parts:
            raise KitTooLarge(path, f"the archive holds {len(self._infos):,} files, more than {limits.max_parts:,}")

    @property
    def names(self) -> tuple[str, ...]:
        """The files in it, as they are called."""
        return tuple(self._infos)

    def size(self, name: str) -> int:
        """What the directory says; reading counts for itself."""
        return self._infos[name].file_size

    def read(self, name: str, most: int) -> bytes:
        """One file. Raises KitEncrypted, KitDamaged, KitTooLarge (more than `most` bytes, or than all may have together), KitUnsafe."""
        info = self._infos[name]
        if info.flag_bits & ENCRYPTED:
            raise KitEncrypted(self._path, f"{name} is protected by a password")
        room = min(most, self._limits.max_bytes - self.spent)
        with self._faults(), self._zip.open(info) as file:
            data = file.read(room + 1)
        self.spent += len(data)
        if len(data) > SMALL and len(data) > RATIO * max(1, info.compress_size):
            raise KitUnsafe(self._path, f"{name} unpacks to more than {RATIO} times its size, as only a decompression bomb does")
        if len(data) > room:
            raise KitTooLarge(self._path, f"{name} unpacks to more than {room:,} bytes")
        return data

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except FAULTS as error:
            raise KitDamaged(self._path, f"the archive cannot be read ({type(error).__name__})") from error
        except RuntimeError as error:
            # zipfile's way to say that a password is needed; NotImplementedError is one, too, and dealt with above.
            raise KitEncrypted(self._path) from error


def _directory(data: bytes) -> int:
    """Bytes of the list of files, as the file announces it: what has too many is not even listed."""
    tail = data[-TAIL:]
    at, wide = tail.rfind(END), tail.rfind(END_64)
    if at < 0 or len(tail) < at + 16:
        return 0
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    return max(size, int.from_bytes(tail[wide + 40 : wide + 48], "little")) if wide >= 0 and size == 0xFFFFFFFF else size


def is_document(names: Sequence[str]) -> bool:
    """Whether these are the files of a document that is a ZIP file inside, and no folder of files."""
    return "[Content_Types].xml" in names or ("mimetype" in names and "content.xml" in names) or any(map(PAGES.fullmatch, names))


def is_unsafe(name: str) -> bool:
    """A name that leads out of the folder it is unpacked into."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or "\x00" in name or (len(name) > 1 and name[1] == ":")
