"""A record becomes JSON, the same bytes every time, and JSON becomes a whole file or none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from presskit.errors import NotWritable
from presskit.record import Extraction


def to_json(extraction: Extraction) -> str:
    """The extraction as published: keys in the order of the models, two blanks of indent, a newline at the end."""
    return extraction.model_dump_json(by_alias=True, indent=2) + "\n"


def write_whole(path: Path, text: str) -> None:
    """Write under a temporary name beside `path`, then rename, so that nobody ever meets half a file. Raises NotWritable."""
    write_pieces(path, (text,))


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """As write_whole, for what is too long to be held in memory at once."""

    def fill(unfinished: Path) -> None:
        with unfinished.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)

    _renamed(path, fill)


def write_bytes(path: Path, data: bytes) -> None:
    """As write_whole, for what is no text."""
    _renamed(path, lambda unfinished: unfinished.write_bytes(data))


def _renamed(path: Path, fill: Callable[[Path], object]) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fill(unfinished)
        unfinished.replace(path)
    except OSError as refused:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise NotWritable(path, f"The result cannot be written ({refused.strerror})") from refused
