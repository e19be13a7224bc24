"""Personal contact data out of a catalogue for good: out of tables, index, decisions and kept records, and not in again with later ones."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from presskit.catalogue import tables
from presskit.catalogue.anchors import anchor_from
from presskit.catalogue.correcting import CORRECT, as_corrected
from presskit.catalogue.pointers import inside
from presskit.catalogue.reading import kept_record
from presskit.database import clock
from presskit.errors import RecordInvalid
from presskit.record import Extraction, PressKit
from presskit.serialise import to_json

FORGET = "forget"
CONTACTS = "/contacts"
REMOVED = "[removed]"
SHORTEST = 5
"""Signs from which a string is told from what stands elsewhere by chance."""
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SECTION = re.compile(r"/sections/(\d+)(?:/text|/kind)?$")


def is_forgotten(connection: Connection, kit: str) -> bool:
    table = tables.decisions.c
    return connection.execute(select(table.decision).where(table.one == kit, table.kind == FORGET).limit(1)).first() is not None


def secrets_of(records: Iterable[Extraction]) -> tuple[str, ...]:
    """E-mail addresses and telephone numbers of a kit's contacts, as printed, the longest first."""
    contacts = [contact for record in records for contact in record.kit.contacts]
    found = {text for contact in contacts for text in (*contact.emails, *contact.phones) if len(text) >= SHORTEST}
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def without_contacts(record: Extraction, secrets: tuple[str, ...] = (), texts: frozenset[str] = frozenset()) -> Extraction:
    """The record without contacts, without the text of their sections (`texts` are more of them), without their numbers
    wherever else they stand, and without any e-mail address."""
    known = secrets_of([record]) + secrets
    about = {n for n, section in enumerate(record.kit.sections) if section.kind == "contacts" or section.text in texts}
    kept = {at: found for at, found in record.evidence.items() if not inside(at, CONTACTS) and _section(at) not in about}
    issues = [issue for issue in record.issues if not (issue.pointer and inside(issue.pointer, CONTACTS))]
    bare = record.model_copy(update={"kit": _bare(record.kit, about), "evidence": kept, "issues": issues})
    return Extraction.model_validate(_scrubbed(bare.model_dump(mode="json", by_alias=True), known))


def _bare(kit: PressKit, about: set[int]) -> PressKit:
    sections = [section.model_copy(update={"text": ""}) if n in about else section for n, section in enumerate(kit.sections)]
    return kit.model_copy(update={"contacts": [], "sections": sections})


def _section(pointer: str) -> int | None:
    """The section whose words the evidence for this place are; a heading is none of them."""
    found = SECTION.match(pointer)
    return int(found[1]) if found else None


def _scrubbed(value: Any, secrets: tuple[str, ...]) -> Any:
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, REMOVED)
        return EMAIL.sub(REMOVED, value)
    if isinstance(value, list):
        return [_scrubbed(item, secrets) for item in value]
    if isinstance(value, dict):
        return {key: item if key == "source" else _scrubbed(item, secrets) for key, item in value.items()}
    return value


def forget(connection: Connection, kit: str, by: str) -> int:
    """Take the contacts of a kit out of every record kept of it and out of what people said of it; how many records there are.

    The tables are to be set out anew after that.
    """
    table = tables.extractions
    rows = connection.execute(select(table.c.extraction, table.c.record).where(table.c.kit == kit)).all()
    records = {row.extraction: record for row in rows if (record := _readable(row.record, kit))}
    for row in rows:
        if row.extraction not in records:
            # What cannot be read cannot be searched for contacts, and is of no other use either.
            connection.execute(delete(table).where(table.c.extraction == row.extraction))
    # A section may be one of contacts only since a person said so.
    seen = [*records.values(), *(as_corrected(connection, record).record for record in records.values())]
    secrets = secrets_of(seen)
    texts = frozenset(section.text for record in seen for section in record.kit.sections if section.kind == "contacts")
    for extraction, record in records.items():
        kept = to_json(without_contacts(record, secrets, texts))
        connection.execute(update(table).where(table.c.extraction == extraction).values(record=kept))
    _clear_decisions(connection, kit, secrets)
    if not is_forgotten(connection, kit):
        connection.execute(insert(tables.decisions).values(_decision(connection, kit, by)))
    return len(rows)


def _readable(text: str, kit: str) -> Extraction | None:
    try:
        return kept_record(text, kit)
    except RecordInvalid:
        return None


def _decision(connection: Connection, kit: str, by: str) -> dict[str, object]:
    made = clock(connection)
    name = hashlib.sha256(f"{FORGET} {kit} {made!r}".encode()).hexdigest()[:12]
    return {"decision": name, "kind": FORGET, "made": made, "by": by, "one": kit, "other": CONTACTS}


def _clear_decisions(connection: Connection, kit: str, secrets: tuple[str, ...]) -> None:
    """Corrections of contacts stay on record as made, without what they said; no other keeps what stood around its words."""
    table = tables.decisions
    for row in connection.execute(select(table).where(table.c.one == kit, table.c.kind == CORRECT, table.c.anchor.is_not(None))).all():
        about = inside(row.other, CONTACTS) or '"contacts"' in row.value or '\\"contacts\\"' in row.anchor
        anchor = replace(anchor_from(row.anchor), around="").to_text()
        said = (None, None) if about else (_scrubbed_json(row.value, secrets), _scrubbed_json(anchor, secrets))
        connection.execute(update(table).where(table.c.decision == row.decision).values(value=said[0], anchor=said[1]))


def _scrubbed_json(text: str, secrets: tuple[str, ...]) -> str:
    return json.dumps(_scrubbed(json.loads(text), secrets), ensure_ascii=False, sort_keys=True)
