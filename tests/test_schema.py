"""The published schemas are in step with the models, and faults are named with their path."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from presskit.record import CastMember, Credits, CrewMember, Evidence, Extraction, Film, Place, PressKit, SourceFile
from presskit.schema import DIALECT, MODELS, faults, file_name, published, published_text
from presskit.serialise import to_json
from presskit.vocabulary import vocabulary

SCHEMAS = Path(__file__).parents[1] / "schemas"
SOURCE = SourceFile(name="ferry.txt", sha256="0" * 64, media_type="text/plain", bytes=9, pages=1, pipeline="0", settings={})
PLACE = Place(page=1, start=0, end=9, quote="Ida Grau")


def extraction(**evidence: Evidence) -> Extraction:
    crew = [CrewMember(label="Montage", role="editor", name="Ida Grau")]
    kit = PressKit(film=Film(title="The Late Ferry", year=2031), credits=Credits(cast=[CastMember(actor="Leo Pond")], crew=crew))
    return Extraction(source=SOURCE, kit=kit, evidence=evidence)


@pytest.mark.parametrize("name", MODELS)
def test_published_files_are_in_step(name: str) -> None:
    assert (SCHEMAS / file_name(name)).read_text(encoding="utf-8") == published_text(name), "run `make schema`"


@pytest.mark.parametrize("name", MODELS)
def test_schemas_are_sound_and_named(name: str) -> None:
    schema = published(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert name in schema["$id"]


def test_roles_are_listed() -> None:
    roles = published("kit")["$defs"]["CrewMember"]["properties"]["role"]["enum"]
    assert {"director", "editor", "other"} <= set(roles)
    assert vocabulary().roles("Montage") == ("editor",)


def test_every_role_of_the_vocabulary_fits_the_models() -> None:
    for role in published("kit")["$defs"]["CrewMember"]["properties"]["role"]["enum"]:
        assert CrewMember(role=role, name="Ida Grau").role == role


def test_a_record_as_written_is_valid() -> None:
    assert not faults(json.loads(to_json(extraction())))


def test_a_bare_kit_is_held_against_its_own_schema() -> None:
    assert not faults(PressKit().model_dump(mode="json"))


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("kit", "film", "year"), "2031", "$.kit.film.year"),
        (("kit", "film", "countries"), ["Portugal"], "$.kit.film.countries[0]"),
        (("kit", "credits", "crew", 0, "role"), "mastermind", "$.kit.credits.crew[0].role"),
        (("kit", "surprise"), 1, "$.kit"),
        (("source", "sha256"), None, "$.source.sha256"),
    ],
)
def test_faults_are_named_with_their_path(path: tuple[str | int, ...], value: object, expected: str) -> None:
    record = json.loads(to_json(extraction()))
    inner = record
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert expected in [fault.path for fault in faults(record)]


def test_evidence_must_point_into_the_kit() -> None:
    evidence = Evidence(spans=[PLACE], confidence=0.9, found_by="test")
    assert not faults(json.loads(to_json(extraction(**{"/credits/crew/0/name": evidence}))))
    assert [f.path for f in faults(json.loads(to_json(extraction(**{"/credits/crew/3/name": evidence}))))] == [
        "$.evidence['/credits/crew/3/name']"
    ]


@pytest.mark.parametrize("value", [[], "kit", None, 3, {}, {"kit": 3}, {"kit": {}, "evidence": 3}])
def test_whatever_is_no_record_is_a_fault_and_no_crash(value: object) -> None:
    assert faults(value)
