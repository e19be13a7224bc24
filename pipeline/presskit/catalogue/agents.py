"""People of kits gathered into agents, under the name that most kits print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, insert, or_, select, update

from presskit.catalogue import tables
from presskit.catalogue.matching.clustering import Decisions, Pair, clusters
from presskit.catalogue.matching.match import Match, Outcome, Reason
from presskit.catalogue.matching.names import ALIKE, Name, likeness, name_of

PERSON = "person"
MERGE_PEOPLE, SPLIT_PEOPLE = "merge people", "split people"
AT = ": "
"""Between kit and printed name, by which decisions name a person: both outlast a new extraction."""


def name_people(connection: Connection, kit: str, persons: dict[str, Name]) -> None:
    """Tell for each printed name of a kit whose it is."""
    names = tables.agent_names
    rows = connection.execute(select(names.c.n, names.c.name).where(names.c.kit == kit, names.c.kind == PERSON)).all()
    whose = [{"at": row.n, "who": _whose(name_of(row.name), persons)} for row in rows]
    if whose:
        mine = update(names).where(names.c.kit == kit, names.c.n == bindparam("at"))
        connection.execute(mine.values(person=bindparam("who")), whose)


def _whose(name: Name, persons: dict[str, Name]) -> str | None:
    near = [(-likeness(name, known), person) for person, known in sorted(persons.items()) if {*name.words} & {*known.words}]
    best = min(near, default=(0.0, None))
    return best[1] if -best[0] >= ALIKE else None


def together(connection: Connection, persons: Iterable[str]) -> set[str]:
    """All that hang together with these people, over pairs that are the same and over what was decided."""
    found: set[str] = set()
    edge = sorted(persons)
    linked = decided(connection).linked if edge else frozenset()
    while edge:
        found |= {*edge}
        same = [pair for pair, match in _pairs(connection, _touches(edge)).items() if match.outcome is Outcome.SAME]
        edge = sorted({person for pair in (*same, *linked) if found & {*pair} for person in pair} - found)
    return found


def _touches(persons: list[str]) -> ColumnElement[bool]:
    return or_(tables.person_matches.c.one.in_(persons), tables.person_matches.c.other.in_(persons))


def _pairs(connection: Connection, condition: ColumnElement[bool]) -> dict[Pair, Match]:
    table = tables.person_matches.c
    rows = connection.execute(select(table.one, table.other, table.outcome, table.score, table.objected).where(condition).distinct())
    return {(row.one, row.other): _match(row.outcome, row.score, objected=row.objected) for row in rows}


def _match(outcome: str, score: float, *, objected: bool) -> Match:
    return Match(Outcome(outcome), score, (Reason("kept", 0.0, "", strong=True),) if objected else ())


def decided(connection: Connection) -> Decisions:
    """What people said of people and did not take back, where the kits still name them."""
    table = tables.decisions.c
    kinds = (MERGE_PEOPLE, SPLIT_PEOPLE)
    rows = connection.execute(select(table.kind, table.one, table.other).where(table.kind.in_(kinds), table.undone.is_(None))).all()
    whose = named(connection, {text for row in rows for text in (row.one, row.other)})
    said: dict[str, set[Pair]] = {kind: set() for kind in kinds}
    for row in rows:
        if row.one in whose and row.other in whose and whose[row.one] != whose[row.other]:
            one, other = sorted((whose[row.one], whose[row.other]))
            said[row.kind].add((one, other))
    return Decisions(frozenset(said[MERGE_PEOPLE]), frozenset(said[SPLIT_PEOPLE]))


def decided_with(connection: Connection, kit: str) -> set[str]:
    """People of whom something was decided together with somebody of this kit: the kit may name that somebody no more."""
    table = tables.decisions.c
    asked = select(table.one, table.other).where(or_(table.one.startswith(kit), table.other.startswith(kit)))
    return {*named(connection, {text for row in connection.execute(asked) for text in row}).values()}


def named(connection: Connection, texts: set[str]) -> dict[str, str]:
    """The people whom kits print under names (`kit: name`), where they still do."""
    names = tables.agent_names.c
    kits = {text.partition(AT)[0] for text in texts}
    forms = {text.partition(AT)[2] for text in texts}
    asked = select(names.kit, names.name, names.person).where(names.kit.in_(sorted(kits)), names.name.in_(sorted(forms)))
    rows = connection.execute(asked.where(names.person.is_not(None)).order_by(names.person))
    found = {f"{row.kit}{AT}{row.name}": row.person for row in rows}
    return {text: found[text] for text in texts & found.keys()}


def assign(connection: Connection, persons: set[str]) -> None:
    """Agents for these people, who hang together with no others."""
    table = tables.persons.c
    rows = connection.execute(select(table.person, table.kit, table.agent).where(table.person.in_(sorted(persons)))).all()
    kits = {row.person: row.kit for row in rows}
    pairs = {pair: match for pair, match in _pairs(connection, _touches(sorted(kits))).items() if {*pair} <= kits.keys()}
    pairs |= _in_one_kit(kits, pairs)
    said = decided(connection)
    own = Decisions(*(frozenset(pair for pair in told if {*pair} <= kits.keys()) for told in (said.linked, said.parted)))
    agents = {person: group[0] for group in clusters(pairs, own, kits).groups for person in group}
    connection.execute(delete(tables.agents).where(tables.agents.c.agent.in_(sorted(persons))))
    moved = [{"who": row.person, "is": agents[row.person]} for row in rows if row.agent != agents[row.person]]
    if moved:
        for owner in (tables.persons, tables.agent_names):
            connection.execute(update(owner).where(owner.c.person == bindparam("who")).values(agent=bindparam("is")), moved)
    _describe(connection, agents)


def _in_one_kit(kits: dict[str, str], pairs: dict[Pair, Match]) -> dict[Pair, Match]:
    """Two whom one kit tells apart are two, whatever ties them through a third."""
    tied = {person for pair in pairs for person in pair}
    beside: dict[str, list[str]] = {}
    for person in sorted(tied):
        beside.setdefault(kits[person], []).append(person)
    apart = Match(Outcome.NEW, 0.0, (Reason("kit", 0.0, "both in one kit", strong=True),))
    return {pair: apart for those in beside.values() for pair in combinations(those, 2)}


def _describe(connection: Connection, agents: dict[str, str]) -> None:
    names, table = tables.agent_names.c, tables.persons.c
    fullest: dict[str, list[str]] = {agent: [] for agent in agents.values()}
    for person, name in connection.execute(select(table.person, table.name).where(table.person.in_(sorted(agents)))):
        fullest[agents[person]].append(name)
    printed: dict[str, set[tuple[str, str]]] = {agent: set() for agent in fullest}
    for row in connection.execute(select(names.kit, names.name, names.person).where(names.person.in_(sorted(agents)))):
        printed[agents[row.person]].add((row.kit, row.name))
    lives = _lives(connection, agents)
    rows = [
        {
            "agent": agent,
            "kind": PERSON,
            "name": preferred(Counter(name for _, name in printed[agent]) or Counter(fullest[agent])),
            "born": _told(born for born, _ in lives.get(agent, ())),
            "birthplace": _told(place for _, place in lives.get(agent, ())),
        }
        for agent in sorted(printed)
    ]
    if rows:
        connection.execute(insert(tables.agents), rows)


def _lives(connection: Connection, agents: dict[str, str]) -> dict[str, list[tuple[str | None, str | None]]]:
    """When and where kits say that somebody was born."""
    names, births = tables.agent_names.c, tables.births.c
    told = tables.agent_names.join(tables.births, and_(births.kit == names.kit, births.person == names.name))
    asked = select(names.person, births.born, births.birthplace).select_from(told).where(names.person.in_(sorted(agents)))
    found: dict[str, list[tuple[str | None, str | None]]] = {}
    for person, born, birthplace in connection.execute(asked):
        found.setdefault(agents[person], []).append((born, birthplace))
    return found


def preferred(kits: Counter[str]) -> str:
    """The form in most kits; among equals the fullest, rather not in capitals, then the first by letter."""
    return min(kits, key=lambda name: (-kits[name], -len(name.split()), -len(name), name.isupper(), name))


def _told(values: Iterator[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], -len(value), value)) if counted else None
