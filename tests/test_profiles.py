"""Gaps told apart: the kit is silent, or it speaks and was not understood."""

from __future__ import annotations

import pytest

from presskit.profiles import PROFILES, Gap, Profile, Why, gaps
from presskit.record import Extraction, KitIssue, Place, PressKit


def record(*issues: KitIssue, **parts: object) -> Extraction:
    return Extraction.model_construct(kit=PressKit.model_validate(parts), issues=list(issues))


FILM = {"title": "Salt", "runtime_minutes": 80, "countries": ["PT"], "languages": ["pt"], "directors": ["Ida Grau"]}


def test_what_is_there_is_no_gap() -> None:
    assert gaps(record(film=FILM), Profile.MINIMAL) == [Gap("/film/year", Why.NOT_STATED)]
    assert gaps(record(film=FILM | {"year": 2031}), Profile.MINIMAL) == []


def test_words_that_were_not_understood_are_quoted() -> None:
    place = Place(page=1, start=0, end=10, quote="Year: soon")
    issue = KitIssue(code="not-understood", severity="info", message="", pointer="/film/year", spans=[place])
    assert gaps(record(issue, film=FILM), Profile.MINIMAL) == [Gap("/film/year", Why.NOT_UNDERSTOOD, "Year: soon")]


def test_a_section_without_its_content_was_seen() -> None:
    found = gaps(record(film=FILM, sections=[{"kind": "synopsis", "text": "A ferry."}]), Profile.FESTIVAL)
    why = {gap.name: gap.why for gap in found}
    assert (why["synopses"], why["biographies"], why["contacts"]) == (Why.NOT_UNDERSTOOD, Why.NOT_STATED, Why.NOT_STATED)


@pytest.mark.parametrize("profile", Profile)
def test_an_empty_record_leaves_everything_open(profile: Profile) -> None:
    assert [gap.pointer for gap in gaps(record(), profile)] == list(PROFILES[profile])
