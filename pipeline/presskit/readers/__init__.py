"""1 A file becomes a Document: a reader per format, chosen by what the file is called and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from presskit.errors import UnknownFormat
from presskit.model import Document
from presskit.readers.file import read_bytes
from presskit.readers.pdf import read_pdf
from presskit.readers.text import read_text
from presskit.readers.web import read_html
from presskit.settings import Settings

Reader = Callable[[Path, Settings], Document]

READERS: Mapping[str, Reader] = {
    ".pdf": read_pdf,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}


def read(path: Path, settings: Settings) -> Document:
    """Raises a PresskitError where the file cannot be read; a PDF without text is read, and says so in its issues."""
    data = read_bytes(path, settings)
    if data[:1024].lstrip().startswith(b"%PDF"):
        return read_pdf(path, settings)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnknownFormat(path, f"files of the kind {path.suffix or 'without an ending'} are not read")
    return reader(path, settings)


__all__ = ["READERS", "read"]
