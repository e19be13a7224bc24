"""What a page of a PDF says beyond its words: furniture, marks, white, styles, boxes; and the tricks of typesetters."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from drawing import HEIGHT, Run, column, draw
from presskit.model import Document
from presskit.readers.pdf import read_pdf


def printed(document: Document) -> list[str]:
    return [document.words(line) for line in document.lines]


def content(document: Document) -> list[str]:
    return [document.words(line) for line in document.lines if not line.furniture]


def text(page: int) -> list[str]:
    return [f"On day {page} the ferry came late to pier {line}." for line in "abcdefgh"]


def test_running_heads_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    pages = [
        [Run("THE LATE FERRY | press notes", 50, 40, 8), *column(text(page), 50, 100), Run(f"– {page} –", 290, 800, 8)]
        for page in range(1, 6)
    ]
    document = read_pdf(draw(tmp_path / "kit.pdf", pages))
    assert content(document) == [line for page in range(1, 6) for line in text(page)]
    assert sum(line.furniture for line in document.lines) == 10


def test_a_head_with_the_number_in_its_line(tmp_path: Path) -> None:
    pages = [[*column(text(page), 50, 100), Run("THE LATE FERRY", 50, 810, 8), Run(f"{page}", 520, 810, 8)] for page in range(1, 5)]
    document = read_pdf(draw(tmp_path / "kit.pdf", pages))
    assert content(document) == [line for page in range(1, 5) for line in text(page)]


def test_left_and_right_pages_have_heads_of_their_own(tmp_path: Path) -> None:
    heads = ("THE LATE FERRY", "a film by Ida Grau")
    pages = [[Run(heads[page % 2], 50, 40, 8), *column(text(page), 50, 100)] for page in range(8)]
    assert not set(content(read_pdf(draw(tmp_path / "kit.pdf", pages)))) & set(heads)


def test_the_numbers_of_spreads(tmp_path: Path) -> None:
    numbers = [[Run(f"{2 * page}", 200, 560, 8), Run(f"{2 * page + 1}", 640, 560, 8)] for page in range(2, 6)]
    pages = [[*column(text(page), 50, 100), *found] for page, found in enumerate(numbers)]
    document = read_pdf(draw(tmp_path / "kit.pdf", pages, size=(842, 595)))
    assert content(document) == [line for page in range(4) for line in text(page)]


def test_a_heading_on_two_pages_is_content(tmp_path: Path) -> None:
    pages = [[Run("BIOGRAPHIES" if page < 2 else f"PART {'ABCD'[page]}", 50, 60, 16), *column(text(page), 50, 100)] for page in range(4)]
    document = read_pdf(draw(tmp_path / "kit.pdf", pages))
    assert content(document).count("BIOGRAPHIES") == 2


def test_the_same_second_line_on_many_pages_is_content(tmp_path: Path) -> None:
    titles = ("Ebb", "Flood", "Spring tide", "Neap tide")
    pages = [[Run(title, 50, 60, 12), Run("Genre: Fiction", 50, 76), *column(text(at), 50, 100)] for at, title in enumerate(titles)]
    assert content(read_pdf(draw(tmp_path / "kit.pdf", pages))).count("Genre: Fiction") == 4


def test_raised_marks_are_kept_apart(tmp_path: Path) -> None:
    start = Run("The old needle", 50, 100)
    mark = Run("1", 50 + start.width, 96.5, 6.5)
    document = read_pdf(draw(tmp_path / "kit.pdf", [[start, mark, Run(", she said, is lost.", mark.x + mark.width, 100)]]))
    (line,) = document.lines
    assert document.words(line) == "The old needle1, she said, is lost."
    assert [document.read((span,)) for span in line.marks] == ["1"]


@pytest.mark.parametrize("spacing", [2.0, 3.0, 5.0])
def test_letter_spaced_words_are_closed_up(tmp_path: Path, spacing: float) -> None:
    canvas = Canvas(str(tmp_path / "kit.pdf"))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(100, 700, "WHAT IS A HARBOUR FOR?", charSpace=spacing)
    canvas.drawString(100, 600, "Nothing is spaced here.", charSpace=0)
    canvas.save()
    assert printed(read_pdf(tmp_path / "kit.pdf")) == ["WHAT IS A HARBOUR FOR?", "Nothing is spaced here."]


def test_single_letters_far_apart_stay_so(tmp_path: Path) -> None:
    runs = [Run(letter, 50 + 60 * at, 100) for at, letter in enumerate("XOXOX")]
    (line,) = read_pdf(draw(tmp_path / "kit.pdf", [runs])).lines
    assert len(line.cells) == 5


def test_words_printed_twice_count_once(tmp_path: Path) -> None:
    runs = [Run("THE LATE FERRY", 50 + shift, 100) for shift in (0, 0.4)]
    assert printed(read_pdf(draw(tmp_path / "kit.pdf", [runs]))) == ["THE LATE FERRY"]


def test_letters_printed_twice_count_once(tmp_path: Path) -> None:
    runs: list[Run] = []
    x = 50.0
    for letter in "Portnamurry":
        run = Run(letter, x, 100)
        runs += [run, Run(letter, x + 0.3, 100)]
        x += run.width
    assert printed(read_pdf(draw(tmp_path / "kit.pdf", [runs]))) == ["Portnamurry"]


def test_turned_words_do_not_interrupt_the_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "kit.pdf"), pagesize=(595, HEIGHT))
    for at, line in enumerate(text(1)):
        canvas.drawString(50, 740 - 12 * at, line)
    canvas.rotate(90)
    canvas.drawString(700, -580, "Photo: Ida Grau")
    canvas.save()
    document = read_pdf(tmp_path / "kit.pdf")
    assert content(document) == text(1)
    assert printed(document)[-1] == "Photo: Ida Grau"


@pytest.mark.parametrize("turn", [90, 180, -90])
@pytest.mark.parametrize("flagged", [True, False], ids=["the page says so", "the page does not say so"])
def test_a_page_on_its_side(tmp_path: Path, turn: int, flagged: bool) -> None:
    canvas = Canvas(str(tmp_path / "kit.pdf"), pagesize=(HEIGHT, 595) if flagged or turn == 180 else (595, HEIGHT))
    if flagged:
        canvas.setPageRotation(turn % 360)
    canvas.rotate(turn)
    canvas.translate(*{90: (0, -595), 180: (-HEIGHT, -595), -90: (-HEIGHT, 0)}[turn])
    canvas.setFont("Helvetica", 10)
    for number, x in enumerate((60, 440)):
        for at, line in enumerate(text(number)):
            canvas.drawString(x, 500 - (12 + number) * at, f"{line} Nobody")
    canvas.save()
    assert content(read_pdf(tmp_path / "kit.pdf")) == [f"{line} Nobody" for number in range(2) for line in text(number)]


def test_what_stands_off_the_page_is_not_printed(tmp_path: Path) -> None:
    assert printed(
        read_pdf(draw(tmp_path / "kit.pdf", [[*column(text(1), 50, 100), Run("slug line", 50, 900), Run("x", -40, 100)]]))
    ) == text(1)


def test_white_indent_style_and_box(tmp_path: Path) -> None:
    runs = [
        *column(["Synopsis"], 50, 60, size=14, font="Helvetica-Bold"),
        *column(["One night the ferry", "does not come.", "", "", "Marta waits.", "So does the dog."], 50, 80),
        Run("Ida Grau", 90, 150, font="Times-Italic"),
    ]
    head, first, second, third, last, sign = read_pdf(draw(tmp_path / "kit.pdf", [runs])).lines
    assert (first.blank_before, second.blank_before, third.blank_before, last.blank_before) == (1, 0, 1, 0)
    assert head.style is not None
    assert (head.style.bold, head.style.size, head.style.font) == (True, 14.0, "Helvetica-Bold")
    assert sign.style is not None
    assert sign.style.italic
    assert sign.indent == pytest.approx(40, abs=0.5)
    assert first.box is not None
    assert (first.box.page, first.box.x0) == (1, pytest.approx(50))
    assert first.box.top < 80 < first.box.bottom + 3


def test_boxes_of_cells_lie_on_one_line(tmp_path: Path) -> None:
    (line,) = read_pdf(draw(tmp_path / "kit.pdf", [[Run("Editor", 50, 100), Run("Flo Ray", 220, 100)]])).lines
    assert line.box is not None
    assert (line.box.x0, round(line.box.x1)) == (50, round(Run("Flo Ray", 220, 100).width + 220))


def test_a_word_broken_over_a_page_is_whole(tmp_path: Path) -> None:
    pages = [
        [Run("THE LATE FERRY", 50, 40, 8), *column(text(1), 50, 100), Run("Nobody came to the har-", 50, 200), Run("1", 290, 800, 8)],
        [Run("THE LATE FERRY", 50, 40, 8), *column(["bour that night.", *text(2)], 50, 100), Run("2", 290, 800, 8)],
        [Run("THE LATE FERRY", 50, 40, 8), *column(text(3), 50, 100), Run("3", 290, 800, 8)],
    ]
    document = read_pdf(draw(tmp_path / "kit.pdf", pages))
    assert "Nobody came to the harbour that night." in document.read(line.span for line in document.lines if not line.furniture)


def test_spans_lead_back_to_the_original(tmp_path: Path) -> None:
    document = read_pdf(draw(tmp_path / "kit.pdf", [[*column(text(page), 50, 100)] for page in range(3)]))
    assert len(document.origin) == len(document.text) + 1
    for line in document.lines:
        low, high = document.origin[line.span.start], document.origin[line.span.end - 1] + 1
        assert document.original[low:high] == document.text[line.span.start : line.span.end]
