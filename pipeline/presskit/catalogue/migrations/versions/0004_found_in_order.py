"""What is found is numbered in the order in which it is shown; PostgreSQL has an index of words for each kind."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KINDS = ("title", "person", "company", "passage")
NUMBER = (
    "CASE kind WHEN 'title' THEN 0 WHEN 'person' THEN 2305843009213693952 WHEN 'company' THEN 4611686018427387904 "
    "ELSE 6917529027641081856 END "
    "+ CASE WHEN length(words) <= 64 THEN length(words) WHEN (length(words) - 64) / 19 < 63 THEN 64 + (length(words) - 64) / 19 "
    "ELSE 127 END * 18014398509481984 + passage % 18014398509481984"
)
"""Kind, length, and what the number was: as passages.py makes it."""


def upgrade() -> None:
    op.execute(f"UPDATE passages SET passage = {NUMBER}")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("INSERT INTO passages_fts(passages_fts) VALUES ('rebuild')")
        return
    op.execute("DROP INDEX ix_passages_words")
    for kind in KINDS:
        op.execute(f"CREATE INDEX ix_passages_words_{kind} ON passages USING gin (to_tsvector('simple', folded)) WHERE kind = '{kind}'")


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
