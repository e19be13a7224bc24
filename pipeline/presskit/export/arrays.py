"""JSON documents that hold a list as long as there are kits, written piece by piece."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

Json = Mapping[str, object]


def array(items: Iterable[Json], head: str = "[", tail: str = "]") -> Iterator[str]:
    """`head`, the items parted by commas, `tail`; indented, so that two exports can be compared line by line."""
    yield head
    between = "\n"
    for item in items:
        yield between + json.dumps(item, ensure_ascii=False, indent=2)
        between = ",\n"
    yield f"\n{tail}\n"


def filled(**values: object) -> dict[str, object]:
    """A JSON object of what is there: None and empty lists are left out."""
    return {key: value for key, value in values.items() if value is not None and value != [] and value != ""}
