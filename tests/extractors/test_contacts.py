"""Address blocks in six languages, side by side or one below another; cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.extractors.contacts import contacts
from presskit.model import Claim, Reading
from presskit.record import Contact
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "contacts"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    kit = reading((case.get("section", "contacts"), case.get("heading"), case["text"]))
    return kit, list(contacts(kit))


@pytest.mark.parametrize("case", _cases())
def test_blocks(case: dict[str, Any]) -> None:
    _, claims = _found(case)
    assert [_contact(claim).model_dump(exclude_defaults=True) for claim in claims] == case["blocks"]


@pytest.mark.parametrize("case", _cases())
def test_every_word_can_be_found_again(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    assert all(supported(kit, claim) for claim in claims)


def _contact(claim: Claim) -> Contact:
    assert isinstance(claim.value, Contact)
    return claim.value
