"""Boxes stand where the words are drawn: on turned, cropped, moved and scaled pages, and on typed ones."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL.Image import Image
from reportlab.pdfgen.canvas import Canvas

from presskit.pictures.drawing import LONGEST, STEP, picture
from presskit.pictures.marks import marks_of
from presskit.pictures.paper import PIXELS
from presskit.pictures.sheet import Rect, Sheet
from presskit.pictures.sheets import sheets
from presskit.pictures.typed import CELL, COLUMNS, EDGE
from presskit.readers import read
from presskit.records import read_record
from presskit.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
LINES = ("The ferry leaves at nine", "A lantern hangs over the quay", "Nobody saw the lantern go out", "and the ferry came back empty")
RED = (lambda red, green, blue: red > 150 and green < 110 and blue < 110, "lantern hangs")
PAGES = {
    "plain": (0, None, None),
    "a quarter": (90, None, None),
    "half": (180, None, None),
    "three quarters": (270, None, None),
    "cropped": (0, (60, 560, 400, 790), None),
    "cropped and turned": (90, (60, 560, 400, 790), None),
    "moved": (0, None, (-70, -90, 650, 900)),
    "moved and turned": (270, None, (-70, -90, 650, 900)),
    "a poster": (0, None, (-300, -400, 900, 1300)),
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page whose second line has red words in the middle; "lantern" stands on it twice."""
    path = tmp_path_factory.mktemp("drawn") / "kit.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for number, line in enumerate(LINES):
        text = canvas.beginText(80, 760 - 30 * number)
        text.setFont("Times-Roman", 16)
        before, red, after = line.partition(RED[1])
        for words, colour in ((before, (0, 0, 0)), (red, (1, 0, 0)), (after, (0, 0, 0))):
            text.setFillColorRGB(*colour)
            text.textOut(words)
        canvas.drawText(text)
    canvas.save()
    return path


def altered(path: Path, target: Path, kind: str) -> Path:
    turn, crop, media = PAGES[kind]
    pdf = pypdfium2.PdfDocument(path)
    page = pdf[0]
    if media:
        page.set_mediabox(*media)
    if crop:
        page.set_cropbox(*crop)
    page.set_rotation(turn)
    pdf.save(target)
    pdf.close()
    return target


def sheet_of(path: Path, words: str) -> tuple[Sheet, list[Rect]]:
    document = read(path, Settings())
    sheet = next(iter(sheets(document, path.read_bytes(), [1])))
    start = document.original.index(words)
    return sheet, list(sheet.where(start, start + len(words)))


