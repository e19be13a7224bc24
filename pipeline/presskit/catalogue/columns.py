"""What all tables of the catalogue are made of."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Text
from sqlalchemy.dialects import postgresql

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
ORDERED = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
"""Text in the order of its signs, whatever order the server was set up with."""
DIGEST = String(64)


def text(name: str, *, needed: bool = False) -> Column[object]:
    return Column(name, Text, nullable=not needed)


def whole(name: str) -> Column[object]:
    return Column(name, Integer)
