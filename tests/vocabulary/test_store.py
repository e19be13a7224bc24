"""Word lists that cannot be used say so at load: which file, and what to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from presskit.vocabulary import headings, roles, store


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the word lists that may be spoiled."""
    folder = tmp_path / "vocabulary"
    shutil.copytree(store.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(store, "FOLDER", folder)
    return folder


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("cast: {en: starring", "line 1"),
        ("cast:\n  en: a\n bad: b", "cast.yaml"),
        ("- starring\n- with", "a mapping"),
        ("", "a mapping"),
        ("cast:\n  en: [starring, with]", "cast: en: phrases parted by semicolons"),
        ("year: 1998", "year: phrases parted by semicolons"),
        ("no: norwegian", "put this key in quotes"),
        ("{\x00", "cast.yaml"),
    ],
)
def test_unusable_file(lists: Path, content: str, told: str) -> None:
    (lists / "cast.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(store.WordListError, match=r"cast\.yaml") as raised:
        store.read("cast")
    assert told in str(raised.value)


def test_missing_file(lists: Path) -> None:
    (lists / "cast.yaml").unlink()
    with pytest.raises(store.WordListError, match=r"cast\.yaml"):
        store.read("cast")


def _add(file: Path, line: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")


def test_unknown_role(lists: Path) -> None:
    _add(lists / "roles" / "it.yaml", "ferryman: traghettatore")
    with pytest.raises(store.WordListError, match=r"roles/it\.yaml: no such role: ferryman"):
        roles.load()


@pytest.mark.parametrize(("language", "phrase"), [("en", "Ferry keeper"), ("fr", "Préposée au bac")])
def test_one_phrase_under_two_roles(lists: Path, language: str, phrase: str) -> None:
    _add(lists / "roles" / f"{language}.yaml", f"sound+driver: {phrase}\nmusic+driver: {phrase}")
    with pytest.raises(store.WordListError, match=rf"{phrase} stands under sound\+driver and music\+driver"):
        roles.load()


def test_unknown_kind_of_section(lists: Path) -> None:
    _add(lists / "headings" / "pt.yaml", 'recipes:\n  "": Receitas')
    with pytest.raises(store.WordListError, match=r"headings/pt\.yaml: no such kind of section: recipes"):
        headings.load(
            roles.load(),
            dict.fromkeys(
                ("name_particles", "conjunctions", "function_words", "articles", "company_suffixes", "heading_tails"), frozenset()
            ),
        )


def test_phrases() -> None:
    assert list(store.phrases(" Starring; ;With the voices of ;")) == ["Starring", "With the voices of"]
    assert list(store.phrases(None)) == []
