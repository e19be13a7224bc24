"""Biographies and births in six languages; cases are data, every claim must be found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.extractors.biographies import biographies
from presskit.record import Biography
from sketch import reading

FOLDER = Path(__file__).parents[1] / "cases" / "biographies"


def _cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _shown(value: Biography, wanted: dict[str, Any]) -> dict[str, Any]:
    """What the case asks of the value, from the value."""
    whole = value.model_dump()
    shown = {key: whole[key] for key in wanted if key in whole}
    if "starts" in wanted:
        shown["starts"] = value.text[: len(wanted["starts"])]
    if "ends" in wanted:
        shown["ends"] = value.text[-len(wanted["ends"]) :]
    return shown


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    kit = reading(*(tuple(part) for part in case["parts"]))
    claims = list(biographies(kit))
    values = [claim.value for claim in claims if isinstance(claim.value, Biography)]
    wanted = case["expect"]
    assert [value.person for value in values] == [want["person"] for want in wanted]
    assert [_shown(value, want) for value, want in zip(values, wanted, strict=True)] == wanted
    assert all(supported(kit, claim) for claim in claims)
