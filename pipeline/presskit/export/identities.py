"""Which work and which agents a kit speaks of, where a catalogue knows it; from record files alone nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from presskit.export.account import Account
from presskit.record import Extraction

Named = tuple[str, Extraction]


@dataclass(slots=True)
class Identities:
    """Of the kit that is being written: whoever hands over records says so before each."""

    catalogued: bool = False
    work: str = ""
    agents: Mapping[str, str] = field(default_factory=dict)

    def work_of(self, extraction: Extraction) -> str:
        """The catalogue's name of the film, else the kit's digest: then every kit is its own film."""
        return self.work or extraction.source.sha256


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit of a film, and what is written of it."""

    name: str
    extraction: Extraction
    account: Account
    agents: Mapping[str, str]


def films(records: Iterable[Named], identities: Identities) -> Iterator[tuple[str, list[Kit]]]:
    """Works and their kits, which come one after the other."""
    told = ((identities.work_of(extraction), Kit(name, extraction, Account(), identities.agents)) for name, extraction in records)
    for work, kits in groupby(told, key=lambda pair: pair[0]):
        yield work, [kit for _, kit in kits]
