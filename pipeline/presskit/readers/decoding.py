"""Bytes become text, whatever they were encoded in; line ends become one kind."""

from __future__ import annotations

import re
from pathlib import Path

from charset_normalizer import from_bytes

from presskit.errors import UnknownFormat

CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOST_CONTROL = 0.005
"""A text has hardly any control characters; UTF-16 is recognised before this is asked."""
SAMPLE = 200_000
"""Bytes looked at to tell text from binary and to guess an encoding."""
WIDE_MARKS = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks, longest first."""
WIDE_ZEROS = 0.25
"""In UTF-16 without a mark, European text has a zero in nearly every second place."""
WESTERN = frozenset("àâäáãåçéèêëíîïìñóôöòõúûüùÿœæøßÀÂÄÁÃÅÇÉÈÊËÍÎÏÌÑÓÔÖÒÕÚÛÜÙŸŒÆØ")
MOST_WESTERN = 0.95
MOST_TOGETHER = 0.4
"""Cyrillic and Greek read as Windows-1252 are these letters, too, but whole words of them."""
MISPLACED = re.compile(r"(?<=[a-zß-ÿ])[³¹¿¾¼Ÿ](?=[a-zß-ÿ])")
"""Signs inside a word: Polish, Czech or Hungarian letters read as Windows-1252."""
TOGETHER = re.compile(r"[^\x00-\x7f]{3,}")
NOT_ASCII = re.compile(rb"[\x80-\xff]")
LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\u0085|\x0b")


def decoded(path: Path, data: bytes) -> str:
    """UTF-8 where it is valid, UTF-16 where it looks so, else what charset-normalizer finds. Raises UnknownFormat for binary data."""
    wide = _wide(data)
    if wide:
        return LINE_END.sub("\n", data.decode(wide, errors="replace").lstrip("\ufeff"))
    sample = data[:SAMPLE]
    if data.startswith((b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        raise UnknownFormat(
            path, "the file is named like a text but is a word processor's or an archive", "Save it as a PDF or as plain text."
        )
    if len(CONTROL.findall(sample)) > MOST_CONTROL * len(sample):
        raise UnknownFormat(path, "the file is named like a text but holds binary data")
    return LINE_END.sub("\n", _narrow(data))


def _wide(data: bytes) -> str | None:
    """The name of a two- or four-byte encoding."""
    for mark, name in WIDE_MARKS.items():
        if data.startswith(mark):
            return name
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) < 8 or len(data) % 2 or max(even, odd) < WIDE_ZEROS * len(sample) or min(even, odd) > 0.02 * len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data, error):
            return data.decode("utf-8-sig", errors="replace")
    sample = _telling(data)
    if _western(sample):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(sample).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _mostly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """A UTF-8 text cut off in its last letter, or with a letter or two broken, still is one."""
    if error.start >= len(data) - 4 and error.reason.startswith("unexpected end"):
        return True
    text = data[:SAMPLE].decode("utf-8", errors="replace")
    letters = sum(1 for sign in text if sign > "\x7f")
    return text.count("\ufffd") * 10 < letters


def _western(sample: bytes) -> bool:
    """Read as Windows-1252, nearly all letters beyond ASCII are of the kinds Western Europe writes. A guess by frequency alone takes
    French for Baltic."""
    text = sample.decode("cp1252", errors="replace")
    letters = [sign for sign in text if sign > "\x7f" and (sign.isalpha() or sign == "\ufffd")]
    foreign = sum(len(run) for run in TOGETHER.findall(text)) > MOST_TOGETHER * len(letters) or bool(MISPLACED.search(text))
    return bool(letters) and not foreign and sum(sign in WESTERN for sign in letters) >= MOST_WESTERN * len(letters)


def _telling(data: bytes) -> bytes:
    """A stretch around the first byte that is not plain ASCII: the rest says nothing about an encoding."""
    first = NOT_ASCII.search(data)
    low = max(0, (first.start() if first else 0) - SAMPLE // 10)
    return data[low : low + SAMPLE]
