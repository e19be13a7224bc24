"""Gold files and the kits they describe, found beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from presskit.errors import KitNotFound, NoKits, RecordInvalid
from presskit.kits import SUFFIXES
from presskit.record import PressKit

GOLD = ".gold.json"
SAMPLE_GOLD = "gold.json"
SAMPLE_KIT = "kit"


@dataclass(frozen=True, slots=True)
class Pair:
    """A kit and what a person says it states. `texts` are the files to read, the best first."""

    name: str
    gold: Path
    texts: tuple[Path, ...]

    def stated(self) -> PressKit:
        try:
            return PressKit.model_validate_json(self.gold.read_text(encoding="utf-8"))
        except ValidationError as refused:
            reason = f"{refused.error_count()} faults in what should be gold"
            raise RecordInvalid(self.gold, reason, "`presskit validate` lists them; correct the file.") from refused


def corpus_digest(pairs: Iterable[Pair]) -> str:
    """SHA-256 over names, gold and kits: two scores can be compared where it is the same."""
    digest = sha256()
    for pair in sorted(pairs, key=lambda pair: pair.name):
        for path in (pair.gold, *pair.texts):
            digest.update(f"{pair.name}\0{path.suffix}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def find_pairs(golds: Path, kits: Path | None = None) -> list[Pair]:
    """Every `<id>.gold.json` in a folder with `<id>.pdf` or the like from `kits` (or the same folder), and every
    `<sample>/gold.json` with the `kit.*` beside it.

    Raises NoKits where there is no gold and KitNotFound where gold has no kit.
    """
    pairs = [*_flat(golds, kits or golds), *_samples(golds)]
    if not pairs:
        raise NoKits(golds, "No <id>.gold.json and no <sample>/gold.json here", "Name the folder that holds the gold files.")
    return pairs


def kit_files(folder: Path, stem: str) -> tuple[Path, ...]:
    """The files of one kit in the order they are preferred: a PDF before the text made from it."""
    return tuple(path for suffix in SUFFIXES if (path := folder / f"{stem}{suffix}").is_file())


def _flat(golds: Path, kits: Path) -> Iterator[Pair]:
    for gold in sorted(golds.glob(f"*{GOLD}")):
        name = gold.name.removesuffix(GOLD)
        yield _pair(name, gold, kit_files(kits, name))


def _samples(golds: Path) -> Iterator[Pair]:
    for gold in sorted(golds.glob(f"*/{SAMPLE_GOLD}")):
        yield _pair(gold.parent.name, gold, kit_files(gold.parent, SAMPLE_KIT))


def _pair(name: str, gold: Path, texts: tuple[Path, ...]) -> Pair:
    if not texts:
        raise KitNotFound(gold, "There is no kit for this gold file", f"Put {name} with one of {', '.join(SUFFIXES)} beside it.")
    return Pair(name, gold, texts)
