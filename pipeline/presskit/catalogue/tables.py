"""The catalogue's tables, in the film archive's terms (EN 15907, FIAF): what came in, what it states, what people decided.

Keys are digests and positions, never counters: the same kits give the same rows in whatever order they are loaded.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text
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


def _part(name: str, *columns: Column[object]) -> Table:
    """A list that a kit states: one row per item, in printed order, gone with the kit's claims."""
    owner = Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), primary_key=True)
    return Table(name, metadata, owner, Column("n", Integer, primary_key=True), *columns)


def _text(name: str, *, needed: bool = False) -> Column[object]:
    return Column(name, Text, nullable=not needed)


def _whole(name: str) -> Column[object]:
    return Column(name, Integer)


# What came in.

runs = Table(
    "runs",
    metadata,
    Column("run", String(32), primary_key=True),
    Column("started", Float, nullable=False),
    _text("source", needed=True),
    Column("undone", Float),
)
"""One loading of records; a run can be undone as a whole."""

works = Table(
    "works",
    metadata,
    Column("work", String(20), primary_key=True),
    Column("title", ORDERED, nullable=False, index=True),
    _whole("year"),
    _whole("runtime_minutes"),
    _text("directors"),
    Column("kits", Integer, nullable=False),
)
"""A film that one or more kits are for, with the preferred value of each fact; `work` is the digest of its first kit."""

kits = Table(
    "kits",
    metadata,
    Column("kit", DIGEST, primary_key=True),
    Column("work", String(20), index=True),
    Column("extraction", DIGEST, nullable=False),
    Column("name", ORDERED, nullable=False),
    _text("media_type", needed=True),
    _whole("bytes"),
    _whole("pages"),
    _text("languages"),
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
    _text("pipeline", needed=True),
    _text("settings", needed=True),
    _text("record", needed=True),
)
"""Every record ever loaded, whole, by the digest of its text; older ones are kept."""

# What kits state.

manifestations = Table(
    "manifestations",
    metadata,
    Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), primary_key=True),
    Column("title", ORDERED, index=True),
    _whole("year"),
    _whole("runtime_minutes"),
    _text("countries"),
    _text("languages"),
    _text("subtitles"),
    _text("forms"),
    _text("genres"),
    _text("aspect_ratio"),
    _text("sound"),
    _text("colour"),
    _text("formats"),
    _text("directors"),
)
"""The film as one kit describes it; lists as words between semicolons."""

titles = _part("titles", Column("title", ORDERED, nullable=False, index=True), _text("type", needed=True), _text("language"))
"""`type` as in EN 15907: identifying, alternative."""

agents = Table(
    "agents",
    metadata,
    Column("agent", String(20), primary_key=True),
    Column("name", ORDERED, nullable=False, index=True),
    _text("kind", needed=True),
    _text("born"),
    _text("birthplace"),
)
"""A person or body across kits under the preferred name: the one in most kits, then the fullest; `agent` is its first person's digest."""

agent_names = _part(
    "agent_names",
    Column("name", ORDERED, nullable=False, index=True),
    Column("agent", String(20), index=True),
    _text("kind", needed=True),
    Column("person", String(20), index=True),
)
"""Every form in which a kit prints the name of somebody who is credited, written about, or asked."""

activities = _part(
    "activities",
    _text("part", needed=True),
    Column("name", ORDERED, nullable=False, index=True),
    _text("label"),
    _text("role", needed=True),
    _text("character"),
    _whole("billing"),
)
"""Credits: `part` is cast, crew or company; `label` as printed, `role` canonical, `billing` the place in its part, from 1."""

events = _part(
    "events",
    _text("kind", needed=True),
    Column("festival", ORDERED, nullable=False, index=True),
    _whole("year"),
    _text("section"),
    _text("award"),
    _text("result", needed=True),
    _text("film"),
)
"""Awards, nominations and selections; `film` is empty for the kit's own film."""

descriptions = _part("descriptions", _text("type", needed=True), _text("person"), _text("detail"), _text("text", needed=True))
"""Texts about the film and its people: synopsis (`detail` its length), statement, biography, quotation (`detail` where it appeared)."""

