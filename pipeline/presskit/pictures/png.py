"""A picture as PNG: the same drawing in pixels."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from presskit.pictures.drawing import MARGIN, STEP, Frame, Label, Picture
from presskit.pictures.paper import PIXELS
from presskit.pictures.sheet import Rect, Sheet
from presskit.pictures.typed import SIZE
from presskit.serialise import write_bytes

WHITE, INK = "#ffffff", "#1b1b1b"
TINTED = 0.11
"""How much of a section's colour its ground has."""
LABEL_SIZE = 6.8
MONOSPACED = ("DejaVuSansMono.ttf", "LiberationMono-Regular.ttf", "Menlo.ttc", "consola.ttf")
SANS = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")
"""For typed pages and for labels, the first that this machine has; else the library's own, which is for Latin letters only."""
BOLDER = 0.5
"""Points of a section's label's outline."""
HALO = 1.0

Point = tuple[float, float]


def write_png(path: Path, drawn: Picture) -> None:
    """Raises NotWritable."""
    held = io.BytesIO()
    image(drawn).save(held, "PNG", optimize=True)
    write_bytes(path, held.getvalue())


def image(drawn: Picture) -> Image.Image:
    """The sheet with its margins, two pixels to a point."""
    sheet = drawn.sheet
    canvas = Image.new("RGB", (_px(sheet.width + 2 * MARGIN), _px(drawn.height)), WHITE)
    if sheet.image:
        canvas.paste(sheet.image, (_px(MARGIN), 0))
    for tint in drawn.tints:
        _tint(canvas, tint.rect, tint.family.colour)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle(_box(Rect(0, 0, sheet.width, sheet.height)), outline="#d0d0d0")
    _type(draw, sheet)
    for label in drawn.labels:
        _label(draw, sheet, label)
    for frame in drawn.layered:
        _frame(draw, frame)
    return canvas


def _px(length: float) -> int:
    return round(length * PIXELS)


def _at(x: float, y: float) -> tuple[int, int]:
    return _px(x + MARGIN), _px(y)


def _box(rect: Rect) -> tuple[int, int, int, int]:
    return (*_at(rect.x0, rect.top), *_at(max(rect.x1, rect.x0), max(rect.bottom, rect.top)))


def _tint(canvas: Image.Image, rect: Rect, colour: str) -> None:
    left, top, right, bottom = _box(rect)
    place = (max(left, 0), max(top, 0), min(right, canvas.width), min(bottom, canvas.height))
    if place[0] < place[2] and place[1] < place[3]:
        under = canvas.crop(place)
        canvas.paste(Image.blend(under, Image.new("RGB", under.size, colour), TINTED), place)


def _frame(draw: ImageDraw.ImageDraw, frame: Frame) -> None:
    for rect in frame.rects:
        # White around it, for pages that are dark.
        draw.rectangle(_box(rect.grown(0.5)), outline=WHITE, width=_px(HALO), fill=frame.family.colour if frame.bar else None)
        if not frame.bar:
            _outline(draw, rect, frame)


def _outline(draw: ImageDraw.ImageDraw, rect: Rect, frame: Frame) -> None:
    corners = [(rect.x0, rect.top), (rect.x1, rect.top), (rect.x1, rect.bottom), (rect.x0, rect.bottom), (rect.x0, rect.top)]
    for start, end in pairwise(corners):
        for low, high in _dashes(start, end, frame.sureness.dash):
            draw.line([_at(*low), _at(*high)], fill=frame.family.colour, width=_px(1))


def _dashes(start: Point, end: Point, dash: tuple[float, float] | None) -> Iterator[tuple[Point, Point]]:
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    if dash is None or not length:
        yield start, end
        return
    at = 0.0
    while at < length:
        yield _between(start, end, at / length), _between(start, end, min(at + dash[0], length) / length)
        at += sum(dash)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _label(draw: ImageDraw.ImageDraw, sheet: Sheet, label: Label) -> None:
    x = -4.0 if label.left else sheet.width + 4
    if label.line:
        points: Sequence[Point] = [(x, label.y + STEP / 2), *label.line]
        draw.line([_at(*point) for point in points], fill=_pale(label.family.colour), width=1)
    edge = x - 2 if label.left else x
    draw.rectangle(_box(Rect(edge, label.y + 1.2, edge + 2, label.y + STEP - 1)), fill=label.family.colour)
    place = _at(x - 4 if label.left else x + 4, label.y + STEP - 2.4)
    draw.text(
        place,
        label.text,
        fill=INK,
        font=_face(SANS, LABEL_SIZE),
        anchor="rs" if label.left else "ls",
        stroke_width=BOLDER if label.strong else 0,
    )


def _pale(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * 0.6 + 255 * 0.4):02x}" for part in parts)


def _type(draw: ImageDraw.ImageDraw, sheet: Sheet) -> None:
    """Typed words sign by sign, each in its cell; from right to left as the library can."""
    font = _face(MONOSPACED, SIZE)
    for word in sheet.words:
        if word.leftwards:
            draw.text(_at(word.x + word.width, word.baseline), word.text, fill=INK, font=font, anchor="rs")
            continue
        step = word.width / len(word.text)
        for at, sign in enumerate(word.text):
            draw.text(_at(word.x + at * step, word.baseline), sign, fill=INK, font=font, anchor="ls")


@cache
def _face(names: tuple[str, ...], size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name in names:
        try:
            return ImageFont.truetype(name, size * PIXELS)
        except OSError:
            continue
    return ImageFont.load_default(size * PIXELS)
