"""Our words in the words of AV-EFI and ISO 639-2, read once from the files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
NEAREST = "~"


@dataclass(frozen=True, slots=True)
class Term:
    """An AV-EFI class and its type; not `exact` where it is only the nearest."""

    category: str
    type: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Terms:
    """None for what AV-EFI has no word for."""

    roles: Mapping[str, Term | None]
    companies: Mapping[str, Term | None]
    events: Mapping[str, tuple[str, str]]
    """Activity to event and its type, "" where it needs none."""
    formats: Mapping[str, Term | None]
    forms: Mapping[str, str | None]
    colours: Mapping[str, str]
    elements: Mapping[str, str]
    silent: tuple[str, ...]


@cache
def terms() -> Terms:
    words = _read("avefi")
    return Terms(
        roles=_terms(words["roles"]),
        companies=_terms(words["companies"]),
        events={activity: (event.partition(" ")[0], event.partition(" ")[2]) for activity, event in words["events"].items()},
        formats=_terms(words["formats"]),
        forms=words["forms"],
        colours=words["colours"],
        elements=words["elements"],
        silent=tuple(words["silent"].split()),
    )


@cache
def bibliographic() -> Mapping[str, str]:
    """ISO 639-1, and 639-3 where 639-2 has the same code, to ISO 639-2/B: de is ger, kbd is kbd."""
    codes = _read("iso639_2")
    pairs = (pair.partition("=") for pair in codes["two_letters"].split())
    return {two: three for two, _, three in pairs} | {three: three for three in codes["three_letters"].split()}


def _terms(words: Mapping[str, str | None]) -> dict[str, Term | None]:
    return {word: _term(said) if said else None for word, said in words.items()}


def _term(said: str) -> Term:
    category, kind, *near = said.split()
    return Term(category, kind, exact=NEAREST not in near)


def _read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
