"""What is in the inbox now: new files, changed ones, second names of known ones, and what is gone."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from os import fsencode
from pathlib import PurePosixPath

from sqlalchemy import Connection, Row, and_, delete, func, select, update

from presskit.batch import places
from presskit.batch.job import State
from presskit.batch.ledger import Ledger
from presskit.batch.naming import record_path, shown
from presskit.batch.places import Found, Place
from presskit.batch.tables import aside, extractions, names
from presskit.database import clock, insert_or
from presskit.errors import KitUnreadable, PresskitError, UnknownFormat
from presskit.kits import is_kit
from presskit.parcels import contents, is_parcel

AT_ONCE = 200
"""Files looked at between two glances at the workers."""
PARCELS_KNOWN = 4_096
"""Mails and archives whose lists of files are remembered between two looks."""
SETTLED = 2.0
"""Seconds without a change after which a file is taken to be whole."""
UNSURE = "?"
"""Ends the stamp of a file that might have changed again within the grain of its file system's clock."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file of the inbox and what it holds."""

    found: Found
    sha256: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that is no kit, or one that cannot be read."""

    found: Found
    state: State
    reason: str
    message: str
    retry: bool


@dataclass(slots=True)
class Scan:
    """One look through the inbox, in steps. `unsettled` counts files that are still being written; a `final` look sets them aside."""

    ledger: Ledger
    inbox: Place
    out: Place
    final: bool = False
    unsettled: int = 0

    def steps(self) -> Iterator[None]:
        """Looks at everything, a few files a step, and notes it; then whatever was not seen is no longer in the inbox."""
        with self.ledger.begin() as connection:
            started = clock(connection)
        found = iter(places.files(self.inbox, without=self.out))
        while chunk := list(islice(found, AT_ONCE)):
            self._look(chunk)
            yield
        if not self.unsettled:
            with self.ledger.begin() as connection:
                connection.execute(update(names).where(names.c.current, names.c.seen < started).values(current=False))
                connection.execute(delete(aside).where(aside.c.seen < started))

    def _look(self, chunk: Sequence[Found]) -> None:
        growing = [found for found in chunk if _is_unsettled(found) and is_kit(found.location)]
        self.unsettled += 0 if self.final else len(growing)
        whole = chain.from_iterable(_unpacked(self.inbox, found) for found in chunk if not _is_unsettled(found))
        self._note([], growing)
        while some := list(islice(whole, AT_ONCE)):
            self._note(some, [])

    def _note(self, whole: Sequence[Found], growing: Sequence[Found]) -> None:
        kits = [found for found in whole if is_kit(found.location)]
        with self.ledger.begin() as connection:
            known = _known(connection, kits)
        looked = [_content(self.inbox, found, known.get(found.location)) for found in kits]
        looked += [_still_written(found) for found in growing if self.final]
        looked += [_no_kit(found) for found in whole if not is_kit(found.location) and not _is_readme(found.location)]
        with self.ledger.begin() as connection:
            now = clock(connection)
            for entry in looked:
                if isinstance(entry, Content):
                    note(connection, entry, now, known.get(entry.found.location))
                    ask_for(connection, entry, self.ledger.pipeline)
                else:
                    _put_aside(connection, entry, now)


def _is_unsettled(found: Found) -> bool:
    return 0 <= time.time() - found.changed < SETTLED


def _unpacked(inbox: Place, found: Found) -> Iterator[Found]:
    """The files in a mail or archive; any other file, and one that cannot be opened or holds no kit, is itself."""
    stamp = f"{found.stamp}-{found.size}"
    names = _contents(inbox, found.location, stamp) if is_parcel(found.location) else ()
    if not any(map(is_kit, names)):
        yield found
        return
    for name in names:
        yield replace(found, location=f"{found.location}/{name}", stamp=stamp, inside=True)


@lru_cache(maxsize=PARCELS_KNOWN)
def _contents(inbox: Place, location: str, stamp: str) -> tuple[str, ...]:  # noqa: ARG001
    """Remembered while the parcel stays as it is, which its stamp says."""
    try:
        with places.fetched(inbox, location) as path:
            return tuple(contents(path, places.LIMITS))
    except PresskitError:
        return ()


def _is_readme(location: str) -> bool:
    return PurePosixPath(location).stem.lower() == "readme"


def _known(connection: Connection, kits: Sequence[Found]) -> dict[str, Row[tuple[object, ...]]]:
    """What the ledger last knew of each file, whether or not it was still there."""
    latest = (
        select(names.c.location, func.max(names.c.version).label("version"))
        .where(names.c.location.in_([fsencode(found.location) for found in kits]))
        .group_by(names.c.location)
        .subquery()
    )
    chosen = select(names).join(latest, and_(names.c.location == latest.c.location, names.c.version == latest.c.version))
    rows = {bytes(row.location): row for row in connection.execute(chosen)}
    return {found.location: rows[at] for found in kits if (at := fsencode(found.location)) in rows}


def _content(inbox: Place, found: Found, known: Row[tuple[object, ...]] | None) -> Content | Aside:
    if known is not None and known.stamp == found.stamp and (found.inside or known.bytes == found.size):
        return Content(replace(found, size=known.bytes), known.sha256)
    digest, size = hashlib.sha256(), 0
    try:
        for piece in places.chunks(inbox, found.location):
            digest.update(piece)
            size += len(piece)
    except OSError as refused:
        message = f"The file cannot be opened ({refused.strerror or refused}). {KitUnreadable.advice}"
        return Aside(found, State.FAILED, "unreadable", message, retry=True)
    except PresskitError as refused:
        return Aside(found, State.FAILED, refused.code, f"{refused.reason}. {refused.advice}", retry=refused.retry)
    return Content(replace(found, size=size) if found.inside else found, digest.hexdigest())


def _still_written(found: Found) -> Aside:
    return Aside(found, State.FAILED, "unfinished", "The file is still being written. Run the batch again when it is whole.", retry=True)


def _no_kit(found: Found) -> Aside:
    ending = PurePosixPath(found.location).suffix or "no ending"
    return Aside(found, State.SKIPPED, "unknown-format", f"{ending} is not read. {UnknownFormat.advice}", retry=False)


def note(connection: Connection, content: Content, now: float, known: Row[tuple[object, ...]] | None) -> None:
    """The file goes by this content from now on; other content than before is a new version."""
    found, at = content.found, fsencode(content.found.location)
    stamp = found.stamp + UNSURE * _is_unsettled(found)
    fields = {"bytes": found.size, "stamp": stamp, "current": True, "seen": now}
    if known is not None and known.sha256 == content.sha256:
        connection.execute(update(names).where(names.c.location == at, names.c.version == known.version).values(**fields))
        return
    version = int(known.version) + 1 if known is not None else 1
    row = {"location": at, "version": version, "name": shown(found.location), "sha256": content.sha256, **fields}
    # Two batches may look at the same file at once; whoever comes second finds the row there.
    made = insert_or(connection, names).values(row)
    connection.execute(made.on_conflict_do_update(index_elements=[names.c.location, names.c.version], set_={"current": True, "seen": now}))
    connection.execute(update(names).where(names.c.location == at, names.c.version != version).values(current=False))


def ask_for(connection: Connection, content: Content, pipeline: str) -> None:
    """A row for this content under this pipeline, under the record's name it had before, if it had one."""
    key = (extractions.c.sha256 == content.sha256, extractions.c.pipeline == pipeline)
    if connection.execute(select(extractions.c.state).where(*key)).first():
        return
    earlier = connection.execute(select(extractions.c.record).where(extractions.c.sha256 == content.sha256)).scalars().first()
    row = {
        "sha256": content.sha256,
        "pipeline": pipeline,
        "state": State.WAITING,
        "record": earlier or record_path(content.found.location, content.sha256),
    }
    connection.execute(insert_or(connection, extractions).values(row).on_conflict_do_nothing())


def _put_aside(connection: Connection, entry: Aside, now: float) -> None:
    row: dict[str, object] = {"name": shown(entry.found.location), "state": entry.state, "reason": entry.reason}
    row |= {"message": entry.message, "retry": entry.retry, "seen": now}
    made = insert_or(connection, aside).values(location=fsencode(entry.found.location), **row)
    connection.execute(made.on_conflict_do_update(index_elements=[aside.c.location], set_=row))
    # A kit that can no longer be read is no longer known.
    connection.execute(update(names).where(names.c.location == fsencode(entry.found.location)).values(current=False))
