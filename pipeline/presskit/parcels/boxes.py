"""Mailboxes: one mail after the other in one file (mbox)."""

from __future__ import annotations

import re
from pathlib import Path

from presskit.errors import KitDamaged, KitTooLarge
from presskit.settings import Unpacking

START = re.compile(rb"(?:\A|\n\r?\n)(?=From [^\n]{0,300}\n)")
ENVELOPE = re.compile(rb"From [^\n]{0,300}\n")
QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


class Mailbox:
    """An opened mailbox. Its files are its mails, by number."""

    def __init__(self, path: Path, data: bytes, limits: Unpacking) -> None:
        """Raises KitDamaged, KitTooLarge (too many mails)."""
        starts = [match.end() for match in START.finditer(data)]
        if not starts:
            raise KitDamaged(path, "the file does not begin like a mailbox")
        if len(starts) > limits.max_parts:
            raise KitTooLarge(path, f"the mailbox holds {len(starts):,} mails, more than {limits.max_parts:,}")
        self._path, self._data = path, data
        self._spans = {f"mail-{number:04}.eml": span for number, span in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1)}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._spans)

    def read(self, name: str, most: int) -> bytes:
        """Raises KitTooLarge."""
        low, high = self._spans[name]
        if high - low > most:
            raise KitTooLarge(self._path, f"{name} has more than {most:,} bytes")
        return QUOTED.sub(rb"\1", ENVELOPE.sub(b"", self._data[low:high], count=1))
