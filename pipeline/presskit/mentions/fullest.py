"""The names of all paragraphs put together: one entry per name, its label by weight of evidence, shorter forms left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from presskit.mentions.findings import LABELS, ORG, PERSON, PLACE, WORK, Finding
from presskit.mentions.organisations import GENERIC
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import name_key
from presskit.model import Quote
from presskit.vocabulary import fold

ENOUGH = {PERSON: 1.5, ORG: 1.2, PLACE: 1.2, WORK: 2.0}
"""Evidence that a label needs. Set on the open kits: a model's word is enough for a person and a place, not for a title."""
ACRONYM = 6
REPEATS = 2
CLEAR = 6.0
LISTED = 3.0
LONG = 5


@dataclass(slots=True)
class Name:
    """All that was seen of one spelling."""

    quote: Quote
    stated: bool = False
    told: bool = False
    """Whether running text has it, or the kit tells about this person."""
    always_opens: bool = True
    weights: dict[str, float] = field(default_factory=dict)
    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def label(self) -> str:
        if len(self.weights) == 1:
            return next(iter(self.weights))
        return max(LABELS, key=lambda label: (self.weights.get(label, 0.0), -LABELS.index(label)))

    @property
    def weight(self) -> float:
        return self.weights.get(self.label, 0.0)


class Ledger:
    """Names in the order they were first seen, by their folded spelling."""

    def __init__(self) -> None:
        self._names: dict[str, Name] = {}

    def note(self, quote: Quote, found: Finding, *, stated: bool = False, told: bool = False, opens: bool = False) -> None:
        """One more sighting. What one finder says of one spelling counts three times at most: a model repeats its mistakes."""
        key = fold(quote.text)
        if not key:
            return
        name = self._names.setdefault(key, Name(quote))
        name.seen[found.by, found.label] = name.seen.get((found.by, found.label), 0) + 1
        if name.seen[found.by, found.label] <= REPEATS:
            name.weights[found.label] = name.weights.get(found.label, 0.0) + found.weight
        name.stated = name.stated or stated
        name.told = name.told or told
        name.always_opens = name.always_opens and opens

    def names(self, small: frozenset[str]) -> Iterator[Name]:
        """The names with enough evidence that are no shorter form of another. `small` are words the kit also writes without capital."""
        worthy = [name for key, name in self._names.items() if name.stated or _worthy(key, name, small)]
        longer = _Longer(worthy)
        return (name for name in worthy if not longer.covers(name))


def _worthy(key: str, name: Name, small: frozenset[str]) -> bool:
    lists = name_words()
    words = key.split()
    if words[0] in lists["award"] and words[0] not in lists["given_name"] and name.label != PLACE and name.weight < CLEAR:
        return False
    if name.label in (ORG, WORK) and (words[0] in BEST or all(word in lists["opener"] or word in GENERIC for word in words)):
        return False
    if name.weight < ENOUGH[name.label] or len(key) < 2 or all(word in lists["no_name"] or word in lists["no_place"] for word in words):
        return False
    if len(words) > 1 or name.label == WORK:
        return True
    if name.label == ORG and 1 < len(name.quote.text) <= ACRONYM and name.quote.text.isupper():
        return True
    if "-" in name.quote.text and not name.quote.text.rpartition("-")[2][:1].isupper():
        return False
    faint = name.always_opens and name.weight < 3 and key not in lists["given_name"]
    return key not in small and not (name.label in (ORG, PERSON) and faint)


BEST = frozenset(map(fold, ("best", "mejor", "beste", "bester", "bestes", "besten", "meilleur", "meilleure", "melhor", "miglior", "migliore")))
"""The first word of a prize's category, which a model takes for a title or a body."""


class _Longer:
    """The fuller forms that shorter ones are left out for: people by any of their names, firms without their legal form."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._people: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        self._firms: set[tuple[str, ...]] = set()
        self._stems: dict[str, Name] = {}
        for name in sorted(names, key=lambda name: not name.stated):
            words = name_key(name.quote.text)
            if name.label == PERSON:
                for word in words:
                    self._people.setdefault(word, []).append((words, name.told))
            elif name.label == ORG:
                self._firms.update(_without_form(words))
                self._firms.update(words[n:] for n in range(1, len(words) - 1))
                self._stems.setdefault(_stem(words), name)

    def covers(self, name: Name) -> bool:
        words = name_key(name.quote.text)
        if not words or name.stated and (len(words) == 1 or name.label != PERSON):
            return False
        if name.label == ORG and (words in self._firms or self._stems[_stem(words)] is not name):
            return True
        if name.label == WORK or (len(words) > 1 and name.label != PERSON) or (name.label == PLACE and name.weight >= LISTED):
            return False
        if len(words) == 1 and words[0].endswith("s") and any(told and words[0][:-1] == full[-1] for full, told in self._people.get(words[0][:-1], ())):
            return True  # the Dardennes
        return any(len(full) > len(words) and _short_for(words, full, told) for full, told in self._people.get(words[0], ()))


def _stem(words: tuple[str, ...]) -> str:
    """Without the endings of cases and plurals: "Deutschen Filmtagen" is "Deutsche Filmtage"."""
    return " ".join(word.rstrip("nrsme") if len(word) > LONG else word for word in words)


def _without_form(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    endings = name_words()["company_ending"]
    while len(words) > 1 and words[-1] in endings:
        words = words[:-1]
        yield words


def _short_for(words: tuple[str, ...], full: tuple[str, ...], told: bool) -> bool:
    """Whether all words of a name stand in a fuller one, in order ("Ana Vale" in "Ana M. Vale Ruiz").

    A single word must stand at an edge of it, and mean somebody the text speaks of: a character may share the name of a driver."""
    if len(words) == 1:
        return told and words[0] in (full[0], full[-1])
    rest = iter(full)
    return all(word in rest for word in words)
