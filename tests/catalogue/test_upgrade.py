"""A catalogue of any earlier version, with kits in it, becomes what the same kits make of a new one; killed half-way, it goes on."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, MetaData, delete, insert, select, text, update

from batch.running import run
from fiction.films import press
from fiction.stories import held_stories
from presskit.catalogue import tables
from presskit.catalogue.kept import SHAPE
from presskit.catalogue.migrate import _config
from presskit.catalogue.portrait import portrait
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.database import opened
from presskit.record import Company, Credits, CrewMember, Extraction, SourceFile

pytestmark = pytest.mark.xdist_group("catalogue")
REVISIONS = ("0001", "0002", "0003", "0004")
BEFORE_PEOPLE = ("0001", "0002")
KITS = 10


def kits() -> list[Extraction]:
    told = press(held_stories(), seed=43).kits
    made = []
    for name in sorted(told)[:KITS]:
        digest = (name.encode().hex() * 8)[-64:]
        kit = told[name]
        credited = Credits(
            cast=kit.credits.cast,
            crew=[*kit.credits.crew, CrewMember(name="Ida Moor", role="editor")],
            companies=[Company(name="Nordlicht Film GmbH", role="production")],
        )
        source = SourceFile(name=name, sha256=digest, media_type="text/plain", bytes=1, pages=1, pipeline="1.0", settings={})
        made.append(Extraction(source=source, kit=kit.model_copy(update={"credits": credited})))
    return made


def contents(catalogue: Catalogue) -> dict[str, list[str]]:
    """Every row of every table but the time of loading."""
    found = {}
    with catalogue.read() as connection:
        for table in tables.metadata.sorted_tables:
            columns = [column for column in table.c if column.name not in ("loaded", "started")]
            found[table.name] = sorted(map(repr, connection.execute(select(*columns))))
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    made = open_catalogue(str(tmp_path_factory.mktemp("fresh") / "c.sqlite"))
    made.start_run("one", "tests")
    for kit in kits():
        made.load(kit, "one")
    return made


def left_by(revision: str, url: str, fresh: Catalogue) -> Engine:
    """A catalogue as the version of this revision left it: its tables, its columns, nothing that it did not know."""
    engine = opened(url)
    with engine.begin() as connection:
        command.upgrade(_config(connection), revision)
        there = MetaData()
        there.reflect(connection)
        with fresh.read() as source:
            for table in tables.metadata.sorted_tables:
                if table.name in there.tables:
                    _copy(source, connection, table.name, there)
        if revision in BEFORE_PEOPLE:
            connection.execute(text("DELETE FROM agents"))
            connection.execute(text("UPDATE agent_names SET agent = NULL"))
        if revision == "0001":
            connection.execute(text("DELETE FROM works"))
            connection.execute(text("UPDATE kits SET work = NULL"))
    return engine


def _copy(source: Connection, target: Connection, name: str, there: MetaData) -> None:
    table = there.tables[name]
    known = [column for column in tables.metadata.tables[name].c if column.name in table.c]
    rows = [dict(row._mapping) for row in source.execute(select(*known))]
    if rows:
        target.execute(insert(table), rows)


@pytest.mark.parametrize("revision", REVISIONS)
def test_kits_of_an_earlier_version_are_set_out_anew_once(url: str, revision: str, fresh: Catalogue) -> None:
    left_by(revision, url, fresh).dispose()
    said: list[str] = []
    catalogue = open_catalogue(url, said.append)
    assert contents(catalogue) == contents(fresh)
    assert len(said) == 1 and f"{KITS} kits" in said[0] and "moonlight" not in said[0]
    open_catalogue(url, said.append)
    assert len(said) == 1


def test_kits_that_are_set_out_already_stay(url: str, fresh: Catalogue) -> None:
    left_by("0005", url, fresh).dispose()
    said: list[str] = []
    assert contents(open_catalogue(url, said.append)) == contents(fresh)
    assert said == []


def test_what_was_kept_of_two_films_leaves(url: str, fresh: Catalogue) -> None:
    engine = left_by("0007", url, fresh)
    one, other = sorted(kit.source.sha256 for kit in kits())[:2]
    row = {"one": one, "other": other, "outcome": "new", "score": -3.0, "objected": True, "why": "- another director"}
    with engine.begin() as connection:
        connection.execute(delete(tables.matches).where(tables.matches.c.one == one, tables.matches.c.other == other))
        connection.execute(insert(tables.matches), [row])
    engine.dispose()
    with open_catalogue(url).read() as connection:
        assert "new" not in {*connection.execute(select(tables.matches.c.outcome)).scalars()}


def test_an_interrupted_one_goes_on(url: str, fresh: Catalogue) -> None:
    left_by("0002", url, fresh).dispose()

    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_catalogue(url, interrupt)
    half = sorted(kit.source.sha256 for kit in kits())[: KITS // 2]
    said: list[str] = []
    catalogue = open_catalogue(url)
    with catalogue.begin() as connection:
        connection.execute(update(tables.signatures).where(tables.signatures.c.kit.in_(half)).values(shape=0, film="{}", beside=""))
    assert contents(open_catalogue(url, said.append)) == contents(fresh)
    assert f"{len(half)} kits" in said[0]


def test_a_kill_loses_nothing(tmp_path: Path, fresh: Catalogue) -> None:
    """Real processes, each killed a little later than the one before."""
    path = tmp_path / "c.sqlite"
    left_by("0003", str(path), fresh).dispose()
    for moment in (0.9, 1.1, 1.3, 1.5, 1.7):
        with suppress(subprocess.TimeoutExpired):
            run("catalogue", "stats", "--catalogue", path, timeout=moment)
    assert contents(open_catalogue(str(path))) == contents(fresh)


def test_a_signature_that_no_longer_parses_is_read_anew(url: str, fresh: Catalogue) -> None:
    left_by("0004", url, fresh).dispose()
    catalogue = open_catalogue(url)
    with catalogue.begin() as connection:
        connection.execute(update(tables.signatures).values(film='{"titles": 3}', beside=""))
        connection.execute(update(tables.persons).values(signature='{"name": "of another shape"}'))
    with catalogue.read() as connection:
        agent = connection.execute(select(tables.agents.c.agent).where(tables.agents.c.name == "Ida Moor")).scalars().first()
        assert any("editor" in part.roles for part in portrait(connection, str(agent)).films)
    more = kits()[0]
    again = more.model_copy(update={"source": more.source.model_copy(update={"sha256": "f" * 64, "name": "again.txt"})})
    catalogue.load(again, "two")
    with catalogue.read() as connection:
        works = select(tables.kits.c.work).where(tables.kits.c.kit.in_([more.source.sha256, "f" * 64])).distinct()
        assert len(connection.execute(works).all()) == 1


def test_a_record_that_cannot_be_read_stops_nobody(tmp_path: Path, fresh: Catalogue) -> None:
    path = tmp_path / "c.sqlite"
    left_by("0002", str(path), fresh).dispose()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE extractions SET record = ? WHERE kit = ?", (json.dumps({"kit": 1}), kits()[3].source.sha256))
    said: list[str] = []
    catalogue = open_catalogue(str(path), said.append)
    assert len(said) == 2 and kits()[3].source.sha256[:12] in said[1]
    with catalogue.read() as connection:
        assert {*connection.execute(select(tables.signatures.c.shape)).scalars()} == {SHAPE}
    again = kits()[3]
    catalogue.load(again.model_copy(update={"source": again.source.model_copy(update={"pipeline": "2.0"})}), "two")
    assert contents(catalogue)["persons"] == contents(fresh)["persons"]
