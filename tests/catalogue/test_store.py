"""The catalogue as a database: loaded, loaded again, undone, asked; on SQLite and on a PostgreSQL server alike."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, inspect, select, text

from batch.running import command, run
from presskit.catalogue import tables
from presskit.catalogue.diff import diff
from presskit.catalogue.find import find, stats
from presskit.catalogue.store import Catalogue, Loaded, open_catalogue, undo
from presskit.errors import LedgerUnusable, RecordInvalid
from presskit.extraction import extract
from presskit.record import Extraction, PressKit, SectionText
from presskit.records import read_record
from presskit.serialise import to_json
from presskit.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
TIMES = {"loaded", "started", "undone", "made"}
pytestmark = pytest.mark.xdist_group("catalogue")


@pytest.fixture(scope="session")
def records() -> list[Extraction]:
    return [extract(kit, Settings(names=False)) for kit in sorted(SAMPLES.glob("*/kit.*"))]


@pytest.fixture(scope="session")
def folder(records: list[Extraction], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("records")
    for number, record in enumerate(records):
        (made / f"{number}.json").write_text(to_json(record), encoding="utf-8")
    return made


def contents(catalogue: Catalogue) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, without what tells when, and without runs, which are named anew each time."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with catalogue.begin() as connection:
        for table in tables.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name not in TIMES | {"run"}]
            found[table.name] = sorted(map(tuple, connection.execute(select(*columns))), key=repr) if table is not tables.runs else []
    return found


def test_what_records_say_is_in_the_tables(catalogue: Catalogue, records: list[Extraction]) -> None:
    assert [catalogue.load(record, "one") for record in records] == [Loaded.NEW] * len(records)
    with catalogue.begin() as connection:
        counted = stats(connection)
    assert counted["kits"] == counted["extractions"] == len(records)
    assert counted["sections"] == sum(len(record.kit.sections) for record in records)
    assert counted["evidence"] == sum(len(found.spans) for record in records for found in record.evidence.values())
    crew = sum(len(c.cast) + len(c.crew) + len(c.companies) for c in (record.kit.credits for record in records))
    assert counted["activities"] == crew


def test_loading_again_in_another_order_changes_nothing(catalogue: Catalogue, records: list[Extraction]) -> None:
    for record in records:
        catalogue.load(record, "one")
    before = contents(catalogue)
    assert {catalogue.load(record, "two") for record in reversed(records)} == {Loaded.UNCHANGED}
    assert contents(catalogue) == before


def test_a_newer_extraction_replaces_the_claims_and_keeps_both(catalogue: Catalogue, records: list[Extraction]) -> None:
    first = records[0]
    second = changed(first, year=1999)
    catalogue.load(first, "one")
    assert catalogue.load(second, "two") is Loaded.REPLACED
    with catalogue.begin() as connection:
        assert connection.execute(select(tables.manifestations.c.year)).scalar_one() == 1999
        made = diff(connection, first.source.sha256)
        assert stats(connection)["extractions"] == 2
    assert made is not None
    assert [(change.pointer, change.kind, change.now) for change in made.changes] == [("/film/year", "changed", "1999")]
    assert made.unchanged > 20


def test_an_older_pipeline_does_not_replace_a_newer_one(catalogue: Catalogue, records: list[Extraction]) -> None:
    newer = changed(records[0], pipeline="9.0.0", year=2001)
    catalogue.load(newer, "one")
    before = contents(catalogue)["manifestations"]
    assert catalogue.load(changed(records[0], pipeline="0.0.1"), "two") is Loaded.KEPT
    assert contents(catalogue)["manifestations"] == before


def test_an_older_pipelines_record_is_nothing_to_fall_back_on_or_to_compare_with(catalogue: Catalogue, records: list[Extraction]) -> None:
    best, older, last = (
        changed(records[0], pipeline=pipeline, year=year) for pipeline, year in (("9.0", 2001), ("0.1", 2002), ("9.0", 2003))
    )
    catalogue.load(best, "one")
    before = contents(catalogue)["manifestations"]
    assert [catalogue.load(record, "two") for record in (older, last)] == [Loaded.KEPT, Loaded.REPLACED]
    with catalogue.read() as connection:
        made = diff(connection, best.source.sha256)
    assert made is not None
    assert [(change.before, change.now) for change in made.changes] == [("2001", "2003")]
    catalogue.load(older, "three")
    undo(catalogue, "two")
    assert contents(catalogue)["manifestations"] == before


def test_long_items_that_begin_alike_are_told_apart(catalogue: Catalogue, records: list[Extraction]) -> None:
    beginning = "The ferry waits. " * 30
    texts = [SectionText(kind="synopsis", heading="Synopsis", text=beginning + end) for end in ("It leaves.", "It stays.", "It sinks.")]
    one, two = (
        records[0].model_copy(update={"kit": PressKit(sections=some), "evidence": {}, "issues": []}) for some in (texts[:2], texts[1:])
    )
    catalogue.load(one, "one")
    catalogue.load(two, "two")
    with catalogue.read() as connection:
        made = diff(connection, one.source.sha256)
    assert made is not None
    assert [(change.pointer, change.kind) for change in made.changes] == [("/sections", "removed"), ("/sections", "added")]
    assert made.unchanged == 1


def test_a_run_is_undone(catalogue: Catalogue, records: list[Extraction]) -> None:
    catalogue.start_run("one", "a")
    catalogue.load(records[0], "one")
    before = contents(catalogue)
    catalogue.start_run("two", "b")
    catalogue.load(changed(records[0], year=1999), "two")
    catalogue.load(records[1], "two")
    assert undo(catalogue, "two") == 2
    assert contents(catalogue) == before


def test_words_are_found_whatever_their_accents(catalogue: Catalogue, records: list[Extraction]) -> None:
    for record in records:
        catalogue.load(record, "one")
    director = next(record.kit.film.directors[0] for record in records if not record.kit.film.directors[0].isascii())
    with catalogue.begin() as connection:
        exact, shouted = find(connection, director), find(connection, director.upper())
        title = records[0].kit.film.title or ""
        assert find(connection, title[: len(title) - 2])[0].kind == "title"
        assert exact
        assert exact == shouted
        assert exact[0].kind == "person"
        assert not find(connection, "no such words at all in any kit")
        assert [find(connection, empty) for empty in ("", "  ", '"', "*", "()", "' -- ;")] == [[]] * 6
        assert all(len(find(connection, hard)) <= 20 for hard in ("' OR 1=1 --", "<b>", "AND NOT", "a:b:c|&!", "NEAR(the of)"))


def test_words_of_a_record_are_never_taken_for_commands(catalogue: Catalogue, records: list[Extraction]) -> None:
    wild = "Robert'); DROP TABLE kits;-- <script>alert(1)</script> %s {x} \\"
    strange = records[0].model_copy(
        update={"kit": records[0].kit.model_copy(update={"film": records[0].kit.film.model_copy(update={"title": wild})})}
    )
    catalogue.load(strange, "one")
    with catalogue.begin() as connection:
        assert connection.execute(select(tables.manifestations.c.title)).scalar_one() == wild
        assert find(connection, "robert drop table")[0].words == wild


def test_two_loaders_at_once_one_of_them_killed(url: str, folder: Path, tmp_path: Path, records: list[Extraction]) -> None:
    watched = open_catalogue(url)
    words = ("catalogue", "load", folder, "--catalogue", url)
    victims = [subprocess.Popen(command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    while loaded(watched) < 2:
        time.sleep(0.005)
    victims[0].send_signal(signal.SIGKILL)
    assert victims[0].wait(60) in (-9, 0)
    assert victims[1].wait(60) == 0
    assert run(*words).returncode == 0
    calm = open_catalogue(str(tmp_path / "calm.sqlite"))
    for record in records:
        calm.load(record, "x")
    assert contents(open_catalogue(url)) == contents(calm)


def loaded(catalogue: Catalogue) -> int:
    with catalogue.begin() as connection:
        return stats(connection)["kits"]


def test_tables_are_those_of_the_models(catalogue: Catalogue) -> None:
    """Migrations and metadata say the same."""
    there = {name for name in inspect(catalogue.engine).get_table_names() if not name.startswith(("passages_fts", "alembic"))}
    assert there == {table.name for table in tables.metadata.sorted_tables}
    for table in tables.metadata.sorted_tables:
        assert [column["name"] for column in inspect(catalogue.engine).get_columns(table.name)] == [column.name for column in table.columns]


def test_a_search_reads_an_index(catalogue: Catalogue, records: list[Extraction]) -> None:
    """The statements that a search really makes; on a table as small as this one a server would not do so unasked."""
    catalogue.load(records[0], "one")
    said: list[tuple[str, Any]] = []
    with catalogue.begin() as connection:
        event.listen(connection, "before_cursor_execute", lambda *told: said.append((told[2], told[3])))
        find(connection, "ferry song")
        asked = [one for one in said if "passages" in one[0]]
        lite = connection.dialect.name == "sqlite"
        assert len(asked) == (4 if lite else 5), "one for each kind; a server first looks through some of the paragraphs"
        if not lite:
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        for statement, values in asked:
            plan = str(connection.exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if lite else ''}{statement}", values).all())
            assert ("VIRTUAL TABLE INDEX" if lite else "Index") in plan
            assert not re.search(r"SCAN (?!passages_fts|\(|anon|SUBQUERY)\w+|Seq Scan", plan), plan


def test_a_record_that_does_not_fit_is_refused_with_its_place(folder: Path, tmp_path: Path, url: str) -> None:
    broken = json.loads((folder / "0.json").read_text(encoding="utf-8"))
    broken["kit"]["film"]["year"] = "soon"
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(RecordInvalid, match=r"\$\.kit\.film\.year"):
        read_record(path)
    done = run("catalogue", "load", path, folder, "--catalogue", url)
    assert done.returncode == 5
    assert "$.kit.film.year" in done.stderr
    assert "9 new, 1 refused" in done.stderr


def test_no_catalogue_there() -> None:
    with pytest.raises(LedgerUnusable):
        open_catalogue("postgresql://nobody:secret@127.0.0.1:1/none")


def changed(record: Extraction, *, pipeline: str | None = None, year: int | None = None) -> Extraction:
    source = record.source.model_copy(update={"pipeline": pipeline or record.source.pipeline})
    film = record.kit.film.model_copy(update={"year": year or record.kit.film.year})
    return record.model_copy(update={"source": source, "kit": record.kit.model_copy(update={"film": film})})


def test_the_commands(folder: Path, url: str) -> None:
    env = {"PRESSKIT_CATALOGUE": url}
    assert "9 new" in run("catalogue", "load", folder, env=env).stderr
    assert "9 unchanged" in run("catalogue", "load", folder, "--run", "again", env=env).stderr
    hits = json.loads(run("catalogue", "find", "the", "--most", 3, "--json", env=env).stdout)
    assert len(hits) == 3
    assert json.loads(run("catalogue", "stats", "--json", env=env).stdout)["kits"] == 9
    kit = hits[0]["kit"][:12]
    assert json.loads(run("catalogue", "show", "kit", kit, "--json", env=env).stdout)["source"]["sha256"] == hits[0]["kit"]
    assert run("catalogue", "show", "film", "nothing", env=env).returncode == 27
    film = json.loads(run("catalogue", "films", "--json", env=env).stdout)[0]
    assert film["title"] in run("catalogue", "show", "film", film["title"], env=env).stdout
    assert "again" in run("catalogue", "runs", env=env).stdout
    compares(sorted(read_record(path).source.sha256 for path in folder.iterdir())[:2], env)
    assert run("catalogue", "undo", "never", env=env).returncode == 27
    assert run("catalogue", "stats").returncode == 2


def compares(kits: list[str], env: dict[str, str]) -> None:
    match = json.loads(run("catalogue", "compare", *kits, "--json", env=env).stdout)
    told = run("catalogue", "compare", *(kit[:12] for kit in kits), env=env).stdout
    assert match["outcome"] == "new" and told.startswith("new")
    assert match["reasons"] and all(reason["text"] in told for reason in match["reasons"])
    assert run("catalogue", "compare", kits[0], "nothing", env=env).returncode == 27
