"""What a file is, by what it holds: names lie (a Rich Text file called .doc), and some kinds are refused with advice."""

from __future__ import annotations

import re
from pathlib import Path

from presskit.errors import KitDamaged, KitEncrypted, UnknownFormat
from presskit.model import Document
from presskit.parcels import Archive
from presskit.readers.file import read_bytes
from presskit.settings import Settings

PDF, ZIP, OLE, RTF = b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
PICTURES = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg", b"II*\0": ".tif", b"MM\0*": ".tif"}
HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s+html|html)\b", re.IGNORECASE)
HEAD = 1024
ENCRYPTED, OLD_WORD, OUTLOOK = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"), "__nameid".encode("utf-16-le"))
"""Names of the streams in files of the older Office, by which their kinds are told."""
ADVICE = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx or PDF.",
    ".pages": "Open it in Pages and export it as Word or PDF.",
    ".msg": "Open it in Outlook and save it as .eml, or save its attachments.",
}
NAMES = {".doc": "an old Word file (.doc)", ".pages": "a file of Apple's Pages", ".msg": "a mail as Outlook keeps it (.msg)"}


def kind_of(path: Path, data: bytes, settings: Settings) -> str:
    """The suffix that says what the file is: its own, unless its content says otherwise."""
    own = path.suffix.lower()
    if data[:HEAD].lstrip().startswith(PDF):
        return ".pdf"
    if data.startswith(RTF):
        return ".rtf"
    if data.startswith(OLE):
        return ".msg" if OUTLOOK in data and OLD_WORD not in data else ".doc"
    if picture := next((kind for mark, kind in PICTURES.items() if data.startswith(mark)), ""):
        return picture
    if data.startswith(ZIP):
        return _zipped(path, data, settings) or own
    return ".html" if own in (".doc", ".docx") and HTML.match(data) else own


def _zipped(path: Path, data: bytes, settings: Settings) -> str:
    """Which of the kinds that are ZIP files inside; "" where it cannot be told."""
    try:
        names = Archive(path, data, settings.unpacking).names
    except (KitDamaged, KitEncrypted):
        return ""
    if any(re.fullmatch(r"word/document\d{0,3}\.xml", name) for name in names):
        return ".docx"
    if "content.xml" in names and "mimetype" in names:
        return ".odt"
    if any(re.fullmatch(r"(?:.*/)?Index/Document\.iwa|index\.apxl|Index\.zip|buildVersionHistory\.plist", name) for name in names):
        return ".pages"
    return ""


def refuse(path: Path, settings: Settings) -> Document:
    """Raises KitEncrypted or UnknownFormat, with what to do about it."""
    data = read_bytes(path, settings)
    if data.startswith(OLE) and ENCRYPTED in data:
        raise KitEncrypted(path)
    kind = kind_of(path, data, settings)
    raise UnknownFormat(path, f"the file is {NAMES.get(kind, f'called {kind} and none')}, which is not read", ADVICE.get(kind, ""))
