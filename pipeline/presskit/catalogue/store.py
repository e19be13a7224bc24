"""The catalogue as something to write to: one transaction per kit, the same however often and in whatever order it is done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from presskit.catalogue import tables
from presskit.catalogue.bodies import assign_bodies, leave_bodies, with_bodies
from presskit.catalogue.correcting import as_corrected, lost_corrections
from presskit.catalogue.extractions import in_rank, is_older
from presskit.catalogue.forget import is_forgotten, without_contacts
from presskit.catalogue.identify import identify, withdraw
from presskit.catalogue.kept import is_outdated, outdated, set_aside
from presskit.catalogue.legible import fitting, legible, legible_record
from presskit.catalogue.migrate import is_made, upgraded
from presskit.catalogue.passages import passages_of
from presskit.catalogue.reading import kept_record
from presskit.catalogue.rows import Row, rows_of
from presskit.database import CATALOGUE, admitted, alone, clock, explained, insert_or, opened, persisted, put, snapshot
from presskit.database import told as url_told
from presskit.errors import LedgerUnusable, RecordInvalid
from presskit.record import Extraction
from presskit.serialise import to_json


class Loaded(StrEnum):
    """What became of a record: `kept` is one of an older pipeline, on record but not what the catalogue goes by."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Kept:
    """A record as it is kept: the digest of its text as it came, which knows it again even where its contacts are forgotten."""

    digest: str
    text: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A database of films, people and kits."""

    url: str
    engine: Engine

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction that may write: whoever else would, waits. Raises LedgerBusy, ServerFull, LedgerUnusable or NotWritable."""
        with explained(self.url, CATALOGUE), self.engine.begin() as connection:
            alone(connection)
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """The catalogue as it is now, for reading alone; raises as `begin`, but never for another's lock."""
        with explained(self.url, CATALOGUE), snapshot(self.engine) as connection:
            yield connection

    def start_run(self, run: str, source: str) -> None:
        """Open the run under which records are loaded; opening it twice is opening it once, and one that was undone stands again."""
        persisted(lambda: self._start_run(run, source))

    def _start_run(self, run: str, source: str) -> None:
        with self.begin() as connection:
            row = {"run": run, "started": clock(connection), "source": legible(source)}
            opened_again = insert_or(connection, tables.runs).values(row)
            connection.execute(opened_again.on_conflict_do_update(index_elements=[tables.runs.c.run], set_={"undone": None}))

    def load(self, extraction: Extraction, run: str) -> Loaded:
        """Put a record into the catalogue, whole or not at all; once more where the server was restarted meanwhile.

        Raises RecordInvalid, with the kit's name, for a record that the database does not take; and as `begin`.
        """
        text = to_json(extraction)
        digest = digest_of(text.encode("utf-8"))
        try:
            return persisted(lambda: self._load(extraction, Kept(digest, text), run))
        except RecordInvalid as unfit:
            raise RecordInvalid(extraction.source.name, unfit.reason, unfit.advice) from unfit

    def _load(self, extraction: Extraction, kept: Kept, run: str) -> Loaded:
        with self.begin() as connection:
            known = current(connection, extraction.source.sha256)
            if known == kept.digest:
                return Loaded.UNCHANGED
            if is_forgotten(connection, extraction.source.sha256):
                extraction = without_contacts(extraction)
                kept = Kept(kept.digest, to_json(extraction))
            _keep(connection, extraction, kept, run)
            if known and is_older(extraction.source.pipeline, _pipeline(connection, known)):
                return Loaded.KEPT
            _set_out(connection, extraction, kept)
            return Loaded.REPLACED if known else Loaded.NEW

    def digests(self) -> set[str]:
        """The extractions on record."""
        return persisted(self._digests)

    def lost_corrections(self, kit: str) -> list[str]:
        """What is told of corrections of a kit that its newest record has no place for any more."""
        return persisted(lambda: self._lost(kit))

    def _lost(self, kit: str) -> list[str]:
        with self.read() as connection:
            return lost_corrections(connection, kit)

    def _digests(self) -> set[str]:
        with self.read() as connection:
            return {*connection.execute(select(tables.extractions.c.extraction)).scalars()}


def digest_of(record: bytes) -> str:
    """What names an extraction: the digest of the record's file as Presskit writes it."""
    return hashlib.sha256(record).hexdigest()


def open_catalogue(url: str, tell: Callable[[str], None] = lambda _: None, *, make: bool = True) -> Catalogue:
    """The catalogue at a database URL or in an SQLite file, brought up to this version; `tell` hears of what takes long.

    Raises LedgerUnusable where there is none and none is to be made.
    """
    engine = opened(url)
    if not make and not admitted(lambda: _is_there(url, engine)):
        raise LedgerUnusable(url_told(url), "There is no catalogue here", "Check the address; `presskit catalogue load` makes one.")
    catalogue = Catalogue(url, engine)
    kits = admitted(lambda: _brought_up(catalogue))
    if kits:
        tell(f"{url_told(url)}: {len(kits)} kits are set out anew, once; what is interrupted goes on the next time")
        for kit in kits:
            _renew(catalogue, kit, tell)
    return catalogue


def _is_there(url: str, engine: Engine) -> bool:
    # To look into a file that is not there would make one.
    if engine.dialect.name == "sqlite" and not Path(engine.url.database or "").is_file():
        return False
    with explained(url, CATALOGUE):
        return is_made(engine)


def _brought_up(catalogue: Catalogue) -> list[str]:
    """All tables as this version has them; the kits that are still to be set out anew."""
    with explained(catalogue.url, CATALOGUE):
        upgraded(catalogue.engine)
    with catalogue.read() as connection:
        return outdated(connection)


