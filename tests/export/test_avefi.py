"""AV-EFI: shape, terms, and the published JSON Schema where it is at hand (PRESSKIT_STANDARDS, or standards/ beside the checkout)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft201909Validator

from export.fictional import SHA, bare, changed, loss_of, lost, record, samples
from presskit.export.account import Account
from presskit.export.avefi import avefi_records, write_avefi
from presskit.export.terms import bibliographic, terms
from presskit.record import CastMember, Company, Credits, CrewMember, Extraction, Film
from presskit.vocabulary import vocabulary

BESIDE = Path(__file__).parents[3]


def schema_file() -> Path | None:
    named = os.environ.get("PRESSKIT_STANDARDS")
    found = [Path(named) / "avefi/model.schema.json"] if named else sorted(BESIDE.glob("*/standards/avefi/model.schema.json"))
    return next((path for path in found if path.is_file()), None)


@pytest.fixture(scope="module")
def schema() -> Any:
    path = schema_file()
    if path is None:
        pytest.skip("no AV-EFI schema at hand: name its folder in PRESSKIT_STANDARDS")
    return json.loads(path.read_text(encoding="utf-8"))


def records(extraction: Extraction) -> list[Any]:
    return list(json.loads(json.dumps(list(avefi_records(extraction, Account())))))


def faults(record: Any, schema: Any) -> list[str]:
    held = {"$defs": schema["$defs"], "$ref": f"#/$defs/{record['category'].removeprefix('avefi:')}"}
    return [f"{error.json_path}: {error.message}" for error in Draft201909Validator(held).iter_errors(record)]


def types(event: Any) -> dict[str, list[str]]:
    return {activity["type"]: [agent["has_name"] for agent in activity["has_agent"]] for activity in event["has_activity"]}


def test_the_work() -> None:
    work = records(record())[0]
    assert work["category"] == "avefi:WorkVariant"
    assert work["type"] == "Monographic"
    assert work["has_primary_title"] == {"type": "PreferredTitle", "has_name": "Brine"}
    assert work["has_alternative_title"] == [{"type": "AlternativeTitle", "has_name": "Sole"}]
    assert work["has_form"] == ["Feature"]
    assert work["has_genre"] == [{"has_name": "Drama"}]


def test_the_production() -> None:
    [event] = records(record())[0]["has_event"]
    assert event["category"] == "avefi:ProductionEvent"
    assert event["has_date"] == "2031"
    assert [place["has_name"] for place in event["located_in"]] == ["Italy", "Soviet Union"]
    assert types(event) == {
        "Director": ["Ada Pell"],
        "CastMember": ["Leo Pond", "Mia Reed"],
        "FilmEditor": ["Ivo Strand", "Una Wick"],
        "ProductionCompany": ["Salt Pan Films", "Reef Pictures"],
    }


def test_one_agent_with_two_printed_forms() -> None:
    director = records(record())[0]["has_event"][0]["has_activity"][0]
    [agent] = director["has_agent"]
    assert director["category"] == "avefi:DirectingActivity"
    assert agent == {"category": "avefi:Agent", "has_name": "Ada Pell", "type": "Person", "has_alternate_name": ["ADA PELL"]}


def test_the_kind_of_an_agent_is_told_where_it_is_known() -> None:
    editing = records(record())[0]["has_event"][0]["has_activity"][2]["has_agent"]
    assert [agent.get("type") for agent in editing] == ["Person", None]


def test_the_manifestation_holds_what_is_done_to_copies() -> None:
    work, manifestation, _ = records(record())
    assert manifestation["is_manifestation_of"] == work["has_identifier"]
    assert manifestation["has_primary_title"]["type"] == "TitleProper"
    assert [(event["category"], event.get("type")) for event in manifestation["has_event"]] == [
        ("avefi:ManufactureEvent", None),
        ("avefi:PublicationEvent", "DistributionEvent"),
        ("avefi:PublicationEvent", "BroadcastEvent"),
    ]
    assert [types(event) for event in manifestation["has_event"]] == [
        {"Colorist": ["Ben Ode"]},
        {"WorldDistributor": ["Far Shore"]},
        {"Broadcaster": ["Kanal 9"]},
    ]
    assert SHA in manifestation["has_note"][0]


def test_the_item_holds_what_avefi_says_of_copies_only() -> None:
    _, manifestation, item = records(record())
    assert item["is_item_of"] == manifestation["has_identifier"][0]
    assert item["has_duration"] == {"has_value": "PT01H58M00S"}
    assert item["element_type"] == "DCP"
    assert item["has_format"] == [{"category": "avefi:Film", "type": "35mmFilm"}]
    assert item["has_colour_type"] == "ColourBlackAndWhite"
    assert item["has_sound_type"] == "Sound"
    assert [(language["code"], language["usage"]) for language in item["in_language"]] == [
        ("ita", ["SpokenLanguage"]),
        ("kbd", ["SpokenLanguage"]),
        ("fre", ["Subtitles"]),
    ]


def test_a_kit_that_says_nothing_has_a_supplied_title() -> None:
    work, manifestation = records(bare())
    assert work["has_primary_title"] == {"type": "SuppliedDevisedTitle", "has_name": "[brine]"}
    assert "has_event" not in work
    assert "has_event" not in manifestation


def test_series_are_serial_and_silent_films_silent() -> None:
    work, _, item = records(record(film=Film(title="Brine", forms=["series"], sound="Stumm")))
    assert work["type"] == "Serial"
    assert item["has_sound_type"] == "Silent"


@pytest.mark.parametrize(("minutes", "said"), [(1, "PT00H01M00S"), (60, "PT01H00M00S"), (6000, "PT100H00M00S")])
def test_runtimes(minutes: int, said: str) -> None:
    assert records(record(film=Film(runtime_minutes=minutes)))[2]["has_duration"] == {"has_value": said}


def test_losses() -> None:
    account, extraction = Account(), record()
    list(avefi_records(extraction, account))
    loss = loss_of(extraction, account)
    left, otherwise = lost(loss), changed(loss)
    assert left["/kit/credits/cast/*/character"] == 1
    assert left["/kit/credits/crew/*/name"] == 1, "thanks"
    assert left["/kit/credits/companies/*/name"] == 1, "other"
    assert left["/kit/film/languages/*"] == 1, "xkz"
    assert left["/kit/film/forms/*"] == 1, "animation"
    assert left["/kit/film/formats/*"] == 1, "Wax"
    assert "/kit/film/year" not in left
    assert "/kit/credits/cast/*/actor" not in left
    assert otherwise["/kit/film/sound"] == "as Sound"
    assert otherwise["/kit/credits/crew/*/role"] == "as the nearest activity: FilmEditor"


def test_every_role_of_ours_has_been_thought_of() -> None:
    assert set(terms().roles) == set(vocabulary().canonical_roles)


def test_languages() -> None:
    codes = bibliographic()
    assert [codes[code] for code in ("de", "fr", "no", "cs", "kbd")] == ["ger", "fre", "nor", "cze", "kbd"]
    assert len(codes) > 450


def test_terms_are_those_of_the_schema(schema: Any) -> None:
    defined = schema["$defs"]
    for term in filter(None, (*terms().roles.values(), *terms().companies.values())):
        assert term.type in defined[f"{term.category}TypeEnum"]["enum"]
    for term in filter(None, terms().formats.values()):
        assert term.type in defined[f"Format{term.category}TypeEnum"]["enum"]
    for event, kind in terms().events.values():
        assert not kind or kind in defined[f"{event}TypeEnum"]["enum"]
    assert set(filter(None, terms().forms.values())) <= set(defined["WorkFormEnum"]["enum"])
    assert set(terms().colours.values()) <= set(defined["ColourTypeEnum"]["enum"])
    assert set(bibliographic().values()) <= set(defined["LanguageCodeEnum"]["enum"])


@pytest.mark.parametrize("name", [name for name, _ in samples()])
def test_samples_keep_to_the_schema(name: str, schema: Any) -> None:
    found = records(dict(samples())[name])
    assert [fault for each in found for fault in faults(each, schema)] == []


def test_odd_records_keep_to_the_schema(schema: Any) -> None:
    for extraction in (record(), bare(), record(film=Film(runtime_minutes=6000, forms=["series"]))):
        assert [fault for each in records(extraction) for fault in faults(each, schema)] == []


@pytest.mark.parametrize("odd", ["", " ", "\n", "a\nb", "\x00", "'\"&", "\u202e", "=1"])
def test_odd_names_keep_to_the_schema(odd: str, schema: Any) -> None:
    film = Film(title=odd, other_titles=[odd], genres=[odd], sound=odd, formats=[odd], directors=[odd])
    named = Credits(cast=[CastMember(actor=odd)], crew=[CrewMember(role="editor", name=odd)], companies=[Company(role="sales", name=odd)])
    found = records(record(film=film, credits=named))
    assert [fault for each in found for fault in faults(each, schema)] == []


def test_one_document_for_all(tmp_path: Path) -> None:
    out = tmp_path / "all.json"
    report = write_avefi(samples(), out)
    written = json.loads(out.read_text(encoding="utf-8"))
    assert sum(each["category"] == "avefi:WorkVariant" for each in written) == len(report.kits) == len(samples())
