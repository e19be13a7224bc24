"""What a kit's record is called: after the kit, told apart by its content, the same whatever else is in the inbox."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that some file systems refuse, that break a line, or that turn the direction of what follows."""
LONGEST = 120
"""Bytes kept of one part of a path: file systems allow 255, and the digest and the ending come on top."""
DIGITS = 12
RECORDS, QUARANTINE = "records", "quarantine"


def shown(location: str) -> str:
    """The location as text that can be printed and stored: bytes that are not UTF-8 and control characters are escaped."""
    text = os.fsencode(location).decode("utf-8", errors="backslashreplace")
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def record_path(location: str, sha256: str) -> str:
    """For example `records/2026/ferry.pdf.3f9a2c1e55aa.json`."""
    return "/".join((RECORDS, *map(_safe, PurePosixPath(location).parts))) + f".{sha256[:DIGITS]}.json"


def quarantine_paths(record: str, location: str) -> tuple[str, str]:
    """Where a failed kit is put, and the file with its error."""
    stem = QUARANTINE + record.removeprefix(RECORDS).removesuffix(".json")
    return stem + _safe(PurePosixPath(location).suffix), f"{stem}.error.json"


def _safe(part: str) -> str:
    clean = UNPRINTABLE.sub("_", part)
    if clean.strip(".") == "" and clean:
        clean = "_" * len(clean)
    return clean.encode()[:LONGEST].decode(errors="ignore")
