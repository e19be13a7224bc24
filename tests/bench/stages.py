"""How long each stage of an extraction takes: the pipeline's own stage functions, wrapped in a clock for one run."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from presskit import extraction
from presskit.record import Extraction

PIPELINE: Any = extraction
STAGES = {"read_file": "readers", "cut": "sections", "languages": "language", "assemble": "assemble"}
TABLES = {"EXTRACTORS": "extractors", "REPORTERS": "extractors", "MENTIONS": "mentions"}

Times = Counter[str]


def extracted(path: Path) -> tuple[Extraction, float, dict[str, float]]:
    """One extraction, its seconds, and the seconds of each stage."""
    spent: dict[str, float] = {}
    with _clocked(spent):
        start = time.process_time()
        made = PIPELINE.extract(path)
        total = time.process_time() - start
    return made, total, spent


@contextmanager
def _clocked(spent: dict[str, float]) -> Iterator[None]:
    """Stage functions and table entries replaced by clocked ones, and put back."""
    kept = {name: getattr(PIPELINE, name) for name in (*STAGES, *TABLES) if hasattr(PIPELINE, name)}
    try:
        for name, stage in STAGES.items():
            setattr(PIPELINE, name, _timed(kept[name], stage, spent))
        for name, stage in TABLES.items():
            setattr(PIPELINE, name, {key: _timed(find, stage, spent) for key, find in kept.get(name, {}).items()})
        yield
    finally:
        for name, value in kept.items():
            setattr(PIPELINE, name, value)


def _timed(call: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def clocked(*args: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            found = call(*args, **options)
            # Extractors are generators: the work is in the walking.
            return list(found) if isinstance(found, Iterator) else found
        finally:
            spent[stage] = spent.get(stage, 0.0) + time.process_time() - start

    return clocked
