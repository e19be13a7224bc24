"""The reconciliation service as a client meets it: a process of its own, real HTTP, a catalogue with films of one title."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from sqlalchemy import event

from batch.running import command
from batch.server import Server, end, server
from presskit.catalogue.entities import agents_like, known, works_like
from presskit.catalogue.store import open_catalogue
from presskit.record import Biography, CastMember, Company, Credits, Extraction, Film, PressKit, SourceFile

NASTY = "<script>alert(1)</script> & Sons"
FILMS = (
    Film(title="The Salt Road", other_titles=["Der Salzweg"], year=2031, runtime_minutes=98, directors=["Ada Pell"]),
    Film(title="The Salt Road", year=1974, runtime_minutes=120, directors=["Igor Wrenn"]),
    Film(title="Harbour Lights", year=2030, directors=["Mia Tolland"]),
    Film(title=NASTY, year=2029, directors=["Una Wick"]),
    Film(title="Low Water", year=1981, directors=["Mia Tolland"]),
)
BORN = {"Ada Pell": "1990", "Igor Wrenn": "1931-02-03"}


def kit(number: int, film: Film) -> Extraction:
    source = SourceFile(
        name=f"{number}.pdf", sha256=f"{number:02x}" * 32, media_type="application/pdf", bytes=9, pages=1, pipeline="1", settings={}
    )
    listed = Credits(cast=[CastMember(actor=f"Leo Pond {number}")], companies=[Company(name="Nordlicht Film", role="production")])
    lives = [Biography(person=name, born=born, birthplace="Haldenau", text="…") for name, born in BORN.items() if name in film.directors]
    return Extraction(source=source, kit=PressKit(film=film, credits=listed, biographies=lives))


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    made = server()
    yield made
    end(made)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "sqlite":
        made = open_catalogue(str(tmp_path_factory.mktemp("reconcile") / "catalogue.sqlite"))
    else:
        made = open_catalogue(request.getfixturevalue("running").database("reconcile"))
    made.start_run("r", "tests")
    for number, film in enumerate(FILMS, 1):
        made.load(kit(number, film), "r")
    return made.url


@pytest.fixture(scope="module")
def base(url: str) -> Iterator[str]:
    """Where the service says that it is. It ends by itself should nobody end it."""
    words = command("catalogue", "serve-reconcile", "--catalogue", url, "--port", "0", "--for", "120")
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    yield process.stderr.readline().split()[-1]
    process.terminate()
    assert process.wait(20) in (0, -15)


def get(address: str, **fields: str) -> Any:
    with _open(f"{address}?{urlencode(fields)}" if fields else address) as answer:
        return json.load(answer)


def _open(address: str, data: bytes | None = None) -> Any:
    """The service needs a moment to accept after it has said where it is."""
    for _ in range(50):
        try:
            return urlopen(address, data, timeout=20)
        except HTTPError:
            raise
        except OSError:
            time.sleep(0.2)
    raise AssertionError(address)


def post(base: str, **fields: object) -> Any:
    with _open(base, urlencode({key: json.dumps(value) for key, value in fields.items()}).encode()) as answer:
        return json.load(answer)


def results(base: str, **query: object) -> list[dict[str, Any]]:
    return list(post(base, queries={"q": query})["q"]["result"])


def test_the_manifest_has_what_the_api_wants(base: str) -> None:
    said = get(base)
    assert "0.2" in said["versions"]
    assert {"name", "identifierSpace", "schemaSpace", "defaultTypes", "suggest", "preview", "extend", "view"} <= said.keys()
    assert said["view"]["url"].startswith(base)
    assert "{{id}}" in said["view"]["url"]
    assert "{{id}}" in said["preview"]["url"]


def test_a_title_alone_never_matches(base: str) -> None:
    found = results(base, query="Salt Road")
    assert [one["match"] for one in found] == [False, False]
    assert all(0 <= one["score"] <= 100 for one in found)


@pytest.mark.parametrize("words", ["The Salt Road", "Der Salzweg", "The Salt Raod"])
def test_the_director_tells_films_of_one_title_apart(words: str, base: str) -> None:
    found = results(base, query=words, type="Work", properties=[{"pid": "director", "v": "Pell, Ada"}, {"pid": "year", "v": 2031}])
    assert (found[0]["name"], found[0]["match"]) == ("The Salt Road", True)
    assert "2031" in found[0]["description"]
    assert sum(one["match"] for one in found) == 1
    assert found[0]["type"] == [{"id": "Work", "name": "Film (work)"}]


def test_what_disagrees_never_matches(base: str) -> None:
    found = results(base, query="Harbour Lights", properties=[{"pid": "year", "v": "1950"}])
    assert [one["match"] for one in found] == [False]
    assert found[0]["score"] < results(base, query="Harbour Lights", properties=[{"pid": "year", "v": "2030"}])[0]["score"]


@pytest.mark.parametrize("words", ["Ada Pell", "Pell, Ada", "ADA PELL"])
def test_a_person_is_known_by_name_and_film_or_birth(words: str, base: str) -> None:
    for fact in ({"pid": "film", "v": "The Salt Road"}, {"pid": "born", "v": 1990}):
        found = results(base, query=words, type="Agent", properties=[fact])
        assert (found[0]["name"], found[0]["match"]) == ("Ada Pell", True)
        assert found[0]["type"][0]["id"] == "Agent"
    assert [one["match"] for one in results(base, query=words, properties=[{"pid": "born", "v": "1950"}])] == [False]


def test_namesakes_are_told_apart_by_their_films(base: str) -> None:
    both = results(base, query="Mia Tolland", type="Agent")
    assert [(one["name"], one["match"]) for one in both] == [("Mia Tolland", False)] * 2
    found = results(base, query="Mia Tolland", type="Agent", properties=[{"pid": "film", "v": "Low Water"}])
    assert found[0]["match"] and "Low Water" in found[0]["description"]
    assert found[0]["id"] in {one["id"] for one in both}


def test_a_company_is_one_with_all_its_films(base: str) -> None:
    found = results(base, query="nordlicht film", type="Agent")
    assert [one["name"] for one in found] == ["Nordlicht Film"]
    said = post(base, extend={"ids": [found[0]["id"], "agent-none"], "properties": [{"id": "film"}, {"id": "born"}]})
    assert {value["str"] for value in said["rows"][found[0]["id"]]["film"]} == {film.title for film in FILMS}
    assert said["rows"]["agent-none"] == {"film": [], "born": []}


def test_columns_of_people(base: str) -> None:
    who = results(base, query="Igor Wrenn", type="Agent")[0]["id"]
    said = post(base, extend={"ids": [who], "properties": [{"id": "born"}, {"id": "birthplace"}, {"id": "film"}]})
    assert said["rows"][who] == {"born": [{"str": "1931-02-03"}], "birthplace": [{"str": "Haldenau"}], "film": [{"str": "The Salt Road"}]}


def test_a_limit_is_kept_and_an_unknown_type_has_nothing(base: str) -> None:
    assert len(results(base, query="Salt Road", limit=1)) == 1
    assert results(base, query="Salt Road", type="Star") == []
    assert results(base, query="no such words anywhere") == []


def test_a_batch_by_get_and_as_a_script(base: str) -> None:
    queries = json.dumps({"a": {"query": "Harbour Lights"}, "b": {"query": "Salzweg"}})
    said = get(base, queries=queries)
    assert said["a"]["result"][0]["name"] == "Harbour Lights"
    assert list(said) == ["a", "b"]
    with _open(f"{base}?{urlencode({'queries': queries, 'callback': 'told'})}") as answer:
        assert answer.read().startswith(b"/**/told({")


def test_suggestions(base: str) -> None:
    found = get(f"{base}suggest/entity", prefix="harb")["result"]
    assert [one["name"] for one in found] == ["Harbour Lights"]
    assert [one["id"] for one in get(f"{base}suggest/type", prefix="fil")["result"]] == ["Work"]
    assert [one["id"] for one in get(f"{base}suggest/property", prefix="dir")["result"]] == ["director"]
    assert get(f"{base}suggest/entity", prefix="")["result"] == []


def test_columns_for_what_was_matched(base: str) -> None:
    work = results(base, query="Harbour Lights")[0]["id"]
    proposed = get(f"{base}properties", type="Work", limit="3")
    assert len(proposed["properties"]) == 3
    said = post(base, extend={"ids": [work, "work-none"], "properties": [{"id": "year"}, {"id": "director"}]})
    assert [column["id"] for column in said["meta"]] == ["year", "director"]
    assert said["rows"][work] == {"year": [{"str": "2030"}], "director": [{"str": "Mia Tolland"}]}
    assert said["rows"]["work-none"] == {"year": [], "director": []}


def test_pages_are_escaped(base: str) -> None:
    work = results(base, query=NASTY)[0]["id"]
    for kind in ("view", "preview"):
        with _open(f"{base}{kind}/{work}") as answer:
            said = answer.read().decode()
        assert "<script" not in said
        assert "&lt;script&gt;" in said


BAD = (
    {"queries": "{"},
    {"queries": "[]"},
    {"queries": '{"q": 1}'},
    {"queries": '{"q": {"query": ""}}'},
    {"queries": '{"q": {"query": 7}}'},
    {"queries": '{"q": {"query": "x", "limit": -1}}'},
    {"queries": '{"q": {"query": "x", "limit": NaN}}'},
    {"queries": '{"q": {"query": "x", "properties": [{"pid": "year"}]}}'},
    {"queries": json.dumps({str(number): {"query": "x"} for number in range(60)})},
    {"queries": "[" * 100_000},
    {"extend": '{"ids": "x", "properties": []}'},
    {"extend": '{"ids": [], "properties": [{"id": "shoe size"}]}'},
    {"other": "x"},
)


@pytest.mark.parametrize("fields", BAD)
def test_bad_requests_are_told(fields: dict[str, str], base: str) -> None:
    with pytest.raises(HTTPError) as refused:
        _open(base, urlencode(fields).encode())
    said = json.load(refused.value)
    assert refused.value.code == 400
    assert said["message"]


@pytest.mark.parametrize(
    ("place", "code"),
    [("view/work-none", 404), ("view/x", 404), ("nowhere", 404), ("?callback=a;b", 400), ("suggest/entity?prefix=a&limit=x", 400)],
)
def test_wrong_addresses_are_told(place: str, code: int, base: str) -> None:
    with pytest.raises(HTTPError) as refused:
        _open(base + place)
    assert refused.value.code == code
    assert json.load(refused.value)["message"]


def test_a_port_that_is_taken(base: str, url: str) -> None:
    port = base.rstrip("/").rpartition(":")[2]
    done = subprocess.run(
        command("catalogue", "serve-reconcile", "--catalogue", url, "--port", port), capture_output=True, timeout=60, text=True
    )
    assert done.returncode == 29
    assert "--port" in done.stderr


def test_it_ends_by_itself(url: str) -> None:
    words = command("catalogue", "serve-reconcile", "--catalogue", url, "--port", "0", "--for", "1")
    assert subprocess.run(words, capture_output=True, timeout=60).returncode == 0


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_no_table_is_scanned_for_candidates(url: str) -> None:
    """By the statements that are really made: SQLite tells how it would answer each; a server scans what is small."""
    catalogue = open_catalogue(url)
    made: list[tuple[str, object]] = []

    def note(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        made.append((statement, parameters))

    event.listen(catalogue.engine, "before_cursor_execute", note)
    with catalogue.read() as connection:
        for words in ("Salt Road", "Mia Tolland", "road nowhere"):
            assert known(connection, [*works_like(connection, words), *agents_like(connection, words)])
    event.remove(catalogue.engine, "before_cursor_execute", note)
    assert len(made) < 60
    asked = [(statement, parameters) for statement, parameters in made if statement.startswith("SELECT")]
    with catalogue.read() as connection:
        for statement, parameters in asked:
            plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            scans = [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE" not in step and not _derived(step)]
            assert not scans, (statement, plan)


def _derived(step: str) -> bool:
    """What a statement makes itself is read whole."""
    return step.split()[1].startswith(("anon_", "CONSTANT", "("))
