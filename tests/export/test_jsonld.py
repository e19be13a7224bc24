"""schema.org: the shape we promise, read back by a JSON-LD processor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from export.fictional import SHA, bare, changed, loss_of, lost, record, samples
from presskit.export.account import Account
from presskit.export.jsonld import jsonld_nodes, write_jsonld
from presskit.export.persons import iso_duration
from presskit.record import Award, Extraction, PressQuote

DURATION = re.compile(r"PT([0-9]+H)?([0-9]+M)?")
TYPES = {
    "Movie", "Person", "PerformanceRole", "Role", "Organization", "Review", "Country", "Place", "CreativeWork", "Article", "Conversation",
    "Question", "Answer", "ScreeningEvent", "Festival",
}  # fmt: skip
MOVIE = {
    "@type", "@id", "name", "alternateName", "dateCreated", "duration", "countryOfOrigin", "inLanguage", "subtitleLanguage", "genre",
    "keywords", "abstract", "description", "actor", "director", "author", "producer", "musicBy", "contributor", "productionCompany",
    "funder", "publisher", "provider", "award", "review", "mentions", "subjectOf",
}  # fmt: skip
"""Properties that schema.org defines for Movie and what it inherits from."""


def nodes(extraction: Extraction) -> list[Any]:
    return list(json.loads(json.dumps(list(jsonld_nodes(extraction, Account())))))


def movie(extraction: Extraction) -> Any:
    return nodes(extraction)[0]


def objects(node: Any) -> Iterator[Any]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(value)


def test_facts() -> None:
    said = movie(record())
    assert said["@type"] == "Movie"
    assert said["@id"] == f"urn:presskit:{SHA}:film"
    assert said["name"] == "Brine"
    assert said["duration"] == "PT1H58M"
    assert said["dateCreated"] == "2031"
    assert said["inLanguage"] == ["it", "kbd", "xkz"]
    assert said["subtitleLanguage"] == ["fr"]
    assert said["countryOfOrigin"] == [{"@type": "Country", "identifier": "IT"}, {"@type": "Country", "identifier": "SU"}]
    assert said["abstract"] == ["A diver sinks."]
    assert said["description"] == ["A diver sinks slowly."]


def test_characters_stand_in_a_performance_role() -> None:
    first, second = movie(record())["actor"]
    assert first["@type"] == "PerformanceRole"
    assert first["characterName"] == "The Diver"
    assert first["actor"]["name"] == "Leo Pond"
    assert second == {"@type": "Person", "name": "Mia Reed"}


def test_crew_stands_in_roles_with_the_printed_credit() -> None:
    said = movie(record())
    [director] = said["director"]
    assert (director["@type"], director["roleName"], director["alternateName"]) == ("Role", "Regia", "director")
    assert director["director"]["name"] == "ADA PELL"
    assert director["director"]["@id"] == f"urn:presskit:{SHA}:person:1"
    editor = said["contributor"][0]
    assert editor["contributor"]["name"] == "Ivo Strand", "schema.org's editor is one of texts"
    assert {"@type": "Role", "roleName": "thanks", "contributor": {"@type": "Person", "name": "Old Harbour Choir"}} in said["contributor"]


def test_companies() -> None:
    said = movie(record())
    plain, role = said["productionCompany"]
    assert plain == {"@type": "Organization", "name": "Salt Pan Films"}
    assert role["roleName"] == "coproduction"
    assert role["productionCompany"]["name"] == "Reef Pictures"
    assert said["provider"][0]["name"] == "Far Shore"


def test_awards_are_text_and_selections_screenings() -> None:
    said = movie(record())
    assert said["award"] == ["Tarn Days 2031, Shorts: Best Sound (won)"]
    assert said["subjectOf"][-1] == {
        "@type": "ScreeningEvent",
        "superEvent": {"@type": "Festival", "name": "Fjord Week", "startDate": "2030"},
    }


def test_a_nomination_without_a_name_is_no_mere_screening() -> None:
    said = movie(record(awards=[Award(festival="Tarn Days", result="nominated")]))
    assert said["award"] == ["Tarn Days: nominated"]


def test_quotes_are_reviews() -> None:
    [review] = movie(record())["review"]
    assert review["reviewBody"] == "It floats."
    assert (review["author"]["name"], review["publisher"]["name"]) == ("Jo Lind", "The Tide")


def test_the_kit_its_texts_and_interviews() -> None:
    kit, statement, interview, _ = movie(record())["subjectOf"]
    assert (kit["encodingFormat"], kit["inLanguage"]) == ("application/pdf", ["en"])
    assert statement["author"]["name"] == "Ada Pell"
    [question] = interview["hasPart"]
    assert (question["text"], question["acceptedAnswer"]["text"]) == ("Why?", "=1+1, I said.")


def test_people_and_their_films() -> None:
    _, ada, leo, tar = nodes(record())
    assert (ada["birthDate"], ada["birthPlace"][0]["name"], ada["jobTitle"]) == (["1988-02"], "Ostend", ["director"])
    assert "birthDate" not in leo, "197X is no date to schema.org"
    assert (tar["name"], tar["duration"], tar["director"]["@id"]) == ("Tar", "PT9M", ada["@id"])


def test_losses() -> None:
    account, extraction = Account(), record()
    list(jsonld_nodes(extraction, account))
    loss = loss_of(extraction, account)
    left = lost(loss)
    assert left["/kit/biographies/*/born"] == 1
    assert left["/kit/contacts/*/emails/*"] == 2
    assert left["/kit/awards/*/film"] == 1
    assert left["/kit/film/aspect_ratio"] == 1
    assert not [pattern for pattern in left if pattern.startswith(("/kit/credits", "/kit/interviews", "/kit/filmographies"))]
    assert changed(loss)["/kit/awards/*/award"] == "as one line of text"


@pytest.mark.parametrize(("minutes", "said"), [(9, "PT9M"), (60, "PT1H"), (118, "PT1H58M"), (None, None)])
def test_durations(minutes: int | None, said: str | None) -> None:
    assert iso_duration(minutes) == said


@pytest.mark.parametrize(("name", "extraction"), [*samples(), ("fictional", record()), ("bare", bare())])
def test_shape(name: str, extraction: Extraction) -> None:
    for node in nodes(extraction):
        if node["@type"] == "Movie":
            assert set(node) <= MOVIE, name
        for each in objects(node):
            assert each["@type"] in TYPES
            assert DURATION.fullmatch(each.get("duration", "PT1M"))
            assert all(value not in (None, [], "") for value in each.values())


def test_no_text_ends_the_script_of_a_page(tmp_path: Path) -> None:
    footage = record(press_quotes=[PressQuote(text="</script><b>Ha</b>")])
    write_jsonld([("x", footage)], tmp_path / "x")
    text = (tmp_path / "x").read_text(encoding="utf-8")
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["review"][0]["reviewBody"] == "</script><b>Ha</b>"


def test_a_processor_understands_it(tmp_path: Path) -> None:
    out = tmp_path / "films.jsonld"
    write_jsonld([*samples(), ("fictional", record())], out)
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["@context"] == "https://schema.org"
    document["@context"] = {"@vocab": "https://schema.org/"}
    expanded = jsonld.expand(document)
    films = [node for node in expanded if str(node.get("@id", "")).endswith(":film")]
    assert len(films) == len(samples()) + 1
    roles = [role for film in films for role in film.get("https://schema.org/actor", [])]
    assert any("https://schema.org/characterName" in role for role in roles)
