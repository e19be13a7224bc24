"""Bytes of a web page become trees: one per page, however many were joined in a file. Nothing is run, fetched or resolved."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree

from presskit.readers.decoding import decoded

Element = Any
"""An lxml element: the library has no types of its own."""

SERVER_CODE = re.compile(r"<\?.*?(?:\?>|\Z)|<%.*?(?:%>|\Z)", re.DOTALL)
"""What a server would have run; a browser never sees it."""
NAMED_ENCODING = re.compile(rb"""<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,30})""", re.IGNORECASE)
HEAD = 4096
"""Bytes in which a page names its encoding."""
DEFAULT_LATIN = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
"""What pages that say so hold in truth is Windows-1252, as browsers know."""
PAGE_START = re.compile(
    r"<!doctype\s+html[^>]{0,300}>(?:\s|<!--.{0,500}?-->){0,20}<html\b|<html\b|<!doctype\s+html", re.IGNORECASE | re.DOTALL
)


def pages(path: Path, data: bytes) -> Iterator[Element]:
    """The root of every page of the file. Raises UnknownFormat for binary data."""
    text = SERVER_CODE.sub(" ", html_text(path, data))
    for part in _parts(text):
        # Text as bytes: a declaration of an encoding that is no longer true would be believed.
        root = etree.fromstring(part.encode("utf-8", errors="replace"), _parser())
        if root is not None:
            yield root


def _parser() -> Any:
    return etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)


def html_text(path: Path, data: bytes) -> str:
    """Decoded as the page says, where that is true; else as any text."""
    named = NAMED_ENCODING.search(data[:HEAD])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        encoding = named.group(1).decode("ascii", errors="replace").lower()
        try:
            return data.decode("cp1252" if encoding in DEFAULT_LATIN else encoding)
        except (LookupError, UnicodeError):
            pass
    return decoded(path, data)


def _parts(text: str) -> Iterator[str]:
    """Several pages saved one after the other are cut apart; what stands before the first belongs to it."""
    starts = [match.start() for match in PAGE_START.finditer(text)]
    edges = [0, *starts[1:], len(text)]
    for low, high in pairwise(edges):
        if text[low:high].strip():
            yield text[low:high]
