"""The catalogue's tables brought from whatever version made them to this one's."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from presskit.database import alone, snapshot

MIGRATIONS = Path(__file__).parent / "migrations"


def upgraded(engine: Engine) -> None:
    """Every migration that is missing, in one transaction; where none is, nothing is written and nobody waited for."""
    with snapshot(engine) as connection:
        if not _behind(connection):
            return
    with engine.begin() as connection:
        alone(connection)
        if _behind(connection):
            command.upgrade(_config(connection), "head")


def _behind(connection: Connection) -> bool:
    newest = ScriptDirectory.from_config(_config(connection)).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() != newest


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
