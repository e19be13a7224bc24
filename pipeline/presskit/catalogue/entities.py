"""Works and agents as something to match against: found by words or by sound through indexes, each with all its names and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from presskit.catalogue import tables
from presskit.catalogue.find import find
from presskit.catalogue.matching.titles import titles_of

WORK, AGENT = "Work", "Agent"
MOST = 50
"""Candidates that are looked at for one query."""
LONG_WORD = 4
"""Shorter words are in too many titles to look for by themselves."""
MOST_WORDS = 5
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Entity:
    """`id` is what others may keep: work-… or agent-…; `facts` by property, `names` the preferred one first."""

    id: str
    type: str
    names: tuple[str, ...]
    facts: Mapping[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def description(self) -> str:
        told = (", ".join(self.facts.get(key, ())[:3]) for key in ("director", "year", "born", "film"))
        return " · ".join(part for part in told if part)


def entity(connection: Connection, name: str) -> Entity | None:
    """By its identifier; None where there is none."""
    kind, _, digest = name.partition("-")
    if kind == "work":
        return _work(connection, digest)
    return _agent(connection, digest) if kind == "agent" else None


def works_like(connection: Connection, words: str) -> list[Entity]:
    """Films with these words in a title, or with a title that sounds so."""
    found = dict.fromkeys(_by_sound(connection, words))
    found.update(dict.fromkeys(hit.work for hit in find(connection, words, "title", MOST)))
    if not found:
        found.update(dict.fromkeys(_by_single_words(connection, words)))
    return _known(_work(connection, work) for work in list(found)[:MOST])


def agents_like(connection: Connection, words: str) -> list[Entity]:
    """People and bodies whose printed names have these words."""
    found: dict[str, None] = {}
    names = tables.agent_names.c
    for hit in (*find(connection, words, "person", MOST), *find(connection, words, "company", MOST)):
        asked = select(names.agent).where(names.kit == hit.kit, names.name == hit.words, names.agent.is_not(None))
        found.update(dict.fromkeys(connection.execute(asked).scalars()))
    exact = select(names.agent).where(names.name == words, names.agent.is_not(None)).limit(MOST)
    found.update(dict.fromkeys(connection.execute(exact).scalars()))
    return _known(_agent(connection, agent) for agent in list(found)[:MOST])


def _by_sound(connection: Connection, words: str) -> list[str]:
    keys = [f"title {title.skeleton}" for title in titles_of([words])]
    joined = select(tables.kits.c.work).join(tables.blocks, tables.blocks.c.kit == tables.kits.c.kit)
    asked = joined.where(tables.blocks.c.key.in_(keys)).order_by(tables.kits.c.work).limit(MOST)
    return list(connection.execute(asked).scalars())


def _by_single_words(connection: Connection, words: str) -> Iterator[str]:
    """A title that is longer or shorter than what is asked for."""
    longest = sorted({word for word in words.split() if len(word) >= LONG_WORD}, key=lambda word: (-len(word), word))
    for word in longest[:MOST_WORDS]:
        yield from (hit.work for hit in find(connection, word, "title", MOST))


def _known(found: Iterable[Entity | None]) -> list[Entity]:
    return [one for one in found if one is not None]


def _work(connection: Connection, work: str) -> Entity | None:
    row = connection.execute(select(tables.works).where(tables.works.c.work == work)).first()
    if row is None:
        return None
    kits = list(connection.execute(select(tables.kits.c.kit).where(tables.kits.c.work == work).order_by(tables.kits.c.kit)).scalars())
    titles = select(tables.titles.c.title).where(tables.titles.c.kit.in_(kits)).order_by(tables.titles.c.kit, tables.titles.c.n)
    told = connection.execute(select(tables.manifestations).where(tables.manifestations.c.kit.in_(kits))).all()
    cast = select(tables.activities.c.name).where(tables.activities.c.kit.in_(kits), tables.activities.c.part == "cast")
    facts = {
        "director": _several(row.directors, *(said.directors for said in told)),
        "year": _several(row.year, *(said.year for said in told)),
        "runtime": _several(row.runtime_minutes, *(said.runtime_minutes for said in told)),
        "country": _several(*(said.countries for said in told)),
        "cast": _several(*connection.execute(cast.order_by(tables.activities.c.kit, tables.activities.c.n)).scalars()),
    }
    return Entity(f"work-{work}", WORK, tuple(dict.fromkeys((row.title, *connection.execute(titles).scalars()))), facts)


def _agent(connection: Connection, agent: str) -> Entity | None:
    row = connection.execute(select(tables.agents).where(tables.agents.c.agent == agent)).first()
    if row is None:
        return None
    printed = tables.agent_names.c
    names = connection.execute(select(printed.name).where(printed.agent == agent).order_by(printed.kit, printed.n)).scalars()
    joined = tables.works.join(tables.kits, tables.kits.c.work == tables.works.c.work)
    joined = joined.join(tables.agent_names, printed.kit == tables.kits.c.kit)
    films = connection.execute(select(tables.works.c.title).select_from(joined).where(printed.agent == agent).distinct())
    facts = {"born": _several(row.born), "birthplace": _several(row.birthplace), "film": tuple(sorted(films.scalars()))}
    return Entity(f"agent-{agent}", AGENT, tuple(dict.fromkeys((row.name, *names))), facts)


def _several(*values: object) -> tuple[str, ...]:
    parts = (part for value in values if value not in (None, "") for part in str(value).split(SEPARATOR))
    return tuple(dict.fromkeys(parts))
