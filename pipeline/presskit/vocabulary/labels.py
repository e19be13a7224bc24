"""Labels that open a credit line, and the plain label tables: companies, cast, facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from presskit.vocabulary import store
from presskit.vocabulary.folding import fold
from presskit.vocabulary.stems import neutral, stem

WORD = re.compile(r"\S+")
MOST_WORDS = 9
REACH = 120
"""Characters looked at for the longest label in front of a name."""


@dataclass(frozen=True, slots=True)
class Label:
    """A credit label at the start of a text: it ends at `end`; it names roles, a company's part, or the cast."""

    end: int
    roles: tuple[str, ...]
    company: str | None
    cast: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Folded label -> what it stands for."""

    exact: Mapping[str, str]
    stems: Mapping[str, str]
    articles: frozenset[str]

    def find(self, label: str) -> str | None:
        folded = neutral(fold(label))
        found = self.exact.get(folded) or self.stems.get(stem(folded))
        first, _, rest = folded.partition(" ")
        if found is None and rest and first in self.articles:
            return self.exact.get(rest) or self.stems.get(stem(rest))
        return found


def word_ends(text: str) -> list[int]:
    """Where the first words of a text end, longest prefix first."""
    ends = [match.end() for match in WORD.finditer(text[:REACH])]
    return ends[:MOST_WORDS][::-1]


def table(name: str, articles: frozenset[str]) -> Table:
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    for meaning, entry in store.read(name).items():
        for _, phrase in store.by_language(entry):
            exact.setdefault(fold(phrase), meaning)
    for key, meaning in exact.items():
        stems.setdefault(stem(key), meaning)
    return Table(exact, stems, articles)