def _renew(catalogue: Catalogue, kit: str, tell: Callable[[str], None]) -> None:
    """A kit as an earlier version left it, from its record. Nothing where somebody else was quicker."""
    with catalogue.begin() as connection:
        if not is_outdated(connection, kit):
            return
        try:
            refresh(connection, kit)
        except RecordInvalid as unfit:
            set_aside(connection, kit)
            tell(str(unfit))


def current(connection: Connection, kit: str) -> str | None:
    """The extraction a kit stands for in the catalogue."""
    return connection.execute(select(tables.kits.c.extraction).where(tables.kits.c.kit == kit)).scalar_one_or_none()


def record_of(connection: Connection, kit: str) -> Extraction:
    """The record that a kit stands for, as people corrected it."""
    return as_corrected(connection, machine_record(connection, kit)).record


def machine_record(connection: Connection, kit: str) -> Extraction:
    """The record that a kit stands for, as it was extracted."""
    return kept_record(_text(connection, current(connection, kit)), kit)


def _text(connection: Connection, extraction: str | None) -> str:
    table = tables.extractions.c
    return str(connection.execute(select(table.record).where(table.extraction == extraction)).scalar_one())


def refresh(connection: Connection, kit: str) -> None:
    """Set out a kit anew after people decided something about it; nothing where it is not loaded."""
    extraction = current(connection, kit)
    if extraction is not None:
        text = _text(connection, extraction)
        _set_out(connection, kept_record(text, kit), Kept(extraction, text))


def _set_out(connection: Connection, extraction: Extraction, kept: Kept) -> None:
    """A record in all tables, with what people corrected in it, and the work of its kit."""
    said = as_corrected(connection, extraction).record
    said = legible_record(said, kept.text if said is extraction else to_json(said))
    write_claims(connection, said, kept.digest)
    identify(connection, said.source.sha256, said.kit)


def write_claims(connection: Connection, extraction: Extraction, digest: str) -> None:
    """Replace everything that the catalogue holds of this kit by what the record says."""
    kit = extraction.source.sha256
    bodies: set[str] = set()
    if current(connection, kit) is not None:
        bodies = leave_bodies(connection, kit)
        remove_claims(connection, kit)
    connection.execute(insert(tables.kits).values(kit_row(extraction, digest)))
    for table, rows in (*rows_of(extraction).items(), (tables.passages, list(passages_of(extraction)))):
        fit = fitting(table, rows)
        put(connection, table, with_bodies(fit) if table is tables.agent_names else fit)
    assign_bodies(connection, kit, bodies)


def remove_claims(connection: Connection, kit: str) -> None:
    for table in tables.PARTS:
        connection.execute(delete(table).where(table.c.kit == kit))
    connection.execute(delete(tables.kits).where(tables.kits.c.kit == kit))


def kit_row(extraction: Extraction, digest: str) -> Row:
    """A kit, as yet of no work."""
    source = extraction.source
    return {
        "kit": source.sha256,
        "extraction": digest,
        "name": source.name,
        "media_type": source.media_type,
        "bytes": source.bytes,
        "pages": source.pages,
        "languages": "; ".join(extraction.kit.languages),
        "partial": extraction.partial,
    }


def _keep(connection: Connection, extraction: Extraction, kept: Kept, run: str) -> None:
    row = {"run": run, "loaded": clock(connection), **record_row(extraction, kept)}
    kept_row = insert_or(connection, tables.extractions).values(row)
    again = {"run": run, "loaded": row["loaded"]}
    connection.execute(kept_row.on_conflict_do_update(index_elements=[tables.extractions.c.extraction], set_=again))


def record_row(extraction: Extraction, kept: Kept) -> Row:
    """A record, whole; not yet when and in which run it was loaded."""
    return {
        "extraction": kept.digest,
        "kit": extraction.source.sha256,
        "pipeline": legible(extraction.source.pipeline),
        "settings": repr(sorted(extraction.source.settings.items())),
        "record": kept.text,
    }


def _pipeline(connection: Connection, extraction: str) -> str:
    found = select(tables.extractions.c.pipeline).where(tables.extractions.c.extraction == extraction)
    return str(connection.execute(found).scalar_one())


def undo(catalogue: Catalogue, run: str, watched: Callable[[Sequence[Any]], Iterable[Any]] = iter) -> int:
    """Take back what a run loaded, all of it or nothing: kits fall back on the record they had before it, or leave. How many kits
    were concerned. It takes about as long as loading them; `watched` sees one record after another go."""
    with catalogue.begin() as connection:
        loaded = select(tables.extractions).where(tables.extractions.c.run == run).order_by(tables.extractions.c.extraction)
        rows = connection.execute(loaded).all()
        for row in watched(rows):
            stands = current(connection, row.kit) == row.extraction
            connection.execute(delete(tables.extractions).where(tables.extractions.c.extraction == row.extraction))
            if stands:
                fall_back(connection, row.kit)
        connection.execute(update(tables.runs).where(tables.runs.c.run == run).values(undone=clock(connection)))
        return len({row.kit for row in rows})


def fall_back(connection: Connection, kit: str) -> None:
    """The kit stands for the best of the extractions that are left of it, or leaves the tables."""
    row = next(iter(in_rank(connection, kit)), None)
    if row is None:
        bodies = leave_bodies(connection, kit)
        remove_claims(connection, kit)
        assign_bodies(connection, kit, bodies)
        withdraw(connection, kit)
    else:
        _set_out(connection, kept_record(row.record, kit), Kept(row.extraction, row.record))
