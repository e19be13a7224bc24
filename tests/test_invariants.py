"""What must hold for any kit, however damaged: every value has its words, and the same kit gives the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presskit import extract
from presskit.readers import read
from presskit.serialise import to_json
from presskit.settings import Settings
from upheld import unsupported

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*/kit.*"))
TEXTS = [path for path in SAMPLES if path.suffix == ".txt"]
"""Some are not in UTF-8; what is cut out of them is read as Latin-1, which any bytes are."""
QUICK = Settings(names=False)


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _mutated(text: str, cuts: list[tuple[int, int, str]]) -> str:
    for at, length, filling in cuts:
        start = at % (len(text) + 1)
        text = text[:start] + filling + text[start + length :]
    return text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_every_value_has_words(path: Path) -> None:
    made = extract(path, QUICK)
    assert unsupported(made, read(path, QUICK).original) == []


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.parent.name)
def test_same_kit_same_bytes(path: Path) -> None:
    assert to_json(extract(path)) == to_json(extract(path))


CUT = st.tuples(st.integers(0, 20_000), st.integers(0, 200), st.text(st.sampled_from("aé (1)\n\f-–:?.“”\t©2019*"), max_size=12))


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), cuts=st.lists(CUT, min_size=1, max_size=12))
def test_mutated_kits(data: st.DataObject, cuts: list[tuple[int, int, str]], tmp_path: Path) -> None:
    path = data.draw(st.sampled_from(TEXTS))
    kit = tmp_path / "kit.txt"
    kit.write_text(_mutated(_text(path), cuts) or "x", encoding="utf-8")
    made = extract(kit, QUICK)
    assert unsupported(made, read(kit, QUICK).original) == []
    assert not made.partial, [issue.message for issue in made.issues if issue.severity == "error"]
