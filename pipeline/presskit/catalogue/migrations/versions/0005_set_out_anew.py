"""Signatures have a shape, names of agents are counted; kits of earlier versions are marked to be set out anew from their records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ORDERED = sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column("signatures", sa.Column("shape", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(op.f("ix_signatures_shape"), "signatures", ["shape"])
    op.execute(
        "INSERT INTO signatures (kit, film, beside, shape) "
        "SELECT kit, '', '', 0 FROM kits WHERE NOT EXISTS (SELECT 1 FROM signatures WHERE signatures.kit = kits.kit)"
    )
    op.add_column("agents", sa.Column("settled", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "agent_facts",
        sa.Column("agent", sa.String(length=20), nullable=False),
        sa.Column("fact", sa.String(length=10), nullable=False),
        sa.Column("value", ORDERED, nullable=False),
        sa.Column("kits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agent", "fact", "value", name=op.f("pk_agent_facts")),
    )
    op.create_index(op.f("ix_agent_facts_value"), "agent_facts", ["value"])
    # Those of people follow when their kits are set out.
    op.execute(
        "INSERT INTO agent_facts (agent, fact, value, kits) SELECT agent, 'name', name, count(*) FROM agent_names "
        "WHERE agent IS NOT NULL AND kind = 'corporate body' GROUP BY agent, name"
    )
    op.create_index(op.f("ix_decisions_other"), "decisions", ["other"])


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
