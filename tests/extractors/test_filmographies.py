"""Filmographies in six languages; cases are data, every claim must be found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.extractors.filmographies import filmographies
from presskit.record import Filmography
from sketch import reading

FOLDER = Path(__file__).parents[1] / "cases" / "filmographies"


def _cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


@pytest.mark.parametrize("case", _cases())
def test_case(case: dict[str, Any]) -> None:
    kit = reading(*(tuple(part) for part in case["parts"]))
    claims = list(filmographies(kit))
    values = [claim.value for claim in claims if isinstance(claim.value, Filmography)]
    assert [value.person for value in values] == [want["person"] for want in case["expect"]]
    for value, want in zip(values, case["expect"], strict=True):
        shown = [{key: entry.model_dump()[key] for key in wanted} for entry, wanted in zip(value.entries, want["entries"], strict=False)]
        assert [entry.title for entry in value.entries] == [wanted["title"] for wanted in want["entries"]]
        assert shown == want["entries"]
    assert all(supported(kit, claim) for claim in claims)
