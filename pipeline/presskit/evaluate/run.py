"""What the pipeline says of the kits that have gold, and how right it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from presskit.assemble import assemble
from presskit.evaluate.given import reading_given
from presskit.evaluate.gold import Pair
from presskit.evaluate.score import Score, compare
from presskit.extract import claims, extract, source_file
from presskit.readers import read
from presskit.record import Extraction, PressKit
from presskit.settings import Settings

NO_TEXT = "no-text-layer"


@dataclass(frozen=True, slots=True)
class Result:
    """One kit of an evaluation: what it states, what we say, and the tallies."""

    name: str
    gold: PressKit
    output: PressKit
    score: Score


def evaluated(pair: Pair, settings: Settings, *, given_sections: bool = False) -> Result:
    """Raises a PresskitError where the kit or its gold cannot be read."""
    gold = pair.stated()
    output = _output(pair, gold if given_sections else None, settings)
    return Result(pair.name, gold, output, compare(gold, output))


def empty(pair: Pair) -> Result:
    """A kit that yields no output counts as an empty record."""
    gold = pair.stated()
    return Result(pair.name, gold, PressKit(), compare(gold, PressKit()))


def _output(pair: Pair, gold: PressKit | None, settings: Settings) -> PressKit:
    """The record of the first file that has a text: scans can be judged by the text beside them until they can be read."""
    made = Extraction.model_construct()
    for path in pair.texts:
        made = extract(path, settings) if gold is None else _given(path, gold, settings)
        if all(issue.code != NO_TEXT for issue in made.issues):
            break
    return made.kit


def _given(path: Path, gold: PressKit, settings: Settings) -> Extraction:
    """For the development of extractors: gold's own sections in place of the segmenter's."""
    reading = reading_given(read(path, settings), gold)
    found, issues = claims(reading, settings)
    return assemble(reading, found, issues, source_file(reading.document, settings))
