"""What a record shows with how much confidence, and whether it is right: the raw material of calibration."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.calibration import unit_of
from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.match import Outcome
from presskit.evaluate.run import Result
from presskit.evaluate.score import compare_family
from presskit.record import Evidence


@dataclass(frozen=True, slots=True)
class Shown:
    """One item of one kit. `right` is 0 or 1, but of a section the share of its words; `unit` says what calibration calls it."""

    kit: str
    family: str
    unit: str
    found_by: str
    confidence: float
    right: float


def shown(results: Sequence[Result]) -> list[Shown]:
    """Every item that rests on evidence, in the order of kits, families and pointers."""
    return [item for result in results for family in FAMILIES for item in _of_family(result, family)]


def by_family(items: Sequence[Shown]) -> dict[str, list[Shown]]:
    """The families that show anything, in the order of the score."""
    held = {family: [item for item in items if item.family == family] for family in FAMILIES}
    return {family: found for family, found in held.items() if found}


def _of_family(result: Result, family: str) -> Iterator[Shown]:
    evidence = result.made.evidence
    inside = _first_inside(evidence)
    for pointer, right in _rightness(compare_family(family, result.gold, result.output)):
        found = evidence.get(pointer) or inside.get(pointer)
        if found is not None:
            yield Shown(result.name, family, unit_of(pointer), found.found_by, found.confidence, right)


def _rightness(outcome: Outcome) -> list[tuple[str, float]]:
    """How right the items at each pointer are: the words of a section are items of one pointer."""
    right: dict[str, list[int]] = defaultdict(list)
    for item in outcome.spurious:
        right[item.pointer].append(0)
    for _, item in outcome.matched:
        right[item.pointer].append(1)
    return [(pointer, sum(values) / len(values)) for pointer, values in sorted(right.items(), key=_in_order)]


def _in_order(entry: tuple[str, list[int]]) -> list[tuple[int, str]]:
    return [(int(name) if name.isdigit() else 0, name) for name in entry[0].split("/")]


def _first_inside(evidence: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """By every pointer above one with evidence, the first evidence below it: all of one claim are as sure as each other."""
    found: dict[str, Evidence] = {}
    for pointer, entry in evidence.items():
        while pointer:
            pointer = pointer.rpartition("/")[0]
            found.setdefault(pointer, entry)
    return found
