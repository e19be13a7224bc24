"""Headings in languages that have no list of headings: told by the beginnings of their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from presskit.model import SectionKind
from presskit.vocabulary import HeadingSense, fold, store

MOST_WORDS = 4


def stemmed(text: str) -> tuple[HeadingSense, ...]:
    """The kinds that a short line's words begin like; the first word that tells decides."""
    words = fold(text).split()
    if not 1 <= len(words) <= MOST_WORDS or any(sign.isdigit() for sign in text):
        return ()
    kinds = next(filter(None, (_kinds(" ".join(words[at:])) for at in range(len(words)))), ())
    return tuple(HeadingSense(kind, "", "") for kind in kinds)


def _kinds(folded: str) -> tuple[SectionKind, ...]:
    stems = _stems()
    lengths = range(len(folded), 2, -1)
    return next((stems[folded[:length]] for length in lengths if folded[:length] in stems), ())


@cache
def _stems() -> Mapping[str, tuple[SectionKind, ...]]:
    table: dict[str, tuple[SectionKind, ...]] = {}
    for kind, line in store.read("heading_stems").items():
        for stem in store.phrases(line):
            table[fold(stem)] = (*table.get(fold(stem), ()), SectionKind(kind))
    return table
