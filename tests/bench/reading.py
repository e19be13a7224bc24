"""Pages of PDFs per second: PDFium's words, pdfplumber's, and a whole extraction with either."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from presskit import extract
from presskit.readers import pages as readers
from presskit.readers.glyphs import opened
from presskit.readers.pages import thoroughly
from presskit.readers.quick import Quick

ROUNDS = 3


@dataclass(frozen=True)
class Speed:
    """Of one PDF: its pages, those that PDFium reads, and the least processor seconds for each way through all pages."""

    name: str
    pages: int
    quick: int
    seconds: tuple[float, float, float, float]


def speeds(kits: Sequence[tuple[str, Path]]) -> list[Speed]:
    return [_speed(name, path) for name, path in kits]


def _speed(name: str, path: Path) -> Speed:
    data = path.read_bytes()
    ways: tuple[Callable[[], object], ...] = (
        lambda: _quickly(data),
        lambda: _slowly(data),
        lambda: extract(path),
        lambda: _extracted_slowly(path),
    )
    pages, quick = _quickly(data)
    quickest, slowest, whole, whole_before = (min(_seconds(way) for _ in range(ROUNDS)) for way in ways)
    return Speed(name, pages, quick, (quickest, slowest, whole, whole_before))


def _seconds(way: Callable[[], object]) -> float:
    start = time.process_time()
    way()
    return time.process_time() - start


def _quickly(data: bytes) -> tuple[int, int]:
    with pdfplumber.open(io.BytesIO(data)) as pdf, opened(data) as held:
        quick = Quick(held)
        return len(pdf.pages), sum(not isinstance(quick.read(page), str) for page in pdf.pages)


def _slowly(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            thoroughly(page)
            page.close()


def _extracted_slowly(path: Path) -> None:
    before = readers.opened
    readers.opened = _unreadable  # type: ignore[assignment]
    try:
        extract(path)
    finally:
        readers.opened = before


@contextmanager
def _unreadable(_: bytes) -> Iterator[None]:
    """As if PDFium could not read the file: every page is left to pdfplumber."""
    yield None
