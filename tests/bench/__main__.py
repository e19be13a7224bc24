"""`make bench`: our extraction against the floor, its growth with length, its peak memory, all in one run."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from presskit.evaluate.regression import find_samples
from tests.bench.fictional import kit_pdf, kit_text
from tests.bench.floor import MODELS, model, running_text, seconds_for_names, seconds_for_words
from tests.bench.memory import peak
from tests.bench.reading import Speed, speeds
from tests.bench.stages import PIPELINE, extracted

ROUNDS = 3
"""Runs per kit; the median counts, floor and pipeline taking turns so that a busy machine slows both."""
PARTS = 8
PAGES = 300
AIM_RATIO, AIM_MEMORY = 1.25, 600
STAGES = ("readers", "sections", "language", "extractors", "mentions", "assemble")


@dataclass(frozen=True)
class Timing:
    """Median seconds of one kit: ours by stage, and what the floor takes for words and for names."""

    name: str
    words: int
    ours: float
    floor_words: float
    floor_names: float
    stages: dict[str, float]

    @property
    def floor(self) -> float:
        return self.floor_words + self.floor_names


def timed(name: str, path: Path) -> Timing:
    rows: list[tuple[float, float, float, dict[str, float]]] = []
    for _ in range(ROUNDS):
        made, ours, stages = extracted(path)
        texts = running_text(made.kit)
        language = PIPELINE.read(path)[0].languages[0]
        rows.append((ours, seconds_for_words(path), seconds_for_names(texts, language), stages))
    label = name if language in MODELS else f"{name} *"
    words = sum(len(section.text.split()) for section in made.kit.sections)
    ours, floor_words, floor_names = (statistics.median(row[at] for row in rows) for at in range(3))  # type: ignore[misc]
    spent = {stage: statistics.median(row[3].get(stage, 0.0) for row in rows) for stage in STAGES}
    return Timing(label, words, ours, floor_words, floor_names, spent)


def against_floor(timings: Sequence[Timing]) -> Table:
    table = _table("kit", "words", "ours s", "floor s", "(words", "names)", "ours/floor", *(f"{stage} %" for stage in STAGES))
    for timing in (*timings, _together(timings)):
        shares = (f"{100 * timing.stages[stage] / timing.ours:.0f}" for stage in STAGES)
        parts = (f"{seconds:.2f}" for seconds in (timing.ours, timing.floor, timing.floor_words, timing.floor_names))
        table.add_row(timing.name, str(timing.words), *parts, _ratio(timing.ours, timing.floor), *shares)
    return table


def _together(timings: Sequence[Timing]) -> Timing:
    spent = sum((Counter(timing.stages) for timing in timings), Counter[str]())
    total = [sum(values) for values in zip(*((t.words, t.ours, t.floor_words, t.floor_names) for t in timings), strict=True)]
    return Timing("all", int(total[0]), *total[1:], {stage: spent[stage] for stage in STAGES})


def growth(timings: Sequence[Timing]) -> Table:
    table = _table("kit", "words", "ours s", "ms per 1000 words", "against the shortest")
    per_word = [timing.ours / timing.words for timing in timings]
    for timing, each in zip(timings, per_word, strict=True):
        table.add_row(timing.name, str(timing.words), f"{timing.ours:.2f}", f"{each * 1e6:.0f}", _ratio(each, per_word[0]))
    return table


def reading(found: Sequence[Speed]) -> Table:
    table = _table("PDF", "pages", "by PDFium", "pages/s", "pdfplumber's", "times", "whole pages/s", "by pdfplumber", "times")
    for one in found:
        quick, slow, whole, before = (one.pages / seconds for seconds in one.seconds)
        rates = (f"{quick:.0f}", f"{slow:.0f}", f"{quick / slow:.1f}", f"{whole:.1f}", f"{before:.1f}", f"{whole / before:.2f}")
        table.add_row(one.name, str(one.pages), str(one.quick), *rates)
    return table


def memory(folder: Path) -> Table:
    table = _table("kit", "peak MB", "s")
    for pages in (PAGES // 10, PAGES):
        megabytes, seconds = peak(kit_pdf(folder / f"{pages}.pdf", kit_text(PARTS * 3), pages))
        table.add_row(f"{pages}-page PDF", f"{megabytes:.0f}", f"{seconds:.1f}")
    return table


def _ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "–"


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _lengths(folder: Path) -> Iterable[tuple[str, Path]]:
    """The same kind of kit once, twice and four times as long, as text and as PDF."""
    for times in (1, 2, 4):
        text = kit_text(PARTS * times)
        path = folder / f"text-{times}.txt"
        path.write_text(text, encoding="utf-8")
        yield f"text {times}n", path
    for times in (1, 2, 4):
        yield f"PDF {times}n", kit_pdf(folder / f"pdf-{times}.pdf", kit_text(PARTS * times))


def main() -> None:
    console = Console(highlight=False, width=None if Console().is_terminal else 160)
    with TemporaryDirectory() as name:
        # First, while this process is small: a child begins its count with the peak of the process it was forked from.
        console.print(f"Peak memory, a process of its own, models included (aim: under {AIM_MEMORY} MB)")
        console.print(memory(Path(name)))
        samples = find_samples(Path("samples"))
        _warm_up(sample.kit for sample in samples)
        console.print(f"\nAgainst the floor (aim: at most {AIM_RATIO}); median processor time of {ROUNDS} runs, models loaded beforehand")
        console.print(against_floor([timed(sample.name, sample.kit) for sample in samples]))
        console.print("* no model of its own: the floor finds names with the English one, we find them by rules")
        console.print("\nReading PDFs: words by PDFium where it reads what pdfplumber reads (aims: 10 times, whole extraction 2.5 times)")
        console.print(reading(speeds([(sample.name, sample.kit) for sample in samples if sample.kit.suffix == ".pdf"])))
        timings = [timed(label, path) for label, path in _lengths(Path(name))]
        console.print("\nGrowth with length (aim: the last column stays near 1)")
        console.print(growth(timings[:3]))
        console.print(growth(timings[3:]))


def _warm_up(kits: Iterable[Path]) -> None:
    """Both models and every cache loaded, by both sides."""
    for language in MODELS:
        model(language)
    for kit in kits:
        extracted(kit)


if __name__ == "__main__":
    main()
