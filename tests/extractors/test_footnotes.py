"""Footnotes: one claim per body, with the place that refers to it."""

from __future__ import annotations

from dataclasses import replace

from presskit.assemble import supported
from presskit.extractors.footnotes import footnotes, orphans
from presskit.model import Note, Reading
from presskit.record import Footnote
from sketch import document, reading

TEXT = "The bell* was sold.\n\n* In May 1950, to a circus.\n"


def _reading(*, referred: bool) -> Reading:
    kit = document(TEXT)
    body, bell = kit.passage([kit.lines[1].span]), kit.passage([kit.lines[0].span])
    note = Note(body.quote(0, 1), body.quote(2, len(body.text)), bell.quote(8, 9) if referred else None)
    return replace(reading(("notes", None, TEXT)), document=kit, notes=(note,))


def test_the_marker_and_the_text_are_apart() -> None:
    kit = _reading(referred=True)
    (claim,) = footnotes(kit)
    assert claim.value == Footnote(marker="*", text="In May 1950, to a circus.")
    assert supported(kit, claim)


def test_the_evidence_of_the_whole_is_the_place_that_refers_to_it() -> None:
    kit = _reading(referred=True)
    (claim,) = footnotes(kit)
    (place,) = claim.evidence[""]
    assert kit.document.text[place.start - 4 : place.end] == "bell*"
    assert not list(orphans(kit))


def test_a_body_without_a_reference_is_kept_and_reported() -> None:
    kit = _reading(referred=False)
    (claim,) = footnotes(kit)
    assert supported(kit, claim)
    assert [issue.code for issue in orphans(kit)] == ["orphan-footnote"]
