"""The catalogue's tables, in the film archive's terms (EN 15907, FIAF): what came in, what it states, what people decided.

Keys are digests and positions, never counters: the same kits give the same rows in whatever order they are loaded.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text, false

from presskit.catalogue.belonging import agent_facts as agent_facts
from presskit.catalogue.belonging import blocks as blocks
from presskit.catalogue.belonging import matches as matches
from presskit.catalogue.belonging import person_blocks as person_blocks
from presskit.catalogue.belonging import person_matches as person_matches
from presskit.catalogue.belonging import persons as persons
from presskit.catalogue.belonging import signatures as signatures
from presskit.catalogue.columns import DIGEST, ORDERED, text, whole
from presskit.catalogue.columns import metadata as metadata


def _part(name: str, *columns: Column[object]) -> Table:
    """A list that a kit states: one row per item, in printed order, gone with the kit's claims."""
    owner = Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), primary_key=True)
    return Table(name, metadata, owner, Column("n", Integer, primary_key=True), *columns)


# What came in.

runs = Table(
    "runs",
    metadata,
    Column("run", String(32), primary_key=True),
    Column("started", Float, nullable=False),
    text("source", needed=True),
    Column("undone", Float),
)
"""One loading of records; a run can be undone as a whole."""

works = Table(
    "works",
    metadata,
    Column("work", String(20), primary_key=True),
    Column("title", ORDERED, nullable=False, index=True),
    whole("year"),
    whole("runtime_minutes"),
    text("directors"),
    Column("kits", Integer, nullable=False),
)
"""A film that one or more kits are for, with the preferred value of each fact; `work` is the digest of its first kit."""

kits = Table(
    "kits",
    metadata,
    Column("kit", DIGEST, primary_key=True),
    Column("work", String(20), index=True),
    Column("extraction", DIGEST, nullable=False),
    Column("name", ORDERED, nullable=False, index=True),
    text("media_type", needed=True),
    whole("bytes"),
    whole("pages"),
    text("languages"),
    Column("partial", Boolean, nullable=False),
)
"""A file by its SHA-256, and the extraction whose claims stand in the other tables."""

extractions = Table(
    "extractions",
    metadata,
    Column("extraction", DIGEST, primary_key=True),
    Column("kit", DIGEST, nullable=False, index=True),
    Column("run", String(32), nullable=False, index=True),
    Column("loaded", Float, nullable=False),
    text("pipeline", needed=True),
    text("settings", needed=True),
    text("record", needed=True),
)
"""Every record ever loaded, whole, by the digest of its text; older ones are kept."""

# What kits state.

manifestations = Table(
    "manifestations",
    metadata,
    Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), primary_key=True),
    Column("title", ORDERED, index=True),
    whole("year"),
    whole("runtime_minutes"),
    text("countries"),
    text("languages"),
    text("subtitles"),
    text("forms"),
    text("genres"),
    text("aspect_ratio"),
    text("sound"),
    text("colour"),
    text("formats"),
    text("directors"),
)
"""The film as one kit describes it; lists as words between semicolons."""

titles = _part("titles", Column("title", ORDERED, nullable=False, index=True), text("type", needed=True), text("language"))
"""`type` as in EN 15907: identifying, alternative."""

agents = Table(
    "agents",
    metadata,
    Column("agent", String(20), primary_key=True),
    Column("name", ORDERED, nullable=False, index=True),
    text("kind", needed=True),
    text("born"),
    text("birthplace"),
    Column("settled", Boolean, nullable=False, server_default=false()),
)
"""A person or body across kits under the preferred name: the one in most kits, then the fullest; `agent` is its first person's digest.
`settled` says that all who hang together with it are it: whoever is the same as one of them may join without looking at the others."""

agent_names = _part(
    "agent_names",
    Column("name", ORDERED, nullable=False, index=True),
    Column("agent", String(20), index=True),
    text("kind", needed=True),
    Column("person", String(20), index=True),
)
"""Every form in which a kit prints the name of somebody who is credited, written about, or asked."""

