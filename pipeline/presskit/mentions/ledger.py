"""The names of all paragraphs put together: one entry per spelling, its label by weight of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from presskit.mentions.findings import LABELS, ORG, PERSON, PLACE, WORK, Finding
from presskit.mentions.fullest import FullerForms
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
    def vouched(self) -> bool:
        """Whether more than a model says what it is."""
        return any(label == self.label and by != "model" for by, label in self.seen)

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
        forms = FullerForms((name_key(name.quote.text), name.label, name.told, name.stated) for name in worthy)
        return (name for name in worthy if not _covered(name, forms))


def _covered(name: Name, forms: FullerForms) -> bool:
    """Whether a fuller form of the name is there. Titles and places have none; what the credits state as one word stays."""
    words = name_key(name.quote.text)
    if name.stated and (len(words) == 1 or name.label != PERSON):
        return False
    if name.label == ORG and forms.of_firm(words):
        return True
    if name.label == WORK or (name.label == PLACE and name.weight >= LISTED):
        return False
    return (len(words) == 1 or name.label == PERSON) and forms.of_person(words)


def _worthy(key: str, name: Name, small: frozenset[str]) -> bool:
    """Whether there is evidence enough, and nothing speaks against its being a name."""
    words = key.split()
    if len(words) == 1 and "-" in name.quote.text and not name.quote.text.rpartition("-")[2][:1].isupper():  # "Oscar-nominated"
        return False
    if len(key) < 2 or name.weight < ENOUGH[name.label] or _speaks_against(words, name):
        return False
    if name.label == PLACE and not name.vouched and (name.quote.text.isupper() or len(key) < 3):  # "CA", a title in capitals
        return False
    if name.label == ORG and not name.vouched:
        return key not in small and 1 < len(name.quote.text) <= ACRONYM and name.quote.text.isupper()
    if len(words) > 1 or name.label == WORK:
        return True
    if name.label == ORG and len(name.quote.text) <= ACRONYM and name.quote.text.isupper():
        return True
    faint = name.always_opens and name.weight < LISTED and key not in name_words()["given_name"]
    return key not in small and not (name.label in (ORG, PERSON) and faint)


def _speaks_against(words: Sequence[str], name: Name) -> bool:
    """Categories of prizes ("Best …", "Mention …"), sentence openers, peoples, days and points of the compass."""
    lists = name_words()
    prize = words[0] in lists["award"] and "-" not in words[0] and words[0] not in lists["given_name"]
    if prize and name.label != PLACE and name.weight < CLEAR:
        return True
    empty = words[0] in lists["best"] or all(word in lists["opener"] or word in lists["generic"] for word in words)
    if empty and name.label in (ORG, WORK):
        return True
    return all(word in lists["no_name"] or word in lists["no_place"] for word in words)
