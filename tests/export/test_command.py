"""`presskit export`: records in, files out, and what is said when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from export.fictional import SAMPLES, bare, record
from presskit.cli import app
from presskit.cli.export import Target
from presskit.export import EXPORTS
from presskit.records import find_records
from presskit.serialise import to_json, write_whole


def export(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)], env={"COLUMNS": "160"})


def said(result: Result) -> str:
    return f"{result.output}{result.exception or ''}"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """What a batch leaves, with what is no record beside them."""
    folder = tmp_path / "out"
    write_whole(folder / "records" / "brine.json", to_json(record()))
    write_whole(folder / "records" / "deep" / "bare.json", to_json(bare()))
    write_whole(folder / "report.json", "{}")
    write_whole(folder / "quarantine" / "bad.error.json", "{}")
    write_whole(folder / ".hidden" / "x.json", "{}")
    write_whole(folder / "kits.jsonl.loss.json", "{}")
    return folder


def test_the_formats_are_those_of_the_table() -> None:
    assert [target.value for target in Target] == list(EXPORTS)


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format(name: str, records: Path, tmp_path: Path) -> None:
    out = tmp_path / f"kits.{name}"
    result = export(records, "--to", name, "--out", out)
    assert result.exit_code == 0, said(result)
    assert out.exists()
    report = json.loads((tmp_path / f"kits.{name}.loss.json").read_text(encoding="utf-8"))
    assert [kit["name"] for kit in report["kits"]] == ["brine", "bare"]
    assert "2 kits" in result.stderr
    assert result.stdout == ""


def test_only_records_are_found(records: Path) -> None:
    assert [path.name for path in find_records([records])] == ["brine.json", "bare.json"]


def test_records_named_twice_are_written_once(records: Path, tmp_path: Path) -> None:
    export(records, records / "records" / "brine.json", "--to", "jsonl", "--out", tmp_path / "x")
    assert len((tmp_path / "x").read_text(encoding="utf-8").splitlines()) == 2


def test_samples_can_be_told_apart(tmp_path: Path) -> None:
    result = export(*sorted(SAMPLES.glob("*/approved.json")), "--to", "csv", "--out", tmp_path / "x")
    assert result.exit_code == 0, said(result)
    names = [line.split(",")[0] for line in (tmp_path / "x" / "films.csv").read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("broken", ["{", "[]", "\ufeff", '{"kit": {}}', '{"title": "Brine"}'])
def test_one_bad_record_does_not_stop_the_others(broken: str, records: Path, tmp_path: Path) -> None:
    write_whole(records / "records" / "a-bad.json", broken)
    result = export(records, "--to", "jsonl", "--out", tmp_path / "x")
    assert result.exit_code == 5
    assert "a-bad.json" in result.stderr
    assert len((tmp_path / "x").read_text(encoding="utf-8").splitlines()) == 2


def test_a_single_bad_record_writes_nothing_and_has_its_own_code(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe{")
    (tmp_path / "x").write_text("of yesterday")
    result = export(tmp_path / "bad.json", "--to", "jsonl", "--out", tmp_path / "x")
    assert result.exit_code == 20
    assert (tmp_path / "x").read_text() == "of yesterday"


def test_the_place_of_the_fault_is_named(tmp_path: Path) -> None:
    value = json.loads(to_json(record()))
    value["kit"]["credits"]["cast"][0]["actor"] = 7
    (tmp_path / "bad.json").write_text(json.dumps(value))
    result = export(tmp_path / "bad.json", "--to", "jsonl", "--out", tmp_path / "x")
    assert "$.kit.credits.cast[0].actor" in result.stderr


def test_an_unknown_format_is_wrong_usage(records: Path, tmp_path: Path) -> None:
    result = export(records, "--to", "marc", "--out", tmp_path / "x")
    assert result.exit_code == 2
    assert "avefi" in result.stderr


@pytest.mark.parametrize(("path", "reason"), [("nowhere", "no such file"), ("empty", "no records")])
def test_nothing_there(path: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = export(tmp_path / path, "--to", "jsonl", "--out", tmp_path / "x")
    assert result.exit_code != 0
    assert reason in said(result)


@pytest.mark.parametrize("name", EXPORTS)
def test_what_cannot_be_written_is_told(name: str, records: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    result = export(records, "--to", name, "--out", tmp_path / "file" / "x")
    assert result.exit_code != 0
    assert "cannot be written" in said(result)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_record_is_not_written_over(records: Path) -> None:
    target = records / "records" / "brine.json"
    before = target.read_bytes()
    result = export(records, "--to", "avefi", "--out", target)
    assert result.exit_code != 0
    assert target.read_bytes() == before
