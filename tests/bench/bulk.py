"""A catalogue of as many works as one likes: the rows that loading their kits one by one would leave, made in bulk.

All kits are laid out as if each were alone; then all that share a key are compared, and the code that loads arranges those that
hang together. At 100,000 works this takes some 3 GB of memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import combinations

from sqlalchemy import Connection, Table

from presskit.catalogue import agents, facts, identify, tables
from presskit.catalogue.bodies import BODY
from presskit.catalogue.facts import Facts
from presskit.catalogue.kept import told, told_of_films
from presskit.catalogue.matching.films import compare
from presskit.catalogue.matching.match import LEANING, Outcome
from presskit.catalogue.matching.namesakes import LEADERS
from presskit.catalogue.matching.persons import person_compare
from presskit.catalogue.rows import Row
from presskit.catalogue.store import Catalogue
from tests.bench.alone import Kit, agent_rows, kit_of, laid_out, named_bodies
from tests.bench.copied import Rows, copied, listed, without_indexes
from tests.bench.works import record

AT_ONCE = 500
"""Kits to a transaction; films or people to one arrangement."""
Pair = tuple[str, str]


@dataclass(slots=True)
class Made:
    """All kits by digest, and what companies are called."""

    kits: dict[str, Kit] = field(default_factory=dict)
    bodies: Facts = field(default_factory=Counter)


def filled(catalogues: Sequence[Catalogue], works: int) -> None:
    """Put the first kits into catalogues that are empty."""
    made = Made()
    with ExitStack() as bare:
        for catalogue in catalogues:
            bare.enter_context(without_indexes(catalogue))
        with ProcessPoolExecutor(2) as pool:
            for rows, kits, bodies in pool.map(_chunk, [range(works)[first : first + AT_ONCE] for first in range(0, works, AT_ONCE)]):
                made.kits.update({kit.kit: kit for kit in kits})
                made.bodies.update(bodies)
                _put(catalogues, rows)
        films, people = list(_films(made.kits)), list(_people(made.kits))
        _put(catalogues, listed({tables.matches: films, tables.person_matches: people, **_bodies(made.bodies)}))
    for catalogue in catalogues:
        _arranged(catalogue, identify.assign, _tied(films, _leans))
        _arranged(catalogue, agents.assign, _tied(people, _same))
        _counted(catalogue)


def _chunk(numbers: range) -> tuple[Rows, list[Kit], Facts]:
    rows: Rows = {}
    kits: list[Kit] = []
    bodies: Facts = Counter()
    for extraction in map(record, numbers):
        kits.append(kit_of(extraction))
        laid = laid_out(extraction, kits[-1])
        bodies += named_bodies(laid[tables.agent_names])
        for name, more in listed(laid).items():
            rows.setdefault(name, []).extend(more)
    return rows, kits, bodies


def _put(catalogues: Sequence[Catalogue], rows: Rows) -> None:
    for catalogue in catalogues:
        copied(catalogue, rows)


def _bodies(said: Facts) -> Mapping[Table, list[Row]]:
    return {tables.agent_facts: facts.fact_rows(said), tables.agents: agent_rows(BODY, said)}


def _films(kits: Mapping[str, Kit]) -> Iterator[Row]:
    """Every two kits that share a key, compared."""
    sharing = _sharing((key, kit.kit) for kit in kits.values() for key in kit.keys)
    pairs = {pair for those in sharing.values() for pair in combinations(sorted(those), 2)}
    for one, other in sorted(pairs):
        row = told_of_films(compare(kits[one].film, kits[other].film))
        if row is not None:
            yield {"one": one, "other": other, **row}


def _people(kits: Mapping[str, Kit]) -> Iterator[Row]:
    """Under each key the leaders compared with everybody of another kit."""
    everybody = {person.person: (kit.kit, person) for kit in kits.values() for person in kit.people}
    kept: dict[Pair, Row | None] = {}
    for key, those in sorted(_sharing((key, name) for name, (_, person) in everybody.items() for key in person.keys).items()):
        for one, other in sorted(_met(those)):
            (kit, mine), (other_kit, yours) = everybody[one], everybody[other]
            if kit != other_kit and (one, other) not in kept:
                kept[one, other] = told(person_compare(mine.signature, yours.signature))
            row = kept.get((one, other))
            if row is not None:
                yield {"key": key, "one": one, "other": other, **row}


def _sharing(keyed: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """By key, where there are several."""
    found: dict[str, list[str]] = {}
    for key, name in keyed:
        found.setdefault(key, []).append(name)
    return {key: those for key, those in found.items() if len(those) > 1}


def _met(those: list[str]) -> set[Pair]:
    ordered = sorted(those)
    return {(one, other) for place, one in enumerate(ordered[:LEADERS]) for other in ordered[place + 1 :]}


def _leans(row: Row) -> bool:
    undecided = row["outcome"] == Outcome.UNDECIDED and float(str(row["score"])) >= LEANING and not row["objected"]
    return undecided or _same(row)


def _same(row: Row) -> bool:
    return row["outcome"] == Outcome.SAME


def _tied(rows: Iterable[Row], ties: Callable[[Row], bool]) -> Iterator[set[str]]:
    """What hangs together, as many at once as make one arrangement."""
    pieces: dict[str, set[str]] = {}
    for row in filter(ties, rows):
        one, other = (pieces.setdefault(name, {name}) for name in (str(row["one"]), str(row["other"])))
        if one is not other:
            one |= other
            pieces.update(dict.fromkeys(other, one))
    some: set[str] = set()
    for piece in {id(piece): piece for piece in pieces.values()}.values():
        some |= piece
        if len(some) >= AT_ONCE:
            yield some
            some = set()
    if some:
        yield some


def _arranged(catalogue: Catalogue, assign: Callable[[Connection, set[str]], None], tied: Iterable[set[str]]) -> None:
    with catalogue.begin() as connection:
        for some in tied:
            assign(connection, some)


def _counted(catalogue: Catalogue) -> None:
    """As a catalogue stands that has grown: a server tidies up and gathers statistics by itself in time; an SQLite file has no
    statistics unless somebody asks, and its log is as short as loading kit by kit leaves it."""
    if catalogue.engine.dialect.name == "sqlite":
        with closing(catalogue.engine.raw_connection()) as bare:  # outside of any transaction
            bare.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return
    with catalogue.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")
