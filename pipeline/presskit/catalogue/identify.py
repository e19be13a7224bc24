"""Which film a kit is for: compared with the kits that might be of the same, decided anew for all that hang together.

Everything follows from the pairs and from people's decisions, never from the order of loading: the same kits give the same works.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from presskit.catalogue import tables
from presskit.catalogue.kept import films_of, is_kept, keep, sharing, told_of_films
from presskit.catalogue.matching.agents import people
from presskit.catalogue.matching.blocking import blocks
from presskit.catalogue.matching.clustering import Decisions, Pair, clusters
from presskit.catalogue.matching.films import compare
from presskit.catalogue.matching.match import Match, Outcome, Reason
from presskit.catalogue.matching.signatures import FilmSignature, signature
from presskit.catalogue.people import identify_people
from presskit.catalogue.preferring import preferred
from presskit.database import put
from presskit.record import PressKit

LONGEST_KEY = 200
ID = 16
"""Signs of the first kit's digest that name a work; the digest of any of its kits leads to it."""


def identify(connection: Connection, kit: str, record: PressKit) -> None:
    """Find the work of a kit that is new or says something new, and the works of all that it ties together or no longer does."""
    before: set[str] = set()
    if is_kept(connection, kit):
        before = together(connection, {kit})
        _forget(connection, kit)
    mine = signature(record)
    everybody = people(record)
    keep(connection, kit, mine, everybody)
    keys = sorted({key[:LONGEST_KEY] for key in blocks(mine)})
    compared = list(_compared(connection, kit, mine, keys))
    put(connection, tables.blocks, [{"key": key, "kit": kit} for key in keys])
    put(connection, tables.matches, compared)
    assign(connection, together(connection, before | {kit}))
    identify_people(connection, kit, everybody)


def withdraw(connection: Connection, kit: str) -> None:
    """The kit is gone: what it tied together may fall apart."""
    before = together(connection, {kit})
    _forget(connection, kit)
    connection.execute(delete(tables.works).where(tables.works.c.work == kit[:ID]))
    assign(connection, together(connection, before - {kit}))
    identify_people(connection, kit, ())


def _forget(connection: Connection, kit: str) -> None:
    connection.execute(delete(tables.signatures).where(tables.signatures.c.kit == kit))
    connection.execute(delete(tables.blocks).where(tables.blocks.c.kit == kit))
    connection.execute(delete(tables.matches).where(or_(tables.matches.c.one == kit, tables.matches.c.other == kit)))


def _compared(connection: Connection, kit: str, mine: FilmSignature, keys: list[str]) -> Iterator[dict[str, object]]:
    for other, theirs in sharing(connection, kit, keys):
        kept = told_of_films(compare(mine, theirs))
        if kept is not None:
            one, two = sorted((kit, other))
            yield {"one": one, "other": two, **kept}


def together(connection: Connection, kits: Iterable[str]) -> set[str]:
    """All that hangs together with these kits, over pairs that are the same or nearly so and over what people linked."""
    found: set[str] = set()
    edge = sorted(kits)
    while edge:
        found |= {*edge}
        same = [pair for pair, match in _pairs(connection, _touches(edge)).items() if match.leaning]
        linked = decided(connection, edge).linked
        edge = sorted({kit for pair in (*same, *linked) if found & {*pair} for kit in pair} - found)
    return found


def _touches(kits: list[str]) -> ColumnElement[bool]:
    return or_(tables.matches.c.one.in_(kits), tables.matches.c.other.in_(kits))


def _pairs(connection: Connection, condition: ColumnElement[bool]) -> dict[Pair, Match]:
    rows = connection.execute(select(tables.matches).where(condition))
    return {(row.one, row.other): _match(row.outcome, row.score, row.objected) for row in rows}


def _match(outcome: str, score: float, objected: bool) -> Match:
    return Match(Outcome(outcome), score, (Reason("kept", 0.0, "", strong=True),) if objected else ())


def decided(connection: Connection, kits: Iterable[str] | None = None) -> Decisions:
    """What people said of kits and did not take back; of these, or of all."""
    table = tables.decisions.c
    asked = select(table.kind, table.one, table.other).where(table.kind.in_(("merge", "split")), table.undone.is_(None))
    if kits is not None:
        those = sorted(kits)
        asked = asked.where(or_(table.one.in_(those), table.other.in_(those)))
    rows = connection.execute(asked).all()
    linked = frozenset((row.one, row.other) for row in rows if row.kind == "merge")
    return Decisions(linked, frozenset((row.one, row.other) for row in rows if row.kind == "split"))


def assign(connection: Connection, kits: set[str]) -> None:
    """Works for these kits, which hang together with no others."""
    there = {*connection.execute(select(tables.kits.c.kit).where(tables.kits.c.kit.in_(kits))).scalars()}
    inside = _pairs(connection, _touches(sorted(there)))
    pairs = {pair: match for pair, match in inside.items() if {*pair} <= there}
    pairs |= _contradictions(connection, there, pairs)
    decisions = decided(connection, there)
    own = Decisions(*(frozenset(pair for pair in said if {*pair} <= there) for said in (decisions.linked, decisions.parted)))
    works = {kit[:ID] for kit in kits}
    connection.execute(delete(tables.works).where(tables.works.c.work.in_(works)))
    for group in clusters(pairs, own, there).groups:
        connection.execute(update(tables.kits).where(tables.kits.c.kit.in_(group)).values(work=group[0][:ID]))
        connection.execute(insert(tables.works).values(_work(connection, group)))


def _contradictions(connection: Connection, kits: set[str], known: Mapping[Pair, Match]) -> dict[Pair, Match]:
    """Kits of two films that others tie together: only among three does it matter that two of them are none."""
    missing = {*combinations(sorted(kits), 2)} - known.keys() if len(kits) > 2 else set()
    if not missing:
        return {}
    keys: dict[str, set[str]] = {}
    among = tables.blocks.c.kit.in_(sorted({kit for pair in missing for kit in pair}))
    for key, kit in connection.execute(select(tables.blocks.c.key, tables.blocks.c.kit).where(among)):
        keys.setdefault(kit, set()).add(key)
    sharing = [pair for pair in sorted(missing) if keys.get(pair[0], set()) & keys.get(pair[1], set())]
    films = films_of(connection, {kit for pair in sharing for kit in pair})
    found = {(one, other): compare(films[one], films[other]) for one, other in sharing if films.keys() >= {one, other}}
    return {pair: match for pair, match in found.items() if match.objected}


def _work(connection: Connection, group: tuple[str, ...]) -> dict[str, object]:
    """Its kits in the order of their digests, of which the first names it."""
    said = select(tables.manifestations, tables.kits.c.name).join(tables.kits, tables.kits.c.kit == tables.manifestations.c.kit)
    rows = connection.execute(said.where(tables.manifestations.c.kit.in_(group)).order_by(tables.manifestations.c.kit)).all()
    facts = {field: preferred(getattr(row, field) for row in rows) for field in ("title", "year", "runtime_minutes", "directors")}
    return {**facts, "title": facts["title"] or rows[0].name, "work": group[0][:ID], "kits": len(group)}
