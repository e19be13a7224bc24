"""The catalogue's tables brought from whatever version made them to this one's."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from presskit.database import alone

MIGRATIONS = Path(__file__).parent / "migrations"


def upgraded(engine: Engine) -> None:
    """Every migration that is missing, in one transaction; nothing where none is."""
    with engine.begin() as connection:
        alone(connection)
        config = _config(connection)
        if MigrationContext.configure(connection).get_current_revision() != ScriptDirectory.from_config(config).get_current_head():
            command.upgrade(config, "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config
