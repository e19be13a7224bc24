"""Repairs of what OCR habitually misreads; letter for letter, so that every offset stays true."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from presskit.model import Span
from presskit.repair.edits import Edit, Find, replacing

BAR = re.compile(r"(?<![^\s“\"'‘(])\|(?=['’\s]\s?[a-zà-ÿ])")
"""An upright stroke in front of a small word is the pronoun: “| wanted”."""
DIGIT = re.compile(r"(?<=[a-zà-ÿ])[01](?=[a-zà-ÿ])")
NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}")


def accents(text: str) -> Iterator[Edit]:
    """A name that lost its accents, where the kit elsewhere spells it with them at least as often."""
    counted = Counter(match.group() for match in NAME.finditer(text))
    proper: dict[str, list[str]] = {}
    for name in counted:
        if _bare(name) != name:
            proper.setdefault(_bare(name), []).append(name)
    for match in NAME.finditer(text):
        spelt = proper.get(match.group(), [])
        if len(spelt) == 1 and counted[spelt[0]] >= counted[match.group()]:
            yield Edit(match.start(), match.end(), spelt[0])


def _bare(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


SCAN_REPAIRS: Mapping[str, Find] = {
    "ocr-bars": replacing(BAR, lambda _: "I"),
    "ocr-digits": replacing(DIGIT, lambda match: "o" if match.group() == "0" else "l"),
    "ocr-accents": accents,
}


def only_in(find: Find, spans: Sequence[Span]) -> Find:
    """The same repair, on lines that OCR read and nowhere else."""

    def found(text: str) -> Iterator[Edit]:
        inside = iter(spans)
        span = next(inside, None)
        for edit in find(text):
            while span is not None and span.end < edit.end:
                span = next(inside, None)
            if span is not None and span.start <= edit.start:
                yield edit

    return found
