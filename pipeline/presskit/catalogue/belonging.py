"""The catalogue's tables of what belongs together: keys, comparisons, and what is kept ready for them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Integer, String, Table

from presskit.catalogue.columns import DIGEST, ORDERED, metadata, text

blocks = Table("blocks", metadata, Column("key", String(200), primary_key=True), Column("kit", DIGEST, primary_key=True, index=True))
"""Two kits are compared only where they share a key."""

matches = Table(
    "matches",
    metadata,
    Column("one", DIGEST, primary_key=True),
    Column("other", DIGEST, primary_key=True, index=True),
    Column("outcome", String(10), nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("objected", Boolean, nullable=False),
    text("why", needed=True),
)
"""Compared kits that are the same or undecided; `one` is the lesser digest. `catalogue compare` tells of the others."""

signatures = Table(
    "signatures",
    metadata,
    Column("kit", DIGEST, primary_key=True),
    text("film", needed=True),
    text("beside", needed=True),
    Column("shape", Integer, nullable=False, index=True, server_default="0"),
)
"""What is compared of a kit's film, and the names that stand in the kit, as JSON: no record is read for a comparison.
`shape` is the number of the form in which it was kept, that of the kit's people too; 0 is that of a version which gave none."""

persons = Table(
    "persons",
    metadata,
    Column("person", String(20), primary_key=True),
    Column("kit", DIGEST, nullable=False, index=True),
    Column("agent", String(20), index=True),
    Column("name", ORDERED, nullable=False),
    text("signature", needed=True),
)
"""Somebody as one kit names them, by the digest of kit and name; `signature` is what is compared, as JSON."""

person_blocks = Table(
    "person_blocks", metadata, Column("key", ORDERED, primary_key=True), Column("person", String(20), primary_key=True, index=True)
)
"""Two people are compared only where they share a key, and one of them is among the first by digest under that key."""

person_matches = Table(
    "person_matches",
    metadata,
    Column("key", ORDERED, primary_key=True),
    Column("one", String(20), primary_key=True, index=True),
    Column("other", String(20), primary_key=True, index=True),
    Column("outcome", String(10), nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("objected", Boolean, nullable=False),
    text("why", needed=True),
)
"""As `matches`, for people, and under which key they met."""

agent_facts = Table(
    "agent_facts",
    metadata,
    Column("agent", String(20), primary_key=True),
    Column("fact", String(10), primary_key=True),
    Column("value", ORDERED, primary_key=True, index=True),
    Column("kits", Integer, nullable=False),
)
"""In how many kits an agent has a name, a date of birth, a birthplace: counted as kits come and go, so that no load counts them all."""
