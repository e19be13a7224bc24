"""Drop capitals begin the word they belong to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import Run, by_rows, column, draw, wrapped
from presskit.model import Document
from presskit.readers.pdf import read_pdf

REST = (
    "came with her lamp along the wall where the boats had stood in rows for years before the ice plant closed its doors "
    "and men went south to look for work on the rigs, and nobody came home before the ferry was late again that night."
)
Drawn = Callable[[list[Run]], list[Run]]
drawn_so = pytest.mark.parametrize("drawn", [list, by_rows], ids=["as read", "row by row"])


def dropped(letter: str, rest: str, depth: int, x: float = 50, width: float = 400) -> list[Run]:
    """A paragraph that begins with a capital as deep as `depth` lines."""
    capital = Run(letter, x, 100 + 12 * (depth - 1), 14.0 * depth, "Times-Bold")
    beside = wrapped(rest, width - capital.width - 3)[:depth]
    below = wrapped(rest.removeprefix(" ".join(beside)), width)
    return [capital, *column(beside, x + capital.width + 3, 100), *column(below, x, 100 + 12 * depth)]


def first_words(document: Document) -> list[str]:
    return document.read(line.span for line in document.lines).split()


@drawn_so
@pytest.mark.parametrize("depth", [2, 3, 4])
@pytest.mark.parametrize(
    ("letter", "rest", "begins"),
    [
        ("M", "arta", "Marta"),
        ("M", "ARTA", "MARTA"),
        ("L’", "enfant", "L’enfant"),
        ("“W", "e", "“We"),
        ("I", "n the end she", "In the end she"),
        ("I", "grew up here and", "I grew up here and"),
        ("A", "boats lamp she", "A boats lamp she"),
        ("É", "lise", "Élise"),
    ],
)
def test_a_drop_capital(tmp_path: Path, drawn: Drawn, depth: int, letter: str, rest: str, begins: str) -> None:
    text = f"{rest} {REST} The boats."
    runs = drawn([Run("Synopsis", 50, 40, 14, "Helvetica-Bold"), *dropped(letter, text, depth)])
    document = read_pdf(draw(tmp_path / "kit.pdf", [runs]))
    assert first_words(document) == f"Synopsis {begins} {REST} The boats.".split()
    assert not any(line.blank_before for line in document.lines[2:])


@drawn_so
def test_a_drop_capital_in_each_of_two_columns(tmp_path: Path, drawn: Drawn) -> None:
    runs = drawn([*dropped("M", f"arta {REST}", 3, 50, 220), *dropped("S", f"he {REST}", 2, 310, 220)])
    assert first_words(read_pdf(draw(tmp_path / "kit.pdf", [runs]))) == f"Marta {REST} She {REST}".split()


def test_a_large_letter_beside_nothing_stays_alone(tmp_path: Path) -> None:
    runs = [Run("M", 50, 60, 40, "Times-Bold"), *column(wrapped(REST, 400), 50, 100)]
    assert first_words(read_pdf(draw(tmp_path / "kit.pdf", [runs]))) == ["M", *REST.split()]


def test_a_large_letter_far_from_a_list_stays_alone(tmp_path: Path) -> None:
    runs = [Run("A", 50, 84, 40, "Times-Bold"), *column(["Anders Moe", "Ane Lind", "Astrid Vell"], 160, 60)]
    assert "A" in first_words(read_pdf(draw(tmp_path / "kit.pdf", [runs])))
