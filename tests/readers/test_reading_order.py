"""How near the words of a PDF come to the order in which they are to be read, layout by layout, beside pdftotext's."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from drawing import Run, column, draw, justified, shuffled, singly, wrapped
from lacking import lacking
from presskit.readers.pdf import read_pdf

ONE_COLUMN, COLUMNS = 0.98, 0.95
"""Aims: similarity of the sequences of words."""
KITS = Path(__file__).parents[3] / "shared" / "kits"
WORD = re.compile(r"\w+")
STOCK = [
    "the",
    "harbour",
    "lay",
    "quiet",
    "under",
    "a",
    "sky",
    "of",
    "tin",
    "and",
    "nobody",
    "came",
    "to",
    "the",
    "pier",
    "until",
    "Marta",
    "brought",
    "her",
    "lamp",
    "along",
]
HEAD = Run("NOTES ON THE HARBOUR AND ITS KEEPER", 130, 60, 18, "Helvetica-Bold")
LABELS = ("Camera", "Editor", "Sound", "Music", "Gaffer", "Grip", "Costumes", "Set design")
NAMES = ("Ida Grau", "Flo Ray", "Bo Lind", "Ane Moe", "Tim Ost", "Jon Eik", "Liv Dahl", "Per Holm")


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def read(path: Path) -> list[str]:
    document = read_pdf(path)
    return words(document.read(line.span for line in document.lines if not line.furniture))


def prose(number: int, seed: int, width: float = 230, size: float = 10) -> list[str]:
    random = Random(seed)
    return wrapped(" ".join(random.choice(STOCK) for _ in range(number)), width, size)


def columns(number: int) -> list[Run]:
    step = 510 / number
    return [HEAD, *(run for at in range(number) for run in column(prose(130, at, step - 20), 45 + at * step, 100 + at))]


def sidebar() -> list[Run]:
    return [*column(prose(200, 1, 320), 45, 80), *column(prose(40, 2, 120, 8), 420, 92, leading=10, size=8)]


def rows_of_credits() -> list[Run]:
    return [run for at, pair in enumerate(zip(LABELS, NAMES, strict=True)) for run in _row(pair, 90 + 15 * at)]


def _row(pair: tuple[str, str], y: float) -> list[Run]:
    return [Run(pair[0], 60, y, 10, "Times-Italic"), Run(pair[1], 230, y)]


def footnotes() -> list[Run]:
    return [*column(prose(220, 3, 490), 50, 80), *column(["1 A boat of the north.", "2 A lamp with oil."], 50, 760, leading=9, size=7)]


def as_drawn(runs: Sequence[Run]) -> list[str]:
    return words(" ".join(run.text for run in runs))


LAYOUTS = {
    "one column": (column(prose(220, 3, 490), 50, 80), ONE_COLUMN),
    "one column, justified": (justified(prose(220, 4, 490), 50, 80, 490), ONE_COLUMN),
    "footnotes": (footnotes(), ONE_COLUMN),
    "two columns": (columns(2), COLUMNS),
    "three columns": (columns(3), COLUMNS),
    "sidebar": (sidebar(), COLUMNS),
    "credits": (rows_of_credits(), COLUMNS),
}
WAYS = {
    "as read": list,
    "in disorder": shuffled,
    "word by word": singly,
    "column by column": lambda runs: sorted(runs, key=lambda run: run.x),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(tmp_path: Path, layout: str, way: str) -> None:
    runs, least = LAYOUTS[layout]
    found = read(draw(tmp_path / "kit.pdf", [WAYS[way](runs)]))
    assert similarity(found, as_drawn(runs)) >= least


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_further_from_the_order_than_pdftotext(tmp_path: Path, layout: str) -> None:
    if shutil.which("pdftotext") is None:
        lacking("pdftotext is not installed; on Debian and Ubuntu: apt-get install poppler-utils")
    runs, _ = LAYOUTS[layout]
    path = draw(tmp_path / "kit.pdf", [runs])
    theirs = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert similarity(read(path), as_drawn(runs)) >= similarity(words(theirs), as_drawn(runs))


def test_credits_between_rules(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "kit.pdf"), pagesize=A4)
    for run in rows_of_credits():
        canvas.setFont(run.font, run.size)
        canvas.drawString(run.x, A4[1] - run.y, run.text)
        canvas.rect(55, A4[1] - run.y - 4, 400, 15)
    canvas.save()
    assert read(tmp_path / "kit.pdf") == as_drawn(rows_of_credits())


@pytest.mark.skipif(not KITS.is_dir(), reason="the shared kits are not there")
def test_a_real_kit_section_by_section() -> None:
    path = KITS / "the-wild-dance-presskit-en.pdf"
    found = read(path)
    sections = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))["sections"]
    for section in filter(None, (words(section["text"]) for section in sections)):
        matches = [match for match in SequenceMatcher(None, found, section, autojunk=False).get_matching_blocks() if match.size]
        assert similarity(found[matches[0].a : matches[-1].a + matches[-1].size], section) >= COLUMNS