def red_pixels(image: Image) -> list[tuple[float, float]]:
    """In points of the sheet."""
    wide = image.width
    data = image.tobytes()
    pixels = (data[at : at + 3] for at in range(0, len(data), 3))
    return [(at % wide / PIXELS, at // wide / PIXELS) for at, pixel in enumerate(pixels) if RED[0](*pixel)]


def dark_share(image: Image, rect: Rect) -> float:
    part = image.crop(tuple(round(side * PIXELS) for side in (rect.x0, rect.top, rect.x1, rect.bottom)))  # type: ignore[arg-type]
    data = part.tobytes()
    return sum(max(data[at : at + 3]) < 90 for at in range(0, len(data), 3)) / max(part.width * part.height, 1)


@pytest.mark.parametrize("kind", PAGES)
def test_the_box_holds_the_words_and_nothing_else(drawn: Path, tmp_path: Path, kind: str) -> None:
    sheet, found = sheet_of(altered(drawn, tmp_path / "kit.pdf", kind), RED[1])
    assert sheet.image
    assert len(found) == 1
    box = found[0].grown(1.0)
    red = red_pixels(sheet.image)
    assert len(red) > 20
    assert all(box.x0 <= x <= box.x1 and box.top <= y <= box.bottom for x, y in red)
    assert dark_share(sheet.image, found[0]) < 0.02
    xs, ys = [x for x, _ in red], [y for _, y in red]
    assert max(found[0].width, found[0].height) < max(max(xs) - min(xs), max(ys) - min(ys)) + 4


def test_of_two_equal_words_each_has_its_own_box(drawn: Path) -> None:
    document = read(drawn, Settings())
    sheet = next(iter(sheets(document, drawn.read_bytes(), [1])))
    first = document.original.index("lantern")
    second = document.original.index("lantern", first + 1)
    high, low = (next(sheet.where(at, at + len("lantern"))) for at in (first, second))
    assert high.bottom < low.top


def test_what_a_crop_cuts_off_has_no_box(drawn: Path, tmp_path: Path) -> None:
    document = read(drawn, Settings())
    cut = altered(drawn, tmp_path / "kit.pdf", "cropped")
    pdf = pypdfium2.PdfDocument(cut)
    pdf[0].set_cropbox(60, 720, 400, 790)
    pdf.save(tmp_path / "less.pdf")
    sheet = next(iter(sheets(document, (tmp_path / "less.pdf").read_bytes(), [1])))
    here, gone = document.original.index("lantern hangs"), document.original.index("came back")
    assert list(sheet.where(here, here + 5))
    assert not list(sheet.where(gone, gone + 5))


def test_a_pdf_that_cannot_be_drawn_is_typed(drawn: Path) -> None:
    document = read(drawn, Settings())
    sheet = next(iter(sheets(document, b"no PDF", [1])))
    assert sheet.image is None
    assert "".join(word.text for word in sheet.words) == "".join("".join(LINES).split())


def typed_kit(tmp_path: Path, text: str) -> tuple[str, list[Sheet]]:
    path = tmp_path / "kit.txt"
    path.write_text(text, encoding="utf-8")
    document = read(path, Settings())
    return document.original, list(sheets(document, path.read_bytes(), range(1, document.source.pages + 1)))


def test_typed_words_stand_in_their_cells(tmp_path: Path) -> None:
    original, (sheet,) = typed_kit(tmp_path, "Ida Grau    editor\n\n北の海 boat")
    at = original.index("editor")
    (box,) = sheet.where(at, at + 6)
    assert (box.x0, box.x1) == (EDGE + 12 * CELL, EDGE + 18 * CELL)
    at = original.index("boat")
    (box,) = sheet.where(at, at + 4)
    assert box.x0 == EDGE + 7 * CELL, "signs of Chinese and Japanese are two cells wide"


def test_long_lines_go_on_below_and_no_sign_is_lost(tmp_path: Path) -> None:
    text = " ".join(f"word{number}" for number in range(400)) + "\n" + "x" * 500
    _, drawn = typed_kit(tmp_path, text)
    words = [word for sheet in drawn for word in sheet.words]
    assert "".join(word.text for word in words) == "".join(text.split())
    assert all(word.x + word.width <= EDGE + COLUMNS * CELL + 0.01 for word in words)


def test_long_pages_have_parts_and_form_feeds_make_pages(tmp_path: Path) -> None:
    _, drawn = typed_kit(tmp_path, "\n".join(f"line {number}" for number in range(100)) + "\fanother page")
    assert [(sheet.page, sheet.part) for sheet in drawn] == [(1, 1), (1, 2), (2, 1)]


def test_a_line_from_right_to_left_is_one_place(tmp_path: Path) -> None:
    original, (sheet,) = typed_kit(tmp_path, "SYNOPSIS\n\nהספינה יוצאת בלילה\n")
    at = original.index("יוצאת")
    (box,) = sheet.where(at, at + 5)
    assert box.x1 == EDGE + COLUMNS * CELL
    assert [word.text for word in sheet.words if word.leftwards] == ["הספינה יוצאת בלילה"]


@pytest.mark.parametrize("sample", ["paper-boats-en", "la-orilla-blanca-es", "nachtbus-de"])
def test_every_value_of_a_sample_is_boxed_and_no_labels_overlap(sample: str) -> None:
    kit = next((SAMPLES / sample).glob("kit.*"))
    extraction = read_record(SAMPLES / sample / "approved.json")
    document = read(kit, Settings())
    marks = marks_of(extraction)
    boxed: set[str] = set()
    for sheet in sheets(document, kit.read_bytes(), range(1, document.source.pages + 1)):
        seen = picture(sheet, marks)
        boxed |= {mark.pointer for frame in seen.frames if frame.rects for mark in frame.marks}
        for left in (True, False):
            heights = sorted(label.y for label in seen.labels if label.left is left)
            assert all(below - above >= STEP - 0.01 for above, below in pairwise(heights))
        assert all(0 <= label.y <= seen.height - STEP + 0.01 for label in seen.labels)
    assert boxed == {mark.pointer for mark in marks if not mark.section}


def test_labels_name_field_confidence_and_value_and_fit_the_margin() -> None:
    kit = SAMPLES / "nachtbus-de" / "kit.md"
    document = read(kit, Settings())
    (sheet,) = sheets(document, kit.read_bytes(), [1])
    labels = [label.text for label in picture(sheet, marks_of(read_record(kit.with_name("approved.json")))).labels]
    assert any(re.fullmatch(r"crew name \d+ \+\d · Enno Lüdecke", label) for label in labels)
    assert any(re.fullmatch(r"SYNOPSIS \d+", label) for label in labels)
    assert max(map(len, labels)) <= LONGEST
