"""One self-contained HTML page: pictures with their boxes, a table of values below each, the issues; nothing is fetched or run."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from PIL.Image import Image

from presskit.pictures.drawing import MARGIN, STEP, Picture, percent
from presskit.pictures.families import FAMILIES, SURENESS, sureness_of
from presskit.record import Extraction
from presskit.serialise import write_pieces

QUALITY = 80
NO_SIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What HTML has no place for; kits hold it where their fonts or their bytes are damaged."""


def write_page(path: Path, extraction: Extraction, drawn: Iterable[Picture]) -> None:
    """Raises NotWritable."""
    chosen = {"families": FAMILIES, "sureness": SURENESS, "margin": MARGIN, "step": STEP}
    made = _environment().get_template("page.html").generate(record=extraction, pictures=drawn, **chosen)
    write_pieces(path, map(_legible, made))


def _legible(text: str) -> str:
    return NO_SIGN.sub("�", text)


def data_uri(image: Image) -> str:
    held = io.BytesIO()
    image.save(held, "WEBP", quality=QUALITY, method=2)
    return "data:image/webp;base64," + base64.b64encode(held.getvalue()).decode("ascii")


def points(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


@cache
def _environment() -> Environment:
    """Everything is escaped; a name that the template misspells is an error rather than a blank."""
    found = Environment(
        loader=PackageLoader("presskit.pictures"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    found.filters |= {"uri": data_uri, "pt": points, "percent": percent, "sureness": sureness_of}
    return found
