"""A run kept on disk, and what another run gained and lost against it, item by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ValidationError

from presskit.errors import KitNotFound, RecordInvalid
from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.match import Item
from presskit.evaluate.run import Result
from presskit.evaluate.score import compare_family
from presskit.serialise import write_whole

SHORT = 120
"""Characters of an item that is shown; a longer one is told from others like it by a digest of the whole."""


class PinnedFamily(BaseModel, frozen=True, extra="forbid"):
    """The items of one family of one kit: found, overlooked, and made up."""

    right: list[str] = []
    missed: list[str] = []
    false: list[str] = []


class Pin(BaseModel, frozen=True, extra="forbid"):
    """One run: the corpus it was made on, and every item of every kit."""

    corpus: str
    kits: dict[str, dict[str, PinnedFamily]]


@dataclass(frozen=True, slots=True)
class Turn:
    """One item that came out otherwise than in the pinned run: `what` became of it, and whether that is a gain."""

    kit: str
    family: str
    gained: bool
    what: str
    item: str


def pinned(results: Iterable[Result], corpus: str) -> Pin:
    return Pin(corpus=corpus, kits={result.name: dict(_families(result)) for result in results})


def write_pin(path: Path, pin: Pin) -> None:
    write_whole(path, pin.model_dump_json(indent=1) + "\n")


def read_pin(path: Path) -> Pin:
    """Raises KitNotFound, and RecordInvalid for what no `--pin` wrote."""
    if not path.is_file():
        raise KitNotFound(path, "There is no such run", "Keep one with `presskit evaluate DIR --pin FILE`.")
    try:
        return Pin.model_validate_json(path.read_bytes())
    except ValidationError as refused:
        raise RecordInvalid(path, "This is no pinned run", "Keep one with `presskit evaluate DIR --pin FILE`.") from refused


def turns(before: Pin, now: Pin) -> list[Turn]:
    """What is gained and lost in the kits that both runs have, kit by kit and family by family."""
    shared = [kit for kit in now.kits if kit in before.kits]
    return [turn for kit in shared for family in FAMILIES for turn in _turned(kit, family, (before.kits[kit], now.kits[kit]))]


def _families(result: Result) -> Iterator[tuple[str, PinnedFamily]]:
    for family in FAMILIES:
        outcome = compare_family(family, result.gold, result.output)
        lists = [gold for gold, _ in outcome.matched], outcome.missed, outcome.spurious
        if any(lists):
            right, missed, false = ([_shown(item) for item in items] for items in lists)
            yield family, PinnedFamily(right=sorted(right), missed=sorted(missed), false=sorted(false))


def _turned(kit: str, family: str, runs: Sequence[Mapping[str, PinnedFamily]]) -> Iterator[Turn]:
    before, now = (run.get(family, PinnedFamily()) for run in runs)
    for gained, what, items in (
        (True, "found", _more(now.right, before.right)),
        (True, "no longer false", _more(before.false, now.false)),
        (False, "missed", _more(before.right, now.right)),
        (False, "false", _more(now.false, before.false)),
    ):
        yield from (Turn(kit, family, gained, what, item) for item in items)


def _more(one: Iterable[str], other: Iterable[str]) -> list[str]:
    return sorted((Counter(one) - Counter(other)).elements())


def _shown(item: Item) -> str:
    text = str(item)
    return text if len(text) <= SHORT else f"{text[:SHORT]}… #{sha256(text.encode()).hexdigest()[:8]}"
