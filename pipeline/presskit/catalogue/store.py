"""The catalogue as something to write to: one transaction per kit, the same however often and in whatever order it is done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from packaging.version import InvalidVersion, Version
from pydantic import ValidationError
from sqlalchemy import Connection, Engine, delete, insert, select, update

from presskit.catalogue import tables
from presskit.catalogue.bodies import assign_bodies, leave_bodies
from presskit.catalogue.correcting import as_corrected
from presskit.catalogue.forget import is_forgotten, without_contacts
from presskit.catalogue.identify import identify, withdraw
from presskit.catalogue.kept import is_outdated, outdated, set_aside
from presskit.catalogue.migrate import upgraded
from presskit.catalogue.passages import passages_of
from presskit.catalogue.rows import Row, rows_of
from presskit.database import CATALOGUE, alone, clock, explained, insert_or, opened, persisted, snapshot
from presskit.database import told as url_told
from presskit.record import Extraction
from presskit.serialise import to_json


class Loaded(StrEnum):
    """What became of a record: `kept` is one of an older pipeline, on record but not what the catalogue goes by."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A database of films, people and kits."""

    url: str
    engine: Engine

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction. Raises LedgerBusy, LedgerUnusable or NotWritable."""
        with explained(self.url, CATALOGUE), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """The catalogue as it is now, for reading alone; raises as `begin`, but never for another's lock."""
        with explained(self.url, CATALOGUE), snapshot(self.engine) as connection:
            yield connection

    def start_run(self, run: str, source: str) -> None:
        """Open the run under which records are loaded; opening it twice is opening it once."""
        with self.begin() as connection:
            row = {"run": run, "started": clock(connection), "source": source}
            connection.execute(insert_or(connection, tables.runs).values(row).on_conflict_do_nothing())

    def load(self, extraction: Extraction, run: str) -> Loaded:
        """Put a record into the catalogue, whole or not at all; once more where the server was restarted meanwhile."""
        digest = digest_of(to_json(extraction).encode("utf-8"))
        return persisted(lambda: self._load(extraction, digest, run))

    def _load(self, extraction: Extraction, digest: str, run: str) -> Loaded:
        with self.begin() as connection:
            alone(connection)
            known = current(connection, extraction.source.sha256)
            if known == digest:
                return Loaded.UNCHANGED
            if is_forgotten(connection, extraction.source.sha256):
                extraction = without_contacts(extraction)
            _keep(connection, extraction, digest, run)
            if known and _is_older(extraction.source.pipeline, _pipeline(connection, known)):
                return Loaded.KEPT
            _set_out(connection, extraction, digest)
            return Loaded.REPLACED if known else Loaded.NEW

    def digests(self) -> set[str]:
        """The extractions on record."""
        with self.read() as connection:
            return {*connection.execute(select(tables.extractions.c.extraction)).scalars()}


def digest_of(record: bytes) -> str:
    """What names an extraction: the digest of the record's file as Presskit writes it."""
    return hashlib.sha256(record).hexdigest()


def open_catalogue(url: str, tell: Callable[[str], None] = lambda _: None) -> Catalogue:
    """The catalogue at a database URL or in an SQLite file, brought up to this version; `tell` hears of what takes long."""
    engine = opened(url)
    with explained(url, CATALOGUE):
        upgraded(engine)
    catalogue = Catalogue(url, engine)
    with catalogue.read() as connection:
        kits = outdated(connection)
    if kits:
        tell(f"{url_told(url)}: {len(kits)} kits are set out anew, once; what is interrupted goes on the next time")
        for kit in kits:
            _renew(catalogue, kit, tell)
    return catalogue


def _renew(catalogue: Catalogue, kit: str, tell: Callable[[str], None]) -> None:
    """A kit as an earlier version left it, from its record. Nothing where somebody else was quicker."""
    with catalogue.begin() as connection:
        alone(connection)
        if not is_outdated(connection, kit):
            return
        try:
            refresh(connection, kit)
        except ValidationError:
            set_aside(connection, kit)
            tell(f"{kit[:12]}: the record kept of this kit cannot be read any more; extract it again and load that")


def current(connection: Connection, kit: str) -> str | None:
    """The extraction a kit stands for in the catalogue."""
    return connection.execute(select(tables.kits.c.extraction).where(tables.kits.c.kit == kit)).scalar_one_or_none()


