"""What people decide of films and of people: two are one, or are not. Kept apart from what machines say, never overwritten by it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, Select, func, insert, select, update

from presskit.catalogue import agents, tables
from presskit.catalogue.agents import AT, MERGE_PEOPLE, SPLIT_PEOPLE
from presskit.catalogue.correcting import CORRECT
from presskit.catalogue.forget import FORGET
from presskit.catalogue.identify import assign, decided, together
from presskit.catalogue.kept import films_of
from presskit.catalogue.lookup import moment
from presskit.catalogue.matching.clustering import clusters
from presskit.catalogue.matching.films import compare
from presskit.catalogue.matching.match import Match
from presskit.catalogue.store import refresh
from presskit.database import clock
from presskit.errors import NotInCatalogue

MERGE, SPLIT = "merge", "split"
OF_PEOPLE = {MERGE: MERGE_PEOPLE, SPLIT: SPLIT_PEOPLE}


@dataclass(frozen=True, slots=True)
class Open:
    """Two kits that may be for one film, or two people who may be one; `why` tells what speaks for it and against.

    `of` is film or person; people are told by their name and the film of a kit.
    """

    of: str
    one: str
    one_title: str
    other: str
    other_title: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what and when (UTC, ISO 8601)."""

    decision: str
    kind: str
    one: str
    other: str
    by: str
    made: str
    undone: str | None


def undecided(connection: Connection) -> list[Open]:
    """Pairs that no rule can tell, and pairs called the same that other evidence keeps apart; the likeliest first."""
    said = decided(connection)
    settled = said.linked | said.parted
    titles = {row.kit: row.shown for row in connection.execute(_titles())}
    work = {row.kit: row.work for row in connection.execute(select(tables.kits.c.kit, tables.kits.c.work))}
    asked = select(tables.matches).where(tables.matches.c.outcome.in_(("undecided", "same"))).order_by(tables.matches.c.score.desc())
    rows = connection.execute(asked.order_by(tables.matches.c.one, tables.matches.c.other)).all()
    return [
        Open("film", row.one, titles[row.one], row.other, titles[row.other], row.score, row.why)
        for row in rows
        if (row.one, row.other) not in settled and work[row.one] != work[row.other]
    ]


def compared(connection: Connection, one: str, other: str) -> Match:
    """Why two kits are for one film, or for two: worked out anew, for of two films nothing is kept. Raises NotInCatalogue."""
    films = films_of(connection, (one, other))
    for kit in (one, other):
        if kit not in films:
            raise NotInCatalogue(kit)
    return compare(films[one], films[other])


def undecided_people(connection: Connection) -> list[Open]:
    """As `undecided`, once for any two agents."""
    said = agents.decided(connection)
    persons = tables.persons.c
    asked = select(persons.person, persons.agent).where(
        persons.person.in_(sorted(who for pair in said.linked | said.parted for who in pair))
    )
    agent = {row.person: row.agent for row in connection.execute(asked)}
    seen = {frozenset(agent[person] for person in pair) for pair in said.linked | said.parted}
    found: list[Open] = []
    for row in connection.execute(_open_people()):
        between = frozenset((row.here, row.there))
        if between not in seen:
            seen.add(between)
            one, other = f"{row.one_name} ({row.one_film})", f"{row.other_name} ({row.other_film})"
            found.append(Open("person", row.one, one, row.other, other, row.score, row.why))
    return found


def _open_people() -> Select[tuple[object, ...]]:
    """Pairs that may be one person and are two agents, the likeliest first, with what tells them apart."""
    table, one, other = tables.person_matches.c, tables.persons.alias("a"), tables.persons.alias("b")
    films, others = _titles().subquery("f"), _titles().subquery("g")
    joined = tables.person_matches.join(one, one.c.person == table.one).join(other, other.c.person == table.other)
    joined = joined.join(films, films.c.kit == one.c.kit).join(others, others.c.kit == other.c.kit)
    names = (one.c.name.label("one_name"), other.c.name.label("other_name"), one.c.agent.label("here"), other.c.agent.label("there"))
    told = (films.c.shown.label("one_film"), others.c.shown.label("other_film"))
    asked = select(table.one, table.other, table.score, table.why, *names, *told).select_from(joined).distinct()
    open_ones = asked.where(table.outcome.in_(("undecided", "same")), one.c.agent != other.c.agent)
    return open_ones.order_by(table.score.desc(), table.one, table.other)


