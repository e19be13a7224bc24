"""A kit's file on disk: opened once, with a clear error for whatever keeps us from reading it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from presskit.errors import KitEmpty, KitNotFound, KitTooLarge, KitUnreadable
from presskit.model import Source
from presskit.settings import Settings


def read_bytes(path: Path, settings: Settings) -> bytes:
    """Raises KitNotFound, KitUnreadable, KitEmpty and KitTooLarge."""
    try:
        size = path.stat().st_size
        if path.is_file() and size > settings.max_bytes:
            raise KitTooLarge(path, f"the file has {size:,} bytes, more than {settings.max_bytes:,}")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise KitNotFound(path) from error
    except (OSError, ValueError) as error:
        raise KitUnreadable(path, f"the file cannot be opened ({getattr(error, 'strerror', None) or error})") from error
    if not data:
        raise KitEmpty(path)
    return data


def source_of(path: Path, data: bytes, media_type: str, pages: int) -> Source:
    # A name need not be text: bytes that are not UTF-8 are written as \\xNN.
    name = os.fsencode(path.name).decode("utf-8", errors="backslashreplace")
    return Source(name, hashlib.sha256(data).hexdigest(), media_type, len(data), pages)
