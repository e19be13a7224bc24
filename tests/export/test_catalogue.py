"""Exports of a catalogue: kits of one film share their work, only what changed since a run, the same bytes every time."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from export.fictional import bare, record
from presskit.catalogue.handing import handed
from presskit.catalogue.store import open_catalogue
from presskit.cli import app
from presskit.export import EXPORTS
from presskit.record import Extraction


def again(extraction: Extraction, digest: str, **film: object) -> Extraction:
    """The same film in another file, which says something of it otherwise."""
    source = extraction.source.model_copy(update={"sha256": digest * 32, "name": f"{digest}.pdf"})
    kit = extraction.kit.model_copy(update={"film": extraction.kit.film.model_copy(update=film)})
    return extraction.model_copy(update={"source": source, "kit": kit})


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Two kits of one film, then another one's."""
    made = open_catalogue(str(tmp_path / "catalogue.sqlite"))
    for run, records in (
        ("first", [record(), again(record(), "cd", other_titles=["Sel"], genres=["Sea"])]),
        ("second", [again(bare(), "ef")]),
    ):
        made.start_run(run, "tests")
        for extraction in records:
            made.load(extraction, run)
    return made.url


def export(*words: str | Path, named: str = "") -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)], env={"COLUMNS": "160", "PRESSKIT_CATALOGUE": named})


def said(result: Result) -> str:
    return f"{result.output}{result.exception or ''}"


def test_one_work_and_a_manifestation_per_kit(url: str, tmp_path: Path) -> None:
    result = export("--catalogue", url, "--since", "first", "--to", "avefi", "--out", tmp_path / "x")
    assert result.exit_code == 0, said(result)
    records = json.loads((tmp_path / "x").read_text(encoding="utf-8"))
    works = [r for r in records if r["category"] == "avefi:WorkVariant"]
    brine = next(work for work in works if work["has_primary_title"]["has_name"] == "Brine")
    assert len(works) == 2
    assert {title["has_name"] for title in brine["has_alternative_title"]} == {"Sole", "Sel"}
    assert {genre["has_name"] for genre in brine["has_genre"]} == {"Drama", "Sea"}
    manifestations = [r for r in records if r["category"] == "avefi:Manifestation" and r["is_manifestation_of"] == brine["has_identifier"]]
    assert len({r["has_identifier"][0]["id"] for r in manifestations}) == 2


def test_tables_name_the_work(url: str, tmp_path: Path) -> None:
    export("--catalogue", url, "--to", "csv", "--out", tmp_path / "x")
    with (tmp_path / "x" / "films.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    works = {row["sha256"][:2]: row["work"] for row in rows}
    assert len(rows) == 3
    assert works["ab"] == works["cd"] != ""
    assert len(set(works.values())) == 2
    assert len({row["kit"] for row in rows}) == 3


def test_a_graph_has_one_movie_per_work(url: str, tmp_path: Path) -> None:
    export("--catalogue", url, "--to", "jsonld", "--out", tmp_path / "x")
    graph = json.loads((tmp_path / "x").read_text(encoding="utf-8"))["@graph"]
    films = [node["@id"] for node in graph if node["@type"] == "Movie" and node.get("@id", "").endswith(":film")]
    assert len(films) == 3
    assert len(set(films)) == 2


def test_a_table_to_reconcile_with(url: str, tmp_path: Path) -> None:
    export("--catalogue", url, "--to", "reconcile", "--out", tmp_path / "x")
    with (tmp_path / "x").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["id"] for row in rows}) == len(rows)
    works = [row for row in rows if row["type"] == "Work"]
    assert [row["also"] for row in works if row["name"] == "Brine"] == ["Sole | Sel"]
    assert any(row["type"] == "Person" and row["name"] == "Leo Pond" for row in rows)


def test_only_what_a_run_or_a_later_one_changed(url: str, tmp_path: Path) -> None:
    export("--catalogue", url, "--since", "second", "--to", "jsonl", "--out", tmp_path / "x")
    lines = (tmp_path / "x").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"]["sha256"] for line in lines] == ["ef" * 32]


def test_an_unknown_run_is_told_and_nothing_written(url: str, tmp_path: Path) -> None:
    result = export("--catalogue", url, "--since", "never", "--to", "jsonl", "--out", tmp_path / "x")
    assert result.exit_code != 0
    assert "No run of this name" in said(result)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_catalogue_gives_the_same_bytes(name: str, url: str, tmp_path: Path) -> None:
    outs = [tmp_path / "one", tmp_path / "two"]
    for out in outs:
        result = export("--catalogue", url, "--to", name, "--out", out)
        assert result.exit_code == 0, said(result)
    contents = [sorted((p.name, p.read_bytes()) for p in out.iterdir()) if out.is_dir() else out.read_bytes() for out in outs]
    assert contents[0] == contents[1]


def test_the_variable_is_for_who_names_no_records(url: str, tmp_path: Path) -> None:
    assert export("--to", "jsonl", "--out", tmp_path / "x", named=url).exit_code == 0
    assert len((tmp_path / "x").read_text(encoding="utf-8").splitlines()) == 3
    assert export("--to", "jsonl", "--out", tmp_path / "x").exit_code == 2
    assert export(tmp_path, "--catalogue", url, "--to", "jsonl", "--out", tmp_path / "x").exit_code == 2
    assert export(tmp_path, "--since", "first", "--to", "jsonl", "--out", tmp_path / "x").exit_code == 2


def test_others_may_write_while_an_export_goes_on(url: str) -> None:
    kits = handed(open_catalogue(url))
    next(kits)
    open_catalogue(url).start_run("third", "tests")
    assert len(list(kits)) == 2
