"""What is compared of a kit, kept ready in the catalogue: no comparison reads another kit's record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, insert, select

from presskit.catalogue import tables
from presskit.catalogue.correcting import as_corrected
from presskit.catalogue.legible import LONGEST
from presskit.catalogue.lookup import AnyRow
from presskit.catalogue.matching.agents import PersonSignature, people
from presskit.catalogue.matching.signatures import FilmSignature, signature
from presskit.catalogue.reading import kept_record
from presskit.record import PressKit

FILM = TypeAdapter(FilmSignature)
PERSON = TypeAdapter(PersonSignature)
SHAPE = 1
"""Raise it where a signature changes its form, or where kits and people are compared under other keys: a catalogue that keeps
an earlier one sets out its kits anew when it is opened."""
OUTDATED = tables.signatures.c.shape < SHAPE
BETWEEN = "\n"
ID = 20
"""Signs of a digest that name a person."""


def keep(connection: Connection, kit: str, film: FilmSignature, everybody: tuple[PersonSignature, ...]) -> None:
    """Store what a kit is compared by; names that stand in the kit once, not with each of its people."""
    beside = sorted({key for person in everybody for key in person.beside})
    row = {"kit": kit, "film": FILM.dump_json(film).decode(), "beside": BETWEEN.join(beside), "shape": SHAPE}
    connection.execute(delete(tables.signatures).where(tables.signatures.c.kit == kit))
    connection.execute(insert(tables.signatures).values(row))


def film_of(connection: Connection, kit: str) -> FilmSignature:
    """What a kit's film is compared by; from the kit's record where it is kept otherwise, or not at all."""
    text = connection.execute(select(tables.signatures.c.film).where(tables.signatures.c.kit == kit)).scalar_one_or_none()
    return _film(connection, kit, text or "")


def _film(connection: Connection, kit: str, text: str) -> FilmSignature:
    try:
        return FILM.validate_json(text)
    except ValidationError:
        return signature(_record(connection, kit))


def person_of(connection: Connection, row: AnyRow) -> PersonSignature | None:
    """A person by the row that holds them; from the kit's record where it is kept otherwise, None where that names them no more."""
    try:
        return PERSON.validate_json(row.signature)
    except ValidationError:
        named = {person_id(row.kit, person): person for person in people(_record(connection, row.kit))}
        return named.get(row.person)


def outdated(connection: Connection) -> list[str]:
    """The kits whose signatures are of an earlier shape, or that have none yet: compared with nothing till set out anew."""
    return list(connection.execute(select(tables.signatures.c.kit).where(OUTDATED).order_by(tables.signatures.c.kit)).scalars())


def is_outdated(connection: Connection, kit: str) -> bool:
    table = tables.signatures.c
    return connection.execute(select(table.kit).where(table.kit == kit, OUTDATED)).first() is not None


def set_aside(connection: Connection, kit: str) -> None:
    """Like no other, for want of a record that can be read."""
    keep(connection, kit, signature(PressKit()), ())


def person_row(kit: str, person: PersonSignature) -> dict[str, object]:
    """A person as the table has it, without what all people of the kit have in common."""
    alone = replace(person, film=(), year=0, beside=())
    told = {"name": person.name.text[:LONGEST], "signature": PERSON.dump_json(alone).decode()}
    return {"person": person_id(kit, person), "kit": kit, **told}


def person_id(kit: str, person: PersonSignature) -> str:
    """The digest of the kit and of all that tells a name from the others in one kit."""
    name = person.name
    said = "\n".join((kit, name.key, " ".join(name.initials), name.generation, name.plain))
    return hashlib.sha256(said.encode()).hexdigest()[:ID]


def persons_of(connection: Connection, persons: Iterable[str]) -> dict[str, tuple[str, PersonSignature]]:
    """People by their digests, each with the kit; without those whom no record names any more, and those of outdated kits."""
    rows = connection.execute(select(tables.persons).where(tables.persons.c.person.in_(sorted(persons)))).all()
    kits = sorted({row.kit for row in rows})
    there = {row.kit: row for row in connection.execute(select(tables.signatures).where(tables.signatures.c.kit.in_(kits)))}
    films = {kit: _film(connection, kit, row.film) for kit, row in there.items() if row.shape >= SHAPE}
    beside = {kit: tuple(row.beside.split(BETWEEN)) if row.beside else () for kit, row in there.items()}
    found: dict[str, tuple[str, PersonSignature]] = {}
    for row in rows:
        alone = person_of(connection, row) if row.kit in films else None
        if alone is None:
            continue
        others = tuple(key for key in beside[row.kit] if key != alone.name.key)
        whole = replace(alone, film=films[row.kit].titles, year=films[row.kit].year, beside=others)
        found[row.person] = (row.kit, whole)
    return found


def _record(connection: Connection, kit: str) -> PressKit:
    stands = select(tables.kits.c.extraction).where(tables.kits.c.kit == kit).scalar_subquery()
    text = connection.execute(select(tables.extractions.c.record).where(tables.extractions.c.extraction == stands)).scalar_one()
    return as_corrected(connection, kept_record(text, kit)).record.kit
