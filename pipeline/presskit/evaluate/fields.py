"""What two records of one kit are compared by: every fact about the film by itself, and the families that are scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from presskit.evaluate.compare import FAMILIES, Family
from presskit.evaluate.match import Item
from presskit.evaluate.strings import normalised
from presskit.record import Film, PressKit

SECTIONS = "sections"
"""The family whose items are words."""
PARTS = {"births": "biographies", "cast": "credits", "crew": "credits", "companies": "credits"}
"""Where a field lies in the record, if not under its own name."""


def part_of(field: str) -> str:
    """The part of the record at the top that a field belongs to."""
    return PARTS.get(field, field.split(".")[0])


def _stated(values: object) -> Iterator[Item]:
    for value in values if isinstance(values, list) else [values]:
        if value is not None:
            yield Item((normalised(str(value)),), printed=(str(value),))


def _fact(name: str, kit: PressKit) -> Iterator[Item]:
    return _stated(getattr(kit.film, name))


def _languages(kit: PressKit) -> Iterator[Item]:
    return _stated(kit.languages)


def _always(_before: Item, _after: Item) -> float:
    return 1.0


def _field(name: str, items: Callable[[PressKit], Iterator[Item]]) -> Family:
    return Family(name, items, _always)


FIELDS = {
    field.name: field
    for field in (
        _field("languages", _languages),
        *(_field(f"film.{fact}", partial(_fact, fact)) for fact in Film.model_fields),
        *(family for family in FAMILIES.values() if family.name != "film"),
    )
}
