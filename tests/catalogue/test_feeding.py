"""A batch that loads its catalogue: killed, run again, with a catalogue that is locked or whose server is restarted."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from batch.running import batch, begin, command, finished, inbox_of, outcomes, report, run
from batch.server import Server, end, server
from presskit.catalogue import tables
from presskit.catalogue.store import Catalogue, Loaded, open_catalogue
from presskit.errors import LedgerUnusable
from presskit.records import find_records, read_record

KITS = 24
pytestmark = pytest.mark.xdist_group("catalogue")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return inbox_of(tmp_path_factory.mktemp("fed") / "in", KITS)


@pytest.fixture(scope="module")
def records(inbox: Path) -> Path:
    out = inbox.parent / "out"
    assert batch(inbox, "--out", out, "--no-names").returncode == 0
    return out


@pytest.fixture
def restarted() -> Iterator[Server]:
    """A server of the test's own, because it is stopped and started."""
    made = server()
    yield made
    end(made)


def kits(catalogue: Catalogue) -> list[str]:
    with catalogue.begin() as connection:
        return list(connection.execute(select(tables.kits.c.kit).order_by(tables.kits.c.kit)).scalars())


def handed(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = report(out)["catalogue"]
    return told


def made(out: Path) -> list[str]:
    return sorted(read_record(path).source.sha256 for path in find_records([out]))


def test_every_record_is_loaded_and_the_run_can_be_undone(inbox: Path, tmp_path: Path, url: str) -> None:
    words = (inbox, "--out", tmp_path / "out", "--no-names", "--catalogue", url)
    first = batch(*words)
    assert first.returncode == 0, first.stderr
    told = re.search(rf"Catalogue: {KITS} new; run (\w+)", first.stderr)
    assert told
    assert kits(open_catalogue(url)) == made(tmp_path / "out")
    assert handed(tmp_path / "out") == {"run": told[1], "handed": KITS, "loaded": KITS, "known": 0, "refused": 0, "missing": 0}
    assert run("validate", tmp_path / "out" / "report.json").returncode == 0
    assert "Catalogue:" not in batch(*words).stderr
    assert handed(tmp_path / "out") == {"run": None, "handed": KITS, "loaded": 0, "known": KITS, "refused": 0, "missing": 0}
    assert f"{KITS} kits taken back" in run("catalogue", "undo", told[1], "--catalogue", url).stderr
    assert kits(open_catalogue(url)) == []


def test_a_killed_batch_is_caught_up_with(inbox: Path, tmp_path: Path, url: str) -> None:
    words = (inbox, "--out", tmp_path / "out", "--no-names", "--catalogue", url)
    victim = begin(*words)
    while finished(tmp_path / "out") < 3:
        assert victim.poll() is None, "it ended too early"
        time.sleep(0.01)
    victim.kill()
    victim.communicate()
    again = batch(*words)
    assert again.returncode == 0, again.stderr
    assert kits(open_catalogue(url)) == made(tmp_path / "out")
    assert len(made(tmp_path / "out")) == KITS


def test_a_locked_catalogue_costs_no_extraction(inbox: Path, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.sqlite"
    open_catalogue(str(file)).engine.dispose()
    words = (inbox, "--out", tmp_path / "out", "--no-names", "--catalogue", file)
    going = begin(*words, env={**os.environ, "PRESSKIT_LEDGER_PATIENCE": "2"})
    while finished(tmp_path / "out") < 1:
        assert going.poll() is None, "it ended too early"
        time.sleep(0.01)
    holder = sqlite3.connect(file, timeout=30, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    _, said = going.communicate(timeout=300)
    holder.execute("ROLLBACK")
    holder.close()
    assert going.returncode == 30, said
    assert "records are not in it yet" in said
    assert outcomes(tmp_path / "out") == {"done": KITS}
    told = handed(tmp_path / "out")
    assert told["handed"] == KITS == told["loaded"] + told["missing"]
    assert f"{told['missing']} records are not in it yet" in said
    assert batch(*words).returncode == 0
    assert handed(tmp_path / "out") | {"run": None} == {
        "run": None, "handed": KITS, "loaded": told["missing"], "known": told["loaded"], "refused": 0, "missing": 0
    }  # fmt: skip
    assert kits(open_catalogue(str(file))) == made(tmp_path / "out")


def test_a_server_restarted_while_records_are_loaded(records: Path, restarted: Server) -> None:
    url = restarted.database("fed")
    catalogue = open_catalogue(url)
    paths = find_records([records])
    catalogue.start_run("one", "a")
    half = len(paths) // 2
    states = [catalogue.load(read_record(path), "one") for path in paths[:half]]
    restarted.stop()
    starter = threading.Timer(1.0, restarted.start)
    starter.start()
    states += [catalogue.load(read_record(path), "one") for path in paths[half:]]
    starter.join()
    assert states == [Loaded.NEW] * len(paths)
    assert kits(catalogue) == made(records)
    with catalogue.begin() as connection:
        assert len(connection.execute(select(tables.extractions)).all()) == len(paths)
    catalogue.engine.dispose()


def test_two_loads_of_the_same_kits_at_once(records: Path, url: str) -> None:
    both = [subprocess.Popen(command("catalogue", "load", records, "--catalogue", url), stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [loader.wait(120) for loader in both] == [0, 0]
    assert kits(open_catalogue(url)) == made(records)


def test_a_file_that_is_no_database(inbox: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, and no database at all. " * 50, encoding="utf-8")
    with pytest.raises(LedgerUnusable):
        open_catalogue(str(file))
    refused = batch(inbox, "--out", tmp_path / "out", "--catalogue", file)
    assert refused.returncode == 23
    assert not (tmp_path / "out").exists()
    assert "no database at all" in file.read_text(encoding="utf-8")


def test_an_unknown_kind_of_database() -> None:
    with pytest.raises(LedgerUnusable, match="no database address"):
        open_catalogue("papyrus://library/scrolls")
