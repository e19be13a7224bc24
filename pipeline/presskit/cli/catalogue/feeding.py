"""Records into a catalogue while a batch makes them: in a thread beside the supervisor, so that no worker waits."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from presskit.batch.places import Place, fetched
from presskit.catalogue.store import Catalogue, Loaded, digest_of
from presskit.cli.console import report, say, warn
from presskit.errors import KitNotFound, NotLoaded, PresskitError, RecordInvalid
from presskit.record import Extraction
from presskit.records import read_record
from presskit.report import Handed


@dataclass(slots=True)
class Feeder:
    """Takes records below `out` and loads them one by one, in a run that begins with the first that the catalogue lacks."""

    catalogue: Catalogue
    out: Place
    source: str
    run: str = field(default_factory=lambda: secrets.token_hex(4))
    tally: Counter[str] = field(default_factory=Counter)
    waiting: SimpleQueue[str | None] = field(default_factory=SimpleQueue)
    taken: int = 0
    failure: PresskitError | None = None
    given_up: bool = False
    thread: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = Thread(target=self._feed, name="feeder", daemon=True)
        self.thread.start()

    def take(self, record: str) -> None:
        self.taken += 1
        self.waiting.put(record)

    def account(self) -> Handed:
        """What became of everything taken, so far."""
        loaded = sum(self.tally[state] for state in (Loaded.NEW, Loaded.REPLACED, Loaded.KEPT))
        known, refused = self.tally[Loaded.UNCHANGED], self.tally["refused"]
        missing = self.taken - loaded - known - refused
        return Handed(run=self.run if loaded else None, handed=self.taken, loaded=loaded, known=known, refused=refused, missing=missing)

    def finish(self, *, now: bool = False) -> None:
        """Wait until all is loaded, or, `now`, only the record in work. A second time it does nothing."""
        if not self.thread.is_alive():
            return
        self.given_up = now
        self.waiting.put(None)
        self.thread.join()
        self._tell()

    def check(self) -> None:
        """Raises NotLoaded where the catalogue failed."""
        if self.failure is not None:
            missing = f"{self.tally['missing']} records are not in it yet ({self.failure.reason})"
            raise NotLoaded(self.failure.path, missing) from self.failure

    def _feed(self) -> None:
        """After a failure the rest is counted only: the batch goes on, and the next run catches up."""
        known: set[str] | None = None
        while (record := self.waiting.get()) is not None:
            if self.failure is not None or self.given_up:
                self.tally["missing"] += 1
                continue
            try:
                known = self.catalogue.digests() if known is None else known
                self._load(record, known)
            except PresskitError as failure:
                self.tally["missing"] += 1
                self.failure = failure
                warn(f"{failure.path}: nothing more is loaded in this run ({failure.reason})")

    def _load(self, record: str, known: set[str]) -> None:
        """A record that is gone, or does not fit, is nothing that the catalogue could help."""
        try:
            with fetched(self.out, record) as path:
                digest = _digest(path)
                if digest in known:
                    self.tally[Loaded.UNCHANGED] += 1
                    return
                extraction = read_record(path)
        except KitNotFound:
            return
        except PresskitError as refused:
            self._refuse(refused)
            return
        self.catalogue.start_run(self.run, self.source)
        try:
            self.tally[load_told(self.catalogue, extraction, self.run)] += 1
        except RecordInvalid as unfit:
            self._refuse(unfit)
        known.add(digest)

    def _refuse(self, refused: PresskitError) -> None:
        report(refused)
        self.tally["refused"] += 1

    def _tell(self) -> None:
        """Nothing where all was there already."""
        told = [state for state in (*Loaded, "refused") if self.tally[state]]
        if {*told} - {Loaded.UNCHANGED}:
            say(f"Catalogue: {', '.join(f'{self.tally[state]} {state}' for state in told)}; run {self.run}")


def _digest(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except FileNotFoundError as missing:
        raise KitNotFound(path) from missing


def load_told(store: Catalogue, extraction: Extraction, run: str) -> Loaded:
    """Loaded, with a word on corrections that the record has no place for any more."""
    state = store.load(extraction, run)
    if state in (Loaded.NEW, Loaded.REPLACED):
        for message in store.lost_corrections(extraction.source.sha256):
            warn(f"{extraction.source.name}: {message}")
    return state
