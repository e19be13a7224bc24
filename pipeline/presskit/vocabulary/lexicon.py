"""The whole vocabulary behind one door, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from presskit.vocabulary import headings, labels, roles, store
from presskit.vocabulary.folding import fold
from presskit.vocabulary.headings import Headings, HeadingSense
from presskit.vocabulary.labels import Label, Table
from presskit.vocabulary.roles import Roles

ASKED = 50_000
"""Answers kept: a kit asks for the same lines again and again."""
LONGEST_FORM = 10
"""Words of the longest phrase that is looked through for forms: «largometraje documental de animación para televisión»."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of the trade mean, in all languages at once."""

    _headings: Headings
    _roles: Roles
    _companies: Table
    _cast: Table
    _facts: Table
    _countries: Mapping[str, str]
    _languages: Mapping[str, str]
    _forms: Mapping[str, tuple[str, ...]]
    _words: Mapping[str, frozenset[str]]
    _words_by_language: Mapping[str, Mapping[str, frozenset[str]]]
    months: Mapping[str, int]
    seasons: Mapping[str, int]

    @property
    def canonical_roles(self) -> tuple[str, ...]:
        return self._roles.canonical

    def headings(self, phrase: str) -> tuple[HeadingSense, ...]:
        """The senses of a whole line as a heading, best first."""
        return _senses(phrase)

    def roles(self, label: str, language: str = "") -> tuple[str, ...]:
        """Canonical roles of a whole label. `language` decides between false friends (FR régie, DE Regie)."""
        return _roles_of(label, language)

    def leading_label(self, text: str, language: str = "") -> Label | None:
        """The longest label that `text` begins with."""
        return _leading(text[: labels.REACH], language)

    def _longest_label(self, text: str, language: str) -> Label | None:
        for end in labels.word_ends(text):
            prefix = text[:end]
            found = Label(end, self.roles(prefix, language), self._companies.opening(text, end), self._cast.opening(text, end) is not None)
            if found.roles or found.company or found.cast:
                return found
        return None

    def company_role(self, label: str) -> str | None:
        return self._companies.find(label)

    def is_cast_label(self, label: str) -> bool:
        return self._cast.find(label) is not None

    def facts(self, label: str) -> str | None:
        """The technical fact that a label announces."""
        return self._facts.find(label)

    def country(self, text: str) -> str | None:
        return self._countries.get(fold(text))

    def language(self, text: str) -> str | None:
        return self._languages.get(fold(text))

    def form(self, text: str) -> tuple[str, ...]:
        """The forms that a short phrase names, leftmost and longest first."""
        whole = self._forms.get(fold(text))
        if whole:
            return whole
        words = [fold(word) for word in text.replace("-", " ").split()]
        if len(words) > LONGEST_FORM:
            return ()
        return tuple(dict.fromkeys(form for found in _scan(words, self._forms) for form in found))

    def words(self, name: str) -> frozenset[str]:
        """A word list of words.yaml, all languages; folded, and with accents where they differ. Unknown names fail."""
        return self._words[name]

    def words_by_language(self, name: str) -> Mapping[str, frozenset[str]]:
        return self._words_by_language[name]


@lru_cache(maxsize=ASKED)
def _senses(phrase: str) -> tuple[HeadingSense, ...]:
    return vocabulary()._headings.senses(phrase)


@lru_cache(maxsize=ASKED)
def _roles_of(label: str, language: str) -> tuple[str, ...]:
    return vocabulary()._roles.of(label, language)


@lru_cache(maxsize=ASKED)
def _leading(text: str, language: str) -> Label | None:
    return vocabulary()._longest_label(text, language)


def _scan(words: list[str], known: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        length = next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in known), 0)
        if length:
            found.append(known[" ".join(words[at : at + length])])
        at += length or 1
    return found


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary; reading it takes about a fifth of a second, once."""
    known_words = store.read("words")
    by_language = {name: _word_lists(entry) for name, entry in known_words.items()}
    words = {name: frozenset().union(*lists.values()) for name, lists in by_language.items()}
    known_roles = roles.load()
    dates = store.read("dates")
    return Vocabulary(
        headings.load(known_roles, words),
        known_roles,
        labels.table("companies", words["articles"]),
        labels.table("cast", words["articles"]),
        labels.table("facts", words["articles"]),
        _codes("countries"),
        _codes("languages"),
        {phrase: tuple(form.split("+")) for phrase, form in _codes("forms").items()},
        words,
        by_language,
        months=_numbers(dates["months"]),
        seasons=_numbers(dates["seasons"]),
    )


def _word_lists(entry: Mapping[str, str] | str) -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for language, phrase in store.by_language(entry):
        lists.setdefault(language, set()).update((fold(phrase), phrase.casefold()))
    return {language: frozenset(found) for language, found in lists.items()}


def _codes(name: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for code, entry in store.read(name).items():
        for _, phrase in store.by_language(entry):
            known.setdefault(fold(phrase), str(code))
    return known


def _numbers(entry: Mapping[int, str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for number, line in entry.items():
        for phrase in store.phrases(line):
            known.setdefault(fold(phrase), number)
            known.setdefault(phrase.casefold(), number)
    return known
