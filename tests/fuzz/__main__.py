"""`make fuzz`: spoilt files of every format, for as many minutes as asked; only typed errors may come out, in time and in bounds."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from presskit.evaluate.regression import find_samples
from tests.fuzz.corpus import FILES, PDFS
from tests.fuzz.mutants import mutant
from tests.fuzz.watched import MEGABYTES, SECONDS, Tally, watched

AT_ONCE = 50
"""Files that share a process."""
SMALL_ENOUGH = 200_000


@dataclass(slots=True)
class Format:
    """What came of the files of one format; `faults` are those that must not happen, with where the file was kept."""

    files: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    peak: float = 0.0
    faults: list[str] = field(default_factory=list)


def corpus() -> Mapping[str, list[bytes]]:
    """Whole files by format: those made for it, and the samples."""
    found = {suffix: [data] for suffix, data in FILES.items()}
    found[".pdf"] = list(PDFS)
    for sample in find_samples(Path("samples")):
        data = sample.kit.read_bytes()
        if len(data) < SMALL_ENOUGH:
            found.setdefault(sample.kit.suffix, []).append(data)
    return found


def fuzz(minutes: float, seed: int, keep: Path) -> dict[str, Format]:
    """Formats take turns until the time is up."""
    whole = corpus()
    formats = {suffix: Format() for suffix in whole}
    end = time.monotonic() + minutes * 60
    with TemporaryDirectory() as folder:
        for turn, suffix in _turns(list(whole)):
            if time.monotonic() > end:
                return formats
            random = Random(f"{seed} {turn} {suffix}")
            files = [mutant(random.choice(whole[suffix]), random) for _ in range(AT_ONCE)]
            path = Path(folder) / f"kit{suffix}"
            _count(formats[suffix], watched(files, path), path, keep)
    raise AssertionError("turns never end")


def _turns(suffixes: list[str]) -> Iterator[tuple[int, str]]:
    return ((turn, suffix) for turn in count() for suffix in suffixes)


def _count(found: Format, tally: Tally, path: Path, keep: Path) -> None:
    found.files += AT_ONCE
    found.ends += tally.ends
    found.slowest, found.peak = max(found.slowest, tally.slowest), max(found.peak, tally.peak)
    if tally.fault:
        keep.mkdir(parents=True, exist_ok=True)
        kept = keep / f"{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}{path.suffix}"
        shutil.copy(path, kept)
        found.faults.append(f"{kept}: {tally.fault}")


def told(formats: Mapping[str, Format]) -> Iterator[str]:
    yield f"{'format':8}{'files':>8}{'read':>8}{'refused':>8}{'slowest s':>11}{'peak MB':>9}{'faults':>8}  refused as"
    for suffix, found in formats.items():
        read = found.ends["read"]
        errors = ", ".join(f"{name} {number}" for name, number in found.ends.most_common() if name != "read")
        refused = found.ends.total() - read
        yield (f"{suffix:8}{found.files:8}{read:8}{refused:8}{found.slowest:11.2f}{found.peak:9.0f}{len(found.faults):8}  {errors}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"), help="where files go that must not happen")
    chosen = parser.parse_args()
    formats = fuzz(chosen.minutes, chosen.seed, chosen.keep)
    faults = [fault for found in formats.values() for fault in found.faults]
    print(f"{chosen.minutes:g} minutes, seed {chosen.seed}; limits {SECONDS} s and {MEGABYTES} MB a file")  # noqa: T201
    print("\n".join([*told(formats), *faults]))  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
