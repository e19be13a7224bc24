"""Catalogues that cannot be used: each says so in words for a catalogue, and loses nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select, text, update

from batch.running import command, run
from batch.server import Server, end, server
from bench.works import LAST
from bench.works import record as made_up
from presskit.catalogue import tables
from presskit.catalogue.entities import agents_like, entities, works_like
from presskit.catalogue.find import find
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.database import opened
from presskit.errors import LedgerBusy, LedgerUnusable
from presskit.record import Extraction, Film, PressKit, SectionText
from presskit.serialise import to_json

IMPATIENT = {"PRESSKIT_LEDGER_PATIENCE": "1"}
pytestmark = pytest.mark.xdist_group("catalogue")


def test_a_catalogue_of_a_newer_version_is_left_alone(catalogue: Catalogue, url: str) -> None:
    with catalogue.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerUnusable, match="A newer Presskit made this catalogue"):
        open_catalogue(url)
    with catalogue.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"


def test_a_name_mistyped_makes_no_catalogue(tmp_path: Path) -> None:
    for words in (("find", "ferry"), ("undo", "one"), ("merge", "a", "b"), ("forget-contacts", "--all")):
        done = run("catalogue", *words, "--catalogue", tmp_path / "typo.sqlite")
        assert (done.returncode, "There is no catalogue here" in done.stderr) == (23, True), done.stderr
    assert not list(tmp_path.iterdir())


def test_an_empty_database_is_no_catalogue_yet(own: Server) -> None:
    done = run("catalogue", "stats", "--catalogue", own.database("empty"))
    assert (done.returncode, "There is no catalogue here" in done.stderr) == (23, True), done.stderr


def test_nobody_is_told_to_throw_a_catalogue_away(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    file.write_text("These are notes, and no database at all. " * 50, encoding="utf-8")
    with pytest.raises(LedgerUnusable) as told:
        open_catalogue(str(file))
    assert "The catalogue cannot be used" in str(told.value)
    assert "Keep the file" in str(told.value)


def test_a_catalogue_that_somebody_writes_to_is_called_one(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    open_catalogue(str(file))
    catalogue = Catalogue(str(file), opened(str(file), patience=0.2))
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerBusy, match="The catalogue is locked"), catalogue.begin() as connection:
        connection.execute(text("SELECT 1"))
    holder.close()


@pytest.fixture
def own() -> Iterator[Server]:
    """A server of the test's own, because it is filled up, stopped and started."""
    made = server()
    yield made
    end(made)


@contextmanager
def crowded(url: str) -> Iterator[None]:
    """Every connection that the server has, held by somebody else."""
    held: list[psycopg.Connection[tuple[object, ...]]] = []
    try:
        while True:
            held.append(psycopg.connect(url))
    except psycopg.OperationalError:
        pass
    try:
        yield
    finally:
        for connection in held:
            connection.close()


def written(folder: Path, records: int) -> Path:
    folder.mkdir()
    for number in range(records):
        (folder / f"{number:03}.json").write_text(to_json(made_up(number)), encoding="utf-8")
    return folder


def test_a_server_without_room_is_told_with_its_own_code(own: Server) -> None:
    url = own.database("full")
    open_catalogue(url).engine.dispose()
    with crowded(url):
        done = run("catalogue", "stats", "--catalogue", url, env=IMPATIENT)
    assert done.returncode == 31, done.stderr
    assert "takes no more connections" in done.stderr
    assert "max_connections" in done.stderr
    assert "moonlight" not in done.stderr


def test_a_loading_waits_for_room(own: Server, tmp_path: Path) -> None:
    url = own.database("full")
    records = written(tmp_path / "records", 3)
    with crowded(url):
        loading = subprocess.Popen(command("catalogue", "load", records, "--catalogue", url), stderr=subprocess.PIPE, text=True)
        time.sleep(3)
        assert loading.poll() is None
    _, said = loading.communicate(timeout=60)
    assert loading.returncode == 0, said
    assert "3 new" in said


def test_a_server_restarted_again_and_again_while_a_process_loads(own: Server, tmp_path: Path) -> None:
    url = own.database("fed")
    catalogue = open_catalogue(url)
    records = written(tmp_path / "records", 120)
    loading = subprocess.Popen(command("catalogue", "load", records, "--catalogue", url), stderr=subprocess.PIPE, text=True)
    for share in (10, 40, 70):
        wait_for(catalogue, share)
        catalogue.engine.dispose()
        own.stop()
        own.start()
    _, said = loading.communicate(timeout=120)
    assert loading.returncode == 0, said
    assert "120 records: " in said
    assert count(catalogue) == 120
    catalogue.engine.dispose()


def wait_for(catalogue: Catalogue, kits: int) -> None:
    deadline = time.monotonic() + 60
    while count(catalogue) < kits:
        assert time.monotonic() < deadline, "they never came"
        time.sleep(0.01)


def count(catalogue: Catalogue) -> int:
    with catalogue.read() as connection:
        return len(connection.execute(select(tables.kits.c.kit)).all())


@pytest.mark.parametrize("address", ["postgresql://somebody@127.0.0.1/films", "postgresql+psycopg://127.0.0.1/films"])
def test_the_driver_to_install_is_named(address: str) -> None:
    without = "import sys; sys.modules['psycopg'] = None; from presskit.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", without, "catalogue", "stats", "--catalogue", address], capture_output=True, text=True, check=False
    )
    assert done.returncode == 23
    assert "pip install 'presskit[postgresql]'" in done.stderr


