"""What a place of the record may hold, by the published schema: a typed VALUE as it is wanted there, or the reason why not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NoReturn

from presskit.catalogue.pointers import END, parts_of, placed
from presskit.errors import CorrectionRefused
from presskit.record import Extraction
from presskit.schema import faults, published

JsonObject = dict[str, Any]
UNPRINTABLE = frozenset(map(chr, range(32))) - frozenset("\n\t")


def value_wanted(record: Extraction, pointer: str, text: str) -> Any:
    """VALUE as JSON where that fits, as the plain string that it is where only that does; None removes. Raises CorrectionRefused."""
    check_pointer(record, pointer)
    kit = record.kit.model_dump(mode="json")
    readings = list(_readings(pointer, text))
    for value in readings:
        if not faults(placed(kit, pointer, value)):
            return value
    reason = faults(placed(kit, pointer, readings[0]))[0].message
    raise CorrectionRefused(pointer, *_told(_schema_at(pointer), readings[0], reason))


def _readings(pointer: str, text: str) -> Iterable[Any]:
    if not text.strip():
        raise CorrectionRefused(pointer, "There is no value", "Give one; `--remove` (in a list: null) takes a value out.")
    try:
        read = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        _printable(pointer, text)
        return [text.strip()]
    for words in _strings(read):
        _printable(pointer, words)
    if isinstance(read, str) and not read.strip():
        raise CorrectionRefused(pointer, "There is no value", "`--remove` (in a list: null) takes a value out.")
    return [read] if isinstance(read, str) or read is None else [read, text.strip()]


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inside in value.values() if isinstance(value, dict) else value:
            yield from _strings(inside)


def _printable(pointer: str, text: str) -> None:
    """A database server takes neither of these, and no kit prints them."""
    if UNPRINTABLE & {*text} or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise CorrectionRefused(pointer, "The value has signs that cannot be printed", "Leave control characters out.")


def check_pointer(record: Extraction, pointer: str) -> None:
    """Raises CorrectionRefused, with what may be meant, for a pointer that leads nowhere."""
    if not pointer.startswith("/"):
        raise CorrectionRefused(pointer, "A pointer begins with a slash", "Write it like /film/year or /credits/crew/0/name.")
    value: Any = record.kit.model_dump(mode="json")
    way = ""
    for part in parts_of(pointer):
        value = _step(value, part, pointer, way)
        way = f"{way}/{part}"


def _step(value: Any, part: str, pointer: str, way: str) -> Any:
    if isinstance(value, list):
        return _item(value, part, pointer, way)
    if not isinstance(value, dict):
        raise CorrectionRefused(pointer, f"{way} has no parts" if value is not None else f"{way} is not stated", f"Correct {way} itself.")
    if part not in value:
        close = get_close_matches(part, value, 3, 0.5) or list(value)
        raise CorrectionRefused(pointer, f"{way or 'A kit'} has no {part}", f"There is {', '.join(f'{way}/{key}' for key in close)}.")
    return value[part]


def _item(items: list[Any], part: str, pointer: str, way: str) -> Any:
    if part == END and pointer == f"{way}/{END}":
        return None
    if part.isascii() and part.isdecimal() and str(int(part)) == part and int(part) < len(items):
        return items[int(part)]
    there = f"{way} has the items 0 to {len(items) - 1}" if items else f"{way} is an empty list"
    raise CorrectionRefused(pointer, there, f"{way}/{END} (or {way} with --add) adds one.")


def _schema_at(pointer: str) -> JsonObject:
    """The part of the kit's schema for a place; what is behind references and alternatives without null."""
    whole = published("kit")
    node = whole
    for part in parts_of(pointer):
        node = _resolved(whole, node)
        node = node["items"] if "items" in node else node["properties"][part]
    return _resolved(whole, node)


def _resolved(whole: JsonObject, node: JsonObject) -> JsonObject:
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            node = whole["$defs"][node["$ref"].rpartition("/")[2]]
        else:
            node = next(one for one in node["anyOf"] if one.get("type") != "null")
    return node


def _told(schema: JsonObject, value: Any, reason: str) -> tuple[str, str]:
    """The reason, and what to write instead: the nearest words of a list, or what the schema says of the place."""
    allowed = schema.get("enum")
    if allowed:
        close = get_close_matches(str(value), allowed, 5, 0.5)
        return f"{json.dumps(value, ensure_ascii=False)} is none of its words", f"Near: {', '.join(close or allowed)}."
    if "any of the given schemas" in reason:
        reason = f"{json.dumps(value, ensure_ascii=False)[:100]} does not fit"
    return reason[:300], f"Wanted: {_described(schema)}."


def _described(schema: JsonObject) -> str:
    """An object by its parts, a number by its bounds, a string by what the schema says of it."""
    if "properties" in schema:
        return f"an object with {', '.join(schema['properties'])}"
    bounds = f", {schema['minimum']} to {schema['maximum']}" if "minimum" in schema else ""
    return str(schema.get("description") or schema.get("type")) + bounds
