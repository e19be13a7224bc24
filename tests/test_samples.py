"""The samples: what we say of them is what was approved, keeps to the schema, and is as right as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from presskit import extract
from presskit.evaluate.gate import drops, read_floors
from presskit.evaluate.gold import corpus_digest, find_pairs
from presskit.evaluate.regression import Sample, differences, find_samples
from presskit.evaluate.score import Score, compare, pooled
from presskit.record import Extraction
from presskit.schema import faults
from presskit.serialise import to_json

SAMPLES = Path(__file__).parents[1] / "samples"
FOUND = find_samples(SAMPLES)
MADE: dict[str, Extraction] = {}
each_sample = pytest.mark.parametrize("sample", FOUND, ids=lambda sample: sample.name)
# One worker makes all the records: they are needed twice, and the language models take their time to load.
pytestmark = pytest.mark.xdist_group("samples")


def made(sample: Sample) -> Extraction:
    if sample.name not in MADE:
        MADE[sample.name] = extract(sample.kit)
    return MADE[sample.name]


@each_sample
def test_the_record_is_the_approved_one(sample: Sample) -> None:
    assert sample.approved.exists(), "run `presskit check`, review approved.json and commit it"
    found = differences(sample.approved.read_text(encoding="utf-8"), to_json(made(sample)))
    assert not [difference.path for difference in found], "see `presskit check`; `make approve` if it is better now"


@each_sample
def test_the_record_keeps_to_the_schema(sample: Sample) -> None:
    assert not faults(json.loads(to_json(made(sample))))


@each_sample
def test_gold_keeps_to_the_schema(sample: Sample) -> None:
    assert not faults(json.loads((sample.approved.parent / "gold.json").read_text(encoding="utf-8")))


def test_every_sample_has_gold_and_stands_in_the_table() -> None:
    table = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert [pair.name for pair in find_pairs(SAMPLES)] == [sample.name for sample in FOUND]
    assert not [sample.name for sample in FOUND if sample.name not in table]


def test_no_score_is_under_its_floor() -> None:
    pairs = dict(zip((pair.name for pair in find_pairs(SAMPLES)), find_pairs(SAMPLES), strict=True))
    scores: list[Score] = [compare(pairs[sample.name].stated(), made(sample).kit) for sample in FOUND]
    assert not drops(read_floors(SAMPLES / "floors.json"), pooled(scores))


def test_the_floors_were_set_on_these_samples() -> None:
    assert read_floors(SAMPLES / "floors.json").corpus == corpus_digest(find_pairs(SAMPLES)), "`make approve` sets them"