def record_of(connection: Connection, kit: str) -> Extraction:
    """The record that a kit stands for, as people corrected it."""
    return as_corrected(connection, machine_record(connection, kit)).record


def machine_record(connection: Connection, kit: str) -> Extraction:
    """The record that a kit stands for, as it was extracted."""
    kept = select(tables.extractions.c.record).where(tables.extractions.c.extraction == current(connection, kit))
    return Extraction.model_validate_json(connection.execute(kept).scalar_one())


def refresh(connection: Connection, kit: str) -> None:
    """Set out a kit anew after people decided something about it; nothing where it is not loaded."""
    extraction = current(connection, kit)
    if extraction is not None:
        _set_out(connection, machine_record(connection, kit), extraction)


def _set_out(connection: Connection, extraction: Extraction, digest: str) -> None:
    """A record in all tables, with what people corrected in it, and the work of its kit."""
    said = as_corrected(connection, extraction).record
    write_claims(connection, said, digest)
    identify(connection, said.source.sha256, said.kit)


def write_claims(connection: Connection, extraction: Extraction, digest: str) -> None:
    """Replace everything that the catalogue holds of this kit by what the record says."""
    kit = extraction.source.sha256
    bodies = leave_bodies(connection, kit)
    remove_claims(connection, kit)
    connection.execute(insert(tables.kits).values(_kit_row(extraction, digest)))
    for table, rows in (*rows_of(extraction).items(), (tables.passages, list(passages_of(extraction)))):
        if rows:
            connection.execute(insert(table), rows)
    assign_bodies(connection, kit, bodies)


def remove_claims(connection: Connection, kit: str) -> None:
    for table in tables.PARTS:
        connection.execute(delete(table).where(table.c.kit == kit))
    connection.execute(delete(tables.kits).where(tables.kits.c.kit == kit))


def _kit_row(extraction: Extraction, digest: str) -> Row:
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


def _keep(connection: Connection, extraction: Extraction, digest: str, run: str) -> None:
    """Under the digest of the record as it came, which knows it again even where its contacts are forgotten."""
    row = {
        "extraction": digest,
        "kit": extraction.source.sha256,
        "run": run,
        "loaded": clock(connection),
        "pipeline": extraction.source.pipeline,
        "settings": repr(sorted(extraction.source.settings.items())),
        "record": to_json(extraction),
    }
    kept = insert_or(connection, tables.extractions).values(row)
    again = {"run": run, "loaded": row["loaded"]}
    connection.execute(kept.on_conflict_do_update(index_elements=[tables.extractions.c.extraction], set_=again))


def _pipeline(connection: Connection, extraction: str) -> str:
    found = select(tables.extractions.c.pipeline).where(tables.extractions.c.extraction == extraction)
    return str(connection.execute(found).scalar_one())


def _is_older(one: str, other: str) -> bool:
    try:
        return Version(one) < Version(other)
    except InvalidVersion:
        return one < other


def undo(catalogue: Catalogue, run: str) -> int:
    """Take back what a run loaded: kits fall back on the record they had before it, or leave. How many kits were concerned."""
    with catalogue.begin() as connection:
        alone(connection)
        loaded = select(tables.extractions).where(tables.extractions.c.run == run).order_by(tables.extractions.c.extraction)
        rows = connection.execute(loaded).all()
        for row in rows:
            stands = current(connection, row.kit) == row.extraction
            connection.execute(delete(tables.extractions).where(tables.extractions.c.extraction == row.extraction))
            if stands:
                _fall_back(connection, row.kit)
        connection.execute(update(tables.runs).where(tables.runs.c.run == run).values(undone=clock(connection)))
        return len({row.kit for row in rows})


def _fall_back(connection: Connection, kit: str) -> None:
    earlier = select(tables.extractions).where(tables.extractions.c.kit == kit).order_by(tables.extractions.c.loaded.desc())
    row = connection.execute(earlier.limit(1)).first()
    if row is None:
        bodies = leave_bodies(connection, kit)
        remove_claims(connection, kit)
        assign_bodies(connection, kit, bodies)
        withdraw(connection, kit)
    else:
        _set_out(connection, Extraction.model_validate_json(row.record), row.extraction)
