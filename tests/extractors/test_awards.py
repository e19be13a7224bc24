"""Awards: lists, laurels, tables and prose in six languages; cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.extractors.awards import awards
from presskit.model import Claim, Reading
from presskit.record import Award
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "awards"
ALWAYS = ("festival", "year", "award", "result", "film")


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    kit = reading(
        ("front", None, "THE KIT'S OWN FILM\n\nPRESS KIT"),
        (case.get("section", "awards"), case.get("heading"), case["text"]),
        *((part["kind"], part.get("heading"), part["text"]) for part in case.get("beside", [])),
    )
    return kit, list(awards(kit))


@pytest.mark.parametrize("case", _cases())
def test_rows(case: dict[str, Any]) -> None:
    _, claims = _found(case)
    told = ("section", *ALWAYS) if any("section" in row for row in case["rows"]) else ALWAYS
    found = [{name: value for name in told if (value := getattr(_award(claim), name)) is not None} for claim in claims]
    assert found == case["rows"]


@pytest.mark.parametrize("case", _cases())
def test_every_word_can_be_found_again(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    assert all(supported(kit, claim) for claim in claims)


def _award(claim: Claim) -> Award:
    assert isinstance(claim.value, Award)
    return claim.value
