"""Citations: for a fact its source as the FIAF manual asks, kit by kit, the person named who corrected it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batch.running import run
from presskit.catalogue.cite import Citation, cite
from presskit.catalogue.correct import correct
from presskit.catalogue.correcting import Wish
from presskit.catalogue.lookup import films
from presskit.catalogue.store import Catalogue
from presskit.errors import NotInCatalogue
from presskit.extraction import extract
from presskit.settings import Settings

pytestmark = pytest.mark.xdist_group("catalogue")
KIT = """THE GRAIN FERRY
a film by Ilse Vantongeren

Belgium 2018, 77 min.

SYNOPSIS
A ferry carries one sack of grain across the river each day, and each day the miller on the far bank asks who sent it.

CREDITS
Director: Ilse Vantongeren
Music: Bo Adeyemi

{more}
"""


@pytest.fixture
def loaded(catalogue: Catalogue, tmp_path: Path) -> Catalogue:
    for name, more in (("sales.txt", "AWARDS\nRiver Days 2018 - Jury Prize"), ("festival.txt", "")):
        path = tmp_path / name
        path.write_text(KIT.format(more=more), encoding="utf-8")
        catalogue.load(extract(path, Settings(names=False)), "one")
    return catalogue


def cited(catalogue: Catalogue, field: str | None) -> list[Citation]:
    with catalogue.begin() as connection:
        (film,) = films(connection)
        return cite(connection, film, field)


def test_every_kit_is_cited_with_page_and_words(loaded: Catalogue) -> None:
    rows = cited(loaded, "year")
    assert {row.file for row in rows} == {"sales.txt", "festival.txt"}
    assert {(row.value, row.pages, row.quotes) for row in rows} == {(2018, (1,), ("2018",))}
    sales = next(row for row in rows if row.file == "sales.txt")
    assert sales.note == f"Secondary source: press kit “sales.txt” (SHA-256 {sales.kit[:12]}), p. 1: “2018”."
    assert {row.pointer for row in cited(loaded, None)} >= {"/film/title", "/film/year", "/film/runtime_minutes"}


def test_any_place_can_be_cited_and_texts_word_for_word(loaded: Catalogue) -> None:
    names = {row.value for row in cited(loaded, "/credits/crew/1/name")}
    assert names == {"Bo Adeyemi"}
    text = next(row for row in cited(loaded, "/synopses") if row.pointer.endswith("/text"))
    assert text.verbatim
    assert "who sent it" in text.note


def test_who_corrected_a_value_is_named(loaded: Catalogue) -> None:
    kit = next(row.kit for row in cited(loaded, "year") if row.file == "sales.txt")
    with loaded.begin() as connection:
        decision = correct(connection, kit, Wish("/film/year", "2017", "Ida"))
    row = next(row for row in cited(loaded, "year") if row.kit == kit)
    assert (row.value, row.quotes) == (2017, ("2018",))
    assert row.note.endswith(f": “2018”. Value set by hand (decision {decision} by Ida).")


def test_what_no_kit_states_is_told(loaded: Catalogue) -> None:
    with pytest.raises(NotInCatalogue, match="runtime_minutes"):
        cited(loaded, "runtime")
    with pytest.raises(NotInCatalogue, match="/synopses"):
        cited(loaded, "/synopsis")


@pytest.mark.usefixtures("loaded")
def test_the_command(url: str) -> None:
    env = {"PRESSKIT_CATALOGUE": url}
    assert "Secondary source: press kit “sales.txt”" in run("catalogue", "cite", "sales.txt", "year", env=env).stdout
    rows = json.loads(run("catalogue", "cite", "sales.txt", "--json", env=env).stdout)
    assert all(row["note"].startswith("Secondary source") for row in rows)
    assert run("catalogue", "cite", "sales.txt", "gaffer", env=env).returncode == 27
