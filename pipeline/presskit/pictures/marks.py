"""What a record has to show: each value with its family, a short label, its confidence and the places of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from presskit.pictures.families import Family, family_of
from presskit.record import Evidence, Extraction, Place

SECTIONS = "sections"
ONE_OF = {
    "awards": "award",
    "biographies": "biography",
    "companies": "company",
    "contacts": "contact",
    "countries": "country",
    "dates": "date",
    "directors": "director",
    "emails": "email",
    "exchanges": "interview",
    "filmographies": "filmography",
    "footnotes": "footnote",
    "formats": "format",
    "forms": "form",
    "genres": "genre",
    "interviewees": "interviewee",
    "interviewers": "interviewer",
    "interviews": "interview",
    "languages": "language",
    "other_titles": "other title",
    "phones": "phone",
    "press_quotes": "quote",
    "roles": "role",
    "statements": "statement",
    "synopses": "synopsis",
    "websites": "website",
}  # fmt: skip
"""The keys of a record's lists, said of one item."""
UNSAID = frozenset({"credits", "entries", "exchanges"})
"""Keys that say nothing to a reader beside the others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value, or one section (`section` is its kind). `number` counts from 1 through the record."""

    number: int
    pointer: str
    family: Family
    label: str
    value: str
    evidence: Evidence
    section: str = ""

    @property
    def confidence(self) -> float:
        return self.evidence.confidence

    def places(self, page: int) -> list[Place]:
        return [place for place in self.evidence.spans if place.page == page]


def marks_of(extraction: Extraction) -> list[Mark]:
    """All values that have a place of their own, in the order of the record."""
    kit = extraction.kit.model_dump(mode="json")
    found = (_mark(kit, pointer, evidence) for pointer, evidence in extraction.evidence.items())
    return [
        Mark(number, pointer, family_of(pointer), label, value, evidence, section)
        for number, (pointer, label, value, evidence, section) in enumerate((one for one in found if one), 1)
    ]


def _mark(kit: Any, pointer: str, evidence: Evidence) -> tuple[str, str, str, Evidence, str] | None:
    keys = pointer.split("/")[1:]
    held = _held(kit, keys)
    if keys[0] == SECTIONS:
        kind = _held(kit, keys[:2])["kind"]
        return (pointer, kind, str(held), evidence, kind) if keys[-1] in ("heading", "text") else None
    if isinstance(held, dict):
        # Of an item whose parts have words of their own the parts are shown.
        return (pointer, held["label"].lower(), held["text"], evidence, "") if "label" in held else None
    value = ", ".join(map(str, held)) if isinstance(held, list) else str(held)
    return pointer, label_of(keys), value, evidence, ""


def _held(kit: Any, keys: list[str]) -> Any:
    for key in keys:
        kit = kit[int(key) if isinstance(kit, list) else key]
    return kit


def label_of(keys: list[str]) -> str:
    """What a pointer's keys say in a margin: "crew name", "biography born"."""
    return " ".join(_said(keys))


def _said(keys: list[str]) -> Iterator[str]:
    for key in keys:
        if not key.isdigit() and key not in UNSAID:
            yield ONE_OF.get(key, key.replace("_", " "))
