"""A kit's file: opened once, with a clear error for whatever keeps us from reading it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from presskit.errors import KitEmpty
from presskit.model import Source
from presskit.parcels import bytes_of
from presskit.settings import Settings


def read_bytes(path: Path, settings: Settings) -> bytes:
    """The file of this path, on disk or in a mail or archive on the way to it.

    Raises KitNotFound, KitUnreadable, KitEmpty, KitTooLarge; for a file in another also KitDamaged, KitEncrypted and KitUnsafe.
    """
    data = bytes_of(path, settings)
    if not data:
        raise KitEmpty(path)
    return data


def source_of(path: Path, data: bytes, media_type: str, pages: int) -> Source:
    # A name need not be text: bytes that are not UTF-8 are written as \\xNN.
    name = os.fsencode(path.name).decode("utf-8", errors="backslashreplace")
    return Source(name, hashlib.sha256(data).hexdigest(), media_type, len(data), pages)
