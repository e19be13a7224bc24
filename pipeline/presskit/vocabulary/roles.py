"""Printed credit labels and the canonical roles they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.vocabulary import store
from presskit.vocabulary.folding import cased, fold
from presskit.vocabulary.stems import SHORTEST, neutral, stem

PARTS = re.compile(r"\s*(?:[&/+,;|]|(?<= )(?:and|et|und|sowie|y|e|ed|i|en)(?= ))\s*")
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*")
LONGEST = 120
MOST_PARTS = 8

Meanings = Mapping[str, Mapping[str, tuple[str, ...]]]
"""key -> language -> roles, languages in the order of `store.LANGUAGES`."""


@dataclass(frozen=True, slots=True)
class Roles:
    """`accented` tells régie from regie; `plain` is folded; `stems` forgives gender and number."""

    canonical: tuple[str, ...]
    accented: Meanings
    plain: Meanings
    stems: Meanings
    by: frozenset[str]
    qualifiers: frozenset[str]
    assistants: frozenset[str]
    articles: frozenset[str]
    given_names: frozenset[str]

    def of(self, label: str, language: str = "") -> tuple[str, ...]:
        if not label or len(label) > LONGEST:
            return ()
        return self._whole(label, language) or self._parts(label, language)

    def languages(self, label: str) -> tuple[str, ...]:
        """The languages that have this very label; with accents where it is printed with any."""
        return tuple(self.accented.get(cased(label)) or self.plain.get(fold(label)) or ())

    def _whole(self, label: str, language: str) -> tuple[str, ...]:
        found = _choose(self.accented.get(cased(label)), language) or self._plain(fold(label), language)
        if found or ("(" not in label and "[" not in label):
            return found
        return self._plain(fold(BRACKETS.sub(" ", label)), language)

    def _plain(self, folded: str, language: str) -> tuple[str, ...]:
        for key in dict.fromkeys((folded, neutral(folded), self._bare(neutral(folded)))):
            found = _choose(self.plain.get(key), language) or self._inflected(key, language)
            if found:
                return found
        return self._qualified(self._bare(neutral(folded)), language)

    def _inflected(self, key: str, language: str) -> tuple[str, ...]:
        """By the stem; a short one is none: «sal» is not «sales», «cines» is not «cin.»; and a name is none: «Guido» is not «guide»."""
        if key in self.given_names:
            return ()
        found = stem(key)
        long = max(map(len, key.split()), default=0) >= SHORTEST and max(map(len, found.split()), default=0) >= SHORTEST - 1
        return _choose(self.stems.get(found), language) if long else ()

    def _bare(self, folded: str) -> str:
        words = folded.split()
        while len(words) > 1 and words[-1] in self.by:
            words.pop()
        while len(words) > 1 and words[0] in self.articles:
            words.pop(0)
        return " ".join(words)

    def _qualified(self, folded: str, language: str) -> tuple[str, ...]:
        """A chief or additional gaffer is a gaffer; an assistant of somebody is not that somebody."""
        words = folded.split()
        if len(words) < 2:
            return ()
        helper = self.assistants.intersection(words)
        rest = [word for word in words if word not in self.qualifiers and word not in self.assistants]
        if not rest or len(rest) == len(words):
            return ()
        key = self._bare(" ".join(rest))
        found = _choose(self.plain.get(key), language) or self._inflected(key, language)
        return ("other",) if found and helper else found

    def _parts(self, label: str, language: str) -> tuple[str, ...]:
        pieces = [piece for piece in PARTS.split(cased(label)) if piece]
        if not 2 <= len(pieces) <= MOST_PARTS:
            return ()
        each = [self._part(piece, pieces, language) for piece in pieces]
        return tuple(dict.fromkeys(role for roles in each for role in roles)) if all(each) else ()

    def _part(self, piece: str, pieces: Sequence[str], language: str) -> tuple[str, ...]:
        if not piece.endswith("-"):
            found = self._whole(piece, language)
            if found:
                return found
        return next((found for key in _completed(piece, pieces) if (found := self._whole(key, language))), ())


def _choose(meanings: Mapping[str, tuple[str, ...]] | None, language: str) -> tuple[str, ...]:
    if not meanings:
        return ()
    return meanings.get(language) or next(iter(meanings.values()))


def _completed(piece: str, pieces: Sequence[str]) -> Iterator[str]:
    """What a part may be short for: «Kostüm- & Maskenbild», «line and executive producer»."""
    last, first = pieces[-1], pieces[0]
    if piece.endswith("-"):
        yield from (piece[:-1] + last[at:] for at in range(1, len(last) - 2))
        return
    tail = last.split()
    yield from (f"{piece} {' '.join(tail[at:])}" for at in range(1, len(tail)))
    head = first.split()
    yield from (f"{' '.join(head[:at])} {piece}" for at in range(len(head) - 1, 0, -1))


Entered = dict[str, dict[str, tuple[str, ...]]]


def load() -> Roles:
    shared = store.read("roles")
    canonical = tuple(shared["canonical"].split())
    listed = [(language, roles, phrase) for language in store.LANGUAGES for roles, phrase in _listed(language, frozenset(canonical))]
    accented: Entered = {}
    plain: Entered = {}
    stems: Entered = {}
    bare = [entry for entry in listed if entry[2].isascii()]
    spelled = [entry for entry in listed if not entry[2].isascii()]
    for entry in spelled:
        _enter(accented, cased(entry[2]), entry)
    for entry in bare:
        _enter(plain, fold(entry[2]), entry)
    for language, roles, phrase in spelled:  # a word without accents is first of all one that has none: «Regie» is German
        plain.setdefault(fold(phrase), {}).setdefault(language, roles)
    for key, meanings in plain.items():
        known = stems.setdefault(stem(key), {})
        for language, roles in meanings.items():
            known.setdefault(language, roles)
    words = {name: _folded(shared[name]) for name in ("by", "qualifiers", "assistants", "articles")}
    names = frozenset(fold(name) for _, name in store.by_language(store.read("names")["given_name"]))
    return Roles(canonical, accented, plain, stems, **words, given_names=names)


def _enter(known: Entered, key: str, entry: tuple[str, tuple[str, ...], str]) -> None:
    language, roles, phrase = entry
    if known.setdefault(key, {}).setdefault(language, roles) != roles:
        raise store.WordListError(f"roles/{language}", f"{phrase} stands under {'+'.join(known[key][language])} and {'+'.join(roles)}")


def _listed(language: str, canonical: frozenset[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """(roles, phrase) of one language's file. A key of two roles is for labels that name both."""
    for key, line in store.read(f"roles/{language}").items():
        roles = tuple(key.split("+"))
        if not canonical.issuperset(roles):
            raise store.WordListError(f"roles/{language}", f"no such role: {', '.join(sorted(set(roles) - canonical))}")
        yield from ((roles, phrase) for phrase in store.phrases(line))


def _folded(line: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in store.phrases(line))
