"""Of kits of two films nothing is kept any more: one hand's films took rows with their square."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM matches WHERE outcome = 'new'")


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
