"""Interviews: every way to mark a question, in six languages; cases are data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.assemble import supported
from presskit.extractors.interviews import interviews
from presskit.model import Claim, Note, Reading
from presskit.record import Interview
from sketch import reading

CASES = Path(__file__).parents[1] / "cases" / "interviews"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if case["kind"] == "known_failure" else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=marks))
    return found


def _found(case: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    kit = reading(
        ("interview", case.get("heading"), case["text"]),
        *((part["kind"], part.get("heading"), part["text"]) for part in case.get("beside", [])),
    )
    return kit, list(interviews(kit))


@pytest.mark.parametrize("case", _cases())
def test_questions_and_answers(case: dict[str, Any]) -> None:
    _, claims = _found(case)
    exchanges = [exchange.model_dump(exclude_none=True) for claim in claims for exchange in _interview(claim).exchanges]
    assert exchanges == case["exchanges"]


@pytest.mark.parametrize("case", [case for case in _cases() if {"interviewees", "interviewers"} & set(case.values[0])])
def test_people(case: dict[str, Any]) -> None:
    _, claims = _found(case)
    for who in ("interviewees", "interviewers"):
        if who in case:
            assert [name.casefold() for claim in claims for name in getattr(_interview(claim), who)] == [
                name.casefold() for name in case[who]
            ]


@pytest.mark.parametrize("case", _cases())
def test_every_word_can_be_found_again(case: dict[str, Any]) -> None:
    kit, claims = _found(case)
    assert all(supported(kit, claim) for claim in claims)


def _interview(claim: Claim) -> Interview:
    assert isinstance(claim.value, Interview)
    return claim.value


def test_a_name_in_capitals_takes_the_form_the_kit_prints_elsewhere() -> None:
    text = "What is it about?\nA chair.\n\nIs that all?\nIt is a large chair."
    kit = reading(("biography", None, "Orla Vane was born on a ferry."), ("interview", "INTERVIEW WITH ORLA VANE", text))
    assert [_interview(claim).interviewees for claim in interviews(kit)] == [["Orla Vane"]]


def test_an_empty_section_is_no_interview() -> None:
    assert not list(interviews(reading(("interview", "INTERVIEW", ""))))


def _texts() -> list[tuple[str | None, str]]:
    return [(case.values[0].get("heading"), case.values[0]["text"]) for case in _cases()]


@given(case=st.sampled_from(_texts()), dropped=st.sets(st.integers(0, 30), max_size=8), swapped=st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_damaged_interviews_yield_only_what_can_be_found_again(case: tuple[str | None, str], dropped: set[int], swapped: int) -> None:
    heading, text = case
    lines = [line for at, line in enumerate(text.splitlines(keepends=True)) if at not in dropped]
    kit = reading(("interview", heading, "".join([*lines[swapped:], *lines[:swapped]])))
    for claim in interviews(kit):
        assert supported(kit, claim)
        assert all(exchange.question and exchange.answer for exchange in _interview(claim).exchanges)


@pytest.mark.parametrize(
    "text", ["A: " * 20_000, "a? " * 20_000, "Q: a?\nA: b\n" * 4_000, "— a?\n" * 5_000, "A. B. " * 10_000, "Ab Cd: e\n" * 4_000]
)
def test_long_interviews_take_their_length(text: str) -> None:
    list(interviews(reading(("interview", "INTERVIEW", text))))


def test_a_section_under_a_chapter_title_goes_on_with_the_interview() -> None:
    first = ("interview", "INTERVIEW WITH ORLA VANE AND TOMAS QUIRE", "Who rows?\n\nOrla Vane: I do.\n\nTomas Quire: She does.")
    second = ("interview", "A House for Nobody", "Who sings?\n\nOV: Nobody.")
    (claim,) = interviews(reading(first, second))
    assert [exchange.speaker for exchange in _interview(claim).exchanges] == ["Orla Vane", "Tomas Quire", "Orla Vane"]


def test_a_remark_below_a_note_that_was_cut_out_asks() -> None:
    text = (
        "Why a lighthouse?\nBecause my uncle kept one for thirty years and he took the old lamps (1) home with him.\n(1) They burnt oil.\n"
        "You speak of him as a silent man.\nHe was. He said good morning, and good night, and nothing at all between the two of them.\n\n"
        "What did he do?\nHe whistled, as the man in the film does."
    )
    kit = reading(("interview", "INTERVIEW WITH ORLA VANE", text))
    (section,) = kit.sections
    note = next(line for line in section.lines if kit.words(line).startswith("(1)"))
    paragraphs = tuple(tuple(line for line in paragraph if line is not note) for paragraph in section.paragraphs)
    marker, body = kit.passage([note]).quote(1, 2), kit.passage([note]).quote(4, len(kit.words(note)))
    kit = replace(kit, sections=(replace(section, paragraphs=paragraphs),), notes=(Note(marker, body, None),))
    (claim,) = interviews(kit)
    assert [exchange.question for exchange in _interview(claim).exchanges] == [
        "Why a lighthouse?",
        "You speak of him as a silent man.",
        "What did he do?",
    ]
