"""The one file that knows an embedded SQLite database from one on a PostgreSQL server."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect, Engine, Insert, Table, create_engine, event, insert, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError, OperationalError

from presskit.errors import LedgerBusy, LedgerUnusable, NotWritable, PresskitError, RecordInvalid, ServerFull

T = TypeVar("T")
PATIENCE = float(os.environ.get("PRESSKIT_LEDGER_PATIENCE", "30"))
"""Seconds to wait for somebody else's write before giving up; the environment may say otherwise."""
FULL = ("disk is full", "disk i/o error", "no space left")
CROWDED = ("too many clients", "too many connections", "connection slots are reserved", "no more connections")
READ_ONLY = ("readonly", "read-only", "unable to open")
ADDRESS = "Write it like postgresql://user:password@host/database, or give the path of a file."
RESTARTED = "See whether the server runs and the address is right, then run the batch again: what is finished stays finished."
HELD = "Close the other programs that have the catalogue open, and run the command again."
ROOM = "Make room where it lies, see that you may write there, and run the command again: what is loaded stays loaded."
BREATH = 0.02
"""Seconds between two attempts at what SQLite does not wait for."""
PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds between attempts at a transaction whose server went away: longer together than a server takes to restart."""
CATALOGUE = "catalogue"
LEDGER = "ledger"
"""What a database is to us: what can be done about one that cannot be used depends on it."""
KEPT = "Check the address. Keep the file: it holds what people decided. Take it back from a copy, or give another name for a new catalogue."
CACHE = 65_536
"""Kilobytes of an SQLite file that a connection keeps at most: a kit touches some thousand pages all over a large catalogue."""
LOGGED = 4_000
"""Pages of SQLite's log (16 MB) before they go into the file: several kits at once, for they touch much the same pages."""
READS = "presskit_reads"
"""The option of a connection that only reads."""
LOCKED = ("locked", "busy", "lock timeout", "deadlock")
TOO_LONG = "too long for an index"
STATES = {"55P03": LOCKED[2], "40P01": LOCKED[3], "53100": FULL[2], "53300": CROWDED[0], "54000": TOO_LONG}
"""A server may speak any language; where it gives a number (SQLSTATE), that counts."""


def opened(url: str, *, patience: float = PATIENCE) -> Engine:
    """An engine for a SQLAlchemy URL or the path of an SQLite file. Raises LedgerUnusable."""
    try:
        address = _address(url) if "://" in url else URL.create("sqlite", database=url)
        if address.drivername in ("postgresql", "postgres"):
            address = address.set(drivername="postgresql+psycopg")
        return _sqlite(address, patience) if address.get_backend_name() == "sqlite" else _server(address, patience)
    except (ArgumentError, NoSuchModuleError, ValueError) as wrong:
        # The driver's own words repeat the address with its password.
        raise LedgerUnusable(told(url), "This is no database address", ADDRESS) from wrong
    except ImportError as missing:
        raise LedgerUnusable(told(url), "The PostgreSQL driver is not installed", "Run: pip install 'presskit[postgresql]'") from missing


def _address(url: str) -> URL:
    url.encode()  # what is no text raises a ValueError here, and something else in each driver
    return make_url(url)


def _sqlite(address: URL, patience: float) -> Engine:
    file = Path(address.database or "")
    sealed = _is_sealed(file)
    how = {"creator": partial(_unchanging, file)} if sealed else {"connect_args": {"timeout": patience}}
    engine = create_engine(address, **how)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        # The driver's own transactions begin too late: a read would not hold the write lock that follows it.
        connection.isolation_level = None
        if not sealed:
            _keep_log_apart(connection, patience)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{CACHE}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOGGED}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads = bool(connection.get_execution_options().get(READS))
        connection.exec_driver_sql(f"PRAGMA query_only = {int(reads)}")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _is_sealed(file: Path) -> bool:
    """A whole file on a medium that nobody can write to: SQLite would want to make its log beside it even for reading."""
    try:
        writable = not os.statvfs(file).f_flag & os.ST_RDONLY
        return not writable and file.is_file() and not Path(f"{file}-wal").exists()
    except (OSError, AttributeError):  # no such file, or a system that does not tell
        return False


def _unchanging(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)


def _keep_log_apart(connection: sqlite3.Connection, patience: float) -> None:
    """The write-ahead log. SQLite does not wait by itself where two open a new file at once."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy) or time.monotonic() > until:
                raise
            time.sleep(BREATH)
        else:
            return


def _server(address: URL, patience: float) -> Engine:
    # A plan for any words whatever would not know how many have the words asked for, and walk through them all.
    options = f"-c lock_timeout={int(patience * 1000)} -c client_min_messages=warning -c plan_cache_mode=force_custom_plan"
    return create_engine(address, pool_pre_ping=True, connect_args={"options": options, "connect_timeout": int(max(patience, 2))})


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the database as it is now and cannot write: it waits for no writer, and none waits for it."""
    sqlite_file = engine.dialect.name == "sqlite"
    how: dict[str, Any] = {READS: True} if sqlite_file else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**how) as connection, connection.begin():
        yield connection


