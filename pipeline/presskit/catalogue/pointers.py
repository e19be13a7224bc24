"""Places in a kit's record as JSON Pointers (RFC 6901): read, written, removed, told by their kind."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

END = "-"
"""The place after the last item of a list, as in RFC 6902."""


def parts_of(pointer: str) -> tuple[str, ...]:
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])


def pointer_of(parts: tuple[str, ...]) -> str:
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def field_of(pointer: str) -> str:
    """The pointer with a star for every position: which kind of place this is."""
    return "".join("/*" if part.isdecimal() else f"/{part}" for part in pointer.split("/")[1:])


def item_of(pointer: str) -> str:
    """The innermost item of a list that the place is in or is; empty where there is none."""
    parts = pointer.split("/")
    last = max((n for n, part in enumerate(parts) if part.isdecimal()), default=0)
    return "/".join(parts[: last + 1])


def inside(pointer: str, outer: str) -> bool:
    """Whether the place is the outer one or in it."""
    return pointer == outer or pointer.startswith(f"{outer}/")


def value_at(value: Any, pointer: str) -> Any:
    """Raises LookupError where the pointer leads nowhere."""
    for part in parts_of(pointer):
        value = value[_key(value, part)]
    return value


def _key(value: Any, part: str) -> int | str:
    if isinstance(value, list):
        if not part.isdecimal():
            raise KeyError(part)
        return int(part)
    if not isinstance(value, dict):
        raise KeyError(part)
    return part


def placed(value: Any, pointer: str, new: Any) -> Any:
    """A copy with `new` at the pointer: None takes an item out of its list, and END puts one at its end."""
    made = copy.deepcopy(value)
    *way, last = parts_of(pointer)
    holder = value_at(made, pointer_of(tuple(way)))
    if not isinstance(holder, list):
        holder[_key(holder, last)] = _empty(holder[last]) if new is None else new
    elif last == END:
        holder.append(new)
    elif new is None:
        del holder[int(last)]
    else:
        holder[int(last)] = new
    return made


def _empty(old: Any) -> Any:
    return [] if isinstance(old, list) else None


def matching(value: Any, field: str) -> Iterator[str]:
    """Every place of this kind, in order."""
    first, _, rest = field.removeprefix("/").partition("/")
    if first == "*":
        keys = [str(n) for n in range(len(value))] if isinstance(value, list) else []
    else:
        keys = [first] if isinstance(value, dict) and first in value else []
    for key in keys:
        deeper = matching(value[_key(value, key)], f"/{rest}") if rest else ("",)
        yield from (f"/{key}{found}" for found in deeper)


def moved(pointer: str, removed: str) -> str | None:
    """Where a place is once an item of a list is taken out; None for what was in it."""
    listed, _, position = removed.rpartition("/")
    if inside(pointer, removed):
        return None
    if not inside(pointer, listed) or pointer == listed:
        return pointer
    here, slash, rest = pointer.removeprefix(f"{listed}/").partition("/")
    return f"{listed}/{int(here) - (int(here) > int(position))}{slash}{rest}"
