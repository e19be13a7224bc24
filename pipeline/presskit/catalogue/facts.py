"""Names, dates of birth and birthplaces of agents, counted as kits come and go: no load counts what all earlier kits say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, select, update

from presskit.catalogue import tables
from presskit.database import insert_or, put

NAME, FULLEST, BORN, BIRTHPLACE = "name", "fullest", "born", "birthplace"
Facts = Counter[tuple[str, str, str]]
"""Agent, fact and value, and in how many kits."""


def add(connection: Connection, facts: Facts) -> None:
    """What more kits say."""
    if facts:
        table = tables.agent_facts
        row = insert_or(connection, table)
        told = {"kits": table.c.kits + row.excluded.kits}
        known = [table.c.agent, table.c.fact, table.c.value]
        connection.execute(row.on_conflict_do_update(index_elements=known, set_=told), fact_rows(facts))


def take_away(connection: Connection, facts: Facts) -> None:
    """What kits say no more."""
    if facts:
        table = tables.agent_facts
        this = (table.c.agent == bindparam("a"), table.c.fact == bindparam("f"), table.c.value == bindparam("v"))
        less = [{"a": agent, "f": fact, "v": value, "less": count} for (agent, fact, value), count in sorted(facts.items())]
        connection.execute(update(table).where(*this).values(kits=table.c.kits - bindparam("less")), less)
        connection.execute(delete(table).where(table.c.agent.in_(sorted({agent for agent, *_ in facts})), table.c.kits <= 0))


def replace(connection: Connection, agents: Iterable[str], facts: Facts) -> None:
    """All that is said of these agents."""
    connection.execute(delete(tables.agent_facts).where(tables.agent_facts.c.agent.in_(sorted(agents))))
    if facts:
        put(connection, tables.agent_facts, fact_rows(facts))


def fact_rows(facts: Facts) -> list[dict[str, object]]:
    """As they stand in the table."""
    return [{"agent": agent, "fact": fact, "value": value, "kits": kits} for (agent, fact, value), kits in sorted(facts.items())]


def describe(connection: Connection, kind: str, agents: Mapping[str, bool]) -> None:
    """Rows of agents anew by what is counted of them; each with whether it is settled. Nothing for one of whom nothing is said."""
    if not agents:
        return
    table = tables.agent_facts.c
    said: dict[str, dict[str, Counter[str]]] = {}
    for row in connection.execute(select(tables.agent_facts).where(table.agent.in_(sorted(agents)))):
        said.setdefault(row.agent, {}).setdefault(row.fact, Counter())[row.value] = row.kits
    rows = [{"kind": kind, "settled": agents[agent], **agent_row(agent, counted)} for agent, counted in sorted(said.items())]
    connection.execute(delete(tables.agents).where(tables.agents.c.agent.in_(sorted(agents))))
    put(connection, tables.agents, rows)


def agent_row(agent: str, counted: Mapping[str, Counter[str]]) -> dict[str, object]:
    """An agent by how many kits say what of it."""
    told = {fact: _told(counted.get(fact)) for fact in (BORN, BIRTHPLACE)}
    return {"agent": agent, "name": _preferred(counted.get(NAME) or counted[FULLEST]), **told}


def _preferred(kits: Counter[str]) -> str:
    """The form in most kits; among equals the fullest, rather not in capitals, then the first by letter."""
    return min(kits, key=lambda name: (-kits[name], -len(name.split()), -len(name), name.isupper(), name))


def _told(kits: Counter[str] | None) -> str | None:
    return min(kits, key=lambda value: (-kits[value], -len(value), value)) if kits else None
