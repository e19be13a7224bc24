"""Footnotes: the bodies that the sections stage cut out, each with the place that refers to it."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.model import Claim, Issue, Note, Reading, Spans
from presskit.record import Footnote


def footnotes(reading: Reading) -> Iterator[Claim]:
    """One claim per body; the evidence of the whole is the marker in the text that refers to it."""
    for note in reading.notes:
        if note.marker and note.body:
            yield _claim(note)


def _claim(note: Note) -> Claim:
    evidence: dict[str, Spans] = {"/marker": note.marker.spans, "/text": note.body.spans}
    if note.reference:
        evidence[""] = note.reference.spans
    value = Footnote(marker=note.marker.text, text=note.body.text)
    why = "marker and reference agree" if note.reference else "stands in line with other notes; nothing refers to it"
    return Claim("footnotes", value, evidence, "footnotes:marker", 0.95 if note.reference else 0.7, why)


def orphans(reading: Reading) -> Iterator[Issue]:
    """Bodies to which nothing in the kit refers."""
    for note in reading.notes:
        if not note.reference:
            message = f"nothing in the text refers to the note {note.marker.text!r}"
            yield Issue("orphan-footnote", "warning", message, (*note.marker.spans, *note.body.spans)[:1])
