"""Footnote bodies in a whole document: what is one, what it refers to, and what only looks like one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.model import Note
from presskit.sections.notes import find_notes
from sketch import document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "notes" / "all.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_bodies(case: dict[str, Any]) -> None:
    kit = document(case["text"])
    found = find_notes(kit)
    assert [[note.marker.text, note.body.text] for note in found.notes] == [[marker, body] for marker, body, _ in case["notes"]]
    assert [len(block) for block in found.blocks] == ([case["block"]] if "block" in case else [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_references(case: dict[str, Any]) -> None:
    kit = document(case["text"])
    for note, (marker, _, around) in zip(find_notes(kit).notes, case["notes"], strict=True):
        assert (note.reference is None) == (around is None)
        if note.reference and around:
            assert _stands_in(kit.text, note, around)
            assert note.reference.text == marker


def _stands_in(text: str, note: Note, around: str) -> bool:
    assert note.reference
    at = text.find(around)
    return at <= note.reference.spans[0].start < at + len(around)


def test_a_body_is_read_from_its_own_words() -> None:
    kit = document("The bell (1) is gone.\n\n(1) It was sold\nto a circus.\n")
    note = find_notes(kit).notes[0]
    assert kit.read(note.body.spans) == note.body.text == "It was sold to a circus."
    assert find_notes(kit).lines == {1, 2}


@pytest.mark.parametrize(
    "text", ["(1) " * 20_000, "*" * 50_000, "a* " * 20_000 + "\n* b", "1" * 50_000, "(1)\n" * 5_000, "* a\n\n" * 5_000]
)
def test_long_lines_do_no_harm(text: str) -> None:
    assert len(find_notes(document(text)).notes) <= 1
