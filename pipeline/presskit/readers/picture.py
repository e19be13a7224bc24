"""Pictures of pages (PNG, JPEG, TIFF, WebP): read by OCR, as the pages of a scanned PDF are."""

from __future__ import annotations

from pathlib import Path

from presskit.model import Document, Source
from presskit.readers.file import read_bytes
from presskit.readers.pdf import Paper, paged
from presskit.readers.scans.prints import printed_on_pages
from presskit.settings import Settings


def read_picture(path: Path, settings: Settings) -> Document:
    """Raises KitDamaged, KitTooLarge (pixels, pages) and what `read_bytes` raises. Without OCR the record is partial and says so."""
    data = read_bytes(path, settings)
    pdf, media_type = printed_on_pages(path, data, settings)
    return paged(path, Paper(data, pdf, media_type), settings)


def with_pages(path: Path, source: Source, settings: Settings) -> bytes:
    """The bytes of a kit that was read, as something that has pages: of a picture the PDF that it was read as."""
    data = read_bytes(path, settings)
    return printed_on_pages(path, data, settings)[0] if source.media_type.startswith("image/") else data
