"""One film, many kits: the same works in whatever order kits come and go, and people have the last word."""

from __future__ import annotations

import hashlib
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, func, insert, select

from fiction.films import Set, press
from fiction.stories import held_stories
from presskit.catalogue import tables
from presskit.catalogue.decide import MERGE, SPLIT, compared, decide, decisions, take_back, undecided
from presskit.catalogue.identify import assign
from presskit.catalogue.lookup import films
from presskit.catalogue.matching.clustering import DecisionsDisagree
from presskit.catalogue.matching.match import Outcome
from presskit.catalogue.store import Catalogue, open_catalogue, undo
from presskit.record import Extraction, Film, PressKit, SourceFile

SERIES = 25
WORDS = ("Ember", "Quarry", "Lantern", "Sparrow", "Meridian")
MOST = 40
"""Kits of a test: a real database is asked of each."""


@pytest.fixture(scope="module")
def told() -> Set:
    return press(held_stories(), seed=41)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return open_catalogue(str(tmp_path / "c.sqlite"))


def record(name: str, kit: PressKit) -> Extraction:
    digest = hashlib.sha256(name.encode()).hexdigest()
    source = SourceFile(name=name, sha256=digest, media_type="text/plain", bytes=1, pages=1, pipeline="1.0", settings={})
    return Extraction(source=source, kit=kit)


def works(catalogue: Catalogue) -> set[tuple[str, ...]]:
    with catalogue.begin() as connection:
        return {tuple(sorted(name for _, name in film.kits)) for film in films(connection)}


def test_kits_of_one_film_become_one_work(catalogue: Catalogue, told: Set) -> None:
    names = sorted(told.kits)[:MOST]
    for name in names:
        catalogue.load(record(name, told.kits[name]), "one")
    made = works(catalogue)
    merged = {pair for group in made for pair in combinations(group, 2)}
    truly = {(one, other) for one, other in combinations(names, 2) if told.film_of[one] == told.film_of[other]}
    assert len(merged & truly) / len(merged) >= 0.995
    with catalogue.begin() as connection:
        asked = {tuple(sorted((told_name(row.one, names), told_name(row.other, names)))) for row in undecided(connection)}
    assert len(merged & truly) / len(truly - asked) >= 0.9
    assert sum(len(group) for group in made) == len(names)


def test_of_one_hands_other_films_nothing_is_kept(catalogue: Catalogue) -> None:
    """A director's films: their number, not its square."""
    for number in range(SERIES):
        title = f"{WORDS[number % 5]} {WORDS[number // 5]}"
        film = Film(title=title, year=1970 + 2 * number, runtime_minutes=70 + number, directors=["Ada Quill"])
        catalogue.load(record(f"film {number}", PressKit(film=film)), "one")
    with catalogue.read() as connection:
        kept = connection.execute(select(func.count()).select_from(tables.matches)).scalar_one()
        assert kept <= SERIES
        digests = [hashlib.sha256(f"film {number}".encode()).hexdigest() for number in (0, 7)]
        match = compared(connection, digests[0], digests[1])
    assert match.outcome is Outcome.NEW and {"titles", "director"} <= {reason.kind for reason in match.reasons}


def test_two_films_that_a_third_kit_ties_are_compared_again(catalogue: Catalogue) -> None:
    """Without the contradiction between the ends a kit that is the same as both would make them one."""
    cut = Film(title="The Salt Road", directors=["Ada Quill"], year=1990, runtime_minutes=91)
    remake = cut.model_copy(update={"year": 2019, "runtime_minutes": 124, "directors": ["Otto Brandt"]})
    for name, film in (("first", cut), ("second", remake), ("between", cut)):
        catalogue.load(record(name, PressKit(film=film)), "one")
    first, second, between = (hashlib.sha256(name.encode()).hexdigest() for name in ("first", "second", "between"))
    with catalogue.begin() as connection:
        assert compared(connection, first, second).objected
        connection.execute(delete(tables.matches))
        same = {"outcome": "same", "score": 9.0, "objected": False, "why": ""}
        pairs = (sorted((first, between)), sorted((second, between)))
        connection.execute(insert(tables.matches), [{"one": one, "other": other, **same} for one, other in pairs])
        assign(connection, {first, second, between})
    assert works(catalogue) == {("between",), ("first",), ("second",)}


def told_name(digest: str, names: list[str]) -> str:
    return next(name for name in names if hashlib.sha256(name.encode()).hexdigest() == digest)


def test_the_order_of_loading_does_not_matter(tmp_path: Path, told: Set) -> None:
    names = sorted(told.kits)[:24]
    made = []
    for number in range(3):
        Random(number).shuffle(names)
        catalogue = open_catalogue(str(tmp_path / f"{number}.sqlite"))
        for name in names:
            catalogue.load(record(name, told.kits[name]), "one")
        with catalogue.begin() as connection:
            made.append((films(connection), undecided(connection)))
    assert made[0] == made[1] == made[2]


def test_a_run_that_is_undone_leaves_no_trace_in_works(catalogue: Catalogue, told: Set) -> None:
    names = sorted(told.kits)[:16]
    for name in names[::2]:
        catalogue.load(record(name, told.kits[name]), "one")
    before = works(catalogue)
    for name in names[1::2]:
        catalogue.load(record(name, told.kits[name]), "two")
    assert works(catalogue) != before
    undo(catalogue, "two")
    assert works(catalogue) == before


def test_people_have_the_last_word(catalogue: Catalogue, told: Set) -> None:
    same = [name for name in sorted(told.kits) if told.film_of[name] == told.film_of[sorted(told.kits)[0]]][:2]
    other = next(name for name in sorted(told.kits) if told.film_of[name] != told.film_of[same[0]])
    kits = {name: record(name, told.kits[name]) for name in (*same, other)}
    one, two, three = (kits[name].source.sha256 for name in (*same, other))
    for kit in kits.values():
        catalogue.load(kit, "one")
    with catalogue.begin() as connection:
        first = decide(connection, SPLIT, (one, two), "Ida")
    assert tuple(sorted(same)) not in works(catalogue)
    for kit in kits.values():
        catalogue.load(kit.model_copy(update={"source": kit.source.model_copy(update={"pipeline": "2.0"})}), "two")
    assert tuple(sorted(same)) not in works(catalogue)
    with catalogue.begin() as connection:
        take_back(connection, first)
        decide(connection, MERGE, (one, three), "Ida")
    assert any({same[0], other} <= {*group} for group in works(catalogue))
    with catalogue.begin() as connection:
        assert [(said.kind, said.by, said.undone is None) for said in decisions(connection)] == [
            ("merge", "Ida", True),
            ("split", "Ida", False),
        ]
    with pytest.raises(DecisionsDisagree), catalogue.begin() as connection:
        decide(connection, SPLIT, (three, one), "Leo")
    with catalogue.begin() as connection:
        assert len(decisions(connection)) == 2
