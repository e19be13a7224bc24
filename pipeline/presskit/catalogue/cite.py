"""Where a fact comes from, as the FIAF manual asks: a press kit is a secondary source, named with page and quoted words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection

from presskit.catalogue.corrections import BY_HAND
from presskit.catalogue.lookup import Film
from presskit.catalogue.pointers import inside, parts_of, value_at
from presskit.catalogue.store import record_of
from presskit.errors import NotInCatalogue
from presskit.record import Extraction

SOURCE = "Secondary source"
"""FIAF: what accompanies a film or is published about it, press kits among it; the film itself and its makers are the primary one."""
TEXTS = frozenset({"synopses", "statements", "biographies", "press_quotes", "interviews", "sections"})
"""What the manual wants quoted word for word and cited when it is used."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One fact as one kit states it; `corrected` tells who put another value than the machine's, `verbatim` that it is a text."""

    pointer: str
    value: Any
    kit: str
    file: str
    pages: tuple[int, ...]
    quotes: tuple[str, ...]
    verbatim: bool
    corrected: str | None

    @property
    def note(self) -> str:
        """The note for a catalogue record."""
        pages = f", p. {', '.join(map(str, self.pages))}" if self.pages else ""
        words = " […] ".join(self.quotes)
        told = f": “{words}”" if words else ", without words of the kit"
        return f"{SOURCE}: press kit “{self.file}” (SHA-256 {self.kit[:12]}){pages}{told}" + self._by_hand()

    def _by_hand(self) -> str:
        return f". Value set by hand ({self.corrected})." if self.corrected else "."


def cite(connection: Connection, film: Film, field: str | None = None) -> list[Citation]:
    """Citations of a film's facts, kit by kit: of all facts of the film, or of one field or place in the record.

    Raises NotInCatalogue where no kit states such a thing.
    """
    records = [record_of(connection, kit) for kit, _ in film.kits]
    found = [citation for record in records for citation in _citations(record, _pointer(field))]
    if field is not None and not found:
        raise NotInCatalogue(field, "No kit of this film states it", f"There is {', '.join(_near(records, field))}.")
    return found


def _pointer(field: str | None) -> str:
    """A fact of the film by its bare name; everything else by its place."""
    if field is None:
        return "/film"
    return field.rstrip("/") if field.startswith("/") else f"/film/{field}"


def _near(records: list[Extraction], field: str) -> list[str]:
    fields = sorted({parts_of(at)[1] for record in records for at in record.evidence if at.startswith("/film/")})
    lists = sorted({f"/{parts_of(at)[0]}" for record in records for at in record.evidence} - {"/film"})
    return get_close_matches(field, [*fields, *lists], 3) or [*fields, *lists]


def _citations(record: Extraction, pointer: str) -> Iterator[Citation]:
    kit = record.kit.model_dump(mode="json")
    for at, found in record.evidence.items():
        if not inside(at, pointer) and not inside(pointer, at):
            continue
        yield Citation(
            at,
            value_at(kit, at),
            record.source.sha256,
            record.source.name,
            tuple(dict.fromkeys(span.page for span in found.spans)),
            tuple(" ".join(span.quote.split()) for span in found.spans),
            parts_of(at)[0] in TEXTS,
            found.why if found.found_by == BY_HAND else None,
        )


def shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
