"""Files that are pictures of pages, as phones, scanners and fax machines write them: read by Tesseract itself."""

from __future__ import annotations

import io
import json
import struct
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from typer.testing import CliRunner

from drawing import HEIGHT, Run, column, draw, wrapped
from presskit.cli import app
from presskit.errors import KitDamaged, KitTooLarge, NoKits
from presskit.kits import find_kits
from presskit.model import Document
from presskit.pictures.sheets import sheets
from presskit.readers import read
from presskit.readers.picture import with_pages
from presskit.readers.scans.rendering import POINTS
from presskit.settings import Scanning, Settings
from scanning import needs_tesseract, rendered, scan

QUICK = Settings(names=False)
BLIND = Settings(names=False, scanning=Scanning(ocr=False))
SHOUTED = "THE LANTERN KEEPER"
PROSE = (
    "Every winter the keeper counts the ships that do not come. This year she counts one more than there are, and rows out to ask it "
    "for its papers. What she finds on board is the logbook of her own lighthouse, kept in a hand that is hers."
)
ROTATE = {1: 0, 3: 180, 6: 270, 8: 90}
"""What a camera notes of how it was held (EXIF), and by how many degrees anticlockwise its picture is stored turned."""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    lines = ["SYNOPSIS", "", *wrapped(PROSE, 400, 12)]
    path = tmp_path_factory.mktemp("page") / "page.pdf"
    draw(path, [[Run(SHOUTED, 80, 100, 20, "Helvetica-Bold"), *column(lines, 80, 150, size=12, leading=18)]])
    return rendered(path)[0]


def text(document: Document) -> str:
    return " ".join(document.words(line) for line in document.lines)


def saved(picture: Image.Image, path: Path, **how: object) -> Path:
    picture.save(path, **how)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tiff", ".webp"])
def test_a_picture_of_a_page_is_a_kit(tmp_path: Path, page: Image.Image, suffix: str) -> None:
    needs_tesseract()
    document = read(saved(page, tmp_path / f"kit{suffix}"), QUICK)
    assert SHOUTED in text(document)
    assert "counts the ships that do not come" in text(document)
    assert document.source.media_type.startswith("image/")
    assert {issue.code for issue in document.issues} == {"read-by-ocr"}


def test_what_it_is_says_its_content(tmp_path: Path, page: Image.Image) -> None:
    needs_tesseract()
    held = io.BytesIO()
    page.save(held, "PNG")
    path = tmp_path / "kit.pdf"
    path.write_bytes(held.getvalue())
    assert SHOUTED in text(read(path, QUICK))


def test_every_page_of_a_fax(tmp_path: Path, page: Image.Image) -> None:
    needs_tesseract()
    black = page.convert("1", dither=Image.Dither.NONE)
    path = saved(black, tmp_path / "fax.tif", save_all=True, append_images=[black, black], compression="group4", dpi=(200, 200))
    document = read(path, QUICK)
    assert document.source.pages == 3
    assert {line.page for line in document.lines if SHOUTED in document.words(line)} == {1, 2, 3}


