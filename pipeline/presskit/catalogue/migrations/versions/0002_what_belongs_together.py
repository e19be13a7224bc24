"""What belongs together: blocking keys and compared pairs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blocks",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("key", "kit", name=op.f("pk_blocks")),
    )
    op.create_index(op.f("ix_blocks_kit"), "blocks", ["kit"])
    op.create_table(
        "matches",
        sa.Column("one", sa.String(length=64), nullable=False),
        sa.Column("other", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("objected", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_matches")),
    )
    op.create_index(op.f("ix_matches_other"), "matches", ["other"])
    op.create_index(op.f("ix_matches_outcome"), "matches", ["outcome"])


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
