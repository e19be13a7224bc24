"""The names of all paragraphs put together: one entry per name, its label by weight of evidence, shorter forms left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from presskit.mentions.findings import LABELS, ORG, PERSON, PLACE, WORK
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import words_of
from presskit.model import Quote
from presskit.vocabulary import fold

ENOUGH = {PERSON: 1.5, ORG: 1.2, PLACE: 1.2, WORK: 2.0}
"""Evidence that a label needs. Set on the open kits: a model's word is enough for a person and a place, not for a title."""
ACRONYM = 6


@dataclass(slots=True)
class Name:
    """All that was seen of one spelling."""

    quote: Quote
    stated: bool = False
    always_opens: bool = True
    weights: dict[str, float] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return max(LABELS, key=lambda label: (self.weights.get(label, 0.0), -LABELS.index(label)))

    @property
    def weight(self) -> float:
        return self.weights.get(self.label, 0.0)


class Ledger:
    """Names in the order they were first seen, by their folded spelling."""

    def __init__(self) -> None:
        self._names: dict[str, Name] = {}

    def note(self, quote: Quote, label: str, weight: float, *, stated: bool = False, opens: bool = False) -> None:
        key = fold(quote.text)
        if not key:
            return
        name = self._names.setdefault(key, Name(quote))
        name.weights[label] = name.weights.get(label, 0.0) + weight
        name.stated = name.stated or stated
        name.always_opens = name.always_opens and opens

    def names(self, small: frozenset[str]) -> Iterator[Name]:
        """The names with enough evidence that are no shorter form of another. `small` are words the kit also writes without capital."""
        worthy = [name for key, name in self._names.items() if name.stated or _worthy(key, name, small)]
        longer = _Longer(worthy)
        return (name for name in worthy if not longer.covers(name))


def _worthy(key: str, name: Name, small: frozenset[str]) -> bool:
    lists = name_words()
    words = key.split()
    if name.weight < ENOUGH[name.label] or len(key) < 2 or all(word in lists["no_name"] or word in lists["no_place"] for word in words):
        return False
    if len(words) > 1 or name.label == WORK:
        return True
    if name.label == ORG and 1 < len(name.quote.text) <= ACRONYM and name.quote.text.isupper():
        return True
    return key not in small and not (name.label == ORG and name.always_opens and name.weight < 3)


class _Longer:
    """The fuller forms that shorter ones are left out for: people by any of their names, firms without their legal form."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._people: dict[str, list[tuple[str, ...]]] = {}
        self._firms: set[tuple[str, ...]] = set()
        for name in names:
            words = tuple(word.folded for word in words_of(name.quote.text))
            if name.label == PERSON:
                for word in words:
                    self._people.setdefault(word, []).append(words)
            elif name.label == ORG:
                self._firms.update(_without_form(words))

    def covers(self, name: Name) -> bool:
        words = tuple(word.folded for word in words_of(name.quote.text))
        if name.label == ORG:
            return words in self._firms
        if name.label != PERSON or (name.stated and len(words) == 1):
            return False
        return any(len(full) > len(words) and _short_for(words, full) for full in self._people.get(words[0], ()))


def _without_form(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    endings = name_words()["company_ending"]
    while len(words) > 1 and words[-1] in endings:
        words = words[:-1]
        yield words


def _short_for(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all words of a name stand in a fuller one, in order ("Ana Vale" in "Ana M. Vale Ruiz")."""
    rest = iter(full)
    return all(word in rest for word in words)
