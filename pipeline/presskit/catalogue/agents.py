"""People of kits gathered into agents, under the name that most kits print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from presskit.catalogue import facts, tables
from presskit.catalogue.facts import Facts
from presskit.catalogue.legible import LONGEST
from presskit.catalogue.matching.clustering import Decisions, Pair, clusters
from presskit.catalogue.matching.match import Match, Outcome, Reason
from presskit.catalogue.matching.names import ALIKE, Name, likeness, name_of

PERSON = "person"
MERGE_PEOPLE, SPLIT_PEOPLE = "merge people", "split people"
AT = ": "
"""Between kit and printed name, by which decisions name a person: both outlast a new extraction."""
BEYOND = ":!"
"""What comes, by the order of signs, after all that begins with a kit and AT."""
KINDS = (MERGE_PEOPLE, SPLIT_PEOPLE)


def name_people(connection: Connection, kit: str, persons: dict[str, Name]) -> None:
    """Tell for each printed name of a kit whose it is."""
    names = tables.agent_names
    rows = connection.execute(select(names.c.n, names.c.name).where(names.c.kit == kit, names.c.kind == PERSON)).all()
    found = [{"at": row.n, "who": whose(name_of(row.name), persons)} for row in rows]
    if found:
        mine = update(names).where(names.c.kit == kit, names.c.n == bindparam("at"))
        connection.execute(mine.values(person=bindparam("who")), found)


def whose(name: Name, persons: dict[str, Name]) -> str | None:
    """The person of a kit whom a printed name is likest to."""
    near = [(-likeness(name, known), person) for person, known in sorted(persons.items()) if {*name.words} & {*known.words}]
    best = min(near, default=(0.0, None))
    return best[1] if -best[0] >= ALIKE else None


def together(connection: Connection, persons: Iterable[str]) -> set[str]:
    """All that hang together with these people, over pairs that are the same and over what was decided."""
    found: set[str] = set()
    edge = sorted(persons)
    while edge:
        found |= {*edge}
        same = [pair for pair, match in pairs_of(connection, edge).items() if match.outcome is Outcome.SAME]
        linked = decided(connection, edge).linked
        edge = sorted({person for pair in (*same, *linked) if found & {*pair} for person in pair} - found)
    return found


def pairs_of(connection: Connection, persons: Iterable[str]) -> dict[Pair, Match]:
    """What comparisons told of these people."""
    table, those = tables.person_matches.c, sorted(persons)
    told = select(table.one, table.other, table.outcome, table.score, table.objected)
    rows = connection.execute(told.where(or_(table.one.in_(those), table.other.in_(those))).distinct())
    return {(row.one, row.other): _match(row.outcome, row.score, objected=row.objected) for row in rows}


def _match(outcome: str, score: float, *, objected: bool) -> Match:
    return Match(Outcome(outcome), score, (Reason("kept", 0.0, "", strong=True),) if objected else ())


def decided(connection: Connection, persons: Iterable[str] | None = None) -> Decisions:
    """What people said of people and did not take back, where the kits still name them; of these people, or of all."""
    table = tables.decisions.c
    asked = select(table.kind, table.one, table.other).where(table.kind.in_(KINDS), table.undone.is_(None))
    if persons is not None:
        if connection.execute(asked.limit(1)).first() is None:
            return Decisions()
        texts = _texts(connection, persons)
        asked = asked.where(or_(table.one.in_(texts), table.other.in_(texts)))
    rows = connection.execute(asked).all()
    whose = named(connection, {text for row in rows for text in (row.one, row.other)})
    said: dict[str, set[Pair]] = {kind: set() for kind in KINDS}
    for row in rows:
        if row.one in whose and row.other in whose and whose[row.one] != whose[row.other]:
            one, other = sorted((whose[row.one], whose[row.other]))
            said[row.kind].add((one, other))
    return Decisions(frozenset(said[MERGE_PEOPLE]), frozenset(said[SPLIT_PEOPLE]))


def _texts(connection: Connection, persons: Iterable[str]) -> list[str]:
    names = tables.agent_names.c
    asked = select(names.kit, names.name).where(names.person.in_(sorted(persons)))
    return [f"{kit}{AT}{name}" for kit, name in connection.execute(asked)]


def said_of(connection: Connection, kit: str) -> set[str]:
    """The printed names, of this kit and of others, of whom a person ever said something together with somebody of this kit."""
    table = tables.decisions.c
    first, beyond = f"{kit}{AT}", f"{kit}{BEYOND}"
    here = or_(and_(table.one >= first, table.one < beyond), and_(table.other >= first, table.other < beyond))
    return {text for row in connection.execute(select(table.one, table.other).where(table.kind.in_(KINDS), here)) for text in row}


def named(connection: Connection, texts: set[str]) -> dict[str, str]:
    """The people whom kits print under names (`kit: name`), where they still do."""
    if not texts:
        return {}
    names = tables.agent_names.c
    kits = {text.partition(AT)[0] for text in texts}
    forms = {text.partition(AT)[2] for text in texts}
    asked = select(names.kit, names.name, names.person).where(names.kit.in_(sorted(kits)), names.name.in_(sorted(forms)))
    rows = connection.execute(asked.where(names.person.is_not(None)).order_by(names.person))
    found = {f"{row.kit}{AT}{row.name}": row.person for row in rows}
    return {text: found[text] for text in texts & found.keys()}


def assign(connection: Connection, persons: set[str]) -> None:
    """Agents for these people, who hang together with no others."""
    if not persons:
        return
    table = tables.persons.c
    rows = connection.execute(select(table.person, table.kit, table.agent).where(table.person.in_(sorted(persons)))).all()
    kits = {row.person: row.kit for row in rows}
    pairs = {pair: match for pair, match in pairs_of(connection, kits).items() if {*pair} <= kits.keys()}
    said = decided(connection, kits)
    own = Decisions(*(frozenset(pair for pair in told if {*pair} <= kits.keys()) for told in (said.linked, said.parted)))
    same = {pair: match for pair, match in pairs.items() if match.outcome is Outcome.SAME}
    whole = clusters(same, Decisions(own.linked), kits).groups
    # Only what hangs together counts: else it would show who else was looked at in the same load.
    piece = {person: group[0] for group in whole for person in group}
    pairs = {pair: match for pair, match in pairs.items() if piece[pair[0]] == piece[pair[1]]}
    pairs |= _in_one_kit(kits, pairs)
    groups = clusters(pairs, own, kits).groups
    agents = {person: group[0] for group in groups for person in group}
    move(connection, {row.person: agents[row.person] for row in rows if row.agent != agents[row.person]})
    facts.replace(connection, persons, told_by(connection, agents))
    settled = {group[0]: group in whole for group in groups}
    facts.describe(connection, PERSON, dict.fromkeys(persons, False) | settled)


def move(connection: Connection, agents: Mapping[str, str]) -> None:
    """People to their agents."""
    moved = [{"who": person, "is": agent} for person, agent in sorted(agents.items())]
    if moved:
        for owner in (tables.persons, tables.agent_names):
            connection.execute(update(owner).where(owner.c.person == bindparam("who")).values(agent=bindparam("is")), moved)


def _in_one_kit(kits: dict[str, str], pairs: dict[Pair, Match]) -> dict[Pair, Match]:
    """Two whom one kit tells apart are two, whatever ties them through a third."""
    tied = {person for pair in pairs for person in pair}
    beside: dict[str, list[str]] = {}
    for person in sorted(tied):
        beside.setdefault(kits[person], []).append(person)
    apart = Match(Outcome.NEW, 0.0, (Reason("kit", 0.0, "both in one kit", strong=True),))
    return {pair: apart for those in beside.values() for pair in combinations(those, 2)}


def told_by(connection: Connection, agents: Mapping[str, str]) -> Facts:
    """What the kits of these people print and tell of them, for the agents that they are."""
    names, births, table = tables.agent_names.c, tables.births.c, tables.persons.c
    those = sorted(agents)
    told: Facts = Counter()
    for person, name in connection.execute(select(table.person, table.name).where(table.person.in_(those))):
        told[agents[person], facts.FULLEST, name] += 1
    for person, name in connection.execute(select(names.person, names.name).where(names.person.in_(those))):
        told[agents[person], facts.NAME, name] += 1
    lives = tables.agent_names.join(tables.births, and_(births.kit == names.kit, births.person == names.name))
    asked = select(names.person, births.born, births.birthplace).select_from(lives).where(names.person.in_(those))
    for person, born, birthplace in connection.execute(asked):
        for fact, value in ((facts.BORN, born), (facts.BIRTHPLACE, birthplace)):
            if value:
                told[agents[person], fact, value[:LONGEST]] += 1
    return told
