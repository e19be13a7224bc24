"""One person, one agent: people of kits, their blocking keys, compared pairs; and what is compared of a kit, kept ready."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ORDERED = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    _people()
    op.create_table(
        "signatures",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("film", sa.Text(), nullable=False),
        sa.Column("beside", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kit", name=op.f("pk_signatures")),
    )
    op.create_table(
        "person_blocks",
        sa.Column("key", ORDERED, nullable=False),
        sa.Column("person", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("key", "person", name=op.f("pk_person_blocks")),
    )
    op.create_index(op.f("ix_person_blocks_person"), "person_blocks", ["person"])
    _matches()
    op.add_column("agent_names", sa.Column("person", sa.String(length=20), nullable=True))
    op.create_index(op.f("ix_agent_names_person"), "agent_names", ["person"])


def _people() -> None:
    op.create_table(
        "persons",
        sa.Column("person", sa.String(length=20), nullable=False),
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("agent", sa.String(length=20), nullable=True),
        sa.Column("name", ORDERED, nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_persons")),
    )
    op.create_index(op.f("ix_persons_kit"), "persons", ["kit"])
    op.create_index(op.f("ix_persons_agent"), "persons", ["agent"])


def _matches() -> None:
    op.create_table(
        "person_matches",
        sa.Column("key", ORDERED, nullable=False),
        sa.Column("one", sa.String(length=20), nullable=False),
        sa.Column("other", sa.String(length=20), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("objected", sa.Boolean(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "one", "other", name=op.f("pk_person_matches")),
    )
    for column in ("one", "other", "outcome"):
        op.create_index(op.f(f"ix_person_matches_{column}"), "person_matches", [column])


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
