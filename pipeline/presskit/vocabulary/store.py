"""The YAML files of this folder, read once: every entry is a list of phrases in one line, parted by semicolons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "fr", "de", "es", "it", "pt")
"""Order matters where a word means different things in two languages: the first one found wins."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is ten times as fast; the Python one reads the same."""


def read(name: str) -> dict[str, Any]:
    """One file's mapping. Its shape is the business of the lookup that asks; wrong shapes fail there, at load."""
    with (FOLDER / f"{name}.yaml").open(encoding="utf-8") as file:
        content: dict[str, Any] = yaml.load(file, Loader)
    return content


def phrases(line: str | None) -> Iterator[str]:
    return (phrase for phrase in map(str.strip, (line or "").split(";")) if phrase)


def by_language(entry: Mapping[str, str] | str) -> Iterator[tuple[str, str]]:
    """(language, phrase) of an entry with one line per language, or one line for all ("any")."""
    if isinstance(entry, str):
        yield from (("any", phrase) for phrase in phrases(entry))
        return
    for language, line in entry.items():
        yield from ((language, phrase) for phrase in phrases(line))
