"""Streams of a PDF that unpack to more than any page needs, found before a library is given the file and unpacks them whole."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from presskit.errors import KitUnsafe

STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78])")
PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
PICTURE = re.compile(rb"/Subtype\s*/Image")
BEFORE = 400
"""Bytes before a stream in which its dictionary is looked at."""
RATIO = 1032
"""Deflate packs no closer: shorter streams cannot reach the limit, unless they are packed more than once."""
CHUNK = 1 << 20
LAYERS = 4


def refuse_swollen(path: Path, data: bytes, most: int) -> None:
    """Raises KitUnsafe where a stream unpacks to more than `most` bytes. Pictures are left out: nothing here unpacks them."""
    for match in STREAM.finditer(data):
        about = data[max(0, match.start() - BEFORE) : match.start()].rpartition(b"obj")[2]
        layers = min(LAYERS, len(PACKED.findall(about)))
        end = data.find(b"endstream", match.end())
        packed = data[match.end() : end if end > 0 else len(data)]
        if layers and not PICTURE.search(about) and len(packed) * RATIO**layers > most and _swells(packed, layers, most):
            raise KitUnsafe(path, f"a stream of the PDF unpacks to more than {most:,} bytes, as only a decompression bomb does")


def _swells(packed: bytes, layers: int, most: int) -> bool:
    for _ in range(layers):
        found = bytearray()
        for piece in _unpacked(packed):
            found += piece
            if len(found) > most:
                return True
        packed = bytes(found)
    return False


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """In pieces; what is damaged ends early, as it does in the libraries."""
    machine = zlib.decompressobj()
    try:
        while packed and not machine.eof:
            yield machine.decompress(packed, CHUNK)
            packed = machine.unconsumed_tail
    except zlib.error:
        return
