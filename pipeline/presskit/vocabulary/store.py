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


class WordListError(ValueError):
    """A word list that cannot be used. It is part of the program, so this says what to mend in which file."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"vocabulary/{name}.yaml: {reason}")


def read(name: str) -> dict[str, Any]:
    """One file's mapping; what its keys may be is the business of the lookup that asks."""
    try:
        with (FOLDER / f"{name}.yaml").open(encoding="utf-8") as file:
            content: Any = yaml.load(file, Loader)
    except (OSError, yaml.YAMLError) as error:
        raise WordListError(name, " ".join(str(error).split())) from error
    if not isinstance(content, dict):
        raise WordListError(name, "a mapping of lists is expected")
    _check(name, "", content)
    return content


def _check(name: str, place: str, entry: Any) -> None:
    """YAML reads a bare `no` (Norwegian) as false and a list mark as a list: both would fail far from here."""
    if isinstance(entry, dict):
        for key, inner in entry.items():
            if isinstance(key, bool):
                raise WordListError(name, f"{place}{key}: put this key in quotes")
            _check(name, f"{place}{key}: ", inner)
    elif entry is not None and not isinstance(entry, str):
        raise WordListError(name, f"{place}phrases parted by semicolons are expected")


def phrases(line: str | None) -> Iterator[str]:
    return (phrase for phrase in map(str.strip, (line or "").split(";")) if phrase)


def by_language(entry: Mapping[str, str] | str) -> Iterator[tuple[str, str]]:
    """(language, phrase) of an entry with one line per language, or one line for all ("any")."""
    if isinstance(entry, str):
        yield from (("any", phrase) for phrase in phrases(entry))
        return
    for language, line in entry.items():
        yield from ((language, phrase) for phrase in phrases(line))
