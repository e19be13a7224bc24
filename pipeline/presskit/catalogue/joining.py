"""New people who change nothing for others: they join an agent, or are one, without the others of that agent being looked at again.

What they get is what `agents.assign` would give: an agent is settled where all who hang together with it are it, so that nothing
contradicts it from inside; whoever is the same as some of it, and of nobody else, and contradicts none of it, belongs to it.
Everybody else goes the long way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from presskit.catalogue import facts, tables
from presskit.catalogue.agents import PERSON, move, pairs_of, told_by
from presskit.catalogue.matching.match import Outcome


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody of a new kit: those who are the same, the agents they belong to, the agents that object."""

    person: str
    same: frozenset[str]
    homes: frozenset[str]
    against: frozenset[str]


def joined(connection: Connection, come: Iterable[str], concerned: set[str]) -> set[str]:
    """Agents for all new people for whom it is plain; those who are left, with whom they are tied to. `concerned` are left anyway."""
    newcomers = _newcomers(connection, sorted(come))
    settled = _settled(connection, {agent for new in newcomers for agent in new.homes})
    left = _left(newcomers, settled, {*_agents(connection, concerned).values()} - {None})
    plain = {new.person: min(new.homes, default=new.person) for new in newcomers if new not in left}
    move(connection, plain)
    facts.add(connection, told_by(connection, plain))
    facts.describe(connection, PERSON, dict.fromkeys(plain.values(), True))
    return {person for new in left for person in (new.person, *new.same)}


def _newcomers(connection: Connection, come: list[str]) -> list[Newcomer]:
    same: dict[str, set[str]] = {person: set() for person in come}
    against: dict[str, set[str]] = {person: set() for person in come}
    for pair, match in pairs_of(connection, come).items():
        for new, other in (pair, pair[::-1]):
            if new in same:
                (same if match.outcome is Outcome.SAME else against if match.objected else {new: set()})[new].add(other)
    agent = _agents(connection, {other for tied in (*same.values(), *against.values()) for other in tied})
    return [
        Newcomer(
            person, frozenset(same[person]), frozenset(agent[one] for one in same[person]), frozenset(agent[one] for one in against[person])
        )
        for person in come
    ]


def _agents(connection: Connection, persons: set[str]) -> dict[str, str]:
    table = tables.persons.c
    asked = select(table.person, table.agent).where(table.person.in_(sorted(persons)))
    return {row.person: row.agent for row in connection.execute(asked)} if persons else {}


def _settled(connection: Connection, agents: set[str]) -> frozenset[str]:
    if not agents:
        return frozenset()
    table = tables.agents.c
    return frozenset(connection.execute(select(table.agent).where(table.agent.in_(sorted(agents)), table.settled)).scalars())


def _left(newcomers: list[Newcomer], settled: frozenset[str], held: Iterable[str]) -> list[Newcomer]:
    """Those of whom several agents, an agent that is not settled, or one that others of the kit join too, are to be thought of.

    Whoever leads an agent, being the first of it by digest, gives it another name.
    """
    joining: Mapping[str, int] = Counter(agent for new in newcomers for agent in new.homes)
    left = [
        new
        for new in newcomers
        if len(new.homes) > 1
        or new.homes - settled
        or new.homes & new.against
        or any(joining[agent] > 1 or new.person < agent for agent in new.homes)
    ]
    touched = {*held, *(agent for new in left for agent in new.homes)}
    while more := [new for new in newcomers if new not in left and new.homes & touched]:
        left += more
        touched |= {agent for new in more for agent in new.homes}
    return left
