"""Pictures that are files of their own (a photographed page, a fax, a TIFF of pages), as pages of a PDF: what reads scans reads them."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2

from presskit.errors import KitDamaged, KitTooLarge
from presskit.readers.scans.rendering import POINTS
from presskit.settings import Settings

MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "WEBP": "image/webp"}
"""The formats that are read, by Pillow's names."""
SEVERAL = "MPO"
"""What Pillow calls a JPEG into which a phone wrote a picture several times, for depth or for a larger screen."""
LONG_SIDE = 842.0
"""Points of an A4 page's longer side: a picture that does not say how large the paper was, or nothing likely, is taken for such."""
SHORTEST, LONGEST = 300.0, 2400.0
"""A longer side that is likely, in points: from a postcard's to a poster's."""
FAULTS = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError,
    struct.error, zlib.error,
)  # fmt: skip
"""What Pillow is known to raise on files that are not what they claim to be."""
QUALITY = 92
"""Of the JPEG that a picture becomes: Tesseract reads it as it reads the original."""


def printed_on_pages(path: Path, data: bytes, settings: Settings) -> tuple[bytes, str]:
    """A PDF with a page for each picture of a file, upright as its camera says; and the file's media type.

    Raises KitDamaged, KitTooLarge (pixels, pages, bytes).
    """
    from PIL import Image

    with warnings.catch_warnings():
        # Pillow warns of large pictures; ours is the limit, known before anything is unpacked.
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=[*MEDIA]) as picture:
                return _bound(_frames(path, picture, settings)), MEDIA.get(picture.format or "", MEDIA["JPEG"])
        except (Image.DecompressionBombError, *FAULTS) as error:
            told = " ".join(str(error).split())[:120]
            raise KitDamaged(path, f"the picture cannot be read ({told or type(error).__name__})", "Scan or export it again.") from error


def _frames(path: Path, picture: Any, settings: Settings) -> Iterator[tuple[bytes, tuple[float, float]]]:
    """Each picture as a JPEG with the size of its page in points, one unpacked at a time."""
    count = 1 if picture.format == SEVERAL else getattr(picture, "n_frames", 1)
    if count > settings.max_pages:
        raise KitTooLarge(path, f"there are {count:,} pictures in it, more than {settings.max_pages:,}")
    room = settings.unpacking.max_bytes
    for number in range(count):
        picture.seek(number)
        width, height = picture.size
        if width * height > settings.scanning.largest_picture:
            raise KitTooLarge(path, f"the picture has {width * height:,} pixels, more than {settings.scanning.largest_picture:,}")
        printed = _jpeg(picture, settings.scanning.most_pixels)
        room -= len(printed[0])
        if room < 0:
            raise KitTooLarge(path, f"its pictures take more than {settings.unpacking.max_bytes:,} bytes")
        yield printed


def _jpeg(picture: Any, most_pixels: int) -> tuple[bytes, tuple[float, float]]:
    from PIL import ImageOps

    dots = picture.info.get("dpi")
    upright = _on_paper(ImageOps.exif_transpose(picture))
    size = _points(upright.size, float(max(dots)) if dots else 0.0)
    share = (most_pixels / (upright.width * upright.height)) ** 0.5
    if share < 1:
        upright.thumbnail((max(1, int(upright.width * share)), max(1, int(upright.height * share))))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=QUALITY)
    return out.getvalue(), size


def _on_paper(picture: Any) -> Any:
    """In colour or grey; what is transparent lies on white."""
    from PIL import Image

    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    if picture.mode.startswith("I"):
        # Sixteen bits a pixel: Pillow would cut off what is brighter than 255.
        return picture.point(lambda shade: shade / 256).convert("L")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")


def _points(size: tuple[int, int], dots: float) -> tuple[float, float]:
    longer = max(size)
    points = longer / dots * POINTS if dots > 1 else 0.0
    scale = (points if SHORTEST <= points <= LONGEST else LONG_SIDE) / longer
    return size[0] * scale, size[1] * scale


def _bound(pages: Iterator[tuple[bytes, tuple[float, float]]]) -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    try:
        for data, (width, height) in pages:
            page, picture = pdf.new_page(width, height), pypdfium2.PdfImage.new(pdf)
            picture.load_jpeg(io.BytesIO(data), inline=True)
            picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
            page.insert_obj(picture)
            page.gen_content()
            page.close()
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()
    finally:
        pdf.close()
