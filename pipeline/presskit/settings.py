"""The limits and choices of one run: built once by the command line, handed down, recorded in every output."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Unpacking:
    """What may come out of a file that holds others (a ZIP folder, a Word file, a mail, a PDF's streams); what goes beyond is refused.

    `max_bytes` bounds all of it together, `max_xml` one part that is parsed, `max_parts` the number of files at all levels,
    `max_depth` how deep they may lie in each other.
    """

    max_bytes: int = 500_000_000
    max_xml: int = 60_000_000
    max_parts: int = 5_000
    max_depth: int = 10


SAFE = Unpacking()


@dataclass(frozen=True, slots=True)
class Scanning:
    """How pictures of text are read: `ocr` at all, for so many `seconds` per kit, a page rendered with at most `most_pixels`.

    A file that is a picture may have as many as `largest_picture` (A2 at 400 dots per inch has 62 million)."""

    ocr: bool = True
    seconds: int = 240
    most_pixels: int = 25_000_000
    largest_picture: int = 100_000_000


SCANNING = Scanning()


@dataclass(frozen=True, slots=True)
class Settings:
    """`max_bytes` and `max_pages` bound what a reader takes in; `names` switches the spaCy models off for a quick look."""

    max_bytes: int = 200_000_000
    max_pages: int = 5_000
    names: bool = True
    unpacking: Unpacking = SAFE
    scanning: Scanning = SCANNING

    def recorded(self) -> dict[str, bool | int | str]:
        """As a record tells them; of the limits on unpacking and on OCR those that are not the usual ones."""
        told = {key: value for key, value in asdict(self).items() if key not in ("unpacking", "scanning")}
        groups = {"unpacking": (asdict(self.unpacking), asdict(SAFE)), "scanning": (asdict(self.scanning), asdict(SCANNING))}
        return told | {
            f"{name}.{key}": value for name, (chosen, usual) in groups.items() for key, value in chosen.items() if value != usual[key]
        }
