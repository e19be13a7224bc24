"""Tesseract as it is installed: its languages, the words of a picture with how sure it is, which way up a page stands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

os.environ.setdefault("OMP_THREAD_LIMIT", "1")
# Each of several workers reads with one thread, or they would stand in each other's way; Tesseract reads this when it starts.

CODES: Mapping[str, str] = {
    "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "ca": "cat", "gl": "glg", "eu": "eus",
    "sv": "swe", "da": "dan", "no": "nor", "fi": "fin", "pl": "pol", "cs": "ces", "sk": "slk", "hu": "hun", "ro": "ron", "hr": "hrv",
    "sl": "slv", "tr": "tur", "et": "est", "lt": "lit", "lv": "lav", "sq": "sqi", "id": "ind", "vi": "vie", "ga": "gle", "cy": "cym",
    "br": "bre", "is": "isl", "ru": "rus", "uk": "ukr", "bg": "bul", "sr": "srp", "mk": "mkd", "fa": "fas", "ar": "ara", "el": "ell",
    "he": "heb", "ja": "jpn", "ko": "kor", "zh": "chi_sim",
}  # fmt: skip
"""Tesseract's names of languages by ISO 639-1."""
OSD = "osd"
FIRST = ("eng", "fra", "deu", "spa", "ita", "por")
"""Which language a page is read in first; any with Latin letters shows well enough which one it is."""
LEAST_TURN = 1.0
"""How sure the orientation must be, in Tesseract's own measure."""


class TookTooLong(Exception):
    """Tesseract was stopped at the time limit."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in pixels of the picture; `sure` from 0 to 1; words of one line of Tesseract's have the same `line`."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    sure: float
    line: tuple[int, int, int]


@cache
def languages() -> frozenset[str]:
    """What Tesseract has data for; nothing where it is not installed."""
    import pytesseract

    try:
        return frozenset(pytesseract.get_languages(config=""))
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, OSError):
        return frozenset()


def first_language() -> str | None:
    """None where no page can be read at all."""
    known = languages() - {OSD}
    return next((code for code in FIRST if code in known), min(known, default=None))


def seen(picture: Any, language: str, dots: float, seconds: float) -> list[Seen]:
    """The words of a picture of so many dots per inch. Raises TookTooLong."""
    import pytesseract

    how = f"--psm 3 --dpi {round(dots)}"
    try:
        found = pytesseract.image_to_data(picture, lang=language, config=how, timeout=seconds, output_type=pytesseract.Output.DICT)
    except pytesseract.TesseractError:
        return []
    except RuntimeError as error:
        raise TookTooLong from error
    return list(_seen(found))


def _seen(found: Mapping[str, Sequence[Any]]) -> Iterator[Seen]:
    for at, text in enumerate(found["text"]):
        sure = float(found["conf"][at]) / 100
        if sure < 0 or not str(text).strip():
            continue
        left, top, width, height = (int(found[side][at]) for side in ("left", "top", "width", "height"))
        line = (int(found["block_num"][at]), int(found["par_num"][at]), int(found["line_num"][at]))
        yield Seen(str(text).strip(), left, top, left + width, top + height, sure, line)


def turn_of(picture: Any, seconds: float) -> int:
    """By how many degrees the picture must be turned clockwise to stand upright; 0 where it cannot be told."""
    import pytesseract

    if OSD not in languages():
        return 0
    try:
        found = pytesseract.image_to_osd(picture, timeout=seconds, output_type=pytesseract.Output.DICT)
    except (pytesseract.TesseractError, RuntimeError):
        return 0
    return int(found["rotate"]) if float(found["orientation_conf"]) >= LEAST_TURN else 0
