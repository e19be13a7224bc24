"""Corrections laid over a record: each where its anchor stands now, in the order in which they were made; the record itself stays whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from presskit.catalogue.anchors import Anchor, found_again, near, place_of, same_values
from presskit.catalogue.pointers import END, inside, item_of, moved, placed, value_at
from presskit.record import Evidence, Extraction, KitIssue, PressKit

GONE = "correction-gone"
"""The code of the issue for a correction whose anchor is not in the newest extraction."""
BY_HAND = "correction"
"""What found a value that a person put there."""


class Standing(StrEnum):
    """What becomes of a correction: `agreed` where the machine now says so itself."""

    APPLIED = "applied"
    AGREED = "agreed"
    GONE = "gone"
    NO_KIT = "no kit"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of one place: a value, or None to take it out. `pointer` is where it was when they said so."""

    decision: str
    pointer: str
    value: Any
    anchor: Anchor
    by: str


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a correction stands in a record; `pointer` is None where it stands nowhere."""

    standing: Standing
    pointer: str | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A record as people corrected it, and what became of each correction, by decision."""

    record: Extraction
    stands: dict[str, Stand]


def corrected(record: Extraction, corrections: Iterable[Correction]) -> Corrected:
    """All corrections over a machine's record; those that are gone become issues."""
    stands: dict[str, Stand] = {}
    gone: list[KitIssue] = []
    for correction in corrections:
        record, stands[correction.decision] = applied(record, correction)
        if stands[correction.decision].standing is Standing.GONE:
            gone.append(_issue(correction))
    issues = [*record.issues, *gone]
    return Corrected(record.model_copy(update={"issues": issues}) if gone else record, stands)


def _issue(correction: Correction) -> KitIssue:
    told = json.dumps(correction.value, ensure_ascii=False) if correction.value is not None else "nothing"
    held = correction.anchor.printed or "; ".join(correction.anchor.words.values()) or correction.anchor.said
    said = f"Correction {correction.decision} by {correction.by} ({correction.pointer} = {told[:80]})"
    message = f"{said} is not applied: not found: {held[:120]}"
    return KitIssue(code=GONE, severity="warning", message=message)


def applied(record: Extraction, correction: Correction) -> tuple[Extraction, Stand]:
    """The record with one correction, or as it was."""
    kit = record.kit.model_dump(mode="json")
    pointer = found_again(record, correction.anchor)
    if pointer is None:
        # What was to be taken out is not there any more: nobody needs to look at that.
        needless = correction.value is None and not correction.anchor.printed
        return record, Stand(Standing.AGREED if needless else Standing.GONE, None)
    if _said_already(kit, pointer, correction.value):
        return record, Stand(Standing.AGREED, pointer)
    try:
        made = PressKit.model_validate(placed(kit, pointer, correction.value))
    except (LookupError, ValidationError):
        # The newer pipeline's record has another shape there.
        return record, Stand(Standing.GONE, None)
    evidence = _evidence(record, pointer, correction)
    there = made.model_dump(mode="json")
    kept = {at: found for at, found in evidence.items() if _leads_somewhere(there, at)}
    return record.model_copy(update={"kit": made, "evidence": kept}), Stand(Standing.APPLIED, _settled(made, pointer))


def _settled(kit: PressKit, pointer: str) -> str:
    """An added item stands at the end of its list."""
    if not pointer.endswith(f"/{END}"):
        return pointer
    listed = pointer.removesuffix(f"/{END}")
    return f"{listed}/{len(value_at(kit.model_dump(mode='json'), listed)) - 1}"


def _said_already(kit: Any, pointer: str, value: Any) -> bool:
    try:
        if pointer.endswith(f"/{END}"):
            return any(same_values(value, item) for item in value_at(kit, pointer.removesuffix(f"/{END}")))
        return bool(value_at(kit, pointer) == value)
    except LookupError:
        return False


def _leads_somewhere(kit: Any, pointer: str) -> bool:
    try:
        return value_at(kit, pointer) is not None
    except LookupError:
        return False


def _evidence(record: Extraction, pointer: str, correction: Correction) -> dict[str, Evidence]:
    """The words stay what a value is judged by, whoever found it; places behind an item that is taken out move up."""
    if correction.value is None and item_of(pointer) == pointer:
        shifted = ((moved(at, pointer), found) for at, found in record.evidence.items())
        return {at: found for at, found in shifted if at is not None}
    if correction.value is None:
        return {at: found for at, found in record.evidence.items() if not inside(at, pointer)}
    if pointer.endswith(f"/{END}"):
        count = len(value_at(record.kit.model_dump(mode="json"), pointer.removesuffix(f"/{END}")))
        return {**record.evidence, f"{pointer.removesuffix(END)}{count}": _by_hand(record, pointer, correction)}
    return {**record.evidence, pointer: _by_hand(record, pointer, correction)}


def _by_hand(record: Extraction, pointer: str, correction: Correction) -> Evidence:
    printed = place_of(record, correction.anchor.printed)
    spans = [printed] if printed else []
    if not spans and not pointer.endswith(f"/{END}"):
        spans = [place for found in near(record, pointer).values() for place in found.spans]
    return Evidence(spans=spans, confidence=1.0, found_by=BY_HAND, why=f"decision {correction.decision} by {correction.by}")
