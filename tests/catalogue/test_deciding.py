"""People who decide at the same moment: one waits for the other, and what stands in the end is what the decisions say."""

from __future__ import annotations

import subprocess
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from batch.running import command, run
from bench.works import record as made_up
from presskit.catalogue import tables
from presskit.catalogue.lookup import films
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.record import Extraction
from presskit.serialise import to_json

KITS = 6
pytestmark = pytest.mark.xdist_group("catalogue")


def kit(number: int) -> Extraction:
    """Every one of another film."""
    return made_up(number * 50)


@pytest.fixture
def loaded(catalogue: Catalogue) -> Catalogue:
    for number in range(KITS):
        catalogue.load(kit(number), "one")
    with catalogue.read() as connection:
        assert len(films(connection)) == KITS
    return catalogue


def at_once(url: str, *lines: tuple[object, ...]) -> list[int]:
    """The exit codes of processes that all begin together."""
    words = [command("catalogue", *line, "--catalogue", url) for line in lines]
    going = [subprocess.Popen(word, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for word in words]
    return [process.wait(120) for process in going]


def name(number: int) -> str:
    return kit(number).source.sha256[:16]


def groups(catalogue: Catalogue) -> set[frozenset[str]]:
    """The kits of each film; a work has a row, its count of kits and nobody else's kits."""
    with catalogue.read() as connection:
        found = films(connection)
        counted = {row.work: row.kits for row in connection.execute(select(tables.works))}
        held = {row.kit: row.work for row in connection.execute(select(tables.kits.c.kit, tables.kits.c.work))}
    assert counted == {film.work: len(film.kits) for film in found}
    assert held == {digest: film.work for film in found for digest, _ in film.kits}
    return {frozenset(digest[:16] for digest, _ in film.kits) for film in found}


def test_a_chain_of_merges_by_several_people_at_once_becomes_one_film(loaded: Catalogue, url: str) -> None:
    """Each of them sees two kits only; whoever came second must see what the first one did."""
    pairs = [("merge", name(number), name(number + 1), "--by", f"person {number}") for number in range(KITS - 1)]
    assert at_once(url, *pairs) == [0] * len(pairs)
    assert groups(loaded) == {frozenset(name(number) for number in range(KITS))}


def test_who_says_the_contrary_at_the_same_moment_is_told(loaded: Catalogue, url: str) -> None:
    codes = at_once(url, ("merge", name(0), name(1)), ("split", name(0), name(1)))
    with loaded.read() as connection:
        standing = [row.kind for row in connection.execute(select(tables.decisions).where(tables.decisions.c.undone.is_(None)))]
    assert len(standing) == codes.count(0) == 1
    assert sorted(codes) == [0, 32]
    assert (frozenset((name(0), name(1))) in groups(loaded)) == (standing == ["merge"])


def test_loading_undoing_deciding_and_correcting_at_once(loaded: Catalogue, url: str, tmp_path: Path) -> None:
    """In the end all is as if it had been done one after the other, by whoever came first."""
    more = tmp_path / "records"
    more.mkdir()
    for number in range(KITS, KITS + 12):
        (more / f"{number}.json").write_text(to_json(kit(number)), encoding="utf-8")
    assert run("catalogue", "load", more, "--run", "gone", "--catalogue", url).returncode == 0
    lines: list[tuple[object, ...]] = [
        ("undo", "gone"),
        ("merge", name(0), name(1)),
        ("merge", name(1), name(2)),
        ("correct", name(0), "/film/year", "2001", "--by", "Ida"),
        ("correct", name(1), "/film/year", "2001", "--by", "Ben"),
        ("load", more, "--run", "again"),
    ]
    Random(3).shuffle(lines)
    assert at_once(url, *lines) == [0] * len(lines)
    assert run("catalogue", "load", more, "--run", "at last", "--catalogue", url).returncode == 0
    assert {len(kits) for kits in groups(loaded)} == {1, 3}
    with loaded.read() as connection:
        assert len(films(connection)) == KITS + 12 - 2
        (merged,) = (film for film in films(connection) if len(film.kits) == 3)
    assert merged.year == 2001


def test_who_names_films_by_their_titles_is_told_how(loaded: Catalogue, url: str) -> None:
    with loaded.read() as connection:
        one, other = (film.title for film in films(connection)[:2])
    done = run("catalogue", "merge", one, other, "--catalogue", url)
    assert (done.returncode, "Films are named by their kits" in done.stderr) == (27, True), done.stderr


def test_a_decision_is_taken_back_once(loaded: Catalogue, url: str) -> None:
    assert run("catalogue", "merge", name(0), name(1), "--catalogue", url).returncode == 0
    with loaded.read() as connection:
        decision = connection.execute(select(tables.decisions.c.decision)).scalar_one()
    assert sorted(at_once(url, ("take-back", decision), ("take-back", decision))) == [0, 27]
    assert len(groups(open_catalogue(url))) == KITS
