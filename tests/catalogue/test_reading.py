"""Who reads waits for no writer, sees the catalogue as it was when they began, and cannot write."""

from __future__ import annotations

import hashlib
import time
from threading import Event, Thread

import pytest
from sqlalchemy import func, insert, select

from batch.running import run
from presskit.catalogue import tables
from presskit.catalogue.find import find
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.database import alone
from presskit.errors import PresskitError
from presskit.record import Extraction, Film, PressKit, SourceFile

pytestmark = pytest.mark.xdist_group("catalogue")
QUICK = 10.0
"""Seconds; whoever waits for a lock waits for thirty."""


def loaded(catalogue: Catalogue, title: str) -> None:
    digest = hashlib.sha256(title.encode()).hexdigest()
    source = SourceFile(name=f"{title}.txt", sha256=digest, media_type="text/plain", bytes=1, pages=1, pipeline="1.0", settings={})
    catalogue.load(Extraction(source=source, kit=PressKit(film=Film(title=title))), "one")


@pytest.fixture
def writing(catalogue: Catalogue) -> object:
    """A load in another thread that has the write lock until the test is over."""
    loaded(catalogue, "Bellwether")
    holds, over = Event(), Event()

    def hold() -> None:
        with catalogue.begin() as connection:
            alone(connection)
            connection.execute(insert(tables.runs).values(run="held", started=1.0, source="a test"))
            holds.set()
            over.wait(60)

    thread = Thread(target=hold)
    thread.start()
    assert holds.wait(QUICK)
    yield
    over.set()
    thread.join()


@pytest.mark.usefixtures("writing")
def test_a_find_answers_while_a_load_holds_the_write_lock(url: str) -> None:
    started = time.monotonic()
    with open_catalogue(url).read() as connection:
        assert [hit.words for hit in find(connection, "bellwether")] == ["Bellwether"]
        assert connection.execute(select(func.count()).select_from(tables.runs).where(tables.runs.c.run == "held")).scalar_one() == 0
    assert time.monotonic() - started < QUICK


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize(
    "words", [("find", "bellwether"), ("films",), ("stats",), ("runs",), ("undecided",), ("corrections",), ("decisions",)]
)
def test_commands_that_read_do_not_wait(url: str, words: tuple[str, ...]) -> None:
    started = time.monotonic()
    done = run("catalogue", *words, "--catalogue", url)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - started < QUICK


def test_a_reader_sees_one_moment_and_cannot_write(catalogue: Catalogue) -> None:
    loaded(catalogue, "Bellwether")
    counted = select(func.count()).select_from(tables.kits)
    with catalogue.read() as connection:
        assert connection.execute(counted).scalar_one() == 1
        loaded(catalogue, "Tide Table")
        assert connection.execute(counted).scalar_one() == 1
    with catalogue.read() as connection:
        assert connection.execute(counted).scalar_one() == 2
    with pytest.raises(PresskitError), catalogue.read() as connection:
        connection.execute(insert(tables.runs).values(run="no", started=1.0, source="a reader"))
    catalogue.start_run("yes", "a writer on the same connections")
