"""A pinned run says later which items were gained and which were lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluate.judging import kit, result
from presskit.errors import KitNotFound, RecordInvalid
from presskit.evaluate.pin import Turn, pinned, read_pin, turns, write_pin

GOLD = kit(credits={"cast": [{"actor": "Ida Grau"}, {"actor": "Leo Pond"}]})
FIRST = kit(credits={"cast": [{"actor": "Ida Grau"}, {"actor": "Ana Reis"}]})
LATER = kit(credits={"cast": [{"actor": "Leo Pond"}, {"actor": "Tom Vale"}]})


def test_each_item_that_turned_is_told() -> None:
    before, now = pinned([result("a", GOLD, FIRST)], "one"), pinned([result("a", GOLD, LATER)], "one")
    assert turns(before, now) == [
        Turn("a", "cast", True, "found", "leo pond | "),
        Turn("a", "cast", True, "no longer false", "ana reis | "),
        Turn("a", "cast", False, "missed", "ida grau | "),
        Turn("a", "cast", False, "false", "tom vale | "),
    ]
    assert turns(now, now) == []


def test_kits_of_one_run_only_are_left_out() -> None:
    assert turns(pinned([result("a", GOLD, FIRST)], "one"), pinned([result("b", GOLD, LATER)], "two")) == []


def test_long_texts_are_told_apart_by_their_ends() -> None:
    long = "The ferry waits. " * 20
    gold = kit(synopses=[{"length": "long", "text": f"{long} {end}"} for end in ("Then it leaves for good.", "Then it sinks at night.")])
    shown = pinned([result("a", gold, gold)], "one").kits["a"]["synopses"].right
    assert len({*shown}) == 2
    assert max(map(len, shown)) < 140


def test_a_run_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    kept = pinned([result("a", GOLD, FIRST)], "one")
    write_pin(path, kept)
    assert read_pin(path) == kept


def test_what_is_no_run_is_named(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    with pytest.raises(KitNotFound, match=r"run\.json"):
        read_pin(path)
    path.write_text('{"kits": {}}', encoding="utf-8")
    with pytest.raises(RecordInvalid, match=r"run\.json"):
        read_pin(path)