births = _part("births", Column("person", ORDERED, nullable=False), _text("born"), _text("birthplace"))
filmography_entries = _part(
    "filmography_entries",
    Column("person", ORDERED, nullable=False, index=True),
    Column("title", ORDERED, nullable=False, index=True),
    _whole("year"),
    _text("other_titles"),
    _text("forms"),
    _whole("runtime_minutes"),
    _text("roles"),
)
sections = _part("sections", _text("kind", needed=True), _text("heading"), _text("text", needed=True))
exchanges = _part(
    "exchanges",
    _whole("interview"),
    _text("interviewees"),
    _text("interviewers"),
    _text("question", needed=True),
    _text("answer", needed=True),
    _text("speaker"),
)
footnotes = _part("footnotes", _text("marker", needed=True), _text("text", needed=True))
contacts = _part(
    "contacts", _text("function", needed=True), _text("company"), _text("people"), _text("emails"), _text("phones"), _text("websites")
)
"""Personal data, apart from everything else: `presskit catalogue forget-contacts` empties it."""
dates = _part("dates", _text("text", needed=True), Column("edtf", ORDERED, nullable=False))
mentions = _part("mentions", Column("name", ORDERED, nullable=False, index=True), _text("label", needed=True))
evidence = Table(
    "evidence",
    metadata,
    Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), primary_key=True),
    Column("pointer", ORDERED, primary_key=True),
    Column("n", Integer, primary_key=True),
    _whole("page"),
    _text("quote", needed=True),
    Column("confidence", Float, nullable=False),
    _text("found_by", needed=True),
)
"""The words that a value rests on; `pointer` leads to the value in the kit's record (RFC 6901)."""
issues = _part(
    "issues",
    _text("severity", needed=True),
    Column("code", String(80), nullable=False, index=True),
    _text("message", needed=True),
    _text("pointer"),
)

passages = Table(
    "passages",
    metadata,
    Column("passage", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("kit", DIGEST, ForeignKey("kits.kit", ondelete="CASCADE"), nullable=False, index=True),
    _whole("n"),
    _text("kind", needed=True),
    _text("name"),
    _whole("page"),
    _text("words", needed=True),
    Column("folded", Text, nullable=False),
)
"""What can be found: titles, names and paragraphs; `folded` without accents and capitals, which the full-text index reads.
`passage` is a number made of kind, length, kit and place, in the order in which hits are shown."""

PARTS = (
    manifestations, titles, agent_names, activities, events, descriptions, births, filmography_entries,
    sections, exchanges, footnotes, contacts, dates, mentions, evidence, issues, passages,
)  # fmt: skip
"""What is replaced as a whole when a kit is loaded again."""

# What belongs together.

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
    _text("why", needed=True),
)
"""Compared kits that are the same, undecided, or contradict each other; `one` is the lesser digest."""

signatures = Table(
    "signatures", metadata, Column("kit", DIGEST, primary_key=True), _text("film", needed=True), _text("beside", needed=True)
)
"""What is compared of a kit's film, and the names that stand in the kit, as JSON: no record is read for a comparison."""

persons = Table(
    "persons",
    metadata,
    Column("person", String(20), primary_key=True),
    Column("kit", DIGEST, nullable=False, index=True),
    Column("agent", String(20), index=True),
    Column("name", ORDERED, nullable=False),
    _text("signature", needed=True),
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
    _text("why", needed=True),
)
"""As `matches`, for people, and under which key they met."""

# What people decided.

decisions = Table(
    "decisions",
    metadata,
    Column("decision", String(32), primary_key=True),
    _text("kind", needed=True),
    Column("made", Float, nullable=False),
    _text("by", needed=True),
    Column("one", ORDERED, nullable=False, index=True),
    Column("other", ORDERED, nullable=False),
    _text("value"),
    _text("anchor"),
    Column("undone", Float),
)
"""`merge` and `split` of two kits, `merge people` and `split people` of two persons (by kit and printed name), and
`correct` of a value (`one` the kit, `other` the pointer); never overwritten."""

Index("ix_decisions_kind", decisions.c.kind)