activities = _part(
    "activities",
    text("part", needed=True),
    Column("name", ORDERED, nullable=False, index=True),
    text("label"),
    text("role", needed=True),
    text("character"),
    whole("billing"),
)
"""Credits: `part` is cast, crew or company; `label` as printed, `role` canonical, `billing` the place in its part, from 1."""

events = _part(
    "events",
    text("kind", needed=True),
    Column("festival", ORDERED, nullable=False, index=True),
    whole("year"),
    text("section"),
    text("award"),
    text("result", needed=True),
    text("film"),
)
"""Awards, nominations and selections; `film` is empty for the kit's own film."""

descriptions = _part("descriptions", text("type", needed=True), text("person"), text("detail"), text("text", needed=True))
"""Texts about the film and its people: synopsis (`detail` its length), statement, biography, quotation (`detail` where it appeared)."""

births = _part("births", Column("person", ORDERED, nullable=False), text("born"), text("birthplace"))
filmography_entries = _part(
    "filmography_entries",
    Column("person", ORDERED, nullable=False, index=True),
    Column("title", ORDERED, nullable=False, index=True),
    whole("year"),
    text("other_titles"),
    text("forms"),
    whole("runtime_minutes"),
    text("roles"),
)
sections = _part("sections", text("kind", needed=True), text("heading"), text("text", needed=True))
exchanges = _part(
    "exchanges",
    whole("interview"),
    text("interviewees"),
    text("interviewers"),
    text("question", needed=True),
    text("answer", needed=True),
    text("speaker"),
)
footnotes = _part("footnotes", text("marker", needed=True), text("text", needed=True))
contacts = _part(
    "contacts", text("function", needed=True), text("company"), text("people"), text("emails"), text("phones"), text("websites")
)
"""Personal data, apart from everything else: `presskit catalogue forget-contacts` empties it."""
dates = _part("dates", text("text", needed=True), Column("edtf", ORDERED, nullable=False))
mentions = _part("mentions", Column("name", ORDERED, nullable=False, index=True), text("label", needed=True))
evidence = Table(
    "evidence",
    metadata,
    Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), primary_key=True),
    Column("pointer", ORDERED, primary_key=True),
    Column("n", Integer, primary_key=True),
    whole("page"),
    text("quote", needed=True),
    Column("confidence", Float, nullable=False),
    text("found_by", needed=True),
)
"""The words that a value rests on; `pointer` leads to the value in the kit's record (RFC 6901)."""
issues = _part(
    "issues",
    text("severity", needed=True),
    Column("code", String(80), nullable=False, index=True),
    text("message", needed=True),
    text("pointer"),
)

passages = Table(
    "passages",
    metadata,
    Column("passage", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), nullable=False, index=True),
    whole("n"),
    text("kind", needed=True),
    text("name"),
    whole("page"),
    text("words", needed=True),
    Column("folded", Text, nullable=False),
)
"""What can be found: titles, names and paragraphs; `folded` without accents and capitals, which the full-text index reads.
`passage` is a number made of kind, length, kit and place, in the order in which hits are shown."""

PARTS = (
    manifestations, titles, agent_names, activities, events, descriptions, births, filmography_entries,
    sections, exchanges, footnotes, contacts, dates, mentions, evidence, issues, passages,
)  # fmt: skip
"""What is replaced as a whole when a kit is loaded again."""

# What people decided.

decisions = Table(
    "decisions",
    metadata,
    Column("decision", String(32), primary_key=True),
    text("kind", needed=True),
    Column("made", Float, nullable=False),
    text("by", needed=True),
    Column("one", ORDERED, nullable=False, index=True),
    Column("other", ORDERED, nullable=False, index=True),
    text("value"),
    text("anchor"),
    Column("undone", Float),
)
"""`merge` and `split` of two kits, `merge people` and `split people` of two persons (by kit and printed name), and
`correct` of a value (`one` the kit, `other` the pointer); never overwritten."""

Index("ix_decisions_kind", decisions.c.kind)
