"""What the pipeline says of the kits that have gold, and how right it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from presskit.assemble import assemble
from presskit.evaluate.given import reading_given
from presskit.evaluate.gold import Pair
from presskit.evaluate.score import Score, compare
from presskit.extraction import claims, extract_uncalibrated, source_file
from presskit.readers import read
from presskit.record import Extraction, PressKit
from presskit.settings import Settings

NO_TEXT = "no-text-layer"


@dataclass(frozen=True, slots=True)
class Result:
    """One kit of an evaluation: what it states, what we say (confidences as the extractors gave them), and the tallies.

    `format` is the suffix of the file that was read.
    """

    name: str
    gold: PressKit
    made: Extraction
    format: str
    score: Score

    @property
    def output(self) -> PressKit:
        return self.made.kit


@dataclass(frozen=True, slots=True)
class Made:
    """A record and the file that it is of."""

    file: Path
    record: Extraction


def judged(pair: Pair, gold: PressKit, made: Made) -> Result:
    return Result(pair.name, gold, made.record, made.file.suffix.removeprefix(".").lower(), compare(gold, made.record.kit))


def nothing_of(pair: Pair) -> Made:
    """What stands for a kit that cannot be read: an empty record."""
    return Made(pair.texts[0], Extraction.model_construct(kit=PressKit()))


def made_of(pair: Pair, settings: Settings, given: PressKit | None = None) -> Made:
    """The record of the first file that has a text: a scan is judged by the text beside it where there is one, else as OCR reads it.

    `given` is gold whose sections stand in for the segmenter's. Raises a PresskitError where no file can be read.
    """
    made = nothing_of(pair)
    plain = replace(settings, scanning=replace(settings.scanning, ocr=False))
    for path in pair.texts:
        chosen = settings if path == pair.texts[-1] else plain
        made = Made(path, extract_uncalibrated(path, chosen) if given is None else _given(path, given, chosen))
        if all(issue.code != NO_TEXT for issue in made.record.issues):
            break
    return made


def _given(path: Path, gold: PressKit, settings: Settings) -> Extraction:
    """For the development of extractors: gold's own sections in place of the segmenter's."""
    reading = reading_given(read(path, settings), gold)
    found, issues = claims(reading, settings)
    return assemble(reading, found, issues, source_file(reading.document, settings))
