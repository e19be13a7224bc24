"""Pages turned into pictures for the tests, as clean or as bad as scans are, and put back into a PDF."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lacking import lacking

MISSING = "Tesseract is not installed; on Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-{eng,fra,deu,ita,spa,por}"
Spoil = Callable[[Image.Image], Image.Image]


def needs_tesseract() -> None:
    """Skips the test where it is not installed, but not in CI."""
    if shutil.which("tesseract") is None:
        lacking(MISSING)


def rendered(pdf: Path, pages: Sequence[int] = (0,), dots: float = 200.0) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[number].render(scale=dots / 72, grayscale=True).to_pil() for number in pages]
    finally:
        document.close()


def askew(picture: Image.Image) -> Image.Image:
    return picture.rotate(1.0, resample=Image.Resampling.BICUBIC, fillcolor=255)


def turned(picture: Image.Image) -> Image.Image:
    return picture.transpose(Image.Transpose.ROTATE_90)


def blurred(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(0.8))


def noisy(picture: Image.Image) -> Image.Image:
    """Grey paper, paler ink, specks."""
    noise = Image.frombytes("L", picture.size, Random(1).randbytes(picture.width * picture.height))
    return Image.blend(picture, noise, 0.18)


def scan(path: Path, pictures: Sequence[Image.Image], before: Sequence[str] = ()) -> Path:
    """A PDF with the lines `before` on a page of their own, if there are any, and one page per picture."""
    canvas = Canvas(str(path), invariant=1)
    if before:
        for number, line in enumerate(before):
            canvas.drawString(60, 780 - 16 * number, line)
        canvas.showPage()
    for picture in pictures:
        held = io.BytesIO()
        picture.save(held, "PNG")
        width, height = (side * 595 / min(picture.size) for side in picture.size)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(held), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return path
