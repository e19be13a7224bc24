"""Which names are only shorter or inflected forms of fuller ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presskit.mentions.findings import ORG, PERSON
from presskit.mentions.wordlists import name_words

Key = tuple[str, ...]
LONG = 5
"""Letters up to which a word keeps its ending: short ones would fall together."""


class FullerForms:
    """The fuller forms that shorter ones are left out for: people by any of their names, firms without their legal form."""

    def __init__(self, names: Iterable[tuple[Key, str, bool, bool]]) -> None:
        """`names` are folded words, label, whether the text speaks of them, and whether lists state them (those come first)."""
        self._people: dict[str, list[tuple[Key, bool]]] = {}
        self._parts: set[Key] = set()
        self._stems: dict[str, Key] = {}
        for words, label, told, _ in sorted(names, key=lambda name: not name[3]):
            if label == PERSON:
                for word in words:
                    self._people.setdefault(word, []).append((words, told))
            elif label == ORG:
                self._parts.update(_without_form(words))
                self._parts.update(words[n:] for n in range(1, len(words) - 1))
                self._stems.setdefault(_stem(words), words)

    def of_firm(self, words: Key) -> bool:
        """Kino Vale for Kino Vale Inc., the plural or case of a name, the tail of a longer one."""
        return words in self._parts or self._stems.get(_stem(words), words) != words

    def of_person(self, words: Key) -> bool:
        """Vale, Ana Vale or the Vales, where the text speaks of Ana M. Vale."""
        if not words:
            return False
        if len(words) == 1 and words[0].endswith("s"):
            family = self._people.get(words[0][:-1], ())
            if any(told and words[0][:-1] == full[-1] for full, told in family):
                return True
        # All its words stand in the fuller name, so the rarest is enough to look under: a first name may be that of thousands.
        fuller = min((self._people.get(word, []) for word in words), key=len)
        return any(len(full) > len(words) and _short_for(words, full, told) for full, told in fuller)


def _stem(words: Key) -> str:
    """Without the endings of cases and plurals: "Deutschen Filmtagen" is "Deutsche Filmtage"."""
    return " ".join(word.rstrip("nrsme") if len(word) > LONG else word for word in words)


def _without_form(words: Key) -> Iterator[Key]:
    endings = name_words()["company_ending"]
    while len(words) > 1 and words[-1] in endings:
        words = words[:-1]
        yield words


def _short_for(words: Key, full: Key, told: bool) -> bool:
    """Whether all words of a name stand in a fuller one, in order ("Ana Vale" in "Ana M. Vale Ruiz").

    A single word must stand at an edge of it, and mean somebody the text speaks of: a character may share the name of a driver.
    """
    if len(words) == 1:
        return told and words[0] in (full[0], full[-1])
    rest = iter(full)
    return all(word in rest for word in words)
