"""Corrections: taken or refused with a reason, in every table, on every later extraction of the kit, listed and taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from batch.running import run
from presskit.catalogue import tables
from presskit.catalogue.correct import correct
from presskit.catalogue.correcting import Wish, listed, lost_corrections
from presskit.catalogue.decide import take_back
from presskit.catalogue.find import find
from presskit.catalogue.lookup import films
from presskit.catalogue.store import Catalogue, Loaded, machine_record, open_catalogue, record_of, undo
from presskit.errors import CorrectionRefused
from presskit.extraction import extract
from presskit.record import Extraction, PressKit
from presskit.serialise import to_json
from presskit.settings import Settings

pytestmark = pytest.mark.xdist_group("catalogue")
KIT = """THE SALT CLOCK
a film by Oda Lindqvist

Norway 2019, 84 min., colour

SYNOPSIS
A clockmaker on an island without tides finds that every clock she mends runs on the time of the person who broke it.

CREDITS
Director: Oda Lindqvist
Screenplay: Oda Lindqvist
Cinematography: Per Aasgaard
Editing: Mirel Stancu
Sound: Per Aasgaard
Music: Jun Hatori

CONTACT
Sales: Fjordlys Pictures
Ingrid Moe
ingrid.moe@fjordlys.example
+47 22 55 01 99
"""
WILD = "Robert'); DROP TABLE kits;-- <script>alert(1)</script> %s {x} \\ =1+1"


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    path = tmp_path_factory.mktemp("kits") / "salt.txt"
    path.write_text(KIT, encoding="utf-8")
    made = extract(path, Settings(names=False))
    assert [member.name for member in made.kit.credits.crew][-1] == "Jun Hatori"
    return made


def edited(record: Extraction, kit: dict[str, Any], evidence: dict[str, Any] | None = None) -> Extraction:
    source = record.source.model_copy(update={"pipeline": "9.0"})
    changes: dict[str, Any] = {"source": source, "kit": PressKit.model_validate(kit)}
    return record.model_copy(update=changes | ({"evidence": evidence} if evidence is not None else {}))


def without_first_credit(record: Extraction) -> Extraction:
    """A newer extraction in which every place in the list of credits is another."""
    kit = record.kit.model_dump(mode="json")
    del kit["credits"]["crew"][0]
    evidence = {}
    for at, found in record.evidence.items():
        parts = at.split("/")
        if at.startswith("/credits/crew/"):
            parts[3] = str(int(parts[3]) - 1)
        if "-1" not in parts:
            evidence["/".join(parts)] = found
    return edited(record, kit, evidence)


def silent(record: Extraction, name: str) -> Extraction:
    """A newer extraction that does not find this person's credits."""
    kit = record.kit.model_dump(mode="json")
    kit["credits"]["crew"] = [member for member in kit["credits"]["crew"] if member["name"] != name]
    return edited(record, kit, {at: found for at, found in record.evidence.items() if not at.startswith("/credits/crew")})


def place_of(record: Extraction, name: str, role: str) -> str:
    crew = record.kit.credits.crew
    return f"/credits/crew/{next(n for n, member in enumerate(crew) if (member.name, member.role) == (name, role))}"


def loaded(catalogue: Catalogue, record: Extraction) -> str:
    catalogue.load(record, "one")
    return record.source.sha256


def corrected(catalogue: Catalogue, kit: str, pointer: str, value: str, printed: str = "") -> str:
    with catalogue.begin() as connection:
        return correct(connection, kit, Wish(pointer, value, "Ida", printed))


def now(catalogue: Catalogue, kit: str) -> PressKit:
    with catalogue.begin() as connection:
        return record_of(connection, kit).kit


def standings(catalogue: Catalogue) -> list[str]:
    with catalogue.begin() as connection:
        return [row.standing for row in listed(connection)]


