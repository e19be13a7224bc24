"""Plain text and Markdown in any encoding; a form feed ends a page."""

from __future__ import annotations

import re
from pathlib import Path

from charset_normalizer import from_bytes

from presskit.errors import KitEmpty, UnknownFormat
from presskit.model import Document
from presskit.readers.draft import Draft, document
from presskit.readers.file import read_bytes, source_of
from presskit.settings import Settings

BINARY = re.compile(rb"[\x00-\x08\x0e-\x1f]")
MOST_CONTROL = 0.005
"""A text has hardly any control characters; UTF-16 is recognised before this is asked."""
SAMPLE = 200_000
"""Bytes looked at to tell text from binary and to guess an encoding."""
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s?|[*_-]{3,}\s*$)|\*\*|__|(?<!\S)[*_](?=\S)|(?<=\S)[*_](?=[\s.,;:!?)]|$)|(?<=\S)\\$", re.MULTILINE)
LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")


def read_text(path: Path, settings: Settings | None = None) -> Document:
    """Raises KitEmpty, UnknownFormat (binary content) and what `read_bytes` raises."""
    data = read_bytes(path, settings or Settings())
    text = decoded(path, data)
    if not text.strip():
        raise KitEmpty(path)
    markdown = path.suffix.lower() in (".md", ".markdown")
    draft = Draft(_plain(text) if markdown else text)
    return document(draft, source_of(path, data, "text/markdown" if markdown else "text/plain", text.count("\f") + 1))


def decoded(path: Path, data: bytes) -> str:
    """UTF-8 where it is valid, else what charset-normalizer finds in the bytes."""
    if data.startswith(WIDE_MARKS):
        return _lines(data.decode("utf-16", errors="replace"))
    sample = data[:SAMPLE]
    if len(BINARY.findall(sample)) > MOST_CONTROL * len(sample):
        raise UnknownFormat(path, "the file is named like a text but holds binary data")
    try:
        return _lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        best = from_bytes(sample).best()
        return _lines(data.decode(best.encoding if best else "cp1252", errors="replace"))


def _lines(text: str) -> str:
    """One kind of line end; a form feed stands for the end of its line too."""
    return re.sub(r"\r\n?|\u2028|\u2029|\u0085|\x0b", "\n", text)


def _plain(text: str) -> str:
    """Markdown's marks become blanks of the same length, so that offsets stay true; list bullets are kept as printed."""
    text = LINK.sub(lambda match: match.group(1).ljust(len(match.group())), text)
    return MARKDOWN.sub(lambda match: " " * len(match.group()), text)
