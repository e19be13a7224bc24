"""The whole vocabulary behind one door, loaded once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from presskit.vocabulary import headings, labels, roles, store
from presskit.vocabulary.folding import cased, fold
from presskit.vocabulary.headings import Headings, HeadingSense
from presskit.vocabulary.labels import Label, Table
from presskit.vocabulary.roles import Roles

ASKED = 50_000
"""Answers kept: a kit asks for the same lines again and again."""
FORMS = ("feature", "short", "documentary", "animation", "fiction", "experimental", "series", "television")
LONGEST_FORM = 10
"""Words of the longest phrase that is looked through for forms: «largometraje documental de animación para televisión»."""
SHORT = 3
"""Letters up to which a country's name is an abbreviation."""
JOINED = re.compile(r"\s*[/|&]\s*")
GERMAN = re.compile(r"([^\W\d_]{2,20}sch)e[nrms]?")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of the trade mean, in all languages at once."""

    _headings: Headings
    _roles: Roles
    _companies: Table
    _cast: Table
    _facts: Table
    _countries: Mapping[str, str]
    _nationalities: Mapping[str, str]
    _languages: Mapping[str, str]
    _forms: Mapping[str, tuple[str, ...]]
    _forms_inside: Mapping[str, tuple[str, ...]]
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

    def role_languages(self, label: str) -> tuple[str, ...]:
        """The languages in which a credit label is written like this."""
        return self._roles.languages(label)

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
        """The technical fact that a label announces; of «Duración / Running time» and «Format & ratio» the first part's."""
        found = self._facts.find(label)
        if found or not JOINED.search(label):
            return found
        each = [self._facts.find(part) for part in JOINED.split(label, 3)]
        return each[0] if all(each) else None

    def country(self, text: str) -> str | None:
        """ISO 3166-1 alpha-2 of a country's name; short ones count in capitals only: US is a country, «us» is not."""
        folded = fold(text)
        return self._countries.get(folded) if len(folded) > SHORT or text.isupper() else None

    def nationality(self, text: str) -> str | None:
        """The country of an adjective («française», «schwedischer»). Not part of `country`: «a French director» is no place."""
        return _inflected(self._nationalities, cased(text))

    def language(self, text: str) -> str | None:
        """ISO 639 of a language's name or adjective."""
        return _inflected(self._languages, fold(text))

    def form(self, text: str) -> tuple[str, ...]:
        """The forms that a short phrase names, length before kind."""
        words = text.replace("-", " ").split()
        if len(words) > LONGEST_FORM:
            return ()
        whole = self._forms.get(fold(text))
        if whole:
            return _ordered(whole)
        return _ordered(form for found in _scan([fold(word) for word in words], self._forms_inside) for form in found)

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


def _ordered(forms: Iterable[str]) -> tuple[str, ...]:
    found = set(forms)
    return tuple(form for form in FORMS if form in found)


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
    dates, forms = store.read("dates"), _codes("forms")
    return Vocabulary(
        headings.load(known_roles, words),
        known_roles,
        labels.table("companies", words["articles"]),
        labels.table("cast", words["articles"]),
        labels.table("facts", words["articles"]),
        _codes("countries"),
        _codes("nationalities", cased),
        _codes("languages"),
        {phrase.lstrip(labels.ALONE): tuple(form.split("+")) for phrase, form in forms.items()},
        {phrase: tuple(form.split("+")) for phrase, form in forms.items() if not phrase.startswith(labels.ALONE)},
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


def _codes(name: str, spelled: Callable[[str], str] = fold) -> dict[str, str]:
    known: dict[str, str] = {}
    for code, entry in store.read(name).items():
        for _, phrase in store.by_language(entry):
            known.setdefault(spelled(phrase), str(code))
    return known


def _inflected(known: Mapping[str, str], word: str) -> str | None:
    """German adjectives take endings: «mit englischen Untertiteln»."""
    found = GERMAN.fullmatch(word)
    return known.get(word) or (known.get(found.group(1)) if found else None)


def _numbers(entry: Mapping[int, str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for number, line in entry.items():
        for phrase in store.phrases(line):
            known.setdefault(fold(phrase), number)
            known.setdefault(phrase.casefold(), number)
    return known
