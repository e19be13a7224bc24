"""Facts about the film: labels, spec lines, covers and prose in six languages; cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import assemble, supported
from presskit.extractors.facts import facts
from presskit.extractors.runtimes import runtime_in
from presskit.model import Claim, Reading
from presskit.record import SourceFile
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "facts"
SOURCE = SourceFile(name="kit.txt", sha256="0" * 64, media_type="text/plain", bytes=1, pages=1, pipeline="0", settings={})


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    parts = [(part["kind"], part.get("heading"), part["text"]) for part in case.get("beside", [])]
    kit = reading(*parts, (case.get("section", "technical"), case.get("heading"), case["text"]))
    return kit, list(facts(kit))


@pytest.mark.parametrize("case", _cases())
def test_facts(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    film = assemble(kit, claims, (), SOURCE).kit.film.model_dump(mode="json")
    asked = case.get("only") or [name for name in film if name not in case.get("but", ())]
    assert {name: film[name] for name in asked if film[name] not in (None, [])} == case["film"]


@pytest.mark.parametrize("case", _cases())
def test_every_word_can_be_found_again(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    assert all(supported(kit, claim) for claim in claims)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h27", 87),
        ("13 minutes 30", 14),
        ("01:30:20", 90),
        ("2 h 05", 125),
        ("52’", 52),
        ("70–80 MINS", 70),
        ("70 – 80 min", 70),
        ("1 hr 58 min", 118),
        ("h 1.40", 100),
        ("103' durata", 103),
        ("118 mn", 118),
        ("1 Std. 40 Min.", 100),
        ("Super 16 - 90 min", 90),
        ("2 hours", 120),
        ("90-minute", 90),
        ("17", None),
        ("16mm", None),
    ],
)
def test_running_times(text: str, minutes: int | None) -> None:
    found = runtime_in(text)
    assert (found.minutes if found else None) == minutes
