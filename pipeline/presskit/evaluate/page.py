"""One self-contained HTML page: the sums on top, then each differing kit, before on the left and after on the right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from presskit.errors import PresskitError
from presskit.evaluate.changes import Change, FieldChanges, KitChanges
from presskit.evaluate.contrast import Side, Stretch, contrast
from presskit.evaluate.tally import Tally
from presskit.serialise import write_pieces

KITS_SHOWN = 500
VALUES_SHOWN = 100
"""Values of one field of one kit, and kits, on a page that a browser still opens gladly."""
IN_MEMORY = 1 << 22
"""Bytes of the kits' part that are held before it goes to a temporary file."""
CHUNK = 1 << 16
LONG = 600
"""Characters from which a value gets the whole width of a column and scrolls."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change as the page shows it. A side that is empty had no such value."""

    label: str
    before: Side
    after: Side

    @property
    def long(self) -> bool:
        return sum(len(stretch.text) for stretch in (*self.before, *self.after)) > LONG


@dataclass(frozen=True, slots=True)
class About:
    """What the page compares, and what could not be: names of kits in one folder only, and files that are no records."""

    before: str
    after: str
    only_before: Sequence[str] = ()
    only_after: Sequence[str] = ()
    refused: Sequence[PresskitError] = ()


@dataclass(slots=True)
class Page:
    """Takes one kit after the other; what it has of them waits in a file, so that the sums can stand above."""

    show_all: bool = False
    shown: int = 0
    left_out: int = 0
    _kits: IO[str] = field(default_factory=lambda: SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="\n"))  # noqa: SIM115

    def add(self, kit: KitChanges) -> None:
        if not kit.differing:
            return
        if self.shown >= KITS_SHOWN and not self.show_all:
            self.left_out += 1
            return
        self.shown += 1
        fields = ((found, self._rows(found)) for found in kit.differing)
        self._kits.writelines(_template("kit.html").generate(kit=kit, fields=fields, number=self.shown))

    def write(self, path: Path, tally: Tally, about: About) -> None:
        """Raises NotWritable."""
        with self._kits:
            made = _template("page.html").generate(tally=tally, about=about, kits=self._chunks(), left_out=self.left_out)
            write_pieces(path, made)

    def _rows(self, found: FieldChanges) -> Iterator[Row]:
        limit = None if self.show_all else VALUES_SHOWN
        return map(_row, islice(found.changes, limit))

    def _chunks(self) -> Iterator[Markup]:
        """Escaped when the kits were added."""
        self._kits.seek(0)
        while chunk := self._kits.read(CHUNK):
            yield Markup(chunk)


def _row(change: Change) -> Row:
    if change.before is None or change.after is None:
        return Row(change.label, _whole(change.before), _whole(change.after))
    return Row(change.label, *contrast(change.before, change.after))


def _whole(text: str | None) -> Side:
    return (Stretch(text, alone=True),) if text is not None else ()


@cache
def _template(name: str) -> Template:
    """Everything is escaped; a name that the template misspells is an error rather than a blank."""
    templates = Environment(
        loader=PackageLoader("presskit.evaluate"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return templates.get_template(name)
