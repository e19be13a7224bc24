"""Works and agents as something to match against: found by words or by sound through indexes, each with all its names and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select, text, union_all

from presskit.catalogue import tables
from presskit.catalogue.facts import NAME
from presskit.catalogue.find import find
from presskit.catalogue.legible import legible
from presskit.catalogue.matching.titles import titles_of

WORK, AGENT = "Work", "Agent"
MOST = 50
"""Candidates that are looked at for one query."""
LONG_WORD = 4
"""Shorter words are in too many titles to look for by themselves."""
MOST_WORDS = 5
MOST_FILMS = 200
"""Of one agent."""
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


@dataclass(frozen=True, slots=True)
class Named:
    """A candidate, of which only the names are read yet; `digest` is the work's or the agent's."""

    type: str
    digest: str
    names: tuple[str, ...]


def entity(connection: Connection, name: str) -> Entity | None:
    """By its identifier; None where there is none."""
    return next(iter(entities(connection, [name]).values()), None)


def entities(connection: Connection, names: Iterable[str]) -> dict[str, Entity]:
    """By their identifiers, those that there are."""
    digests: dict[str, list[str]] = {kind: [] for kind in (WORK, AGENT)}
    for name in dict.fromkeys(names):
        kind, _, digest = legible(name).partition("-")
        digests.get(kind.title(), []).append(digest)
    found: dict[str, Entity] = {}
    for start in range(0, max(map(len, digests.values())), MOST):
        some = {kind: those[start : start + MOST] for kind, those in digests.items()}
        found |= {one.id: one for one in known(connection, [*_works(connection, some[WORK]), *_agents(connection, some[AGENT])])}
    return found


def works_like(connection: Connection, words: str) -> list[Named]:
    """Films with these words in a title, or with a title that sounds so."""
    words = legible(words)
    found = dict.fromkeys(_by_sound(connection, words))
    found.update(dict.fromkeys(hit.work for hit in find(connection, words, "title", MOST)))
    if not found:
        found.update(dict.fromkeys(_by_single_words(connection, words)))
    return _works(connection, list(found)[:MOST])


def agents_like(connection: Connection, words: str) -> list[Named]:
    """People and bodies whose printed names have these words."""
    words = legible(words)
    hits = (*find(connection, words, "person", MOST), *find(connection, words, "company", MOST))
    names = sorted({words, *(hit.words for hit in hits)})
    table = tables.agent_facts.c
    asked = select(table.agent).where(table.value.in_(names), table.fact == NAME).distinct()
    # The nearest in length first: a word more or less is another name.
    near = asked.add_columns(func.min(func.abs(func.length(table.value) - len(words))).label("apart")).group_by(table.agent)
    rows = connection.execute(near.order_by(text("apart"), table.agent).limit(MOST))
    return _agents(connection, [row.agent for row in rows])


def known(connection: Connection, named: Sequence[Named]) -> list[Entity]:
    """All that is told of these; a handful of questions, however many there are."""
    facts = {
        WORK: _facts_of_works(connection, [one.digest for one in named if one.type == WORK]),
        AGENT: _facts_of_agents(connection, [one.digest for one in named if one.type == AGENT]),
    }
    return [Entity(f"{one.type.lower()}-{one.digest}", one.type, one.names, facts[one.type][one.digest]) for one in named]


def _by_sound(connection: Connection, words: str) -> Iterator[str]:
    blocks, kits = tables.blocks.c, tables.kits.c
    for key in dict.fromkeys(f"title {title.skeleton}" for title in titles_of([words])):
        some = select(blocks.kit).where(blocks.key == key).order_by(blocks.key, blocks.kit).limit(MOST).subquery()
        asked = select(kits.work).join(some, some.c.kit == kits.kit).order_by(kits.kit)
        yield from connection.execute(asked).scalars()


def _by_single_words(connection: Connection, words: str) -> Iterator[str]:
    """A title that is longer or shorter than what is asked for."""
    longest = sorted({word for word in words.split() if len(word) >= LONG_WORD}, key=lambda word: (-len(word), word))
    for word in longest[:MOST_WORDS]:
        yield from (hit.work for hit in find(connection, word, "title", MOST))


def _works(connection: Connection, works: Sequence[str]) -> list[Named]:
    """Those that there are, in this order, the preferred title first."""
    table, titles, kits = tables.works.c, tables.titles.c, tables.kits.c
    names = {row.work: [row.title] for row in connection.execute(select(table.work, table.title).where(table.work.in_(works)))}
    asked = select(kits.work, titles.title).join(tables.titles, titles.kit == kits.kit).where(kits.work.in_(works))
    for work, title in connection.execute(asked.order_by(titles.kit, titles.n)):
        names[work].append(title)
    return [Named(WORK, work, tuple(dict.fromkeys(names[work]))) for work in works if work in names]


def _agents(connection: Connection, agents: Sequence[str]) -> list[Named]:
    """Those that there are, in this order, the preferred name first, then those of most kits."""
    table, counted = tables.agents.c, tables.agent_facts.c
    names = {row.agent: [row.name] for row in connection.execute(select(table.agent, table.name).where(table.agent.in_(agents)))}
    asked = select(counted.agent, counted.value).where(counted.agent.in_(agents), counted.fact == NAME)
    for agent, name in connection.execute(asked.order_by(counted.kits.desc(), counted.value)):
        names[agent].append(name)
    return [Named(AGENT, agent, tuple(dict.fromkeys(names[agent]))) for agent in agents if agent in names]


def _facts_of_works(connection: Connection, works: Sequence[str]) -> dict[str, Mapping[str, tuple[str, ...]]]:
    if not works:
        return {}
    kits, done = tables.kits.c, tables.activities.c
    joined = select(kits.work, tables.manifestations).join(tables.manifestations, tables.manifestations.c.kit == kits.kit)
    told: dict[str, list[Row[Any]]] = {work: [] for work in works}
    for row in connection.execute(select(tables.works).where(tables.works.c.work.in_(works))):
        told[row.work].append(row)
    for row in connection.execute(joined.where(kits.work.in_(works)).order_by(kits.kit)):
        told[row.work].append(row)
    cast: dict[str, list[str]] = {work: [] for work in works}
    played = select(kits.work, done.name).join(tables.activities, done.kit == kits.kit)
    for work, name in connection.execute(played.where(kits.work.in_(works), done.part == "cast").order_by(done.kit, done.n)):
        cast[work].append(name)
    return {
        work: {
            "director": _several(*(said.directors for said in rows)),
            "year": _several(*(said.year for said in rows)),
            "runtime": _several(*(said.runtime_minutes for said in rows)),
            "country": _several(*(said.countries for said in rows[1:])),
            "cast": tuple(dict.fromkeys(cast[work])),
        }
        for work, rows in told.items()
    }


def _facts_of_agents(connection: Connection, agents: Sequence[str]) -> dict[str, Mapping[str, tuple[str, ...]]]:
    if not agents:
        return {}
    table = tables.agents.c
    lives = connection.execute(select(table.agent, table.born, table.birthplace).where(table.agent.in_(agents)))
    told = {row.agent: {"born": _several(row.born), "birthplace": _several(row.birthplace)} for row in lives}
    films = _films(connection, agents)
    return {agent: told[agent] | {"film": tuple(sorted(films.get(agent, ())))} for agent in agents}


def _films(connection: Connection, agents: Sequence[str]) -> dict[str, set[str]]:
    """Of each agent the first films; a broadcaster has thousands."""
    names, kits, works = tables.agent_names.alias("n"), tables.kits.alias("k"), tables.works.alias("w")
    asked = []
    for agent in agents:
        first = select(names.c.agent, names.c.kit).where(names.c.agent == agent).order_by(names.c.kit).limit(MOST_FILMS).subquery()
        asked.append(
            select(first.c.agent, works.c.title).select_from(
                first.join(kits, kits.c.kit == first.c.kit).join(works, works.c.work == kits.c.work)
            )
        )
    found: dict[str, set[str]] = {}
    for agent, title in connection.execute(union_all(*asked)):
        found.setdefault(agent, set()).add(title)
    return found


def _several(*values: object) -> tuple[str, ...]:
    parts = (part for value in values if value not in (None, "") for part in str(value).split(SEPARATOR))
    return tuple(dict.fromkeys(parts))
