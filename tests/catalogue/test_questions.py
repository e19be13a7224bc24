"""The tables' README: its diagram is that of the tables, and each of its questions is answered by both databases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from presskit.catalogue.correct import Wish, correct
from presskit.catalogue.diagram import README, drawn
from presskit.catalogue.store import Catalogue
from presskit.record import Extraction
from presskit.records import read_record

SAMPLES = Path(__file__).parents[2] / "samples"
PAGE = README.read_text(encoding="utf-8")
QUESTIONS = dict(re.findall(r"### (.+?)\n\n```sql\n(.+?);\n```", PAGE, re.DOTALL))
pytestmark = pytest.mark.xdist_group("catalogue")


@pytest.fixture
def asked(catalogue: Catalogue) -> Catalogue:
    """Three kits of three films, a second kit of the first film that tells another year, and a correction."""
    boats, bus, flats = (read_record(SAMPLES / name / "approved.json") for name in ("paper-boats-en", "nachtbus-de", "tidal-flats-en"))
    catalogue.start_run("one", "samples")
    for record in (boats, _second(boats), bus, flats):
        catalogue.load(record, "one")
    with catalogue.begin() as connection:
        correct(connection, bus.source.sha256, Wish("/film/year", "2020", "Ida"))
    return catalogue


def _second(record: Extraction) -> Extraction:
    film = record.kit.film.model_copy(update={"year": (record.kit.film.year or 0) + 1})
    kit = record.kit.model_copy(update={"film": film, "contacts": []})
    source = record.source.model_copy(update={"sha256": "f" * 64, "name": "festival.pdf"})
    return record.model_copy(update={"source": source, "kit": kit})


def test_the_diagram_is_that_of_the_tables() -> None:
    assert drawn(PAGE) == PAGE, "`make diagram` draws it anew"


ANSWERS: dict[str, tuple[object, ...]] = {
    "Films of each director, across kits": ("Sten Aakre", "PAPER BOATS", 2022, 2),
    "Awards by festival and year": ("Bridport Docs", 2023, "selected", None, "Tidal Competition", "PAPER BOATS"),
    "Kits without contacts": ("festival.pdf", "PAPER BOATS"),
    "Facts on which kits of one film disagree": ("PAPER BOATS", 2022, 2023, 81, 81),
    "People who stand in several kits": ("Sten Aakre", 2, 1, 1),
    "Every title of a film": ("PAPER BOATS", "alternative", "Papirbåter"),
    "What each run loaded": ("one", "samples", 4),
}


def test_questions_are_answered(asked: Catalogue) -> None:
    with asked.begin() as connection:
        for question, statement in QUESTIONS.items():
            answers = [tuple(row) for row in connection.execute(text(statement))]
            assert answers, question
            assert len({*answers}) == len(answers), question
            assert ANSWERS.get(question, answers[0]) in answers, (question, answers[:9])


def test_a_dozen_questions() -> None:
    assert len(QUESTIONS) >= 12
    assert {*ANSWERS} <= {*QUESTIONS}