@pytest.mark.parametrize("noted", ROTATE)
def test_as_the_camera_was_held(tmp_path: Path, page: Image.Image, noted: int) -> None:
    needs_tesseract()
    exif = Image.Exif()
    exif[0x0112] = noted
    stored = page.rotate(ROTATE[noted], expand=True)
    assert SHOUTED in text(read(saved(stored, tmp_path / "photo.jpg", exif=exif, dpi=(72, 72)), QUICK))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_stand_on_the_picture_as_it_came(tmp_path: Path, page: Image.Image, turn: int) -> None:
    needs_tesseract()
    path = saved(page.rotate(turn, expand=True), tmp_path / "scan.png", dpi=(200, 200))
    document = read(path, QUICK)
    start = document.original.index(SHOUTED)
    sheet = next(iter(sheets(document, with_pages(path, document.source, QUICK), [1])))
    assert sheet.image
    (box,) = sheet.where(start, start + len(SHOUTED))
    scale = sheet.image.width / sheet.width
    cut = sheet.image.crop(tuple(round(side * scale) for side in (box.x0, box.top, box.x1, box.bottom))).convert("L")  # type: ignore[arg-type]
    assert 0.1 < sum(shade < 128 for shade in cut.tobytes()) / (cut.width * cut.height) < 0.6
    everything = sum(shade < 128 for shade in page.crop((0, 0, page.width, round(110 / HEIGHT * page.height))).tobytes())
    found = sum(shade < 128 for shade in cut.tobytes()) / scale**2 * (200 / POINTS) ** 2
    assert found == pytest.approx(everything, rel=0.25)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel(tmp_path: Path, page: Image.Image, mode: str) -> None:
    needs_tesseract()
    if mode == "RGBA":
        picture = Image.new("RGBA", page.size, (0, 0, 0, 0))
        picture.putalpha(page.point(lambda shade: 255 - shade))
    elif mode == "I;16":
        picture = Image.frombytes("I;16", page.size, b"".join(struct.pack("<H", shade * 257) for shade in page.tobytes()))
    else:
        picture = page.convert(mode)
    assert SHOUTED in text(read(saved(picture, tmp_path / ("kit.tif" if mode == "CMYK" else "kit.png")), QUICK))


def test_without_ocr_the_record_is_partial(tmp_path: Path, page: Image.Image) -> None:
    path = saved(page, tmp_path / "kit.png")
    done = CliRunner().invoke(app, ["extract", str(path), "--no-ocr", "--no-names"])
    assert done.exit_code == 3
    (issue,) = (issue for issue in json.loads(done.stdout)["issues"] if issue["code"] == "no-text-layer")
    assert "OCR was not to look" in issue["message"]
    assert json.loads(done.stdout)["source"]["settings"]["scanning.ocr"] is False


def test_a_scanned_pdf_without_ocr(tmp_path: Path, page: Image.Image) -> None:
    assert not read(scan(tmp_path / "scan.pdf", [page]), BLIND).lines


def test_pictures_in_folders_and_archives_are_stills(tmp_path: Path, page: Image.Image) -> None:
    still = saved(page, tmp_path / "still.jpg")
    with pytest.raises(NoKits):
        find_kits([tmp_path])
    assert find_kits([still]) == [still]
    with ZipFile(tmp_path / "kit.zip", "w") as archive:
        archive.write(still, "still.jpg")
        archive.writestr("kit.txt", f"{SHOUTED}\n\nSYNOPSIS\n{PROSE}\n")
    assert find_kits([tmp_path]) == [tmp_path / "kit.zip" / "kit.txt"]
    assert SHOUTED in text(read(tmp_path / "kit.zip", QUICK))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it has many pixels, and does where they are unpacked."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(bytes(min((1 + (width + 7) // 8) * height, 5_000_000)), 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [20_000, 2**31 - 1])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, side: int) -> None:
    path = tmp_path / "kit.png"
    path.write_bytes(bomb(side, side))
    with pytest.raises((KitTooLarge, KitDamaged)):
        read(path, QUICK)


@pytest.mark.parametrize("cut", [0.02, 0.5])
@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_a_picture_that_is_cut_off(tmp_path: Path, page: Image.Image, suffix: str, cut: float) -> None:
    path = saved(page, tmp_path / f"kit{suffix}")
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * cut)])
    with pytest.raises(KitDamaged, match="picture cannot be read"):
        read(path, BLIND)


def test_more_pictures_than_a_kit_may_have_pages(tmp_path: Path) -> None:
    white = Image.new("L", (40, 40), 255)
    path = saved(white, tmp_path / "kit.tif", save_all=True, append_images=[white] * 5)
    with pytest.raises(KitTooLarge, match="6 pictures"):
        read(path, Settings(max_pages=5))
