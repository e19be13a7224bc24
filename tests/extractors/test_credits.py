"""Credits: layouts of cast and crew lists in six languages; cases are data."""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from presskit.assemble import supported
from presskit.extractors.credits import credit_claims, unparsed
from presskit.model import Claim, Reading
from presskit.record import CastMember, Company, CrewMember
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "credits"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case | {"language": path.stem}, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    kit = reading(
        *((part["kind"], part.get("heading"), part["text"]) for part in case.get("beside", [])),
        (case.get("section", "credits"), case.get("heading"), case["text"]),
    )
    kit = replace(kit, languages=(case["language"],))
    return kit, list(credit_claims(kit))


def _said(claims: list[Claim]) -> tuple[list[str], list[str], list[str]]:
    cast, crew, companies = [], [], []
    for claim in claims:
        match claim.value:
            case CastMember() as member:
                cast.append(f"{member.actor} = {member.character}" if member.character else member.actor)
            case CrewMember() as member:
                crew.append(f"{member.role}: {member.name}")
            case Company() as company:
                companies.append(f"{company.role}: {company.name}")
    return cast, crew, companies


@pytest.mark.parametrize("case", _cases())
def test_who_did_what(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    cast, crew, companies = _said(claims)
    assert cast == case.get("cast", [])
    assert sorted(crew) == sorted(case.get("crew", []))
    assert sorted(companies) == sorted(case.get("companies", []))
    assert all(supported(kit, claim) for claim in claims)


def test_five_thousand_credits_take_linear_time() -> None:
    def seconds(count: int) -> float:
        rows = "\n".join(f"Assistant {chr(65 + n % 26)}: Anna Doe{n}, Max Roe{n} (Acme {n} Film)" for n in range(count))
        kit = reading(("credits", "CREW", rows))
        gc.collect()
        gc.disable()  # a collection walks over all that the tests before this one keep
        try:
            start = time.process_time()
            assert len(list(credit_claims(kit))) >= count
            return time.process_time() - start
        finally:
            gc.enable()

    seconds(200)
    few, many = (min(seconds(count) for _ in range(3)) for count in (800, 4_000))
    assert many < 10 * max(few, 0.05)


@given(st.text(alphabet="AbCé ,:;()-–/&.\t\n\f*•…1“”'", max_size=400), st.sampled_from(["CAST", "CREW", None, "Thanks"]))
@example("::A1", "CREW")
@settings(max_examples=150, deadline=None)
def test_no_text_makes_it_stumble(text: str, heading: str | None) -> None:
    kit = reading(("credits", heading, text or "x"))
    assert all(supported(kit, claim) for claim in credit_claims(kit))
    list(unparsed(kit))


@pytest.mark.parametrize("line", ["-" * 100_000, "(" * 100_000, "A" * 100_000, "A " * 30_000, ", " * 30_000, "a: " * 5_000, ". " * 30_000])
def test_a_hostile_line_is_no_trouble(line: str) -> None:
    start = time.process_time()
    list(credit_claims(reading(("credits", "CREW", line))))
    assert time.process_time() - start < 10
