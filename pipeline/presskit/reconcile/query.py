"""What a client may ask: queries, suggestions and extensions, read with care; what cannot be understood is told."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from presskit.reconcile.properties import KNOWN, TYPES

MOST_QUERIES = 50
MOST_IDS = 1000
MOST_CANDIDATES = 50
LONGEST = 1000
"""Signs of a query that are looked at."""
USUAL = 5


class BadRequest(ValueError):
    """The request cannot be understood; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Query:
    """A name to match, and what else is known of it: property and values. An empty `types` is any."""

    words: str
    types: frozenset[str]
    limit: int
    known: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Extension:
    """Values wanted: of these entities these properties."""

    ids: tuple[str, ...]
    properties: tuple[str, ...]


def parsed(text: str, what: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise BadRequest(f"{what}: this is no JSON ({broken})") from broken
    if not isinstance(value, dict):
        raise BadRequest(f"{what}: a JSON object is wanted")
    return value


def queries_of(text: str) -> dict[str, Query]:
    """A batch by the client's own keys. Raises BadRequest."""
    batch = parsed(text, "queries")
    if len(batch) > MOST_QUERIES:
        raise BadRequest(f"queries: {len(batch)} in one batch, at most {MOST_QUERIES} are answered")
    return {key: _query(value, f"queries.{key}") for key, value in batch.items()}


def _query(value: object, where: str) -> Query:
    if not isinstance(value, dict):
        raise BadRequest(f"{where}: a JSON object is wanted")
    words = value.get("query", "")
    if not isinstance(words, str):
        raise BadRequest(f"{where}.query: a text is wanted")
    known = tuple(_known(value.get("properties") or [], f"{where}.properties"))
    if not words.strip() and not known:
        raise BadRequest(f"{where}: neither query nor properties")
    return Query(words[:LONGEST], frozenset(_types(value.get("type"), where)), _limit(value.get("limit"), where), known)


def _types(value: object, where: str) -> Iterator[str]:
    for name in value if isinstance(value, list) else [value] if value else []:
        if not isinstance(name, str):
            raise BadRequest(f"{where}.type: a text or a list of texts is wanted")
        yield name


def _limit(value: object, where: str) -> int:
    if value is None:
        return USUAL
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value < float("inf"):
        raise BadRequest(f"{where}.limit: a number from 1 is wanted")
    return min(int(value), MOST_CANDIDATES)


def _known(value: object, where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Properties that we do not know are no evidence for or against."""
    if not isinstance(value, list):
        raise BadRequest(f"{where}: a list is wanted")
    for number, item in enumerate(value):
        if not isinstance(item, dict) or not isinstance(item.get("pid"), str) or "v" not in item:
            raise BadRequest(f"{where}[{number}]: an object with pid and v is wanted")
        given = item["v"] if isinstance(item["v"], list) else [item["v"]]
        said = tuple(text for text in map(_text, given) if text)
        if said:
            yield item["pid"], said[:MOST_CANDIDATES]


def _text(value: object) -> str:
    """An entity that was matched before goes by its name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("id")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()[:LONGEST]


def extension_of(text: str) -> Extension:
    """Raises BadRequest."""
    asked = parsed(text, "extend")
    ids, properties = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not all(isinstance(name, str) for name in ids):
        raise BadRequest("extend.ids: a list of texts is wanted")
    if len(ids) > MOST_IDS:
        raise BadRequest(f"extend.ids: {len(ids)} at once, at most {MOST_IDS} are answered")
    if not isinstance(properties, list) or not all(isinstance(item, dict) for item in properties):
        raise BadRequest("extend.properties: a list of objects with id is wanted")
    names = tuple(str(item.get("id")) for item in properties)
    unknown = [name for name in names if name not in KNOWN]
    if unknown:
        raise BadRequest(f"extend.properties: there is no property {unknown[0]}; there are {', '.join(KNOWN)}")
    return Extension(tuple(ids), names)


def type_of(name: str) -> str:
    if name and name not in TYPES:
        raise BadRequest(f"type: there is no type {name}; there are {', '.join(TYPES)}")
    return name
