"""No hot query reads a growing table from end to end: the database's own plans of the statements that the code really sends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, insert, text

from batch.server import Server, end, server
from presskit.catalogue import lookup, portrait, tables
from presskit.catalogue.agents import MERGE_PEOPLE
from presskit.catalogue.correcting import CORRECT
from presskit.catalogue.entities import AGENT, WORK, entities
from presskit.catalogue.find import KINDS, find
from presskit.catalogue.store import Catalogue, Loaded, open_catalogue
from presskit.reconcile.answers import candidates, suggested
from presskit.reconcile.query import Query
from presskit.record import Extraction
from tests.bench.bulk import filled
from tests.bench.works import record

pytestmark = pytest.mark.xdist_group("plans")
WORKS = 1000
SMALL = {"runs"}
"""One row for each command that loads: not for each kit."""
GROWING = {table.name for table in tables.metadata.sorted_tables} - SMALL
BY_INDEX = "SET enable_seqscan = off", "SET enable_mergejoin = off", "SET enable_hashjoin = off"
"""A table of a thousand rows may well be read through; the question is whether it must."""
WALKS = ("Index Scan", "Index Only Scan", "Bitmap Index Scan")
Plans = dict[str, list[str]]
"""By statement, the tables it reads from end to end."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    made: Server | None = server() if request.param == "postgresql" else None
    url = made.database("plans") if made else str(tmp_path_factory.mktemp("plans") / "c.sqlite")
    catalogue = open_catalogue(url)
    with catalogue.begin() as connection:
        connection.execute(insert(tables.decisions), [_decision(number) for number in range(WORKS)])
    filled([catalogue], WORKS)
    yield catalogue
    catalogue.engine.dispose()
    if made:
        end(made)


def _decision(number: int) -> dict[str, object]:
    one, other = (f"{record(number + n).source.sha256}" for n in (0, 1))
    kind = (CORRECT, "merge", MERGE_PEOPLE)[number % 3]
    return {"decision": f"d{number}", "kind": kind, "made": 1.0, "by": "Ida", "one": one, "other": other, "undone": 2.0}


@contextmanager
def planned(engine: Engine) -> Iterator[Plans]:
    """The plans of all statements that are sent meanwhile."""
    plans: Plans = {}

    def explain(connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        del cursor, context
        if statement not in plans and statement.split()[0] in ("SELECT", "UPDATE", "DELETE", "INSERT", "WITH"):
            raw: Any = connection.connection.cursor()
            plans[statement] = (_of_sqlite if engine.dialect.name == "sqlite" else _of_server)(
                raw, statement, parameters[0] if many else parameters
            )
            raw.close()

    event.listen(engine, "before_cursor_execute", explain)
    yield plans
    event.remove(engine, "before_cursor_execute", explain)


def _of_sqlite(cursor: Any, statement: str, parameters: Any) -> list[str]:
    cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
    told = [str(row[3]) for row in cursor.fetchall()]
    aliases = {alias: name for name, alias in re.findall(r"\b(\w+) AS (\w+)", statement)}
    scans = [found for step in told if (found := re.match(r"SCAN (\w+)(?! VIRTUAL TABLE INDEX \d+:M)", step))]
    return [name for found in scans if (name := aliases.get(found[1], found[1])) in GROWING | {"passages_fts"}]


def _of_server(cursor: Any, statement: str, parameters: Any) -> list[str]:
    for setting in BY_INDEX:
        cursor.execute(setting)
    cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
    plan = cursor.fetchone()[0]
    for setting in BY_INDEX:
        cursor.execute(setting.replace("off", "on"))
    return [*_through((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])]


def _through(node: dict[str, Any]) -> Iterator[str]:
    whole = node["Node Type"] == "Seq Scan" or (node["Node Type"] in WALKS and "Index Cond" not in node)
    name = node.get("Relation Name") or node.get("Index Name", "")
    if whole and (name in GROWING or node["Node Type"] == "Bitmap Index Scan"):
        yield name
    for inner in node.get("Plans", ()):
        yield from _through(inner)


def newer(extraction: Extraction, pipeline: str) -> Extraction:
    return extraction.model_copy(update={"source": extraction.source.model_copy(update={"pipeline": pipeline})})


def stranger(number: int, of: int) -> Extraction:
    """Another kit of a film that is there."""
    return record(WORKS * 10 + number).model_copy(update={"kit": record(of).kit})


def loading(catalogue: Catalogue) -> None:
    """New kits of new and of known films, the same again, newer and older extractions."""
    fresh, known = record(WORKS * 20), stranger(1, 7)
    for extraction in (fresh, known):
        assert catalogue.load(extraction, "run") is Loaded.NEW
        assert catalogue.load(extraction, "run") is Loaded.UNCHANGED
        assert catalogue.load(newer(extraction, "2"), "run") is Loaded.REPLACED
        assert catalogue.load(newer(extraction, "0"), "run") is Loaded.KEPT


def finding(catalogue: Catalogue) -> None:
    kit = record(7).kit
    words = (kit.film.title or "", kit.credits.cast[0].actor, kit.sections[0].text.split()[0], "film", "zzyzx")
    with catalogue.read() as connection:
        for kind in (None, *KINDS):
            assert [find(connection, word, kind) for word in words]


def showing(catalogue: Catalogue) -> None:
    """Films, kits and people by all that they go by."""
    made = record(7)
    with catalogue.read() as connection:
        kit = lookup.kit_named(connection, made.source.name)
        assert lookup.kit_named(connection, kit[:12]) == kit
        work = lookup.work_named(connection, made.source.name)
        assert lookup.work_named(connection, work) == work
        assert lookup.films(connection, work)
        lookup.is_kit(connection, kit)
        for name in (made.kit.credits.crew[0].name, made.kit.credits.companies[0].name):
            found = portrait.agent_named(connection, name)
            assert portrait.agent_named(connection, found) == found
            assert portrait.portrait(connection, found).films
        portrait.person_named(connection, made.kit.credits.crew[0].name.casefold())


def reconciling(catalogue: Catalogue) -> None:
    kit = record(7).kit
    with catalogue.read() as connection:
        for words in (kit.film.title or "", kit.credits.cast[0].actor, "zzyzx"):
            for kinds in (frozenset[str](), frozenset({WORK}), frozenset({AGENT})):
                found = candidates(connection, Query(words, kinds, 5, (("year", (str(kit.film.year),)),)))
                entities(connection, [str(one["id"]) for one in found])
            suggested(connection, words[:5], "", 5)


HOT: tuple[Callable[[Catalogue], None], ...] = (loading, finding, showing, reconciling)


@pytest.mark.parametrize("hot", HOT, ids=lambda hot: str(hot.__name__))
def test_no_growing_table_is_read_through(full: Catalogue, hot: Callable[[Catalogue], None]) -> None:
    with planned(full.engine) as plans:
        hot(full)
    assert plans
    assert {statement: scans for statement, scans in plans.items() if scans} == {}


@pytest.mark.parametrize("careless", ["SELECT kit FROM kits WHERE pages = 9", "SELECT a.run FROM extractions AS a WHERE loaded > 0"])
def test_a_scan_is_seen(full: Catalogue, careless: str) -> None:
    with planned(full.engine) as plans, full.read() as connection:
        connection.execute(text(careless))
    assert [scans for scans in plans.values() if scans] in ([["kits"]], [["extractions"]])
