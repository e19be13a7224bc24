"""Casts told as texts about the parts: the parts stand where the texts name them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from presskit.extractors.credits.figures import figure_claims
from presskit.model import Reading
from presskit.record import CastMember
from sketch import reading

EBB = "Ebb has never told anyone that he cannot swim. He counts the children twice."
JUNE = "June is nine and afraid of nothing but the deep end."


def _kit(*parts: tuple[str, str]) -> Reading:
    kit = reading(*(("notes", heading, text) for heading, text in parts))
    return replace(kit, sections=tuple(replace(section, topic="figure") for section in kit.sections))


def _cast(kit: Reading) -> list[tuple[str, str | None]]:
    return [(claim.value.actor, claim.value.character) for claim in figure_claims(kit) if isinstance(claim.value, CastMember)]


@pytest.mark.parametrize("heading", ["Captain Ebb [Piers Hallow]", "Piers Hallow (Captain Ebb)", "Captain Ebb – played by Piers Hallow"])
def test_the_text_names_the_part(heading: str) -> None:
    assert _cast(_kit((heading, EBB))) == [("Piers Hallow", "Captain Ebb")]


def test_two_parts_in_one_heading() -> None:
    kit = _kit(("Captain Ebb [Piers Hallow]", EBB), ("June and Jo [Oona Pettifer and Mia Bray]", JUNE))
    assert _cast(kit) == [("Piers Hallow", "Captain Ebb"), ("Oona Pettifer", "June"), ("Mia Bray", "Jo")]


def test_notes_under_other_headings_name_nobody() -> None:
    assert _cast(reading(("notes", "Salt on the Stairs [First draft]", EBB))) == []
