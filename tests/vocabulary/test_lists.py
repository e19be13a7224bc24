"""The word lists themselves: nothing said twice, nothing forgotten in one language, codes that exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.model import SectionKind
from presskit.vocabulary import fold, store, vocabulary
from presskit.vocabulary.folding import cased
from presskit.vocabulary.lexicon import FORMS

FILES = sorted(str(file.relative_to(store.FOLDER).with_suffix("")) for file in store.FOLDER.rglob("*.yaml"))
LABELS = ("facts", "companies", "cast")
LOOKED_UP = {*LABELS, "countries", "languages", "nationalities", "forms", *(name for name in FILES if "/" in name)}
"""Lists that are looked up without case or outer punctuation. In the others «d'» and «d» may be two words."""


def _lists(entry: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(entry, dict):
        for key, inner in entry.items():
            yield from _lists(inner, f"{place}{key}/")
    else:
        yield place, list(store.phrases(entry))


@pytest.mark.parametrize("name", FILES)
def test_no_phrase_twice_in_a_list(name: str) -> None:
    key: Callable[[str], str] = cased if name in LOOKED_UP else str
    twice = {
        place: [phrase for phrase, times in Counter(map(key, found)).items() if times > 1] for place, found in _lists(store.read(name))
    }
    assert {place: found for place, found in twice.items() if found} == {}


@pytest.mark.parametrize("name", FILES)
def test_no_key_twice(name: str) -> None:
    text = (store.FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert [found for node in _mappings(yaml.compose(text, store.Loader)) for found in _repeated(node)] == []


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, inner in node.value:
            yield from _mappings(inner)


def _repeated(node: yaml.MappingNode) -> list[str]:
    return [key for key, times in Counter(key.value for key, _ in node.value).items() if times > 1]


@pytest.mark.parametrize("name", sorted(LOOKED_UP))
def test_every_phrase_has_letters(name: str) -> None:
    assert [phrase for _, found in _lists(store.read(name)) for phrase in found if not fold(phrase)] == []


@pytest.mark.parametrize("language", store.LANGUAGES)
def test_every_role_has_words(language: str) -> None:
    worded = {role for key, line in store.read(f"roles/{language}").items() if line for role in key.split("+")}
    assert set(vocabulary().canonical_roles) - worded == set()


@pytest.mark.parametrize("language", store.LANGUAGES)
def test_every_role_label_is_found_in_its_language(language: str) -> None:
    known = vocabulary()
    entries = [(tuple(key.split("+")), phrase) for key, line in store.read(f"roles/{language}").items() for phrase in store.phrases(line)]
    accents_decide = {fold(phrase) for _, phrase in entries if not phrase.isascii()}
    lost = [phrase for roles, phrase in entries if known.roles(phrase, language) != roles and fold(phrase) not in accents_decide]
    assert lost == []


@pytest.mark.parametrize("language", store.LANGUAGES)
def test_every_kind_has_headings(language: str) -> None:
    worded = {kind for kind, topics in store.read(f"headings/{language}").items() if kind != "owners" and any(topics.values())}
    assert {kind.value for kind in SectionKind} - worded <= {"other"}


@pytest.mark.parametrize("name", LABELS)
def test_every_label_has_words_in_all_languages(name: str) -> None:
    lists = {meaning: entry for meaning, entry in store.read(name).items() if isinstance(entry, dict)}
    assert {meaning: missing for meaning, entry in lists.items() if (missing := set(store.LANGUAGES) - set(entry))} == {}


@pytest.mark.parametrize("name", LABELS)
def test_no_label_means_two_things_in_one_language(name: str) -> None:
    meant: dict[tuple[str, str], set[str]] = {}
    for meaning, entry in store.read(name).items():
        for language, phrase in store.by_language(entry):
            meant.setdefault((language, cased(phrase.lstrip("="))), set()).add(meaning)
    assert {place: meanings for place, meanings in meant.items() if len(meanings) > 1} == {}


@pytest.mark.parametrize(("name", "code"), [("countries", r"[A-Z]{2}"), ("nationalities", r"[A-Z]{2}"), ("languages", r"[a-z]{2,3}")])
def test_codes(name: str, code: str) -> None:
    assert [key for key in store.read(name) if not re.fullmatch(code, key)] == []


def test_an_adjective_belongs_to_a_country() -> None:
    assert set(store.read("nationalities")) - set(store.read("countries")) == set()


def test_forms_are_known() -> None:
    assert {form for key in store.read("forms") for form in key.split("+")} <= set(FORMS)


def test_only_yaml_and_code_here() -> None:
    assert {file.suffix for file in Path(store.FOLDER).rglob("*") if file.is_file() and file.parent.name != "__pycache__"} == {
        ".yaml",
        ".py",
    }
