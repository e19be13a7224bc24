"""1 A file becomes a Document: a reader per format, chosen by what the file is called and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from presskit.errors import NoKits, SeveralKits, UnknownFormat
from presskit.model import Document, Provenance
from presskit.parcels import contents, inside
from presskit.readers.file import read_bytes
from presskit.readers.kinds import kind_of, refuse
from presskit.readers.office.docx import read_docx
from presskit.readers.office.odt import read_odt
from presskit.readers.office.rtf import read_rtf
from presskit.readers.pdf import read_pdf
from presskit.readers.picture import read_picture
from presskit.readers.text import read_text
from presskit.readers.web import read_html
from presskit.settings import Settings

Reader = Callable[[Path, Settings], Document]


def read_parcel(path: Path, settings: Settings) -> Document:
    """The one kit in a mail, a mailbox or an archive. Raises NoKits, SeveralKits and what `contents` raises."""
    kits = [name for name in contents(path, settings) if _may_be_kit(name)]
    if not kits:
        raise NoKits(path, "nothing in it is a kit that can be read", "Open it and look what is there.")
    if len(kits) > 1:
        raise SeveralKits(path, f"there are {len(kits):,} kits in it: {', '.join(kits[:5])}{' …' if len(kits) > 5 else ''}")
    return read(path / kits[0], settings)


READERS: Mapping[str, Reader] = {
    ".pdf": read_pdf,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".docx": read_docx,
    ".docm": read_docx,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".png": read_picture,
    ".jpg": read_picture,
    ".jpeg": read_picture,
    ".tif": read_picture,
    ".tiff": read_picture,
    ".webp": read_picture,
    ".eml": read_parcel,
    ".mbox": read_parcel,
    ".zip": read_parcel,
    ".doc": refuse,
    ".pages": refuse,
    ".msg": refuse,
}


def _may_be_kit(name: str) -> bool:
    """Pictures beside a kit are stills and logos."""
    return READERS.get(Path(name).suffix.lower(), read_picture) is not read_picture


def read(path: Path, settings: Settings) -> Document:
    """Raises a PresskitError where the file cannot be read; a PDF without text is read, and says so in its issues."""
    reader = READERS.get(kind_of(path, read_bytes(path, settings), settings))
    if reader is None:
        raise UnknownFormat(path, f"files of the kind {path.suffix or 'without an ending'} are not read")
    document = reader(path, settings)
    held = inside(path, settings)
    if held is None:
        return document
    provenance = Provenance(held.parcel, held.parcel_sha256, held.name, held.sent.sender, held.sent.subject, held.sent.date)
    return replace(document, source=replace(document.source, provenance=provenance))


__all__ = ["READERS", "read"]
