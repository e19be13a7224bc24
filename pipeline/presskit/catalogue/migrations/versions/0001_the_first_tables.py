"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agents",
        sa.Column("agent", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("born", sa.Text(), nullable=True),
        sa.Column("birthplace", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agent", name=op.f("pk_agents")),
    )
    with op.batch_alter_table("agents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agents_name"), ["name"], unique=False)

    op.create_table(
        "decisions",
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made", sa.Float(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("one", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("other", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("undone", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("decision", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index("ix_decisions_kind", ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_one"), ["one"], unique=False)

    op.create_table(
        "extractions",
        sa.Column("extraction", sa.String(length=64), nullable=False),
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("loaded", sa.Float(), nullable=False),
        sa.Column("pipeline", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("extraction", name=op.f("pk_extractions")),
    )
    with op.batch_alter_table("extractions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_extractions_kit"), ["kit"], unique=False)
        batch_op.create_index(batch_op.f("ix_extractions_run"), ["run"], unique=False)

    op.create_table(
        "kits",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("work", sa.String(length=20), nullable=True),
        sa.Column("extraction", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("languages", sa.Text(), nullable=True),
        sa.Column("partial", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("kit", name=op.f("pk_kits")),
    )
    with op.batch_alter_table("kits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kits_work"), ["work"], unique=False)

    op.create_table(
        "runs",
        sa.Column("run", sa.String(length=32), nullable=False),
        sa.Column("started", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("undone", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("run", name=op.f("pk_runs")),
    )
    op.create_table(
        "works",
        sa.Column("work", sa.String(length=20), nullable=False),
        sa.Column("title", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("runtime_minutes", sa.Integer(), nullable=True),
        sa.Column("directors", sa.Text(), nullable=True),
        sa.Column("kits", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("work", name=op.f("pk_works")),
    )
    with op.batch_alter_table("works", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_works_title"), ["title"], unique=False)

    op.create_table(
        "activities",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("character", sa.Text(), nullable=True),
        sa.Column("billing", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_activities_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_activities")),
    )
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activities_name"), ["name"], unique=False)

    op.create_table(
        "agent_names",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("agent", sa.String(length=20), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_agent_names_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_agent_names")),
    )
    with op.batch_alter_table("agent_names", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agent_names_agent"), ["agent"], unique=False)
        batch_op.create_index(batch_op.f("ix_agent_names_name"), ["name"], unique=False)

    op.create_table(
        "births",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("born", sa.Text(), nullable=True),
        sa.Column("birthplace", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_births_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_births")),
    )
    op.create_table(
        "contacts",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("people", sa.Text(), nullable=True),
        sa.Column("emails", sa.Text(), nullable=True),
        sa.Column("phones", sa.Text(), nullable=True),
        sa.Column("websites", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_contacts_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_contacts")),
    )
    op.create_table(
        "dates",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("edtf", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_dates_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_dates")),
    )
    op.create_table(
        "descriptions",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_descriptions_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_descriptions")),
    )
    op.create_table(
        "events",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("festival", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("award", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("film", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_events_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_festival"), ["festival"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("pointer", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_evidence_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "pointer", "n", name=op.f("pk_evidence")),
    )
    op.create_table(
        "exchanges",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("interview", sa.Integer(), nullable=True),
        sa.Column("interviewees", sa.Text(), nullable=True),
        sa.Column("interviewers", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_exchanges_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_exchanges")),
    )
    op.create_table(
        "filmography_entries",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("title", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("other_titles", sa.Text(), nullable=True),
        sa.Column("forms", sa.Text(), nullable=True),
        sa.Column("runtime_minutes", sa.Integer(), nullable=True),
        sa.Column("roles", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_filmography_entries_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_filmography_entries")),
    )
    with op.batch_alter_table("filmography_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_filmography_entries_person"), ["person"], unique=False)
        batch_op.create_index(batch_op.f("ix_filmography_entries_title"), ["title"], unique=False)

    op.create_table(
        "footnotes",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("marker", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_footnotes_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_footnotes")),
    )
    op.create_table(
        "issues",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("pointer", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_issues_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_issues")),
    )
    with op.batch_alter_table("issues", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_issues_code"), ["code"], unique=False)

    op.create_table(
        "manifestations",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("runtime_minutes", sa.Integer(), nullable=True),
        sa.Column("countries", sa.Text(), nullable=True),
        sa.Column("languages", sa.Text(), nullable=True),
        sa.Column("subtitles", sa.Text(), nullable=True),
        sa.Column("forms", sa.Text(), nullable=True),
        sa.Column("genres", sa.Text(), nullable=True),
        sa.Column("aspect_ratio", sa.Text(), nullable=True),
        sa.Column("sound", sa.Text(), nullable=True),
        sa.Column("colour", sa.Text(), nullable=True),
        sa.Column("formats", sa.Text(), nullable=True),
        sa.Column("directors", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_manifestations_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", name=op.f("pk_manifestations")),
    )
    with op.batch_alter_table("manifestations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_manifestations_title"), ["title"], unique=False)

    op.create_table(
        "mentions",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_mentions_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_mentions")),
    )
    with op.batch_alter_table("mentions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mentions_name"), ["name"], unique=False)

    op.create_table(
        "passages",
        sa.Column("passage", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_passages_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("passage", name=op.f("pk_passages")),
    )
    with op.batch_alter_table("passages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_passages_kit"), ["kit"], unique=False)

    op.create_table(
        "sections",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_sections_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_sections")),
    )
    op.create_table(
        "titles",
        sa.Column("kit", sa.String(length=64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text().with_variant(sa.TEXT(collation="C"), "postgresql"), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["kit"], ["kits.kit"], name=op.f("fk_titles_kit"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kit", "n", name=op.f("pk_titles")),
    )
    with op.batch_alter_table("titles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_titles_title"), ["title"], unique=False)

    _index_words()


def _index_words() -> None:
    """Full text: a table of its own kept in step by triggers in SQLite, an index in PostgreSQL."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute("CREATE INDEX ix_passages_words ON passages USING gin (to_tsvector('simple', folded))")
        return
    op.execute("CREATE VIRTUAL TABLE passages_fts USING fts5(folded, content='passages', content_rowid='passage', tokenize='unicode61')")
    op.execute(
        "CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN "
        "INSERT INTO passages_fts(rowid, folded) VALUES (new.passage, new.folded); END"
    )
    op.execute(
        "CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN "
        "INSERT INTO passages_fts(passages_fts, rowid, folded) VALUES ('delete', old.passage, old.folded); END"
    )


def downgrade() -> None:
    raise NotImplementedError("Take the copy of the database from before the upgrade.")
