"""Mails and archives in an inbox: every kit in them is a kit of the batch, under a path of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batch.running import aged, batch, by_name, outcomes, report, run, without_times
from mailing import KIT, mail, saved, zipped
from presskit.schema import faults


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One finished batch of a mail, two archives and a file."""
    folder = tmp_path_factory.mktemp("parcels")
    inbox = folder / "in"
    (inbox / "spring").mkdir(parents=True)
    other = KIT.replace("LATE", "EARLY").encode()
    saved(inbox, zipped({"a/kit.txt": KIT.encode(), "b/kit.txt": other, "b/old.doc": b"x", "still.jpg": b"x"}), "spring/kits.zip")
    saved(inbox, mail(attached={"kit.txt": KIT.encode()}), "mail.eml")
    saved(inbox, zipped({"../kit.txt": KIT.encode()}), "bad.zip")
    saved(inbox, b"SYNOPSIS\nA third ferry.\n", "kit.txt")
    done = batch(aged(inbox), "--out", folder / "out", "--no-names")
    assert done.returncode == 5, done.stderr
    return folder


def test_every_kit_has_a_path_of_its_own(made: Path) -> None:
    entries = by_name(made / "out")
    told = {name: (entry["outcome"], entry["reason"]) for name, entry in entries.items()}
    assert told == {
        "mail.eml/kit.txt": ("done", ""),
        "spring/kits.zip/a/kit.txt": ("done", ""),
        "spring/kits.zip/b/kit.txt": ("done", ""),
        "spring/kits.zip/b/old.doc": ("failed", "unknown-format"),
        "spring/kits.zip/still.jpg": ("skipped", "unknown-format"),
        "bad.zip": ("failed", "unsafe"),
        "kit.txt": ("done", ""),
    }
    assert entries["mail.eml/kit.txt"]["record"] == entries["spring/kits.zip/a/kit.txt"]["record"]
    assert outcomes(made / "out") == {"done": 3, "failed": 2, "skipped": 1}


def test_records_say_where_kits_came_from(made: Path) -> None:
    record = json.loads((made / "out" / by_name(made / "out")["mail.eml/kit.txt"]["record"]).read_text())
    assert faults(record) == []
    assert record["source"]["provenance"]["parcel"] in ("mail.eml", "kits.zip")
    loose = json.loads((made / "out" / by_name(made / "out")["kit.txt"]["record"]).read_text())
    assert "provenance" not in loose["source"]


def test_a_failed_kit_is_put_aside_without_its_parcel(made: Path) -> None:
    entry = by_name(made / "out")["spring/kits.zip/b/old.doc"]
    assert (made / "out" / entry["quarantined"]).read_bytes() == b"x"


def test_a_second_run_does_nothing_and_a_changed_archive_is_done_again(made: Path) -> None:
    before = without_times(made / "out")
    assert batch(made / "in", "--out", made / "out", "--no-names").returncode == 5
    assert without_times(made / "out") == before
    saved(made / "in", zipped({"a/kit.txt": KIT.replace("LATE", "LAST").encode()}), "spring/kits.zip")
    aged(made / "in")
    assert batch(made / "in", "--out", made / "out", "--no-names").returncode == 5
    named = [entry for entry in report(made / "out")["kits"] if any(name["path"] == "spring/kits.zip/a/kit.txt" for name in entry["names"])]
    titles = {json.loads((made / "out" / entry["record"]).read_text())["kit"]["film"]["title"] for entry in named}
    assert titles == {"THE LAST FERRY"}


def test_extract_makes_a_record_of_each(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({"a.txt": KIT.encode(), "b.html": b"<h1>The Early Ferry</h1><p>It came."}), "kits.zip")
    assert run("extract", path, "--no-names").returncode == 2
    done = run("extract", path, "--no-names", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert sorted(made.name for made in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]
    one = run("extract", path / "a.txt", "--no-names")
    assert json.loads(one.stdout)["source"]["provenance"]["parcel"] == "kits.zip"
