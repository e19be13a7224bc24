"""The published contract: JSON Schemas made from the models, and the faults of a file held against them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from presskit.record import SCHEMA_VERSION, Extraction, PressKit
from presskit.report import REPORT_VERSION, Report
from presskit.vocabulary import vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELS: Mapping[str, type[BaseModel]] = {"extraction": Extraction, "kit": PressKit, "report": Report}
"""The schemas we publish, by the first part of their file name."""
VERSIONS = {"extraction": SCHEMA_VERSION, "kit": SCHEMA_VERSION, "report": REPORT_VERSION}

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a file breaks the contract: a JSON path ($.kit.film.year) and what is wrong there."""

    path: str
    message: str


def file_name(name: str) -> str:
    return f"{name}.schema.json"


@cache
def published(name: str) -> JsonObject:
    """One of the schemas of MODELS as published: no part may be missing at the top, deeper down a key may be left out
    where the kit says nothing. Shared: do not change it."""
    made = MODELS[name].model_json_schema(by_alias=True, mode="serialization")
    described = {"$schema": DIALECT, "$id": f"urn:presskit:schema:{name}:{VERSIONS[name]}", **made, "required": list(made["properties"])}
    return {key: _with_roles(value) for key, value in described.items()}


def published_text(name: str) -> str:
    return json.dumps(published(name), ensure_ascii=False, indent=2) + "\n"


def _with_roles(node: Any) -> Any:
    """The models know a role by its shape only; the schema names the canonical ones, which the vocabulary holds."""
    if isinstance(node, list):
        return [_with_roles(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("description") == "canonical role":
        return {"description": node["description"], "enum": sorted(vocabulary().canonical_roles), "type": "string"}
    return {key: _with_roles(value) for key, value in node.items()}


def faults(value: object) -> list[Fault]:
    """Everything wrong with a decoded JSON file, in document order: an extraction, the report of a batch or a bare kit."""
    held = value.keys() if isinstance(value, dict) else ()
    name = "extraction" if "kit" in held else "report" if "outcomes" in held else "kit"
    found = [Fault(error.json_path, error.message) for error in _validator(name).iter_errors(value)]
    found += [fault for fault in _misfits(MODELS[name], value) if fault.path not in {f.path for f in found}]
    if not found and isinstance(value, dict) and name == "extraction":
        found = list(_dangling(value))
    return sorted(found, key=lambda fault: fault.path)


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(published(name))


def _misfits(model: type[BaseModel], value: object) -> Iterator[Fault]:
    """What the models refuse: nothing, where schema and models are in step."""
    try:
        model.model_validate_json(json.dumps(value))
    except ValidationError as refused:
        for error in refused.errors():
            yield Fault(_json_path(error["loc"]), error["msg"])


def _json_path(parts: tuple[int | str, ...]) -> str:
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)


def _dangling(extraction: JsonObject) -> Iterator[Fault]:
    """Evidence for values that the record does not have."""
    for pointer in extraction["evidence"]:
        if not _resolves(extraction["kit"], pointer):
            yield Fault(f"$.evidence['{pointer}']", "points to nothing in the kit")


def _resolves(value: Any, pointer: str) -> bool:
    """RFC 6901: whether the pointer leads to a value that is there (null is not)."""
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and key.isdigit() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, dict) and key in value:
            value = value[key]
        else:
            return False
    return value is not None
