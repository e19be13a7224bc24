"""What the words of a name say about it: the lists of the vocabulary, ready to be asked word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from presskit.vocabulary import fold, store


@dataclass(frozen=True, slots=True)
class WordList:
    """Folded words and phrases, and the beginnings and endings that stand for many ("*akademie")."""

    phrases: frozenset[str]
    starts: tuple[str, ...]
    ends: tuple[str, ...]

    def __contains__(self, folded: str) -> bool:
        if folded in self.phrases:
            return True
        return bool((self.starts and folded.startswith(self.starts)) or (self.ends and folded.endswith(self.ends)))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Folded names of several words, and for each first word how many words the names have that begin so, the longest first."""

    names: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]

    def __contains__(self, folded: str) -> bool:
        return folded in self.names


@dataclass(frozen=True, slots=True)
class NameWords:
    lists: Mapping[str, WordList]
    small: Mapping[str, frozenset[str]]
    """The commonest words of each language."""
    places: Phrases
    festivals: Phrases
    """Festivals, givers of prizes, broadcasters and the like that are known by name alone, without any word that says so."""

    def __getitem__(self, name: str) -> WordList:
        return self.lists[name]


@cache
def name_words() -> NameWords:
    known = store.read("names")
    lists = {name: _list(phrase for _, phrase in store.by_language(entry)) for name, entry in known.items()}
    small = {language: frozenset(map(fold, store.phrases(line))) for language, line in known["small_word"].items()}
    prizes = store.read("festivals")
    lists["award"] = _list(phrase for name in ("award", "award_start") for _, phrase in store.by_language(prizes[name]))
    lists["guild"] = _list(phrase for _, phrase in store.by_language(store.read("parties")["guilds"]))
    lists["festival"] = _list(phrase for _, phrase in store.by_language(prizes["festival"]))
    festivals = {fold(phrase) for name in ("festival_name", "giver") for _, phrase in store.by_language(prizes[name])}
    festivals |= lists["well_known"].phrases
    places = {fold(phrase) for entry in store.read("places").values() for _, phrase in store.by_language(entry)}
    countries = {fold(phrase) for entry in store.read("countries").values() for _, phrase in store.by_language(entry)}
    return NameWords(lists, small, _phrases(places | countries), _phrases(festivals - places))


def _phrases(names: Iterable[str]) -> Phrases:
    lengths: dict[str, set[int]] = {}
    for name in names:
        words = name.replace(".", "").split()
        lengths.setdefault(words[0], set()).add(len(words))
    return Phrases(
        frozenset(name.replace(".", "") for name in names), {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
    )


def _list(phrases: Iterable[str]) -> WordList:
    known = list(phrases)
    return WordList(
        frozenset(fold(phrase) for phrase in known if "*" not in phrase),
        tuple(sorted(fold(phrase[:-1]) for phrase in known if phrase.endswith("*"))),
        tuple(sorted(fold(phrase[1:]) for phrase in known if phrase.startswith("*"))),
    )
