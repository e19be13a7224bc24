"""Writes a sample's gold: what its kit states, checked against the record's shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from presskit.record import PressKit

SAMPLES = Path(__file__).parent.parent


def flat(text: str) -> str:
    """The words of a text that is laid out over lines and pages."""
    return " ".join(text.split())


def section(kind: str, heading: str | None, *texts: str) -> dict[str, Any]:
    return {"kind": kind, "heading": heading, "text": flat(" ".join(texts))}


def entry(year: int | None, title: str, *others: str, **more: Any) -> dict[str, Any]:
    return {"year": year, "title": title, "other_titles": list(others), **more}


def crew(*rows: tuple[str | None, str, str]) -> list[dict[str, Any]]:
    """Rows of label, roles joined by +, names joined by semicolons; one object per person and function."""
    return [
        {"label": label, "role": role, "name": name.strip()}
        for label, roles, names in rows
        for name in names.split(";")
        for role in roles.split("+")
    ]


def companies(**names: str) -> list[dict[str, Any]]:
    """Names joined by semicolons, by the role they have."""
    return [{"role": role, "name": name.strip()} for role, listed in names.items() for name in listed.split(";")]


def cast(*rows: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [{"actor": actor, "character": character} for actor, character in rows]


def dates(*pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"text": text, "edtf": edtf} for text, edtf in pairs]


def entities(**names: str) -> list[dict[str, Any]]:
    """Names joined by semicolons, by their label."""
    return [{"text": name.strip(), "label": label} for label, listed in names.items() for name in listed.split(";")]


def award(festival: str, year: int | None, result: str, **more: Any) -> dict[str, Any]:
    return {"festival": festival, "year": year, "result": result, **more}


def save(folder: str, **kit: Any) -> None:
    record = PressKit.model_validate(kit).model_dump(mode="json")
    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    (SAMPLES / folder / "gold.json").write_text(text, encoding="utf-8")
