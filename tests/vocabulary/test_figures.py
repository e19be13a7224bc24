"""Headings that name a part and its actor."""

from __future__ import annotations

import pytest

from presskit.vocabulary.figures import sides


@pytest.mark.parametrize(
    ("text", "first", "second", "by"),
    [
        ("Captain Ebb [Piers Hallow]", "Captain Ebb", "Piers Hallow", False),
        ("Amparo, interpretada por Rocío Valdés", "Amparo", "Rocío Valdés", True),
        ("Die Wirtin – gespielt von Ulla Thamm", "Die Wirtin", "Ulla Thamm", True),
        ("Solange (jouée par Ada Morel)", "Solange", "Ada Morel", True),
    ],
)
def test_both_names(text: str, first: str, second: str, by: bool) -> None:
    found = sides(text)
    assert found is not None
    assert (text[slice(*found.first)], text[slice(*found.second)], found.by) == (first, second, by)


@pytest.mark.parametrize("text", ["Played by the sea", "Salt on the Stairs (2014)", "Mara Tolland"])
def test_other_lines(text: str) -> None:
    assert sides(text) is None
