"""What Alembic runs a migration in: the connection that `migrate.py` opened, whichever database it leads to."""

from __future__ import annotations

from alembic import context

from presskit.catalogue.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