def clock(connection: Connection) -> float:
    """Seconds since the epoch, by the clock that all who share the ledger go by."""
    if connection.dialect.name == "sqlite":
        return time.time()
    return float(connection.execute(text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())


def insert_or(connection: Connection, table: Table) -> Any:
    """An INSERT that has on_conflict_do_nothing and on_conflict_do_update."""
    either: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    made: Insert = either(table)
    return made


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns, of text, numbers and truth values, as they are.

    The driver takes them directly: what SQLAlchemy does to each row by itself cost as much as the database.
    """
    if rows:
        statement, order = _insertion(table, tuple(rows[0]), connection.dialect)
        values = [tuple(row[name] for name in order) for row in rows] if order else [dict(row) for row in rows]
        connection.exec_driver_sql(statement, values)


@cache
def _insertion(table: Table, columns: tuple[str, ...], dialect: Dialect) -> tuple[str, tuple[str, ...]]:
    """The statement in the driver's words, and the order of its values where they have no names."""
    compiled: Any = insert(table).compile(dialect=dialect, column_keys=list(columns), for_executemany=True)
    return str(compiled), tuple(compiled.positiontup or ())


def alone(connection: Connection) -> None:
    """Until the transaction ends nobody else is alone: a server would let two write at once. SQLite lets nobody else write anyway."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('presskit'))"))


def wipe(engine: Engine, url: str, tables: Sequence[str]) -> None:
    """What was deleted leaves the file too, not only the tables. Raises LedgerBusy where somebody else holds it open."""
    if engine.dialect.name == "sqlite":
        _wipe_file(engine, url)
        return
    with explained(url, CATALOGUE), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"VACUUM FULL {', '.join(tables)}"))


def _wipe_file(engine: Engine, url: str) -> None:
    """The whole file is written anew, and the log beside it emptied; neither can be done within a transaction."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        held = any(row[0] for row in cursor.fetchall())
    except sqlite3.OperationalError as refused:
        raise _unwiped(url, refused) from refused
    finally:
        raw.close()
    if held:
        raise LedgerBusy(told(url), "The deleted bytes are still in the log beside the file", HELD)


def _unwiped(url: str, refused: sqlite3.OperationalError) -> PresskitError:
    """The file is copied to be wiped: that takes room, and nobody else may have it open."""
    reason = f"The deleted bytes are still in the file ({refused})"
    if any(word in str(refused).lower() for word in FULL):
        return NotWritable(told(url), reason, ROOM)
    return LedgerBusy(told(url), reason, HELD)


def told(url: str) -> str:
    """The address as it may be printed, without its password."""
    try:
        return make_url(url).render_as_string() if "://" in url else url
    except (ArgumentError, ValueError):
        return f"{url.partition('://')[0]}://***"


@contextmanager
def explained(url: str, what: str = LEDGER) -> Iterator[None]:
    """The driver's errors as ours: LedgerBusy, ServerFull, NotWritable or LedgerUnusable; `what` the database is, LEDGER or CATALOGUE."""
    try:
        yield
    except DBAPIError as refused:
        raise _ours(refused, url, what) from refused


def _ours(refused: DBAPIError, url: str, what: str) -> PresskitError:
    driver = refused.orig
    said = STATES.get(getattr(driver, "sqlstate", None) or "", str(driver).lower())
    shown = told(url)
    if isinstance(refused, DataError) or said == TOO_LONG:
        return RecordInvalid(shown, f"The database does not take a value ({_first_line(driver)})")
    if any(word in said for word in LOCKED):
        return LedgerBusy(shown, f"The {what} is locked by somebody else", HELD if what == CATALOGUE else "")
    if any(word in said for word in CROWDED):
        return ServerFull(shown)
    if any(word in said for word in FULL) or (any(word in said for word in READ_ONLY) and not Path(url).is_dir()):
        return NotWritable(shown, f"The {what} cannot be written ({_first_line(driver)})", ROOM if what == CATALOGUE else "")
    reason = f"The {what} cannot be used ({_first_line(driver)})"
    unusable = LedgerUnusable(shown, reason, RESTARTED if "://" in url else KEPT if what == CATALOGUE else "")
    unusable.retry = "://" in url and isinstance(refused, OperationalError)
    return unusable


def _first_line(driver: BaseException | None) -> str:
    return (str(driver).strip() or "no answer").splitlines()[0]


def persisted(transaction: Callable[[], T]) -> T:
    """Done again after a pause where the server went away or had no room; whatever was in work then is rolled back, or was done whole."""
    return _again(transaction, (LedgerUnusable, ServerFull))


def admitted(opening: Callable[[], T]) -> T:
    """Done again after a pause where the server had no room; a wrong address is told at once."""
    return _again(opening, (ServerFull,))


def _again(transaction: Callable[[], T], failures: tuple[type[PresskitError], ...]) -> T:
    until = time.monotonic() + PATIENCE
    for pause in PAUSES:
        try:
            return transaction()
        except failures as gone:
            if not gone.retry or time.monotonic() + pause > until:
                raise
            time.sleep(pause)
    return transaction()
