"""Disks that are full: nothing half-written, the file is named with the way out, and the same command goes on once there is room."""

from __future__ import annotations

import os
import pwd
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select

from batch.disks import disk, enlarge, seal
from batch.running import batch, inbox_of, outcomes, run
from batch.server import Server
from bench.works import record as made_up
from presskit.catalogue import tables
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.record import Contact, Extraction
from presskit.serialise import to_json

KITS = 60
pytestmark = pytest.mark.xdist_group("catalogue")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    with disk(tmp_path / "small", "1500k") as folder:
        yield folder


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    for number in range(KITS):
        (folder / f"{number:03}.json").write_text(to_json(made_up(number)), encoding="utf-8")
    return folder


def whole(catalogue: Catalogue) -> int:
    """How many kits there are; each has all that it states."""
    credited = select(tables.activities.c.kit, func.count().label("credits")).group_by(tables.activities.c.kit)
    with catalogue.read() as connection:
        kits = {*connection.execute(select(tables.kits.c.kit)).scalars()}
        assert {*connection.execute(select(tables.extractions.c.kit)).scalars()} == kits
        assert {*connection.execute(select(tables.signatures.c.kit)).scalars()} == kits
        assert {row.kit: row.credits for row in connection.execute(credited)} == dict.fromkeys(kits, 11)
    return len(kits)


def test_a_file_on_a_full_disk(small: Path, records: Path) -> None:
    file = small / "catalogue.sqlite"
    words = ("catalogue", "load", records, "--catalogue", file)
    done = run(*words)
    assert done.returncode == 21, done.stderr
    assert f"{file}: The catalogue cannot be written" in done.stderr
    assert "Make room" in done.stderr
    enlarge(small, "64m")
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert 0 < whole(open_catalogue(str(file))) < KITS
    assert run(*words).returncode == 0
    assert whole(open_catalogue(str(file))) == KITS


def test_a_disk_too_full_for_a_new_catalogue(tmp_path: Path, records: Path) -> None:
    with disk(tmp_path / "tiny", "100k") as folder:
        words = ("catalogue", "load", records, "--catalogue", folder / "c.sqlite")
        done = run(*words)
        assert (done.returncode, "Make room" in done.stderr) == (21, True), done.stderr
        enlarge(folder, "64m")
        assert run(*words).returncode == 0


def test_a_batch_does_not_end_for_its_catalogues_disk(small: Path, tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 40), tmp_path / "out"
    words = (inbox, "--out", out, "--no-names", "--catalogue", small / "c.sqlite")
    done = batch(*words)
    assert done.returncode == 30, done.stderr
    assert "cannot be written" in done.stderr
    assert outcomes(out) == {"done": 40}
    enlarge(small, "64m")
    assert batch(*words).returncode == 0
    with open_catalogue(str(small / "c.sqlite")).read() as connection:
        assert len(connection.execute(select(tables.kits.c.kit)).all()) == 40


def secret(number: int) -> Extraction:
    made = made_up(number)
    contacts = [Contact(function="sales", emails=[f"quillon{number}@papercoast.example"])]
    return made.model_copy(update={"kit": made.kit.model_copy(update={"contacts": contacts})})


def test_a_disk_too_full_to_wipe(small: Path) -> None:
    """Wiping writes the file once more: what is deleted stays in the bytes until there is room, and that is said."""
    enlarge(small, "16m")
    file = small / "c.sqlite"
    catalogue = open_catalogue(str(file))
    for number in range(12):
        catalogue.load(secret(number), "one")
    catalogue.engine.dispose()
    fill(small, file.stat().st_size * 2 // 3)
    words = ("catalogue", "forget-contacts", "--all", "--catalogue", file)
    done = run(*words)
    assert (done.returncode, "Make room" in done.stderr) == (21, True), done.stderr
    (small / "filler").unlink()
    assert run(*words).returncode == 0
    assert b"papercoast" not in b"".join(path.read_bytes() for path in small.iterdir())


def fill(folder: Path, left: int) -> None:
    room = os.statvfs(folder)
    (folder / "filler").write_bytes(b"x" * (room.f_bavail * room.f_bsize - left))


def test_a_server_on_a_full_disk(running: Server, records: Path) -> None:
    """A database in a place of its own: the server itself has room."""
    folder = running.folder / "place"
    with disk(folder, "32m"):
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        with psycopg.connect(running.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")  # type: ignore[call-overload, unused-ignore]
            connection.execute("CREATE DATABASE small TABLESPACE small")
        url = running.url("small")
        open_catalogue(url).engine.dispose()
        fill(folder, 800_000)
        words = ("catalogue", "load", records, "--catalogue", url)
        done = run(*words)
        assert (done.returncode, "Make room" in done.stderr) == (21, True), done.stderr
        assert "moonlight" not in done.stderr
        enlarge(folder, "64m")
        assert run(*words).returncode == 0
        catalogue = open_catalogue(url)
        assert whole(catalogue) == KITS
        catalogue.engine.dispose()
        with psycopg.connect(running.url("postgres"), autocommit=True) as connection:
            connection.execute("DROP DATABASE small WITH (FORCE)")
            connection.execute("DROP TABLESPACE small")


def test_a_medium_that_is_only_read(tmp_path: Path, records: Path) -> None:
    """A catalogue on it answers as ever, and says what it cannot do."""
    with disk(tmp_path / "medium", "40m") as folder:
        file = folder / "catalogue.sqlite"
        assert run("catalogue", "load", records, "--catalogue", file).returncode == 0
        before = run("catalogue", "films", "--json", "--catalogue", file).stdout
        seal(folder)
        assert run("catalogue", "films", "--json", "--catalogue", file).stdout == before
        assert run("catalogue", "find", "film", "--catalogue", file).returncode == 0
        assert [path.name for path in folder.iterdir()] == [file.name]
        (tmp_path / "more.json").write_text(to_json(made_up(KITS)), encoding="utf-8")
        done = run("catalogue", "load", tmp_path / "more.json", "--catalogue", file)
        assert (done.returncode, "cannot be written" in done.stderr) == (21, True), done.stderr
