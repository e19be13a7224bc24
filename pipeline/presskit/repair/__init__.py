"""2 Small named repairs of damaged text, in order; each says how often it acted, and the way back to the original is kept."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from presskit.model import Repair, Span
from presskit.repair import letters
from presskit.repair.edits import Find, edited, removing, replacing
from presskit.repair.hyphens import hyphens
from presskit.repair.scans import SCAN_REPAIRS, only_in
from presskit.repair.spacing import leaders, letter_spacing, padding

FILLER = "\ue000"
"""What a reader leaves in place of marks that are not text (Markdown's); a private character, never printed."""
HYPHENATION = "hyphenation"

REPAIRS: Mapping[str, Find] = {
    "marks": removing(re.compile(f"{FILLER}+")),
    "mojibake": replacing(letters.MOJIBAKE, letters.decoded_again),
    "unseen-characters": removing(letters.UNSEEN),
    "odd-blanks": replacing(letters.ODD_BLANK, lambda _: " "),
    "ligatures": replacing(letters.LIGATURE, letters.ligature),
    "accents": replacing(letters.PIECES, letters.composed),
    "unmapped-glyphs": replacing(letters.UNMAPPED, letters.glyph),
    "letter-spacing": letter_spacing,
    "leaders": leaders,
    "padding": padding,
}
"""In order: what a repair makes visible, the next ones can see. Hyphenation goes first, it alone looks over the pages' furniture."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """`origin[i]` is the offset in the original text of character i; one entry more than characters."""

    text: str
    origin: array[int]
    repairs: tuple[Repair, ...]


def repaired(original: str, furniture: Sequence[Span] = (), scanned: Sequence[Span] = ()) -> Repaired:
    """All repairs, one after the other. No repair adds or takes away a line end or a form feed. `scanned` is what OCR read."""
    misread = [(name, only_in(find, scanned)) for name, find in SCAN_REPAIRS.items() if scanned]
    finds: list[tuple[str, Find]] = [*misread, (HYPHENATION, lambda text: hyphens(text, furniture)), *REPAIRS.items()]
    text, origin, acted = original, array("I", range(len(original) + 1)), []
    for name, find in finds:
        edits = list(find(text))
        if edits:
            text, origin = edited(text, origin, edits)
            acted.append(Repair(name, len(edits)))
    return Repaired(text, origin, tuple(acted))


__all__ = ["FILLER", "HYPHENATION", "REPAIRS", "SCAN_REPAIRS", "Repaired", "repaired"]