def titled(title: str, *, section: str = "Words.", pipeline: str = "1") -> Extraction:
    """A kit with this title, always of the same digest."""
    source = made_up(0).source.model_copy(update={"pipeline": pipeline})
    sections = [SectionText(kind="synopsis", heading=title, text=section)]
    return Extraction(source=source, kit=PressKit(film=Film(title=title, directors=[title]), sections=sections))


def test_signs_that_are_no_text_are_marked_alike_everywhere(catalogue: Catalogue, url: str) -> None:
    catalogue.start_run("one", "kits/\udcff\0")
    catalogue.load(titled("Tide\0 Table", section="One \x1b[31mred\x07 line.\nAnother\tline."), "one")
    with catalogue.read() as connection:
        assert connection.execute(select(tables.works.c.title)).scalar_one() == "Tide� Table"
        assert connection.execute(select(tables.sections.c.text)).scalar_one() == "One �[31mred� line.\nAnother\tline."
        assert [hit.words for hit in find(connection, "tide", "title")] == ["Tide� Table"]
        kept = connection.execute(select(tables.extractions.c.record)).scalar_one()
    assert json.loads(kept)["kit"]["film"]["title"] == "Tide\0 Table"
    shown = run("catalogue", "find", "red", "--catalogue", url)
    assert "\x1b" not in shown.stdout


def test_signs_that_are_no_text_find_nothing(catalogue: Catalogue) -> None:
    catalogue.load(titled("Tide Table"), "one")
    with catalogue.read() as connection:
        assert works_like(connection, "Til\0t \ud800") == []
        assert agents_like(connection, "Til\0t \ud800") == []
        assert entities(connection, ["work-\0", "agent-\ud800"]) == {}


def test_a_name_without_end_is_loaded(catalogue: Catalogue) -> None:
    """A misread kit may take a chapter for a name: no index of a server holds that."""
    name = " ".join(word.title() for word in LAST[:1000])
    catalogue.load(titled(name, section=name), "one")
    catalogue.load(titled(name, section="Shorter.", pipeline="2"), "one")
    with catalogue.read() as connection:
        assert name.startswith(connection.execute(select(tables.works.c.title)).scalar_one())
        assert name.startswith(connection.execute(select(tables.agents.c.name)).scalar_one())


def test_a_record_that_the_database_does_not_take_is_refused_and_the_others_go_on(tmp_path: Path, url: str) -> None:
    records = written(tmp_path / "records", 2)
    wild = json.loads((records / "000.json").read_text(encoding="utf-8"))
    wild["source"]["bytes"] = 10**20
    (records / "wild.json").write_text(json.dumps(wild), encoding="utf-8")
    done = run("catalogue", "load", records, "--catalogue", url)
    assert done.returncode == 5, done.stderr
    assert "$.source.bytes" in done.stderr
    assert "2 new, 1 refused" in done.stderr


WILD = "[bold]R'); DROP TABLE kits;--[/bold] <b>%s</b> {0}"


@pytest.mark.parametrize("words", [("find", "drop table"), ("show", "film", WILD), ("show", "person", WILD), ("films",)])
def test_markup_and_commands_of_a_kit_are_shown_as_they_are(catalogue: Catalogue, url: str, words: tuple[str, ...]) -> None:
    catalogue.load(titled(WILD), "one")
    done = run("catalogue", *words, "--catalogue", url, env={"COLUMNS": "300"})
    assert done.returncode == 0, done.stderr
    assert WILD in done.stdout
    assert "\x1b" not in done.stdout


def test_a_kept_record_that_cannot_be_read_is_told(catalogue: Catalogue, url: str) -> None:
    catalogue.load(titled("Tide Table"), "one")
    with catalogue.begin() as connection:
        connection.execute(update(tables.extractions).values(record='{"kit": {"film": 3}}'))
    kit = made_up(0).source.name
    for words in (("show", "kit", kit), ("cite", kit), ("gold", kit), ("correct", kit, "/film/year", "2020")):
        done = run("catalogue", *words, "--catalogue", url)
        assert (done.returncode, "cannot be read any more" in done.stderr) == (20, True), (words, done.stderr)
    assert run("catalogue", "corrections", "--catalogue", url).returncode == 0
    assert "in 1 records" in run("catalogue", "forget-contacts", "--all", "--catalogue", url).stderr
    assert count(catalogue) == 0
    catalogue.load(titled("Tide Table"), "two")
    assert count(catalogue) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "kit"), 27),
        (("show", "film"), 27),
        (("cite",), 27),
        (("undo",), 27),
        (("take-back",), 27),
        (("forget-contacts",), 27),
        (("corrections",), 27),
        (("correct", "kit", "/film/title"), 2),
        (("load", ".", "--run"), 2),
        (("find",), 0),
    ],
)
def test_arguments_that_are_no_text(words: tuple[str, ...], code: int, catalogue: Catalogue, url: str) -> None:
    catalogue.start_run("one", "made up")
    done = run("catalogue", *words, os.fsdecode(b"caf\xe9"), "--catalogue", url)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr


def test_an_address_that_is_no_text() -> None:
    done = run("catalogue", "stats", "--catalogue", "postgresql://" + os.fsdecode(b"caf\xe9"))
    assert (done.returncode, "no database address" in done.stderr) == (23, True), done.stderr
