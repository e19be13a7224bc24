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
ALONE = "="
SEPARATORS = ("", ":", "-", "–", "—", "|", "/", "…")
"""What may stand behind a label that is also a name's first word; nothing at all is one of them."""
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
    """Folded label -> what it stands for. Those `alone` are also how names begin: they open a line only before a colon or a dash."""

    exact: Mapping[str, str]
    stems: Mapping[str, str]
    articles: frozenset[str]
    alone: frozenset[str] = frozenset()

    def find(self, label: str) -> str | None:
        folded = neutral(fold(label))
        found = self.exact.get(folded) or self.stems.get(stem(folded))
        first, _, rest = folded.partition(" ")
        if found is None and rest and first in self.articles:
            return self.exact.get(rest) or self.stems.get(stem(rest))
        return found

    def opening(self, text: str, end: int) -> str | None:
        """What the label stands for that `text` begins with, up to `end`."""
        prefix = text[:end]
        if neutral(fold(prefix)) in self.alone and prefix[-1] not in SEPARATORS and text[end:].strip()[:1] not in SEPARATORS:
            return None
        return self.find(prefix)


def word_ends(text: str) -> list[int]:
    """Where the first words of a text end, longest prefix first."""
    ends = [match.end() for match in WORD.finditer(text[:REACH])]
    return ends[:MOST_WORDS][::-1]


def table(name: str, articles: frozenset[str]) -> Table:
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    alone: set[str] = set()
    for meaning, entry in store.read(name).items():
        for _, phrase in store.by_language(entry):
            key = fold(phrase.lstrip(ALONE))
            exact.setdefault(key, meaning)
            if phrase.startswith(ALONE):
                alone.add(key)
    for key, meaning in exact.items():
        stems.setdefault(stem(key), meaning)
    return Table(exact, stems, articles, frozenset(alone))
