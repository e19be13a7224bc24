"""Kits are found by their file names through an index."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_kits_name"), "kits", ["name"])


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
