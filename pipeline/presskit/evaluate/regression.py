"""Did anything change? Today's record of a sample against the one last approved, difference by difference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from presskit.errors import NoKits
from presskit.evaluate.gold import SAMPLE_KIT, kit_files

APPROVED = "approved.json"


@dataclass(frozen=True, slots=True)
class Sample:
    """One folder of samples/: the kit and the record approved for it (which may not be there yet)."""

    name: str
    kit: Path
    approved: Path


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not what it was. `before` or `now` is None where the value is new or gone."""

    path: str
    before: str | None
    now: str | None


def find_samples(folder: Path) -> list[Sample]:
    """The folders with a `kit.*`; raises NoKits where there is none."""
    folders = sorted(path for path in folder.glob("*") if path.is_dir())
    found = [(inside, kit_files(inside, SAMPLE_KIT)) for inside in folders]
    samples = [Sample(inside.name, files[0], inside / APPROVED) for inside, files in found if files]
    if not samples:
        raise NoKits(folder, "No folder with a kit.pdf, kit.txt or kit.md here", "Name the folder of samples.")
    return samples


def differences(before: str, now: str) -> list[Difference]:
    """What differs between two JSON texts, in document order; nothing where they are equal byte for byte."""
    if before == now:
        return []
    found = list(_between("$", json.loads(before), json.loads(now)))
    return found or [Difference("$", "the same values", "written differently")]


def _between(path: str, before: Any, now: Any) -> Iterator[Difference]:
    if isinstance(before, dict) and isinstance(now, dict):
        yield from _objects(path, before, now)
    elif isinstance(before, list) and isinstance(now, list):
        yield from _lists(path, before, now)
    elif before != now:
        yield Difference(path, _shown(before), _shown(now))


def _objects(path: str, before: dict[str, Any], now: dict[str, Any]) -> Iterator[Difference]:
    for key in dict.fromkeys([*before, *now]):
        at = f"{path}['{key}']" if "/" in key else f"{path}.{key}"
        if key not in now:
            yield Difference(at, _shown(before[key]), None)
        elif key not in before:
            yield Difference(at, None, _shown(now[key]))
        else:
            yield from _between(at, before[key], now[key])


def _lists(path: str, before: Sequence[Any], now: Sequence[Any]) -> Iterator[Difference]:
    """Items that went and came, without calling everything behind them changed; indexes are those of now, for lost items of before."""
    keys = [_shown(item) for item in before], [_shown(item) for item in now]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if tag == "replace" and i2 - i1 == j2 - j1:
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                yield from _between(f"{path}[{j}]", before[i], now[j])
        elif tag != "equal":
            yield from (Difference(f"{path}[{i}]", keys[0][i], None) for i in range(i1, i2))
            yield from (Difference(f"{path}[{j}]", None, keys[1][j]) for j in range(j1, j2))


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
