"""What is shown of films, people and kits: all that kits say, who says it and where, and whose word counts."""

from __future__ import annotations

import json

import pytest

from batch.running import run
from presskit.catalogue.correct import correct
from presskit.catalogue.correcting import Wish
from presskit.catalogue.decide import decide
from presskit.catalogue.preferring import RULE
from presskit.catalogue.store import Catalogue
from presskit.record import (
    Award,
    Biography,
    CastMember,
    Company,
    Credits,
    CrewMember,
    Evidence,
    Extraction,
    Film,
    Filmography,
    FilmographyEntry,
    Place,
    PressKit,
    SourceFile,
)

pytestmark = pytest.mark.xdist_group("catalogue")
DIGESTS = tuple(sign * 64 for sign in "abc")
FILES = ("sales.pdf", "festival.pdf", "festival.pdf")
YEARS = (2020, 2021, 2021)
BORN = ("1970", "1970-03-02", "1970")
AWARD = Award(festival="Tidewater Film Days", year=2021, section="Competition", award="Silver Buoy", result="won")
SCREENING = Award(festival="Harbour Nights", year=2022, section="Panorama", result="selected")
ELSEWHERE = Award(festival="Old Harbour", year=2010, award="Anchor", result="won", film="An Earlier Film")


def kit(number: int) -> Extraction:
    """Three kits of one film: they differ in the year, in a date of birth and in what they list."""
    film = Film(title="The Salt Road", year=YEARS[number], directors=["Ilse Moor"], countries=["PT", "FR"])
    listed = Credits(
        cast=[CastMember(actor="Ben Tarn", character="the ferryman")],
        crew=[CrewMember(role="editor", name="Ilse Moor")],
        companies=[Company(role="sales", name="Saltworks GmbH" if number else "SALTWORKS")],
    )
    life = Biography(person="Ilse Moor", born=BORN[number], birthplace="Faro", text="Ilse Moor makes films about water.")
    works = Filmography(person="Ilse Moor", entries=[FilmographyEntry(title="An Earlier Film", year=2009)])
    awards = [AWARD, ELSEWHERE] if number == 0 else [AWARD, SCREENING]
    made = PressKit(film=film, credits=listed, biographies=[life], filmographies=[works], awards=awards)
    source = SourceFile(name=FILES[number], sha256=DIGESTS[number], media_type="x/y", bytes=1, pages=9, pipeline="1", settings={})
    evidence = {"/film/year": on(number + 3), "/film/countries/0": on(2), "/film/countries/1": on(5), "/biographies/0/born": on(8)}
    return Extraction(source=source, kit=made, evidence=evidence)


def on(page: int) -> Evidence:
    return Evidence(spans=[Place(page=page, start=0, end=5, quote="words")], confidence=0.9, found_by="test")


@pytest.fixture
def loaded(catalogue: Catalogue) -> Catalogue:
    for number in range(3):
        catalogue.load(kit(number), "one")
    with catalogue.begin() as connection:
        for one, other in ((0, 1), (1, 2)):
            decide(connection, "merge", (DIGESTS[one], DIGESTS[other]), "Ida")
    return catalogue


def shown(url: str, *words: str) -> dict[str, object]:
    done = run("catalogue", "show", *words, "--json", "--catalogue", url)
    assert done.returncode == 0, done.stderr
    made: dict[str, object] = json.loads(done.stdout)
    return made


def facts(told: dict[str, object]) -> dict[str, list[tuple[object, bool, list[tuple[str, list[int]]]]]]:
    listed: list[dict[str, object]] = told["facts"]  # type: ignore[assignment]
    return {
        str(fact["fact"]): [
            (value["value"], value["preferred"], [(source["kit"][0], source["pages"]) for source in value["sources"]])
            for value in fact["values"]  # type: ignore[attr-defined]
        ]
        for fact in listed
    }


