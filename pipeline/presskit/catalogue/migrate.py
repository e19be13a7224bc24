"""The catalogue's tables brought from whatever version made them to this one's."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from presskit.database import alone, snapshot
from presskit.errors import LedgerUnusable

MIGRATIONS = Path(__file__).parent / "migrations"


def upgraded(engine: Engine) -> None:
    """Every migration that is missing, in one transaction; where none is, nothing is written and nobody waited for.

    Raises LedgerUnusable for a catalogue that a newer version made.
    """
    with snapshot(engine) as connection:
        if not _behind(connection):
            return
        _check_known(engine, connection)
    with engine.begin() as connection:
        alone(connection)
        if _behind(connection):
            command.upgrade(_config(connection), "head")


def is_made(engine: Engine) -> bool:
    """Whether any version made a catalogue here."""
    with snapshot(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision() is not None


def _behind(connection: Connection) -> bool:
    newest = ScriptDirectory.from_config(_config(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() != newest


def _check_known(engine: Engine, connection: Connection) -> None:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(_config(connection)).walk_revisions()}
    if revision is not None and revision not in known:
        told = engine.url.render_as_string()
        raise LedgerUnusable(told, f"A newer Presskit made this catalogue (tables {revision})", "Use that version, or a newer one.")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
