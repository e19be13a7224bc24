"""The ledger's tables: names that files have, extractions of their contents, and the issues of each."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects import postgresql

metadata = MetaData()
ORDERED = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text in the order of its signs, whatever order the server was set up with: reports come out alike everywhere."""

about = Table(
    "ledger",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""The shape of the ledger and the output folder it belongs to."""

names = Table(
    "names",
    metadata,
    Column("location", LargeBinary, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("name", ORDERED, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("bytes", BigInteger, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("seen", Float, nullable=False),
)
"""A path in the inbox (as bytes: not every name is text) and the content it had; a changed file is a new version."""

extractions = Table(
    "extractions",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("pipeline", String(60), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("record", ORDERED, nullable=False),
    Column("bytes", BigInteger, nullable=False, server_default="0"),
    Column("reason", ORDERED, nullable=False, server_default=""),
    Column("message", Text, nullable=False, server_default=""),
    Column("retry", Boolean, nullable=False, server_default="0"),
    Column("deaths", Integer, nullable=False, server_default="0"),
    Column("holder", Text, nullable=False, server_default=""),
    Column("lease_until", Float, nullable=False, server_default="0"),
    Column("seconds", Float, nullable=False, server_default="0"),
    Column("finished", Float, nullable=False, server_default="0"),
    Index("in_turn", "pipeline", "state", "record"),
)
"""What became of a content under one pipeline. `lease_until` is in seconds since the epoch."""

issues = Table(
    "issues",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("pipeline", String(60), primary_key=True),
    Column("severity", String(10), primary_key=True),
    Column("code", String(80), primary_key=True),
    Column("count", Integer, nullable=False),
    ForeignKeyConstraint(["sha256", "pipeline"], ["extractions.sha256", "extractions.pipeline"], ondelete="CASCADE"),
)

aside = Table(
    "aside",
    metadata,
    Column("location", LargeBinary, primary_key=True),
    Column("name", ORDERED, nullable=False),
    Column("state", String(10), nullable=False),
    Column("reason", ORDERED, nullable=False),
    Column("message", Text, nullable=False),
    Column("retry", Boolean, nullable=False),
    Column("seen", Float, nullable=False),
)
"""Files in the inbox that are no kits, or whose content cannot be known; looked at again at every run."""
