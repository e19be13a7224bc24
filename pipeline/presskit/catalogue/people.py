"""Who is who: people of a kit compared with those of other kits, and all that hang together decided anew.

As with films, everything follows from the kits and from people's decisions, never from the order of loading. Under a key that many
people share only the first few by digest, its leaders, are compared with everybody; who leads changes as kits come and go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, and_, delete, or_, select, text
from sqlalchemy.sql.elements import TextClause

from presskit.catalogue import tables
from presskit.catalogue.agents import assign, name_people, named, said_of, together
from presskit.catalogue.joining import joined
from presskit.catalogue.kept import person_id, person_row, persons_of, told
from presskit.catalogue.matching.agents import PersonSignature
from presskit.catalogue.matching.namesakes import LEADERS, person_blocks
from presskit.catalogue.matching.persons import person_compare
from presskit.database import put

MOST_PARTS = 100
"""Keys in one question."""

Leaders = dict[str, tuple[str, ...]]
Met = tuple[str, str, str]
"""A key and the two who share it, the lesser digest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """Who leads under each key, before and after; `gone` and `come` are the kit's own people."""

    before: Leaders
    after: Leaders
    gone: frozenset[str]
    come: frozenset[str]

    def demoted(self, key: str) -> set[str]:
        return {*self.before.get(key, ())} - {*self.after.get(key, ())} - self.gone

    def promoted(self, key: str) -> set[str]:
        return {*self.after.get(key, ())} - ({*self.before.get(key, ())} - self.gone)


def identify_people(connection: Connection, kit: str, everybody: tuple[PersonSignature, ...]) -> None:
    """Find the agents of a kit's people, and of all that they tie together or no longer do; nobody is named by a kit that is gone."""
    gone = frozenset(connection.execute(select(tables.persons.c.person).where(tables.persons.c.kit == kit)).scalars())
    said = said_of(connection, kit)
    near = together(connection, gone | {*named(connection, said).values()})
    keys = {person_id(kit, person): person_blocks(person) for person in everybody}
    concerned = sorted({*_keys_of(connection, gone), *(key for mine in keys.values() for key in mine)})
    before = _leaders(connection, concerned)
    _forget(connection, kit, gone)
    _write(connection, kit, everybody, keys)
    after = _leaders(connection, concerned) if gone else _led(before, keys)
    change = Change(before, after, gone, frozenset(keys))
    near |= _demote(connection, change)
    compared = {met for key in concerned for met in _meetings(connection, change, key, keys)}
    _compare(connection, compared)
    near |= {who for _, *pair in compared if not {*pair} & keys.keys() for who in pair}
    # Whoever was decided upon, or stood in the kit before, is not only added.
    near |= {*keys} if said or gone else joined(connection, keys, near)
    assign(connection, together(connection, near) | gone)


def _keys_of(connection: Connection, persons: frozenset[str]) -> Iterable[str]:
    if not persons:
        return ()
    blocks = tables.person_blocks.c
    return connection.execute(select(blocks.key).where(blocks.person.in_(sorted(persons))).distinct()).scalars()


def _leaders(connection: Connection, keys: list[str]) -> Leaders:
    """The first people under each key: a question of one look-up for each, whatever the number of those who share it."""
    found: dict[str, list[str]] = {}
    for start in range(0, len(keys), MOST_PARTS):
        some = keys[start : start + MOST_PARTS]
        for key, person in connection.execute(_first_of(len(some)), {"most": LEADERS, **{f"k{n}": key for n, key in enumerate(some)}}):
            found.setdefault(key, []).append(person)
    return {key: tuple(sorted(persons)) for key, persons in found.items()}


@cache
def _first_of(keys: int) -> TextClause:
    part = "SELECT * FROM (SELECT key, person FROM person_blocks WHERE key = :k{0} ORDER BY key, person LIMIT :most) AS p{0}"
    return text(" UNION ALL ".join(part.format(n) for n in range(keys)))


def _led(before: Leaders, keys: dict[str, tuple[str, ...]]) -> Leaders:
    """Who leads where nobody left and these people came."""
    found = {key: list(persons) for key, persons in before.items()}
    for person, mine in keys.items():
        for key in mine:
            found.setdefault(key, []).append(person)
    return {key: tuple(sorted(persons)[:LEADERS]) for key, persons in found.items()}


def _forget(connection: Connection, kit: str, gone: frozenset[str]) -> None:
    if not gone:
        return
    blocks, matches = tables.person_blocks, tables.person_matches
    connection.execute(delete(blocks).where(blocks.c.person.in_(sorted(gone))))
    connection.execute(delete(matches).where(or_(matches.c.one.in_(sorted(gone)), matches.c.other.in_(sorted(gone)))))
    connection.execute(delete(tables.persons).where(tables.persons.c.kit == kit))


def _write(connection: Connection, kit: str, everybody: tuple[PersonSignature, ...], keys: dict[str, tuple[str, ...]]) -> None:
    if everybody:
        put(connection, tables.persons, [person_row(kit, person) for person in everybody])
        rows = [{"key": key, "person": person} for person, mine in keys.items() for key in mine]
        put(connection, tables.person_blocks, rows)
        name_people(connection, kit, {person_id(kit, person): person.name for person in everybody})


def _demote(connection: Connection, change: Change) -> set[str]:
    """Whoever leads no more keeps only what was compared with leaders; all whom that may concern."""
    concerned: set[str] = set()
    matches = tables.person_matches
    for key in sorted(change.before):
        for person in sorted(change.demoted(key)):
            concerned |= together(connection, {person})
            leaders = change.after[key]
            theirs = or_(
                and_(matches.c.one == person, matches.c.other.not_in(leaders)),
                and_(matches.c.other == person, matches.c.one.not_in(leaders)),
            )
            connection.execute(delete(matches).where(matches.c.key == key, theirs))
    return concerned


def _meetings(connection: Connection, change: Change, key: str, keys: dict[str, tuple[str, ...]]) -> Iterator[Met]:
    """Who must be compared under a key: new leaders with everybody, new people with the leaders."""
    leaders = change.after.get(key, ())
    everybody: Iterable[str] = leaders
    promoted = change.promoted(key)
    if promoted and len(leaders) == LEADERS:
        blocks = tables.person_blocks.c
        everybody = connection.execute(select(blocks.person).where(blocks.key == key)).scalars().all()
    for leader in promoted:
        # Who comes forward because a leader left was compared with the other leaders when they came.
        known = set() if leader in change.come else {*change.before.get(key, ())} - change.come
        yield from (_met(key, leader, other) for other in everybody if other != leader and other not in known)
    for person in (person for person, mine in keys.items() if key in mine and person not in leaders):
        yield from (_met(key, person, leader) for leader in leaders)


def _met(key: str, one: str, other: str) -> Met:
    return (key, one, other) if one < other else (key, other, one)


def _compare(connection: Connection, compared: set[Met]) -> None:
    """Keep what may be one person, and namesakes of whom something says outright that they are two. One kit names nobody twice."""
    if not compared:
        return
    known = persons_of(connection, {who for _, *pair in compared for who in pair})
    rows: list[dict[str, object]] = []
    kept: dict[tuple[str, str], dict[str, object] | None] = {}
    for key, one, other in sorted(compared):
        if one not in known or other not in known:
            continue
        (kit, mine), (other_kit, yours) = known[one], known[other]
        if kit == other_kit:
            continue
        if (one, other) not in kept:
            kept[one, other] = told(person_compare(mine, yours))
        if (row := kept[one, other]) is not None:
            rows.append({"key": key, "one": one, "other": other, **row})
    put(connection, tables.person_matches, rows)
