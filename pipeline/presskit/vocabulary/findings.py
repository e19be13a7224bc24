"""What found a value, said in plain words for those who look at the record."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from presskit.vocabulary import store

ANY = "any"
MEANS_ROLE = " that means {role}"
NO_ROLE = frozenset({"", "other"})
"""Where the function has no name among the canonical ones, the label is only said to be one."""


@cache
def because(found_by: str, role: str = "") -> str:
    """Why a value of this origin is in the record; empty for an origin that nobody has put into words yet."""
    family, _, way = found_by.partition(":")
    phrases = _phrases().get(family, {})
    phrase = phrases.get(way) or phrases.get(ANY, "")
    return phrase.replace(MEANS_ROLE, "") if role in NO_ROLE else phrase.format(role=role.replace("_", " "))


@cache
def _phrases() -> Mapping[str, Mapping[str, str]]:
    return store.read("findings")
