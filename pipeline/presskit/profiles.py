"""What those who take a record over must have, and what this kit leaves open: not stated, or seen and not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel

from presskit.record import NOT_UNDERSTOOD, Extraction


class Profile(StrEnum):
    """Who asks."""

    MINIMAL = "minimal"
    FIAF_CORE = "fiaf-core"
    FESTIVAL = "festival"


PROFILES: Mapping[Profile, tuple[str, ...]] = {
    # The film itself, as any list of films has it.
    Profile.MINIMAL: ("/film/title", "/film/year", "/film/runtime_minutes", "/film/countries", "/film/languages", "/film/directors"),
    # FIAF's core elements, adapted from EN 15744, as far as a press kit can state them.
    Profile.FIAF_CORE: (
        "/film/title",
        "/film/year",
        "/film/countries",
        "/film/languages",
        "/film/runtime_minutes",
        "/film/formats",
        "/film/genres",
        "/film/directors",
        "/credits/cast",
        "/credits/crew",
        "/credits/companies",
        "/synopses",
    ),
    # What the entry form of a festival asks for.
    Profile.FESTIVAL: (
        "/film/title",
        "/film/year",
        "/film/runtime_minutes",
        "/film/countries",
        "/film/languages",
        "/film/subtitles",
        "/film/formats",
        "/film/aspect_ratio",
        "/film/sound",
        "/film/colour",
        "/film/directors",
        "/synopses",
        "/biographies",
        "/credits/crew",
        "/contacts",
    ),
}
PARTS = {"/synopses": "synopsis", "/biographies": "biography", "/contacts": "contacts"}
"""The kind of section that states a list of the record. Credits are none: one without companies has been understood."""


class Why(StrEnum):
    """Why a fact is missing."""

    NOT_STATED = "not stated"
    NOT_UNDERSTOOD = "seen but not understood"


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that a profile asks for and the record lacks. `quote` are the words that were not understood, if there are any."""

    pointer: str
    why: Why
    quote: str = ""

    @property
    def name(self) -> str:
        return self.pointer.rpartition("/")[2].replace("_", " ")


def gaps(extraction: Extraction, profile: Profile) -> list[Gap]:
    """In the order of the profile."""
    return [_gap(extraction, pointer) for pointer in PROFILES[profile] if not _stated(extraction.kit, pointer)]


def _stated(kit: BaseModel, pointer: str) -> bool:
    value: object = kit
    for name in pointer.split("/")[1:]:
        value = getattr(value, name)
    return bool(value)


def _gap(extraction: Extraction, pointer: str) -> Gap:
    for issue in extraction.issues:
        if issue.code == NOT_UNDERSTOOD and issue.pointer == pointer:
            return Gap(pointer, Why.NOT_UNDERSTOOD, " ".join(place.quote for place in issue.spans))
    seen = any(section.kind == PARTS.get(pointer) for section in extraction.kit.sections)
    return Gap(pointer, Why.NOT_UNDERSTOOD if seen else Why.NOT_STATED)
