"""Different spellings of one name or title inside a kit: transliterations, accents, slips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from presskit.model import Claim, Issue, Spans
from presskit.record import Entity
from presskit.vocabulary import fold

PRESS = (
    ("chtch", "S"), ("shch", "S"), ("stch", "S"), ("sch", "S"), ("tch", "C"), ("tsch", "C"), ("ch", "S"), ("sh", "S"), ("kh", "h"),
    ("ph", "f"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ye", "e"), ("je", "e"), ("yo", "io"), ("jo", "io"), ("ts", "z"), ("tz", "z"),
    ("w", "v"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("y", "i"), ("j", "i"),
)  # fmt: skip
"""How the press of several languages writes one sound; seen in kits of Slavic films, which match no official scheme."""
ENDINGS = re.compile(r"(?:off|ow)\b")
FRENCH = re.compile(r"(?<=[nr])e\b|(?<=in)e\b")
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiou ]")
NEIGHBOURS = 6
"""Spellings beside one in the order of their consonants that it is compared with: all pairs would be a square."""
ALIKE = 92.0
SHORTEST = 5


def variants(claims: Iterable[Claim]) -> Iterator[Issue]:
    """One note per pair of entities of a kind that are spelled alike; both stay entities of their own."""
    seen = sorted((VOWELS.sub("", sound), sound, text, label, spans) for text, label, spans in _names(claims) if (sound := spoken(text)))
    for at, (bones, sound, text, label, spans) in enumerate(seen):
        for other_bones, other_sound, other, other_label, other_spans in seen[at + 1 : at + 1 + NEIGHBOURS]:
            if label == other_label and _same(bones == other_bones, sound, other_sound):
                yield Issue("name-variant", "info", f"“{text}” and “{other}” may be one name in two spellings", (*spans, *other_spans))


def _names(claims: Iterable[Claim]) -> Iterator[tuple[str, str, Spans]]:
    for claim in claims:
        if isinstance(claim.value, Entity) and claim.value.label in ("PERSON", "WORK") and len(claim.value.text) >= SHORTEST:
            yield claim.value.text, claim.value.label, next(iter(claim.evidence.values()), ())


def spoken(name: str) -> str:
    """A name as it sounds, whichever way it was romanised: "Zvezdnoï", "Zvezdnoy" and "Zvezdnoj" fall together."""
    sound = FRENCH.sub("", ENDINGS.sub("ov", fold(name)))
    for written, said in PRESS:
        sound = sound.replace(written, said)
    return DOUBLED.sub(r"\1", sound)


def _same(bones: bool, one: str, other: str) -> bool:
    """The same consonants and nearly the same whole, or so alike that a letter or two was slipped."""
    likeness = fuzz.ratio(one, other)
    return likeness >= (80.0 if bones else ALIKE)
