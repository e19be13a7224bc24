"""Synopses: the text of each, and the length its heading or its company gives it."""

from __future__ import annotations

import pytest

from presskit.assemble import supported
from presskit.extractors.synopses import synopses
from presskit.record import Synopsis
from sketch import reading

LINE = "A lamp keeper and a tax inspector share a ferry that will not leave."
SHORT = f"{LINE} Three days later neither of them remembers why they boarded it. The captain does."
LONG = " ".join([SHORT, "In the harbour town the bakery opens at four, and everything that matters has been said by six."] * 4)


def _lengths(*parts: tuple[str | None, str]) -> list[str]:
    kit = reading(*(("synopsis", heading, text) for heading, text in parts))
    claims = list(synopses(kit))
    assert all(supported(kit, claim) for claim in claims)
    return [claim.value.length for claim in claims if isinstance(claim.value, Synopsis)]


@pytest.mark.parametrize(
    ("parts", "lengths"),
    [
        ([("SYNOPSIS", SHORT)], ["unspecified"]),
        ([("LOGLINE", LINE), ("SYNOPSIS", SHORT)], ["logline", "unspecified"]),
        ([("Logline", LINE), ("Short Synopsis", SHORT), ("Long Synopsis", LONG)], ["logline", "short", "long"]),
        ([("Kurzinhalt", SHORT), ("Langinhalt", LONG)], ["short", "long"]),
        ([("Sinopsis corta", SHORT), ("Sinopsis larga", LONG)], ["short", "long"]),
        ([("Synopsis", SHORT), (None, LONG)], ["short", "long"]),
        ([("Synopsis", LINE), ("About the film", LONG)], ["logline", "unspecified"]),
        ([("Synopsis", SHORT), ("Synopsis", SHORT.replace("lamp", "bell")), ("Synopsis", LONG)], ["unspecified"] * 3),
    ],
)
def test_lengths(parts: list[tuple[str | None, str]], lengths: list[str]) -> None:
    assert _lengths(*parts) == lengths


def test_the_text_is_the_whole_section() -> None:
    kit = reading(("synopsis", "SYNOPSIS", "One line\nand another.\n\nA second paragraph."))
    assert [claim.value for claim in synopses(kit)] == [Synopsis(length="unspecified", text="One line and another. A second paragraph.")]


def test_an_empty_section_tells_nothing() -> None:
    assert not list(synopses(reading(("synopsis", "SYNOPSIS", ""))))


def test_the_heading_proper_below_a_heading_is_no_part_of_the_text() -> None:
    (claim,) = synopses(reading(("synopsis", "INHALT", "Kurzinhalt\nEin Leuchtturm soll schließen. Der Wärter hat noch vier Wochen.")))
    assert claim.value == Synopsis(length="short", text="Ein Leuchtturm soll schließen. Der Wärter hat noch vier Wochen.")
