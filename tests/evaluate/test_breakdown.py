"""Whole kits, languages and formats, counted by hand."""

from __future__ import annotations

from evaluate.judging import kit, result
from presskit.evaluate.breakdown import by_format, by_language, whole
from presskit.evaluate.score import Tally

GOOD = kit(languages=["pt", "en"], film={"title": "Salt"}, credits={"cast": [{"actor": "Ida Grau"}]})
HALF = kit(film={"title": "Salt"}, credits={"cast": [{"actor": "Leo Pond"}]})
BARE = kit(film={"title": "Fog"})


def test_a_kit_is_whole_when_every_family_is_perfect() -> None:
    found = whole([result("a", GOOD, GOOD), result("b", GOOD, HALF)])
    assert (found.kits, found.perfect, found.share, found.families) == (2, 1, 0.5, 0.75)


def test_no_kit_at_all() -> None:
    assert (whole([]).share, whole([]).families) == (0.0, 0.0)


def test_scores_by_main_language_and_by_the_file_that_was_read() -> None:
    results = [result("a", GOOD, GOOD, file="a.PDF"), result("b", GOOD, HALF), result("c", BARE, BARE)]
    assert [(part.name, part.kits) for part in by_language(results)] == [("pt", 2), ("und", 1)]
    assert [(part.name, part.kits) for part in by_format(results)] == [("pdf", 1), ("txt", 2)]
    assert by_language(results)[0].score["cast"] == Tally(1, 1, 1)
