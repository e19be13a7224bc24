"""A batch from inbox to records: what is done, what is told, what a second run does."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from batch.running import ROOT, aged, batch, by_name, inbox_of, ledger_rows, outcomes, report, run, without_times
from presskit.schema import faults, published


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One finished batch of 24 kits, some of them bad."""
    folder = tmp_path_factory.mktemp("made")
    inbox = inbox_of(folder / "in", 24, bad=0.25, pdfs=0.2)
    done = batch(inbox, "--out", folder / "out", "--no-names")
    assert done.returncode == 5, done.stderr
    return folder


def test_every_kit_has_its_record_or_its_error(made: Path) -> None:
    entries = report(made / "out")["kits"]
    assert len(entries) == 24
    for entry in entries:
        assert entry["outcome"] in ("done", "partial", "failed")
        if entry["outcome"] == "failed":
            copy = made / "out" / entry["quarantined"]
            assert copy.read_bytes() == (made / "in" / entry["names"][0]["path"]).read_bytes()
            told = json.loads(next(copy.parent.glob(f"*{entry['sha256'][:12]}.error.json")).read_text())
            assert (told["reason"], told["message"]) == (entry["reason"], entry["message"])
        else:
            assert faults(json.loads((made / "out" / entry["record"]).read_text())) == []
    assert {entry["reason"] for entry in entries if entry["outcome"] == "failed"} == {"damaged", "encrypted", "unknown-format", "empty"}


def test_records_are_those_of_extract(made: Path, tmp_path: Path) -> None:
    entry = next(entry for entry in report(made / "out")["kits"] if entry["outcome"] == "done")
    run("extract", made / "in" / entry["names"][0]["path"], "--out", tmp_path, "--no-names")
    assert next(tmp_path.glob("*.json")).read_bytes() == (made / "out" / entry["record"]).read_bytes()


def test_the_report_keeps_to_its_schema(made: Path) -> None:
    assert list(Draft202012Validator(published("report")).iter_errors(report(made / "out"))) == []
    assert report(made / "out")["complete"] is True


def test_a_second_run_does_nothing(made: Path) -> None:
    before = without_times(made / "out")
    times = [entry["finished"] for entry in report(made / "out")["kits"]]
    assert batch(made / "in", "--out", made / "out", "--no-names").returncode == 5
    assert without_times(made / "out") == before
    assert [entry["finished"] for entry in report(made / "out")["kits"]] == times


def test_status_says_the_same(made: Path) -> None:
    said = json.loads(run("status", made / "out", "--json").stdout)
    assert said["outcomes"] == report(made / "out")["outcomes"]
    shown = run("status", made / "out").stdout
    assert "failed" in shown
    assert "damaged" in shown


def test_two_names_a_changed_file_and_a_file_that_is_gone(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 3), tmp_path / "out"
    one, two, three = sorted(inbox.rglob("*.*"))
    shutil.copy(one, inbox / "again.txt")
    aged(inbox)
    assert batch(inbox, "--out", out, "--no-names").returncode == 0
    names = [name["path"] for name in by_name(out)["again.txt"]["names"]]
    assert names == [str(one.relative_to(inbox)), "again.txt"] or names == ["again.txt", str(one.relative_to(inbox))]
    assert outcomes(out) == {"done": 3}
    first = by_name(out)[str(two.relative_to(inbox))]
    two.write_text(two.read_text() + "\nOne more line.\n")
    os.utime(two, (1_700_000_100, 1_700_000_100))
    three.unlink()
    assert batch(inbox, "--out", out, "--no-names").returncode == 0
    second = by_name(out)[str(two.relative_to(inbox))]
    assert [name["version"] for name in second["names"]] == [2]
    assert second["sha256"] != first["sha256"]
    assert (out / first["record"]).exists()
    assert (out / second["record"]).exists()
    assert str(three.relative_to(inbox)) not in by_name(out)
    assert outcomes(out) == {"done": 2}


def test_other_settings_are_another_pipeline(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 1), tmp_path / "out"
    assert batch(inbox, "--out", out, "--no-names").returncode == 0
    quiet = report(out)
    assert batch(inbox, "--out", out).returncode == 0
    assert report(out)["pipeline"] != quiet["pipeline"]
    assert report(out)["kits"][0]["record"] == quiet["kits"][0]["record"]
    assert len(ledger_rows(out / "ledger.sqlite")["ledger extractions"]) == 2  # type: ignore[arg-type]


def test_a_record_that_is_missing_is_made_again(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 2), tmp_path / "out"
    batch(inbox, "--out", out, "--no-names")
    before = without_times(out)
    records = sorted((out / "records").rglob("*.json"))
    records[0].unlink()
    records[1].write_text("{")
    assert batch(inbox, "--out", out, "--no-names").returncode == 0
    assert without_times(out) == before


def test_failed_kits_are_tried_again_when_asked(tmp_path: Path) -> None:
    inbox, out = inbox_of(tmp_path / "in", 4, bad=1.0), tmp_path / "out"
    batch(inbox, "--out", out, "--no-names")
    finished = [entry["finished"] for entry in report(out)["kits"]]
    before = without_times(out)
    assert "waiting" not in outcomes(out)
    import time

    time.sleep(1.1)
    assert batch(inbox, "--out", out, "--no-names", "--retry-failed").returncode == 5
    assert [entry["finished"] for entry in report(out)["kits"]] != finished
    assert without_times(out) == before


def test_an_output_folder_inside_the_inbox_is_no_inbox(tmp_path: Path) -> None:
    inbox = inbox_of(tmp_path / "in", 3, bad=0.5)
    batch(inbox, "--out", inbox / "out", "--no-names")
    batch(inbox, "--out", inbox / "out", "--no-names")
    assert len(report(inbox / "out")["kits"]) == 3


def test_an_empty_inbox(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = batch(tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 0
    assert report(tmp_path / "out")["kits"] == []


@pytest.mark.parametrize(("inbox", "code"), [("none", 10), ("file.txt", 11)])
def test_no_such_inbox(tmp_path: Path, inbox: str, code: int) -> None:
    (tmp_path / "file.txt").write_text("x")
    done = batch(tmp_path / inbox, "--out", tmp_path / "out")
    assert done.returncode == code
    assert inbox in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_samples_are_varied_alike_by_the_same_seed(tmp_path: Path) -> None:
    one, two = (inbox_of(tmp_path / name, 40, bad=0.3, pdfs=0.2) for name in ("one", "two"))
    read = [[(path.relative_to(folder), path.read_bytes()) for path in sorted(folder.rglob("*.*"))] for folder in (one, two)]
    assert read[0] == read[1]
    assert len({data for _, data in read[0]}) == 40
    assert (ROOT / "samples").exists()
