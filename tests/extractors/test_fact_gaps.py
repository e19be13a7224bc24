"""A label with something unreadable behind it is reported; a function's label and a value that was read are not."""

from __future__ import annotations

import pytest

from presskit.extractors.fact_gaps import not_understood
from sketch import reading


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Year: soon\nCountry: Portugal", ["/film/year"]),
        ("Running time: feature length", ["/film/runtime_minutes"]),
        ("Pays : à confirmer\nAnnée : 2031", ["/film/countries"]),
        ("Running time: 80 minutes\nYear: 2031", []),
        ("Sound: Tom Vale\nDialogue: Ana Reis", []),
    ],
)
def test_labels_without_a_value(text: str, fields: list[str]) -> None:
    assert [issue.pointer for issue in not_understood(reading(("technical", None, text)))] == fields
