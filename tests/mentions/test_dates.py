"""Dates of running text in six languages; cases are data: a text and what its dates mean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.assemble import supported
from presskit.mentions.dates import dates
from presskit.mentions.grammar import date_phrases
from presskit.mentions.relative import with_years
from presskit.record import Date
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "dates"
WORDS = (
    "from",
    "to",
    "between",
    "and",
    "1998",
    "12",
    "29",
    "1994",
    "since",
    "February",
    "May",
    "spring",
    "of",
    "the",
    "80",
    "s",
    "c",
    ".",
    "early",
    "-",
    "/",
    "década",
    "Jahre",
    "'",
    "2000",
    "1er",
)


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


@pytest.mark.parametrize("case", _cases())
def test_dates(case: dict[str, Any]) -> None:
    kit = replace(reading((case.get("section", "synopsis"), None, case["text"])), languages=(case.get("language", "en"),))
    claims = list(dates(kit))
    values = [claim.value for claim in claims]
    assert {value.text: value.edtf for value in values if isinstance(value, Date)} == case.get("dates", {})
    assert all(supported(kit, claim) for claim in claims)


@settings(deadline=None)  # the first call reads the vocabulary
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from((" ", "")))
def test_any_words_give_valid_edtf(words: list[str], gap: str) -> None:
    text = gap.join(words)
    for phrase in with_years(list(date_phrases(text))):
        assert 0 <= phrase.start < phrase.end <= len(text)
        parse_edtf(phrase.when.edtf)


@pytest.mark.parametrize("piece", ["1", "1998 ", "from ", "1998-", "années ", "12/", "early of the "])
def test_long_hostile_lines_are_read_in_one_pass(piece: str) -> None:
    assert sum(1 for _ in date_phrases(piece * 20_000)) >= 0
