"""Press quotations: every order of words, author and outlet, in six languages; cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.extractors.press import press_quotes
from presskit.model import Claim, Reading
from presskit.record import PressQuote
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "press_quotes"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=case["name"], marks=marks))
    return found


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    kit = reading(("press", case.get("heading"), case["text"]))
    return kit, list(press_quotes(kit))


@pytest.mark.parametrize("case", _cases())
def test_quotations(case: dict[str, Any]) -> None:
    _, claims = _found(case)
    assert [_quote(claim).model_dump(exclude_none=True) for claim in claims] == case["quotes"]


@pytest.mark.parametrize("case", _cases())
def test_every_word_can_be_found_again(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    assert all(supported(kit, claim) for claim in claims)


def _quote(claim: Claim) -> PressQuote:
    assert isinstance(claim.value, PressQuote)
    return claim.value
