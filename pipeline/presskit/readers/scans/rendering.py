"""A page of a PDF as a grey picture, at the resolution that reading needs; and how much ink is on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pypdfium2

POINTS = 72.0
SHARPNESS = 300.0
"""Dots per inch that Tesseract is trained on; it reads 10 point type best at this size."""
SHARPEST = 400.0
"""A scan made finer than this is rendered at this: more dots only cost time."""
LOOK = 36.0
"""Dots per inch that tell ink from paper."""
SAME_SHADE, OTHER_SHADE = 16, 48
"""Of 256 shades of grey: as far from the paper's is still paper; from here on is ink."""
LEAST_INK = 0.0005
LEAST_PAPER = 0.5
LIGHT = 128


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows from afar, as shares of its area: `paper` is its commonest shade, `ink` what stands out from it."""

    paper: float
    ink: float
    light: bool

    @property
    def blank(self) -> bool:
        return self.ink < LEAST_INK

    @property
    def printed(self) -> bool:
        """Whether it may be a page of text: dark on a light ground. A photograph has no ground to speak of."""
        return self.light and self.paper >= LEAST_PAPER and not self.blank


def look_of(page: pypdfium2.PdfPage) -> Look:
    shades = page.render(scale=LOOK / POINTS, grayscale=True).to_pil().histogram()
    whole = sum(shades) or 1
    paper = max(range(len(shades)), key=shades.__getitem__)
    near = sum(shades[max(0, paper - SAME_SHADE) : paper + SAME_SHADE + 1])
    far = sum(shades[: max(0, paper - OTHER_SHADE)]) + sum(shades[paper + OTHER_SHADE + 1 :])
    return Look(near / whole, far / whole, paper >= LIGHT)


def picture_of(page: pypdfium2.PdfPage, scale: float, turn: int = 0) -> Any:
    """The page in grey, for Pillow; `turn` is in degrees, clockwise."""
    return page.render(scale=scale, grayscale=True, rotation=turn).to_pil()


def scale_of(page: pypdfium2.PdfPage, most_pixels: int) -> float:
    """Dots per point: as fine as type needs or as the scan is, within the limit whatever the size of the page."""
    width, height = page.get_size()
    dots = min(max(SHARPNESS, _fineness(page, width)), SHARPEST) / POINTS
    return float(min(dots, (most_pixels / max(1.0, width * height)) ** 0.5))


def _fineness(page: pypdfium2.PdfPage, width: float) -> float:
    """Dots per inch of the finest picture that is as wide as half the page."""
    found = 0.0
    for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, _, right, _ = item.get_bounds()
        if right - left >= width / 2:
            found = max(found, item.get_px_size()[0] / (right - left) * POINTS)
    return found
