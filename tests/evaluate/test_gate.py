"""Floors rise by themselves and sink only by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import RecordInvalid
from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.gate import Drop, Floors, drops, figures, raise_floors, read_floors
from presskit.evaluate.score import Score, Tally


def score(**tallies: Tally) -> Score:
    return dict.fromkeys(FAMILIES, Tally()) | tallies


CORPUS = "one"
GOOD, BAD = Tally(9, 1, 1), Tally(5, 5, 5)


def test_figures_are_rounded_down() -> None:
    assert figures(score(crew=Tally(2, 1, 1))) == {"macro": 0.666, "crew": 0.666}


def test_a_score_under_its_floor_is_a_drop() -> None:
    floors = Floors(CORPUS, figures(score(crew=GOOD, cast=GOOD)))
    assert drops(floors, score(crew=GOOD, cast=GOOD)) == []
    assert drops(floors, score(crew=GOOD, cast=BAD)) == [Drop("macro", 0.9, 0.7), Drop("cast", 0.9, 0.5)]


def test_a_family_that_vanishes_has_dropped() -> None:
    assert Drop("cast", 0.9, 0.0) in drops(Floors(CORPUS, {"cast": 0.9}), score(crew=GOOD))


def test_floors_rise_but_do_not_sink(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    raise_floors(path, score(crew=BAD, cast=GOOD), CORPUS)
    raise_floors(path, score(crew=GOOD, cast=BAD), CORPUS)
    assert read_floors(path) == Floors(CORPUS, {"macro": 0.7, "crew": 0.9, "cast": 0.9})


def test_a_floor_sinks_by_name(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    raise_floors(path, score(crew=GOOD, cast=GOOD), CORPUS)
    assert raise_floors(path, score(crew=GOOD, cast=BAD), CORPUS, lower=["cast"]).least["cast"] == 0.5


def test_what_is_no_floors_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == Floors("", {})
    path.write_text("[1]", encoding="utf-8")
    with pytest.raises(RecordInvalid, match=r"floors\.json"):
        read_floors(path)


def test_floors_remember_the_corpus_they_were_set_on(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    raise_floors(path, score(crew=GOOD), CORPUS)
    raise_floors(path, score(crew=GOOD), "two")
    assert read_floors(path).corpus == "two"
