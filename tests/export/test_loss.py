"""Loss reports: what nobody carried is lost, counted by pattern; and JSON Lines, which loses nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from export.fictional import bare, changed, loss_of, lost, record, samples
from presskit.export import EXPORTS
from presskit.export.account import Account, pattern_of, settle, values_of
from presskit.export.jsonl import write_jsonl
from presskit.export.loss import loss_path, to_text, write_loss
from presskit.record import Extraction, Film, Footnote, Statement
from presskit.serialise import to_json


def test_what_nobody_carries_is_lost() -> None:
    extraction = record()
    loss = loss_of(extraction, Account())
    assert sum(lost(loss).values()) == loss.values == len(list(values_of(extraction)))


def test_what_stands_below_is_carried_too() -> None:
    account = Account()
    account.carry("/kit/film", "/kit/credits/cast/0")
    left = lost(loss_of(record(), account))
    assert "/kit/film/countries/*" not in left
    assert left["/kit/credits/cast/*/actor"] == 1


def test_one_value_may_be_refused_for_its_own_reason() -> None:
    account = Account()
    account.carry("/kit/biographies")
    account.refuse("/kit/biographies/1/born", "no such date")
    [loss] = [each for each in loss_of(record(), account).lost if "biographies" in each.pattern]
    assert (loss.pattern, loss.reason, loss.count) == ("/kit/biographies/*/born", "no such date", 1)


def test_the_nearest_reason_is_told() -> None:
    loss = settle("brine", record(), Account(), {"/kit": "far", "/kit/credits/cast/*/character": "near"})
    said = {each.pattern: each.reason for each in loss.lost}
    assert said["/kit/credits/cast/*/character"] == "near"
    assert said["/kit/credits/cast/*/actor"] == "far"
    assert said["/issues/*"] == "no place for it"


def test_changes_are_no_losses() -> None:
    account = Account()
    account.change("/kit/awards/0", "as text")
    loss = loss_of(record(), account)
    assert changed(loss)["/kit/awards/*/festival"] == "as text"
    assert lost(loss)["/kit/awards/*/festival"] == 2


def test_a_change_of_nothing_is_none() -> None:
    account = Account()
    account.change("/kit/film/sound", "as Sound")
    assert changed(loss_of(bare(), account)) == {}


@pytest.mark.parametrize(
    ("pointer", "pattern"), [("/kit/film/title", "/kit/film/title"), ("/kit/a/0/b/12", "/kit/a/*/b/*"), ("/evidence/3", "/evidence/*")]
)
def test_patterns(pointer: str, pattern: str) -> None:
    assert pattern_of(pointer) == pattern


@pytest.mark.parametrize("name", EXPORTS)
def test_the_report_adds_up_and_is_the_same_every_time(name: str, tmp_path: Path) -> None:
    first, second = (EXPORTS[name](samples(), tmp_path / each) for each in ("one", "two"))
    assert to_text(first) == to_text(second)
    said = json.loads(to_text(first))
    assert said["format"] == name
    assert said["values"] == sum(kit["values"] for kit in said["kits"])
    assert sum(loss["count"] for loss in said["lost"]) == sum(loss["count"] for kit in said["kits"] for loss in kit["lost"])
    assert [kit["name"] for kit in said["kits"]] == [name for name, _ in samples()]


@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_changes_the_record(name: str, tmp_path: Path) -> None:
    extraction = record()
    before = to_json(extraction)
    EXPORTS[name]([("brine", extraction)], tmp_path / "out")
    assert to_json(extraction) == before


@pytest.mark.parametrize("odd", ["", "\n", "\x00\x1b[31m", "</script>", "=HYPERLINK(1)", "\u202e", "\ufffe", "🎬" * 20_000])
@pytest.mark.parametrize("name", EXPORTS)
def test_odd_text_is_written(name: str, odd: str, tmp_path: Path) -> None:
    kit = record(film=Film(title=odd, genres=[odd]), footnotes=[Footnote(marker=odd, text=odd)], statements=[Statement(text=odd)])
    first, second = (EXPORTS[name]([(odd[:9], kit)], tmp_path / each) for each in ("one", "two"))
    assert first == second


@pytest.mark.parametrize("name", EXPORTS)
def test_records_are_taken_one_at_a_time(name: str, tmp_path: Path) -> None:
    EXPORTS[name](iter([("a", record()), ("b", bare())]), tmp_path / "out")


def test_where_the_report_goes(tmp_path: Path) -> None:
    out = tmp_path / "kits.xlsx"
    assert loss_path(out).name == "kits.xlsx.loss.json"
    assert write_loss(write_jsonl([], out), out).read_text(encoding="utf-8").startswith('{\n  "format": "jsonl"')


def test_json_lines_lose_nothing(tmp_path: Path) -> None:
    out = tmp_path / "kits.jsonl"
    report = write_jsonl(samples(), out)
    assert not report.lost
    assert not report.changed
    lines = out.read_text(encoding="utf-8").splitlines()
    assert [Extraction.model_validate_json(line) for line in lines] == [extraction for _, extraction in samples()]


def test_odd_line_ends_do_not_break_a_line(tmp_path: Path) -> None:
    extraction = record(footnotes=[Footnote(marker="1", text="a\u2028b\x85c\nd")])
    write_jsonl([("x", extraction)], tmp_path / "x")
    [line] = (tmp_path / "x").read_text(encoding="utf-8").splitlines()
    assert Extraction.model_validate_json(line) == extraction
