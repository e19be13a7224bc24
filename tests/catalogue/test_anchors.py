"""Anchors: in a record that lacks items, what is left is found where it stands now, and what is gone is not taken for its neighbour."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from presskit.catalogue.anchors import anchor_from, anchored, found_again
from presskit.catalogue.pointers import item_of, moved, placed, value_at
from presskit.record import Extraction, PressKit

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*/approved.json"))
LISTS = ("/credits/crew", "/credits/cast", "/credits/companies", "/awards", "/film/directors", "/dates", "/biographies", "/synopses")
MOST = 60
"""Places asked of one record."""


def record(path: Path) -> Extraction:
    return Extraction.model_validate_json(path.read_text(encoding="utf-8"))


def without(found: Extraction, item: str) -> Extraction:
    """A newer extraction that misses one item: what stood behind it moves up."""
    kit = PressKit.model_validate(placed(found.kit.model_dump(mode="json"), item, None))
    places = ((moved(at, item), evidence) for at, evidence in found.evidence.items())
    return found.model_copy(update={"kit": kit, "evidence": {at: evidence for at, evidence in places if at is not None}})


def told(found: Extraction, pointer: str) -> Any:
    return value_at(found.kit.model_dump(mode="json"), pointer)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_place_of_a_record_is_found_in_it_again(path: Path) -> None:
    found = record(path)
    places = Random(7).sample(sorted(found.evidence), min(MOST, len(found.evidence)))
    assert [at for at in places if found_again(found, anchor_from(anchored(found, at).to_text())) != at] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_what_is_left_is_found_and_what_is_gone_is_not(path: Path) -> None:
    found, random, left = record(path), Random(11), 0
    for listed in (one for one in LISTS if told(found, one)):
        item = f"{listed}/{random.randrange(len(told(found, listed)))}"
        newer = without(found, item)
        inside = [at for at in found.evidence if item_of(at).startswith(f"{listed}/")]
        for at in random.sample(inside, min(MOST // 4, len(inside))):
            now, expected = found_again(newer, anchored(found, at)), moved(at, item)
            if expected is not None:
                assert now == expected
                left += 1
            elif now is not None:
                # Said twice by the kit, word for word: either will do.
                assert told(newer, now) == told(found, at)
    assert left
