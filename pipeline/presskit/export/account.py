"""What an export carried of one kit, what it changed on the way and what it left behind: what nobody marks as carried is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from presskit.record import Extraction

NUMBER = re.compile(r"/\d+(?=/|$)")
NO_PLACE = "no place for it"


@dataclass(slots=True)
class Account:
    """Kept while one kit is written. Pointers are JSON Pointers into the record; one that is carried carries all below it.

    Nothing has to be reported as lost: what nobody carried is. So a new key of the record is lost until an export learns of it.
    """

    carried: set[str] = field(default_factory=set)
    changed: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    def carry(self, *pointers: str) -> None:
        self.carried.update(pointers)

    def change(self, pointer: str, how: str) -> None:
        """Carried, but said less exactly than in the kit."""
        self.carried.add(pointer)
        self.changed[pointer] = how

    def refuse(self, pointer: str, why: str) -> None:
        """Not carried, for a reason that lies in this very value. It counts even where something above is carried."""
        self.refused[pointer] = why

    def carries(self, pointer: str) -> bool:
        return pointer not in self.refused and any(above in self.carried for above in _upwards(pointer))

    def change_of(self, pointer: str) -> str | None:
        return next((self.changed[above] for above in _upwards(pointer) if above in self.changed), None)


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """How often one pattern of pointers (/kit/credits/cast/*/character) met one fate."""

    pattern: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class KitLoss:
    """Of all the values of one kit, what the format cannot say and what it says less exactly."""

    name: str
    values: int
    lost: tuple[Loss, ...]
    changed: tuple[Loss, ...]


def settle(name: str, extraction: Extraction, account: Account, reasons: Mapping[str, str]) -> KitLoss:
    """`reasons`: why the format has no place for what stands under a pattern; the longest pattern that fits is told."""
    lost: Counter[tuple[str, str]] = Counter()
    changed: Counter[tuple[str, str]] = Counter()
    values = 0
    for pointer in values_of(extraction):
        values += 1
        how = account.change_of(pointer)
        if not account.carries(pointer):
            lost[pattern_of(pointer), account.refused.get(pointer) or _reason(pointer, reasons)] += 1
        elif how:
            changed[pattern_of(pointer), how] += 1
    return KitLoss(name, values, _losses(lost), _losses(changed))


def values_of(extraction: Extraction) -> Iterator[str]:
    """A pointer for every value that the record states; an entry of evidence, a rival and an issue count as one each."""
    yield from _leaves("/kit", extraction.kit.model_dump())
    for number, evidence in enumerate(extraction.evidence.values()):
        yield f"/evidence/{number}"
        yield from (f"/evidence/{number}/rivals/{rival}" for rival in range(len(evidence.rivals)))
    yield from (f"/issues/{number}" for number in range(len(extraction.issues)))
    yield from (f"/source/{key}" for key, value in extraction.source.model_dump().items() if value not in ("", {}))
    if extraction.partial:
        yield "/partial"


def pattern_of(pointer: str) -> str:
    return NUMBER.sub("/*", pointer)


def _leaves(pointer: str, node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _leaves(f"{pointer}/{key}", value)
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _leaves(f"{pointer}/{number}", value)
    elif node is not None:
        yield pointer


def _upwards(pointer: str) -> Iterator[str]:
    """The pointer and every one above it, nearest first."""
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _reason(pointer: str, reasons: Mapping[str, str]) -> str:
    return next((reasons[above] for above in _upwards(pattern_of(pointer)) if above in reasons), NO_PLACE)


def _losses(counted: Counter[tuple[str, str]]) -> tuple[Loss, ...]:
    return tuple(sorted(Loss(pattern, reason, count) for (pattern, reason), count in counted.items()))
