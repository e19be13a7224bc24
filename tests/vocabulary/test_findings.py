"""Whatever finds a value can say in plain words how."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from presskit.vocabulary import store
from presskit.vocabulary.findings import because

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "pipeline" / "presskit"
NAMED = re.compile(r'"((?:[a-z_]+):[a-z_-]+)"')


def written() -> Iterator[str]:
    """Every `family:way` that stands in the code of those who make claims."""
    families = store.read("findings")
    for room in ("extractors", "mentions"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            yield from (name for name in NAMED.findall(path.read_text(encoding="utf-8")) if name.partition(":")[0] in families)


def seen() -> Iterator[str]:
    for path in sorted((ROOT / "samples").glob("*/approved.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield from (entry["found_by"] for entry in record["evidence"].values())


@pytest.mark.parametrize("found_by", sorted({*written(), *seen()}))
def test_every_way_of_finding_is_put_into_words(found_by: str) -> None:
    assert because(found_by, "editor")


@pytest.mark.parametrize(
    ("found_by", "role", "expected"),
    [
        ("credits:dash", "art_director", "a label that means art director, then a dash and a name"),
        ("credits:dash", "other", "a label, then a dash and a name"),
        ("credits:unheard-of", "editor", "a line of the credits"),
        ("sections", "", "headings, layout and words tell what kind of part this is"),
        ("recipes:cake", "", ""),
    ],
)
def test_reasons_in_words(found_by: str, role: str, expected: str) -> None:
    assert because(found_by, role) == expected


def test_no_phrase_is_left_with_a_gap() -> None:
    for family, ways in store.read("findings").items():
        for way in ways:
            for role in ("editor", "other", ""):
                assert "{" not in because(f"{family}:{way}", role)
