"""News in an inbox: told by the operating system for a folder, asked for now and then elsewhere."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from presskit.batch.places import Place

EVERY = 30.0
"""Seconds between two looks at an inbox that cannot tell of changes."""
GATHERED = 500
"""Milliseconds for which changes are gathered before they are told."""


@dataclass(slots=True)
class Told:
    """A folder of this machine; the operating system tells of changes."""

    changed: threading.Event = field(default_factory=threading.Event)

    def any(self) -> bool:
        was = self.changed.is_set()
        self.changed.clear()
        return was


@dataclass(slots=True)
class Asked:
    """A place elsewhere: there may always be something new."""

    last: float = field(default_factory=time.monotonic)

    def any(self) -> bool:
        if time.monotonic() - self.last < EVERY:
            return False
        self.last = time.monotonic()
        return True


def watching(inbox: Place, out: Place) -> Told | Asked:
    if not inbox.local:
        return Asked()
    told = Told()
    threading.Thread(target=_listen, args=(inbox.root, out.root if out.local else "", told.changed), daemon=True).start()
    return told


def _listen(folder: str, without: str, changed: threading.Event) -> None:
    from watchfiles import watch

    own = f"{without}/"
    for changes in watch(folder, watch_filter=None, debounce=GATHERED, raise_interrupt=False):
        if any(not path.startswith(own) for _, path in changes):
            changed.set()
