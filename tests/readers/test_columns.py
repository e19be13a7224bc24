"""Columns are read one after the other, tables row by row, in whatever order and pieces a page was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from drawing import Run, by_rows, column, draw, justified, shuffled, singly, wrapped
from presskit.model import Document
from presskit.readers.pdf import read_pdf

SENTENCES = (
    "the harbour lay quiet under a sky of tin and nobody came to the pier until Marta Vell brought her lamp along the wall where "
    "boats had stood in rows for years before the ice plant closed its doors and men went south to look for work on rigs"
)
WORDS = SENTENCES.split()
HEAD = Run("DIRECTOR STATEMENT AND NOTES ON THE HARBOUR", 120, 60, 16, "Helvetica-Bold")
Drawn = Callable[[Iterable[Run]], list[Run]]
DRAWN: dict[str, Drawn] = {
    "as read": list,
    "row by row": by_rows,
    "in disorder": shuffled,
    "word by word": lambda runs: by_rows(singly(runs)),
}
however_drawn = pytest.mark.parametrize("drawn", DRAWN.values(), ids=DRAWN)


def prose(words: int, seed: int) -> str:
    """Sentences of made-up order; the same seed always gives the same ones."""
    random, found = Random(seed), list[str]()
    while len(found) < words:
        sentence = [random.choice(WORDS) for _ in range(random.randint(6, 18))]
        found += [sentence[0].capitalize(), *sentence[1:-1], f"{sentence[-1]}."]
    return " ".join(found[:words])


def lines(words: int, seed: int, width: float = 230, size: float = 10) -> list[str]:
    return wrapped(prose(words, seed), width, size)


def reads(document: Document) -> list[str]:
    return document.read(line.span for line in document.lines if not line.furniture).split()


def check(path: Path, runs: Iterable[Run], expected: Iterable[str]) -> Document:
    document = read_pdf(draw(path / "kit.pdf", [runs]))
    assert reads(document) == " ".join(expected).split()
    return document


LEFT, RIGHT = lines(180, 1), lines(150, 2)


@however_drawn
@pytest.mark.parametrize(("lower", "leading"), [(0, 12.0), (3, 12.0), (5, 12.0), (6, 13.5)], ids=["level", "lower", "half lower", "looser"])
def test_two_columns_under_a_heading(tmp_path: Path, drawn: Drawn, lower: float, leading: float) -> None:
    runs = [HEAD, *column(LEFT, 50, 100), *column(RIGHT, 310, 100 + lower, leading=leading)]
    document = check(tmp_path, drawn(runs), [HEAD.text, *LEFT, *RIGHT])
    assert {line.column for line in document.lines} == {0, 1}


@however_drawn
@pytest.mark.parametrize("lower", [0, 4], ids=["level", "staggered"])
def test_three_columns(tmp_path: Path, drawn: Drawn, lower: float) -> None:
    texts = [lines(words, seed, 150) for words, seed in ((90, 3), (80, 4), (100, 5))]
    runs = [HEAD, *(run for at, text in enumerate(texts) for run in column(text, 50 + 165 * at, 100 + lower * at))]
    document = check(tmp_path, drawn(runs), [HEAD.text, *(line for text in texts for line in text)])
    assert [line.column for line in document.lines] == sorted(line.column for line in document.lines)


@however_drawn
def test_columns_heading_columns_and_notes_across_the_foot(tmp_path: Path, drawn: Drawn) -> None:
    low = 130 + 12 * len(LEFT)
    middle = Run("INTERVIEW WITH THE KEEPER OF THE LIGHT AT THE END", 100, low, 14, "Helvetica-Bold")
    left, right = lines(60, 6), lines(66, 7)
    notes = wrapped(f"1 {prose(40, 8)}", 490, 7.5)
    runs = [HEAD, *column(LEFT, 50, 100), *column(RIGHT, 310, 100), middle, *column(left, 50, low + 26), *column(right, 310, low + 26)]
    runs += column(notes, 50, 760, leading=9, size=7.5)
    check(tmp_path, drawn(runs), [HEAD.text, *LEFT, *RIGHT, middle.text, *left, *right, *notes])


@however_drawn
def test_columns_in_the_middle_of_a_page(tmp_path: Path, drawn: Drawn) -> None:
    above, left, right, below = lines(80, 9, 490), lines(60, 6), lines(66, 7), lines(70, 10, 490)
    top = 74 + 12 * len(above)
    foot = top + 14 + 12 * max(len(left), len(right))
    runs = [*column(above, 50, 60), *column(left, 50, top), *column(right, 310, top), *column(below, 50, foot)]
    check(tmp_path, drawn(runs), [*above, *left, *right, *below])


@however_drawn
@pytest.mark.parametrize("longer", ["left", "right"])
def test_a_heading_under_columns_of_unlike_length(tmp_path: Path, drawn: Drawn, longer: str) -> None:
    first, second = (LEFT, lines(66, 7)) if longer == "left" else (lines(66, 7), LEFT)
    below, low = lines(80, 9, 490), 140 + 12 * len(LEFT)
    runs = [
        HEAD,
        *column(first, 50, 100),
        *column(second, 310, 100),
        Run("NOTES", 50, low, 12, "Helvetica-Bold"),
        *column(below, 50, low + 20),
    ]
    check(tmp_path, drawn(runs), [HEAD.text, *first, *second, "NOTES", *below])


@however_drawn
def test_an_interview_in_two_columns(tmp_path: Path, drawn: Drawn) -> None:
    text: list[str] = []
    for turn in range(8):
        text += wrapped(f"– Why did you {prose(9, 20 + turn).casefold().rstrip('.')}?", 230, 10, "Times-Bold")
        text += [*wrapped(f"M.V.: {prose(40, 40 + turn)}", 230), ""]
    half = len(text) // 2
    runs = [HEAD, *column(text[:half], 50, 100), *column(text[half:], 310, 100)]
    check(tmp_path, drawn(runs), [HEAD.text, *text])


def test_justified_columns(tmp_path: Path) -> None:
    runs = [*justified(LEFT, 50, 60, 230), *justified(RIGHT, 300, 60, 230)]
    document = check(tmp_path, by_rows(runs), [*LEFT, *RIGHT])
    assert all(len(line.cells) == 1 for line in document.lines)


CREDITS = [
    ("Directed by", "Ada Quill"),
    ("Produced by", "Bo Trent, Cy Marsh (Long Pier Films),"),
    ("", "Dee Holt"),
    ("Director of Photography", "Eve Stone"),
    ("Editor", "Flo Ray"),
    ("Sound", "Gus Lane"),
    ("Costume Design", "Ivy Moss"),
]


def rows(table: Sequence[tuple[str, ...]], places: Sequence[float], size: float = 10) -> list[Run]:
    return [
        Run(cell, place, 100 + 14 * number, size)
        for number, row in enumerate(table)
        for place, cell in zip(places, row, strict=True)
        if cell
    ]


@however_drawn
def test_credits_stay_rows(tmp_path: Path, drawn: Drawn) -> None:
    document = check(tmp_path, drawn(rows(CREDITS, (50, 220))), [cell for row in CREDITS for cell in row])
    cells = [[document.read((cell,)) for cell in line.cells] for line in document.lines]
    assert cells == [[cell for cell in row if cell] for row in CREDITS]
    assert document.lines[2].indent == pytest.approx(170, abs=1)


@however_drawn
def test_credits_about_an_axis_stay_rows(tmp_path: Path, drawn: Drawn) -> None:
    runs = [
        run
        for number, (label, name) in enumerate(CREDITS)
        for run in (Run(label, 290 - stringWidth(label, "Times-Roman", 10), 100 + 14 * number), Run(name, 305, 100 + 14 * number))
        if run.text
    ]
    check(tmp_path, drawn(runs), [cell for row in CREDITS for cell in row])


@however_drawn
def test_a_cast_in_lower_case_stays_rows(tmp_path: Path, drawn: Drawn) -> None:
    cast = [
        ("Nan Gall", "net mender"),
        ("Bid Gall", "net mender"),
        ("Lor Dive", "curate"),
        ("Hugh Boy", "marine engineer"),
        ("Sha Pet", "singer"),
    ]
    document = check(tmp_path, drawn(rows(cast, (50, 220))), [cell for row in cast for cell in row])
    assert all(len(line.cells) == 2 for line in document.lines)


@however_drawn
def test_a_list_of_festivals_stays_rows(tmp_path: Path, drawn: Drawn) -> None:
    table = [
        ("2021", "Harbour Film Week", "Best Feature – WINNER"),
        ("2021", "Docs Quay", "Northern Focus"),
        ("2022", "Glass Festival", "Scottish premiere"),
        ("2022", "Celtic Reel, Brest", "Single Documentary – nominee"),
        ("2022", "Pine Week", ""),
    ]
    document = check(tmp_path, drawn(rows(table, (50, 90, 300))), [cell for row in table for cell in row])
    assert [len(line.cells) for line in document.lines] == [3, 3, 3, 3, 2]


def test_a_table_with_addresses_under_names_stays_rows(tmp_path: Path) -> None:
    table = [
        (place, title, town)
        for number in range(9)
        for place, title, town in ((f"May 20{10 + number}", f"Reel Week {number}", "Brest"), ("", f"reelweek{number}.example", "France"))
    ]
    check(tmp_path, by_rows(rows(table, (50, 150, 380))), [cell for row in table for cell in row])


@however_drawn
def test_credits_beside_a_text(tmp_path: Path, drawn: Drawn) -> None:
    runs = [*column(LEFT, 50, 100), *(Run(run.text, run.x, run.y, 8.5) for run in rows(CREDITS, (320, 430)))]
    check(tmp_path, drawn(runs), [*LEFT, *(cell for row in CREDITS for cell in row)])


def block(x: float, y: float, text: Sequence[str]) -> list[Run]:
    return [Run(text[0], x, y, 9, "Helvetica-Bold"), *column(text[1:], x, y + 13, size=9)]


ADDRESSES = [
    ["PRODUCTION", "Long Pier Films", "Ada Quill", "+353 74 555 0112", "ada@longpier.example"],
    ["WORLD SALES", "Kitty Docs", "Ben Adey", "+44 131 555 0190", "sales@kitty.example"],
    ["PRESS", "Margo PR", "Margo Dee", "margo@pr.example"],
    ["DISTRIBUTION", "Hedge Films", "Orla Tim", "+353 1 555 0143", "orla@hedge.example"],
]


@however_drawn
def test_addresses_two_by_two_are_read_storey_by_storey(tmp_path: Path, drawn: Drawn) -> None:
    places = ((50, 100), (310, 100), (50, 190), (310, 190))
    runs = [HEAD, *(run for place, text in zip(places, ADDRESSES, strict=True) for run in block(*place, text))]
    check(tmp_path, drawn(runs), [HEAD.text, *(line for text in ADDRESSES for line in text)])


@however_drawn
def test_laurels_are_read_one_by_one(tmp_path: Path, drawn: Drawn) -> None:
    laurels = [
        ["WINNER", "BEST HARBOUR DOCUMENTARY", "PIER FILM WEEK 2021"],
        ["WINNER", "AUDIENCE AWARD", "DOCS QUAY 2021"],
        ["OFFICIAL SELECTION", "GLASS", "2021"],
    ]
    runs = [
        Run(line, centre - stringWidth(line, "Helvetica", 7.5) / 2, 60 + 10 * number, 7.5, "Helvetica")
        for centre, laurel in zip((130, 293, 458), laurels, strict=True)
        for number, line in enumerate(laurel)
    ]
    check(tmp_path, drawn(runs), [line for laurel in laurels for line in laurel])


def storey(number: int, head: Run, words: tuple[int, int]) -> tuple[list[Run], float]:
    """A heading on the left over two columns, and where they end; what is read first comes first."""
    sides = [lines(count, 10 * number + side) for side, count in enumerate(words)]
    runs = [head, *column(sides[0], 50, head.y + 22), *column(sides[1], 310, head.y + 22)]
    return runs, head.y + 22 + 12 * max(len(side) for side in sides)


@however_drawn
@pytest.mark.parametrize(
    ("size", "font"), [(10, "Helvetica-Bold"), (16, "Times-Roman"), (10, "Times-Roman")], ids=["bold", "larger", "in capitals"]
)
@pytest.mark.parametrize("words", [(60, 58), (75, 40), (40, 70)], ids=["even", "longer left", "longer right"])
def test_blocks_of_columns_under_short_headings(tmp_path: Path, drawn: Drawn, size: float, font: str, words: tuple[int, int]) -> None:
    runs, y = list[Run](), 60.0
    for number, title in enumerate(("THE STORY", "A WORD ON THE LAMP", "THE PIER"), 1):
        found, end = storey(number, Run(title, 50, y, size, font), words)
        runs, y = [*runs, *found], end + 30
    check(tmp_path, drawn(runs), [run.text for run in runs])


@however_drawn
def test_a_signature_below_even_columns(tmp_path: Path, drawn: Drawn) -> None:
    left, right = lines(60, 1), lines(60, 2)
    right = right[: len(left)]
    left = left[: len(right)]
    runs, y = [*column(left, 50, 80), *column(right, 310, 80)], 80 + 12 * len(left) + 24
    runs += [Run("Ida Grau", 50, y), Run("Portnamurry, in June", 50, y + 12)]
    check(tmp_path, drawn(runs), [run.text for run in runs])


@however_drawn
def test_headings_within_columns_belong_to_them(tmp_path: Path, drawn: Drawn) -> None:
    left = [*column(lines(60, 1), 50, 80), Run("THE LAMP", 50, 220, 10, "Helvetica-Bold"), *column(lines(60, 2), 50, 236)]
    right = [*column(lines(95, 3), 310, 80), Run("THE PIER", 310, 290, 10, "Helvetica-Bold"), *column(lines(30, 4), 310, 306)]
    check(tmp_path, drawn([*left, *right]), [run.text for run in (*left, *right)])


def test_a_heading_below_columns_has_white_above(tmp_path: Path) -> None:
    even = lines(60, 1)
    document = check(tmp_path, [*column(even, 50, 80), *column(even, 310, 80), Run("THE PIER", 50, 280, 12)], [*even, *even, "THE PIER"])
    assert document.lines[-1].blank_before


FACTS = (("Runtime", "93 min"), ("Country", "Portnamurry"), ("Year", "2021"), ("Format", "DCP"), ("Sound", "5.1"))


@however_drawn
@pytest.mark.parametrize("leading", [12.0, 11.3, 24.0], ids=["level", "not level", "every other line"])
@pytest.mark.parametrize("on_the_left", [False, True], ids=["right", "left"])
def test_facts_beside_a_text(tmp_path: Path, drawn: Drawn, leading: float, on_the_left: bool) -> None:
    x, beside = (200, 50) if on_the_left else (50, 420)
    text = column(lines(200, 1, 330), x, 80)
    facts = [
        Run(word, beside, 80 + leading * (2 * at + row), 9, font)
        for at, fact in enumerate(FACTS)
        for row, (word, font) in enumerate(zip(fact, ("Helvetica-Bold", "Times-Roman"), strict=True))
    ]
    read = [*facts, *text] if on_the_left else [*text, *facts]
    check(tmp_path, drawn(read), [run.text for run in read])


@however_drawn
def test_labels_beside_the_texts_they_label_stay_rows(tmp_path: Path, drawn: Drawn) -> None:
    runs, y = list[Run](), 80.0
    for number, (label, _) in enumerate(FACTS):
        text = lines(40, number, 330)
        runs += [Run(label, 50, y, 10, "Helvetica-Bold"), *column(text, 200, y)]
        y += 12 * len(text) + 8
    check(tmp_path, drawn(runs), [run.text for run in runs])


@however_drawn
def test_a_heading_beside_a_heading_belongs_to_its_column(tmp_path: Path, drawn: Drawn) -> None:
    left = [*column(lines(60, 1), 50, 80), Run("THE LAMP", 50, 240, 10, "Helvetica-Bold"), *column(lines(60, 2), 50, 256)]
    right = [*column(lines(50, 3), 310, 80), Run("THE PIER", 310, 246, 10, "Helvetica-Bold"), *column(lines(30, 4), 310, 259)]
    check(tmp_path, drawn([*left, *right]), [run.text for run in (*left, *right)])


LABELS = ("Camera", "Editor", "Sound", "Music", "Gaffer", "Grip", "Costumes", "Set design", "Make-up")
NAMES = ("Ida Grau", "Flo Ray", "Bo Lind", "Ane Moe", "Tim Ost", "Jon Eik", "Liv Dahl", "Per Holm", "Eva Skov")
CREW_HEAD = Run("CREW", 50, 60, 14, "Helvetica-Bold")


@however_drawn
@pytest.mark.parametrize("number", [2, 3])
def test_lists_of_labels_over_names_side_by_side(tmp_path: Path, drawn: Drawn, number: int) -> None:
    runs = [CREW_HEAD]
    for side in range(number):
        for at, (label, name) in enumerate(zip(LABELS[side:], NAMES[side:], strict=True)):
            runs += [Run(label, 50 + 170 * side, 90 + 26 * at, 8, "Helvetica-Bold"), Run(name, 50 + 170 * side, 100 + 26 * at, 8)]
    check(tmp_path, drawn(runs), [run.text for run in runs])


@however_drawn
@pytest.mark.parametrize("number", [2, 3])
def test_lists_of_labels_before_names_side_by_side(tmp_path: Path, drawn: Drawn, number: int) -> None:
    runs = [CREW_HEAD]
    for side in range(number):
        for at, (label, name) in enumerate(zip(LABELS[side:], NAMES[side:], strict=True)):
            runs += [Run(label, 50 + 180 * side, 90 + 14 * at, 8, "Times-Italic"), Run(name, 120 + 180 * side, 90 + 14 * at, 8)]
    check(tmp_path, drawn(runs), [run.text for run in runs])


@however_drawn
def test_labels_before_two_columns_of_names_stay_rows(tmp_path: Path, drawn: Drawn) -> None:
    rows = [
        [Run(label, 50, 90 + 14 * at, 10, "Times-Italic"), Run(name, 220, 90 + 14 * at), Run(f"{name}by", 390, 90 + 14 * at)]
        for at, (label, name) in enumerate(zip(LABELS, NAMES, strict=True))
    ]
    runs = [CREW_HEAD, *(run for row in rows for run in row)]
    check(tmp_path, drawn(runs), [run.text for run in runs])


@however_drawn
def test_two_pages_of_a_book_on_one_sheet(tmp_path: Path, drawn: Drawn) -> None:
    left = [Run("THE PIER", 60, 60, 16, "Helvetica-Bold"), *column(lines(60, 1, 300), 60, 90)]
    right = [
        Run("A TALK ON LAMPS", 480, 60, 16, "Helvetica-Bold"),
        *column(lines(60, 6, 145), 480, 90),
        *column(lines(50, 7, 145), 650, 90),
    ]
    document = read_pdf(draw(tmp_path / "kit.pdf", [drawn([*left, *right])], size=(842, 595)))
    assert reads(document) == " ".join(run.text for run in (*left, *right)).split()
