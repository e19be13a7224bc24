"""Statements: the text without its signature, and who signed it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.extractors.statements import statements
from presskit.model import Claim, Reading
from presskit.record import Statement
from sketch import reading

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "statements" / "all.yaml").read_text(encoding="utf-8"))


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    beside = ((part["kind"], part["heading"], part["text"]) for part in case.get("beside", []))
    kit = reading(("statement", case["heading"], case["text"]), *beside)
    return kit, list(statements(kit))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_who_says_what(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    assert len(claims) == ("ends" in case)
    for claim in claims:
        assert isinstance(claim.value, Statement)
        assert claim.value.person == case["person"]
        assert claim.value.text.endswith(case["ends"])
        assert supported(kit, claim)


def test_a_byline_is_no_part_of_the_text() -> None:
    _, claims = _found(next(case for case in CASES if case["name"].startswith("a byline")))
    assert isinstance(claims[0].value, Statement)
    assert claims[0].value.text.startswith("Als Kind")
