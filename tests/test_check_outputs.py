"""`presskit check BEFORE --against AFTER`: two folders of real records, on the terminal, as JSON and as one page."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from presskit.cli import app
from presskit.errors import KitNotFound

KIT = """THE LATE FERRY

A film by Ida Grau

SYNOPSIS

A ferry is late. Leo Pond waits for it in Porto with <blink>nobody</blink> & a dog.

CREDITS

Director: Ida Grau
Editor: Flo Ray
"""


def check(*words: object) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, words)], env={"COLUMNS": "160", "NO_COLOR": "1"})


@pytest.fixture
def before(tmp_path: Path) -> Path:
    (tmp_path / "kits").mkdir()
    (tmp_path / "kits" / "ferry.txt").write_text(KIT, encoding="utf-8")
    (tmp_path / "kits" / "other.txt").write_text(KIT.replace("ferry", "train").replace("FERRY", "TRAIN"), encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(tmp_path / "kits"), "--out", str(tmp_path / "before"), "--no-names"])
    assert done.exit_code == 0
    return tmp_path / "before"


@pytest.fixture
def after(before: Path) -> Path:
    """The same records, one of them changed the ways records change."""
    folder = before.with_name("after")
    shutil.copytree(before, folder)
    path = folder / "ferry.json"
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    record["kit"]["film"]["year"] = 2021
    record["kit"]["synopses"][0]["text"] = record["kit"]["synopses"][0]["text"].replace("Porto", "Lisbon")
    record["kit"]["credits"]["crew"] = [member for member in record["kit"]["credits"]["crew"] if member["role"] != "editor"]
    record["issues"].append({"code": "conflict", "severity": "warning", "message": "two years"})
    path.write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_nothing_differs(before: Path) -> None:
    done = check(before, "--against", before)
    assert done.exit_code == 0
    assert "none differs" in done.stdout


def test_what_differs_is_told_by_family(before: Path, after: Path) -> None:
    done = check(before, "--against", after, "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["compared"], told["differing"]) == (2, 1)
    (kit,) = told["kits"]
    assert kit["name"] == "ferry.json"
    assert {"film.year", "synopses", "crew"} <= kit["changes"].keys()
    assert told["fields"]["film.year"]["filled"] == [0, 1]
    assert told["fields"]["crew"]["removed"] == 1
    assert "conflict" in json.dumps(kit["issues"])


def test_the_table_names_fields_and_issues(before: Path, after: Path) -> None:
    done = check(before, "--against", after)
    assert done.exit_code == 1
    assert re.search(r"film\.year\s+0%\s+50%", done.stdout)
    assert re.search(r"conflict\s+0\s+1", done.stdout)
    assert "1 of 2 kits differ" in done.stdout


class Page(HTMLParser):
    """The words of a page, and everything it would load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.loaded: list[str] = []
        self.strange = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.strange += tag == "blink"
        self.loaded += [value or "" for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_stands_alone_and_takes_no_text_for_markup(before: Path, after: Path, tmp_path: Path) -> None:
    assert check(before, "--against", after, "--html", tmp_path / "page.html").exit_code == 1
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert page.loaded == []
    assert page.strange == 0
    assert "<blink>nobody</blink> & a dog" in re.sub(r"\s+", " ", "".join(page.words))
    assert {"Porto", "Lisbon"} <= {word.strip(" .") for word in page.words}
    assert not re.search(r"url\(|@import|https?://", text)


def test_kits_that_only_one_side_has(before: Path, after: Path) -> None:
    (after / "other.json").unlink()
    done = check(before, "--against", after, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["only_before"] == ["other.json"]


def test_a_broken_record_stops_nothing(before: Path, after: Path) -> None:
    (after / "other.json").write_text("{", encoding="utf-8")
    done = check(before, "--against", after, "--json")
    assert done.exit_code == 20
    assert "other.json" in done.stderr
    assert json.loads(done.stdout)["compared"] == 1


def test_records_are_paired_by_content_whatever_they_are_called(before: Path, after: Path) -> None:
    (after / "ferry.json").rename(after / "renamed.json")
    assert json.loads(check(before, "--against", after, "--json").stdout)["compared"] == 2


def test_a_batch_folder_is_compared_by_its_records(before: Path, tmp_path: Path) -> None:
    folder = tmp_path / "batch"
    shutil.copytree(before, folder / "records")
    (folder / "report.json").write_text("{}", encoding="utf-8")
    (folder / "quarantine").mkdir()
    (folder / "quarantine" / "bad.error.json").write_text("{}", encoding="utf-8")
    assert check(before, "--against", folder).exit_code == 0


@pytest.mark.parametrize("words", [("--html", "x.html"), ("--json",)])
def test_options_that_need_a_second_folder(before: Path, words: tuple[str, ...]) -> None:
    assert check(before, *words).exit_code == 2


def test_no_such_folder(before: Path, tmp_path: Path) -> None:
    assert isinstance(check(before, "--against", tmp_path / "none").exception, KitNotFound)
