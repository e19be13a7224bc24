"""Files spoilt at random: bytes changed, cut, repeated, numbers made huge, names of the format put where they do not belong."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from mailing import zipped

MOST_CHANGES, LONGEST = 8, 60
NUMBER = re.compile(rb"\d+")
WORD = re.compile(rb"[/\\<]?[A-Za-z]{2,}")
NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e308")


def mutant(data: bytes, random: Random) -> bytes:
    """What lies in a ZIP is spoilt as often as the ZIP itself."""
    if zipfile.is_zipfile(io.BytesIO(data)) and random.random() < 0.5:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return zipped({name: _spoilt(archive.read(name), random) for name in archive.namelist()})
    return _spoilt(data, random)


def _spoilt(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, MOST_CHANGES)):
        if not data:
            break
        data = random.choice(CHANGES)(data, random)
    return data


def _piece(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data))
    return start, start + random.randint(1, LONGEST)


def _cut(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:start] + data[end:]


def _repeated(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    return data[:start] + data[start:end] * random.choice((2, 3, 50, 2000)) + data[end:]


def _changed(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    end = min(end, start + random.randint(1, LONGEST))
    return data[:start] + random.randbytes(end - start) + data[end:]


def _moved(data: bytes, random: Random) -> bytes:
    start, end = _piece(data, random)
    at = random.randrange(len(data))
    return data[:at] + data[start:end] + data[at:]


def _ended(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) // 2, len(data))]


def _other_number(data: bytes, random: Random) -> bytes:
    return _replaced(data, random, NUMBER, lambda: random.choice(NUMBERS))


def _other_word(data: bytes, random: Random) -> bytes:
    return _replaced(data, random, WORD, lambda: random.choice(WORD.findall(data)))


def _replaced(data: bytes, random: Random, pattern: re.Pattern[bytes], other: Callable[[], bytes]) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    match = random.choice(found)
    return data[: match.start()] + other() + data[match.end() :]


CHANGES = (_cut, _repeated, _changed, _moved, _ended, _other_number, _other_word)
