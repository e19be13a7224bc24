"""People, organisations, places and works in six languages; cases are data: a text and the names it must and must not yield."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.assemble import supported
from presskit.mentions.entities import entities
from presskit.mentions.variants import variants
from presskit.model import Claim, Reading, Span
from presskit.record import CastMember, CrewMember, Entity
from presskit.settings import Settings
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "entities"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _at(kit: Reading, words: str) -> tuple[Span, ...]:
    start = kit.document.text.casefold().index(words.casefold())
    return (Span(start, start + len(words)),)


def _taught(kit: Reading, known: dict[str, list[str]]) -> Iterator[Claim]:
    for person in known.get("people", []):
        spans = _at(kit, person)
        value = CrewMember(label="Director", role="director", name=kit.document.read(spans))
        yield Claim("credits.crew", value, {"/name": spans}, "test")
        yield Claim("film.directors", kit.document.read(spans), {"": spans}, "test")
    for title in known.get("titles", []):
        yield Claim("film.other_titles", title, {"": _at(kit, title)}, "test")


def _entities(claims: list[Claim]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for claim in claims:
        assert isinstance(claim.value, Entity)
        found.setdefault(claim.value.label, set()).add(claim.value.text.casefold())
    return found


@pytest.mark.parametrize(("language", "case"), _cases())
def test_entities(language: str, case: dict[str, Any]) -> None:
    kit = replace(reading((case.get("section", "synopsis"), None, case["text"])), languages=(language,))
    claims = list(entities(kit, list(_taught(kit, case.get("known", {})))))
    found = _entities(claims)
    for label, names in case.get("entities", {}).items():
        assert {name.casefold() for name in names} <= found.get(label, set())
    every = set().union(*found.values()) if found else set()
    assert not {name.casefold() for name in case.get("absent", [])} & every
    if case["kind"] == "negative":
        assert not found
    assert all(supported(kit, claim) for claim in claims)


def test_without_models_the_kit_still_teaches_its_names() -> None:
    kit = reading(("credits", None, "Ida Vale"), ("synopsis", None, "A film by IDA VALE about nothing."))
    claim = Claim("credits.crew", CrewMember(label="Director", role="director", name="Ida Vale"), {"/name": _at(kit, "Ida Vale")}, "test")
    assert [c.value for c in entities(kit, [claim], Settings(names=False))] == [Entity(text="IDA VALE", label="PERSON")]


PARTS = {"GERMÁN, the driver": "GERMÁN", "Dr. Mercury Vale": "Mercury Vale", "Bartender": None, "The Boss": None, "Old Man": None}


@pytest.mark.parametrize(("part", "name"), PARTS.items())
def test_parts_that_are_names(part: str, name: str | None) -> None:
    kit = reading(("credits", None, f"{part}\n\nIda Vale"))
    evidence = {"/character": (kit.document.lines[0].span,), "/actor": (kit.document.lines[1].span,)}
    claim = Claim("credits.cast", CastMember(actor="Ida Vale", character=part), evidence, "test")
    people = [c.value.text for c in entities(kit, [claim], Settings(names=False)) if isinstance(c.value, Entity)]
    assert set(people) == {"Ida Vale", name} - {None}


def test_two_spellings_of_one_name_are_linked() -> None:
    names = ["Zvezdnoïe echtcho", "Zvezdnoye eshcho", "Andrey Vlasin", "Andrei Vlassine", "The Long Way", "The Long Day"]
    claims = [Claim("entities", Entity(text=name, label="WORK"), {"": (Span(n, n + 1),)}, "test") for n, name in enumerate(names)]
    linked = [issue.message for issue in variants(claims)]
    assert len(linked) == 2
    assert all(issue.code == "name-variant" and issue.severity == "info" for issue in variants(claims))
