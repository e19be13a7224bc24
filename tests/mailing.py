"""Mails and archives of fictional kits, made as programs make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

KIT = "THE LATE FERRY\n\nSYNOPSIS\nA ferry is late. Nobody waits.\n\nCREW\nEditor - IDA MOOR\nSound - OLE GRAU\nMusic - ANA POE\n"
LETTER = "Dear all,\n\nplease find our press kit attached.\n\nIda Moor\n"


def mail(text: str = LETTER, attached: Mapping[str, bytes] | None = None, *, html: str = "") -> EmailMessage:
    """A mail of Ida Moor's."""
    made = EmailMessage()
    made["From"] = "Ida Moor <ida@pier.example>"
    made["To"] = "Ole Grau <ole@pier.example>"
    made["Subject"] = "The Late Ferry – Pressemappe"
    made["Date"] = "Mon, 02 Mar 2026 10:15:00 +0100"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    for name, data in (attached or {}).items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def saved(folder: Path, data: bytes | EmailMessage, name: str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return path