def test_a_corrected_value_is_everywhere_and_the_machines_record_stays(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    corrected(catalogue, kit, "/film/title", "The Brine Clock")
    corrected(catalogue, kit, "/film/year", "2021")
    with catalogue.begin() as connection:
        assert connection.execute(select(tables.manifestations.c.year)).scalar_one() == 2021
        assert [(film.title, film.year) for film in films(connection)] == [("The Brine Clock", 2021)]
        assert [hit.kind for hit in find(connection, "brine clock")][:1] == ["title"]
        assert machine_record(connection, kit) == first
        assert record_of(connection, kit).evidence["/film/year"].found_by == "correction"
        assert record_of(connection, kit).evidence["/film/year"].spans[0].quote == "2019"
    assert catalogue.load(first, "two") is Loaded.UNCHANGED


def test_a_correction_moves_with_its_words(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    corrected(catalogue, kit, f"{place_of(first, 'Per Aasgaard', 'sound')}/role", "sound_designer")
    catalogue.load(without_first_credit(first), "two")
    roles = {(member.name, member.role) for member in now(catalogue, kit).credits.crew}
    assert ("Per Aasgaard", "sound_designer") in roles
    assert ("Per Aasgaard", "cinematographer") in roles
    with catalogue.begin() as connection:
        row = listed(connection)[0]
    assert (row.standing, row.by, row.pointer != row.now) == ("applied", "Ida", True)


def test_a_correction_without_its_anchor_is_told_and_not_lost(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    decision = corrected(catalogue, kit, f"{place_of(first, 'Jun Hatori', 'music')}/name", "Jun Hattori")
    catalogue.load(silent(first, "Jun Hatori"), "two")
    assert standings(catalogue) == ["gone"]
    with catalogue.begin() as connection:
        assert decision in lost_corrections(connection, kit)[0]
        codes = select(func.count()).select_from(tables.issues).where(tables.issues.c.code == "correction-gone")
        assert connection.execute(codes).scalar_one() == 1
    undo(catalogue, "two")
    assert standings(catalogue) == ["applied"]
    assert now(catalogue, kit).credits.crew[-1].name == "Jun Hattori"


def test_what_is_taken_out_stays_out_and_is_not_missed(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    corrected(catalogue, kit, place_of(first, "Mirel Stancu", "editor"), "null")
    catalogue.load(without_first_credit(first), "two")
    assert "Mirel Stancu" not in {member.name for member in now(catalogue, kit).credits.crew}
    assert standings(catalogue) == ["applied"]
    catalogue.load(silent(first, "Mirel Stancu"), "three")
    assert standings(catalogue) == ["agreed"]


def test_what_is_added_is_there_once(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    item = json.dumps({"role": "sales", "name": "Fjordlys Pictures"})
    kept = [company for company in first.kit.credits.companies if company.name != "Fjordlys Pictures"]
    bare = first.model_dump(mode="json")["kit"]
    bare["credits"]["companies"] = [company.model_dump() for company in kept]
    evidence = {at: found for at, found in first.evidence.items() if not at.startswith("/credits/companies")}
    catalogue.load(edited(first, bare, evidence), "two")
    corrected(catalogue, kit, "/credits/companies/-", item)
    corrected(catalogue, kit, "/film/genres/-", "fable")
    with catalogue.begin() as connection:
        found = record_of(connection, kit)
        company = found.evidence[f"/credits/companies/{len(kept)}"].spans[0]
        assert KIT[company.start : company.end] == company.quote == "Fjordlys Pictures"
    assert now(catalogue, kit).film.genres[-1] == "fable"
    grown = bare["credits"]["companies"] + [json.loads(item)]
    catalogue.load(edited(first, bare | {"credits": bare["credits"] | {"companies": grown}}, evidence).model_copy(), "three")
    assert [company.name for company in now(catalogue, kit).credits.companies].count("Fjordlys Pictures") == 1


def test_the_last_word_holds_and_words_are_taken_back(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    names = [corrected(catalogue, kit, "/film/runtime_minutes", value) for value in ("90", "91")]
    assert now(catalogue, kit).film.runtime_minutes == 91
    with catalogue.begin() as connection:
        take_back(connection, names[1])
    assert now(catalogue, kit).film.runtime_minutes == 90
    with catalogue.begin() as connection:
        take_back(connection, names[0])
    assert now(catalogue, kit) == first.kit
    assert standings(catalogue) == ["undone", "undone"]


@pytest.mark.parametrize(
    ("pointer", "value", "told"),
    [
        ("film/year", "2020", "begins with a slash"),
        ("/film/yaer", "2020", "/film/year"),
        ("/film/year", "soon", "integer, 1800 to 2200"),
        ("/film/year", "20210", "2200"),
        ("/film/year", "NaN", "integer"),
        ("/film/year", "", "no value"),
        ("/film/title", '"a\\u0000b"', "cannot be printed"),
        ("/film/title", '"\\ud800"', "cannot be printed"),
        ("/film/title/0", "x", "has no parts"),
        ("/film/countries/-", "Norway", "alpha-2"),
        ("/film/colour", "color", "colour"),
        ("/credits/crew/99", "{}", "the items 0 to 5"),
        ("/credits/crew/-1", "{}", "the items 0 to 5"),
        ("/credits/crew/0/role", "sound-recorder", "sound_recordist"),
        ("/credits/crew/0/name", "null", "not of type 'string'"),
        ("/credits/crew/-", '{"name": "Ada Roe"}', "'role' is a required property"),
        ("/credits/crew/-", "[" * 100_000, "object"),
        ("", "{}", "begins with a slash"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(tmp_path: Path, first: Extraction, pointer: str, value: str, told: str) -> None:
    catalogue = open_catalogue(str(tmp_path / "c.sqlite"))
    kit = loaded(catalogue, first)
    with pytest.raises(CorrectionRefused, match=told.replace("[", r"\[")):
        corrected(catalogue, kit, pointer, value)
    assert standings(catalogue) == []


def test_words_that_the_kit_does_not_print_are_no_anchor(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    with pytest.raises(CorrectionRefused, match="no words"):
        corrected(catalogue, kit, "/film/genres/-", "fable", "a fable of the sea")


def test_markup_and_commands_are_only_words(catalogue: Catalogue, first: Extraction) -> None:
    kit = loaded(catalogue, first)
    corrected(catalogue, kit, "/film/title", WILD)
    corrected(catalogue, kit, "/film/other_titles/-", json.dumps(WILD + " 1984"))
    corrected(catalogue, kit, "/film/sound", "5.1")
    film = now(catalogue, kit).film
    assert (film.title, film.other_titles[-1], film.sound) == (WILD, WILD + " 1984", "5.1")
    with catalogue.begin() as connection:
        assert films(connection)[0].title == WILD


def test_a_table_is_taken_whole_or_not_at_all(url: str, catalogue: Catalogue, first: Extraction, tmp_path: Path) -> None:
    kit = loaded(catalogue, first)
    table = tmp_path / "hand.csv"
    table.write_text(
        "kit,pointer,value,by\nsalt.txt,/film/year,2020,Leo\nsalt.txt,/film/yaer,1,\nnone.pdf,/film/year,1,\n", encoding="utf-8"
    )
    done = run("catalogue", "correct", "--from", table, "--catalogue", url)
    assert done.returncode == 28
    assert "line 3: " in done.stderr
    assert "line 4: " in done.stderr
    assert "2 of 3 lines are bad" in done.stderr
    assert standings(catalogue) == []
    first_two = [place_of(first, name, role) for name, role in (("Per Aasgaard", "cinematographer"), ("Jun Hatori", "music"))]
    lines = ["kit;pointer;value;by", "salt.txt;/film/year;2020;Leo", *(f"{kit[:12]};{place};null;" for place in first_two)]
    table.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    assert "3 corrections" in run("catalogue", "correct", "--from", table, "--by", "Ida", "--catalogue", url).stderr
    with catalogue.begin() as connection:
        assert sorted(row.by for row in listed(connection)) == ["Ida", "Ida", "Leo"]
    left = {(member.name, member.role) for member in now(catalogue, kit).credits.crew}
    assert {("Per Aasgaard", "cinematographer"), ("Jun Hatori", "music")} & left == set()
    assert len(left) == len(first.kit.credits.crew) - 2


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"kit,pointer,value\n\xff\xfe,x,y\n", b'kit,pointer,value\nk,/film/year,"19\n'])
def test_a_file_that_is_no_table_is_refused(content: bytes, tmp_path: Path) -> None:
    table = tmp_path / "hand.csv"
    table.write_bytes(content)
    assert run("catalogue", "correct", "--from", table, "--catalogue", tmp_path / "c.sqlite").returncode == 28
    assert run("catalogue", "correct", "--from", tmp_path / "none.csv", "--catalogue", tmp_path / "c.sqlite").returncode == 11


def test_a_corrected_kit_is_gold_for_evaluate(url: str, catalogue: Catalogue, first: Extraction, tmp_path: Path) -> None:
    kit = loaded(catalogue, first)
    golds = tmp_path / "golds"
    golds.mkdir()
    (golds / "salt.txt").write_text(KIT, encoding="utf-8")
    corrected(catalogue, kit, f"{place_of(first, 'Jun Hatori', 'music')}/name", "Jun Hattori")
    assert run("catalogue", "gold", "salt.txt", "--out", golds / "salt.gold.json", "--catalogue", url).returncode == 0
    families = json.loads(run("evaluate", golds, "--json").stdout)["pooled"]["families"]
    assert {name for name, tally in families.items() if tally["f1"] < 1} == {"crew"}
    assert len(families) > 4
    assert json.loads(run("catalogue", "gold", kit[:10], "--catalogue", url).stdout) == now(catalogue, kit).model_dump(mode="json")


def test_the_commands(url: str, first: Extraction, tmp_path: Path) -> None:
    env = {"PRESSKIT_CATALOGUE": url}
    (tmp_path / "r.json").write_text(to_json(first), encoding="utf-8")
    run("catalogue", "load", tmp_path / "r.json", env=env)
    said = [
        run("catalogue", "correct", "salt.txt", *words, "--by", "Ida", env=env)
        for words in (("/film/year", 2020), ("/film/genres", "--add", "fable"), (place_of(first, "Jun Hatori", "music") + "/name", "J. H."))
    ]
    assert [done.returncode for done in said] == [0, 0, 0]
    assert "/film/genres/-" in run("catalogue", "decisions", env=env).stdout
    for target, out in (("jsonl", "out.jsonl"), ("csv", "csv"), ("xlsx", "out.xlsx"), ("jsonld", "out.jsonld"), ("avefi", "out.avefi")):
        done = run("export", "--to", target, "--out", tmp_path / out, env=env)
        assert done.returncode == 0, done.stderr
    handed = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (handed["kit"]["film"]["year"], handed["kit"]["film"]["genres"]) == (2020, ["fable"])
    (tmp_path / "r.json").write_text(to_json(silent(first, "Jun Hatori")), encoding="utf-8")
    assert "is not applied: not found" in run("catalogue", "load", tmp_path / "r.json", env=env).stderr
    rows = json.loads(run("catalogue", "corrections", "--json", env=env).stdout)
    assert [(row["pointer"], row["standing"]) for row in rows][1:] == [("/film/genres/-", "applied"), ("/film/year", "applied")]
    assert rows[0]["standing"] == "gone"
    assert "gone" in run("catalogue", "corrections", "salt.txt", env=env).stdout
    assert run("catalogue", "take-back", rows[0]["decision"], env=env).returncode == 0
    assert run("catalogue", "correct", "salt.txt", "/film/year", env=env).returncode == 2
    assert run("catalogue", "correct", "salt.txt", "/film/year", "2020", "--remove", env=env).returncode == 2
    refused = run("catalogue", "correct", "salt.txt", "/film/yer", "2020", env=env)
    assert (refused.returncode, "/film/year" in refused.stderr) == (28, True)