def _titles() -> Select[tuple[str, str]]:
    joined = tables.kits.outerjoin(tables.manifestations, tables.manifestations.c.kit == tables.kits.c.kit)
    shown = func.coalesce(tables.manifestations.c.title, tables.kits.c.name).label("shown")
    return select(tables.kits.c.kit, shown).select_from(joined)


def decide(connection: Connection, kind: str, kits: tuple[str, str], by: str) -> str:
    """Record that two kits are for one film (MERGE) or not (SPLIT), and arrange works accordingly; the decision's name.

    Raises DecisionsDisagree where another decision says otherwise.
    """
    before = together(connection, kits)
    name = _record(connection, kind, kits, by)
    # Before anything is arranged: decisions that contradict each other are refused, this one with them.
    clusters({}, decided(connection))
    assign(connection, together(connection, before))
    return name


def decide_people(connection: Connection, kind: str, persons: tuple[str, str], by: str) -> str:
    """As `decide`, of two people as kits name them; recorded by kit and printed name. Raises DecisionsDisagree."""
    before = agents.together(connection, persons)
    one, other = (_printed(connection, person) for person in persons)
    name = _record(connection, OF_PEOPLE[kind], (one, other), by)
    clusters({}, agents.decided(connection))
    agents.assign(connection, agents.together(connection, before))
    return name


def _printed(connection: Connection, person: str) -> str:
    """Kit and printed name: they outlast another extraction, which may find a fuller name for the same person."""
    names = tables.agent_names.c
    row = connection.execute(select(names.kit, names.name).where(names.person == person).order_by(names.name).limit(1)).one()
    return f"{row.kit}{AT}{row.name}"


def _record(connection: Connection, kind: str, pair: tuple[str, str], by: str) -> str:
    """Once, however often somebody says so."""
    one, other = sorted(pair)
    table = tables.decisions.c
    same = select(table.decision).where(table.kind == kind, table.one == one, table.other == other, table.undone.is_(None))
    said = connection.execute(same).scalars().first()
    if said is not None:
        return str(said)
    made = clock(connection)
    name = hashlib.sha256(f"{kind} {one} {other} {made}".encode()).hexdigest()[:12]
    row = {"decision": name, "kind": kind, "made": made, "by": by, "one": one, "other": other}
    connection.execute(insert(tables.decisions).values(row))
    return name


def take_back(connection: Connection, decision: str) -> None:
    """Undo a decision; it stays on record. Raises NotInCatalogue."""
    table = tables.decisions
    row = connection.execute(select(table).where(table.c.decision == decision, table.c.undone.is_(None), table.c.kind != FORGET)).first()
    if row is None:
        raise NotInCatalogue(decision, "No decision of this name stands", "`presskit catalogue decisions` lists them.")
    undone = update(table).where(table.c.decision == decision).values(undone=clock(connection))
    if row.kind == CORRECT:
        connection.execute(undone)
        refresh(connection, row.one)
    elif row.kind in OF_PEOPLE.values():
        before = agents.together(connection, {*agents.named(connection, {row.one, row.other}).values()})
        connection.execute(undone)
        agents.assign(connection, agents.together(connection, before))
    else:
        before = together(connection, {row.one, row.other})
        connection.execute(undone)
        assign(connection, together(connection, before))


def decisions(connection: Connection) -> list[Decision]:
    """All that was ever decided, the last first."""
    rows = connection.execute(select(tables.decisions).order_by(tables.decisions.c.made.desc(), tables.decisions.c.decision))
    return [
        Decision(row.decision, row.kind, row.one, row.other, row.by, moment(row.made), moment(row.undone) if row.undone else None)
        for row in rows
    ]