@pytest.mark.usefixtures("loaded")
def test_a_fact_on_which_kits_differ_is_shown_with_who_says_so(url: str) -> None:
    told = shown(url, "film", "The Salt Road")
    said = facts(told)
    assert said["year"] == [(2021, True, [("b", [4]), ("c", [5])]), (2020, False, [("a", [3])])]
    assert said["countries"] == [("PT; FR", True, [("a", [2, 5]), ("b", [2, 5]), ("c", [2, 5])])]
    assert told["rule"] == RULE
    assert told["year"] == 2021


@pytest.mark.usefixtures("loaded")
def test_the_page_for_people_marks_the_preferred_value_and_tells_the_rule(url: str) -> None:
    done = run("catalogue", "show", "film", "The Salt Road", "--catalogue", url, env={"COLUMNS": "160", "NO_COLOR": "1"})
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert f"year * 2021 festival.pdf ({'b' * 12}) p. 4; festival.pdf ({'c' * 12}) p. 5" in lines
    assert "2020 sales.pdf p. 3" in lines
    assert f"* {RULE}" in lines
    assert "Harbour Nights 2022 Panorama selected The Salt Road" in lines
    assert "Saltworks GmbH sales" in lines
    assert "Ben Tarn actor the ferryman" in lines
    assert "\x1b" not in done.stdout


def test_a_value_set_by_hand_is_called_so(loaded: Catalogue, url: str) -> None:
    with loaded.begin() as connection:
        correct(connection, DIGESTS[0], Wish("/film/year", "2019", "Ida"))
    assert "2019 sales.pdf (by hand)" in " ".join(run("catalogue", "show", "film", "The Salt Road", "--catalogue", url).stdout.split())


@pytest.mark.usefixtures("loaded")
def test_events_and_companies_of_a_film_are_told_once_with_all_who_tell_them(url: str) -> None:
    told = shown(url, "film", "The Salt Road")
    events: list[dict[str, object]] = told["events"]  # type: ignore[assignment]
    assert [(event["festival"], event["kind"], len(event["kits"])) for event in events] == [  # type: ignore[arg-type]
        ("Tidewater Film Days", "award", 3),
        ("Harbour Nights", "screening", 2),
    ]
    credited: list[dict[str, object]] = told["credits"]  # type: ignore[assignment]
    assert [(credit["part"], credit["name"], credit["role"]) for credit in credited] == [
        ("cast", "Ben Tarn", "actor"),
        ("crew", "Ilse Moor", "editor"),
        ("company", "Saltworks GmbH", "sales"),
    ]


@pytest.mark.usefixtures("loaded")
def test_a_person_is_shown_with_births_films_and_events(url: str) -> None:
    told = shown(url, "person", "Ilse Moor")
    said = facts(told)
    assert said["born"] == [("1970", True, [("a", [8]), ("c", [8])]), ("1970-03-02", False, [("b", [8])])]
    assert said["birthplace"] == [("Faro", True, [("a", []), ("b", []), ("c", [])])]
    listed: list[dict[str, object]] = told["filmography"]  # type: ignore[assignment]
    assert [(film["title"], film["year"], len(film["kits"])) for film in listed] == [("An Earlier Film", 2009, 3)]  # type: ignore[arg-type]
    page = run("catalogue", "show", "person", "Ilse Moor", "--catalogue", url).stdout
    assert all(words in page for words in ("born", "Faro", "An Earlier Film", "Silver Buoy", "editor", "The Salt Road"))


@pytest.mark.usefixtures("loaded")
def test_a_company_is_shown_like_a_person(url: str) -> None:
    told = shown(url, "person", "Saltworks")
    assert told["kind"] == "corporate body"
    assert "sales" in run("catalogue", "show", "person", "SALTWORKS GmbH", "--catalogue", url).stdout


@pytest.mark.usefixtures("loaded")
def test_a_kit_is_shown_with_companies_and_events(url: str) -> None:
    page = run("catalogue", "show", "kit", DIGESTS[0][:12], "--catalogue", url).stdout
    for words in ("Companies", "SALTWORKS", "Awards and screenings", "Silver Buoy", "An Earlier Film", DIGESTS[0], "pipeline 1"):
        assert words in page, words
