"""What is compared of a kit, kept ready in the catalogue: no comparison reads another kit's record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, insert, select

from presskit.catalogue import tables
from presskit.catalogue.correcting import as_corrected
from presskit.catalogue.matching.agents import PersonSignature
from presskit.catalogue.matching.signatures import FilmSignature, signature
from presskit.record import Extraction, PressKit

FILM = TypeAdapter(FilmSignature)
PERSON = TypeAdapter(PersonSignature)
BETWEEN = "\n"
ID = 20
"""Signs of a digest that name a person."""


def keep(connection: Connection, kit: str, film: FilmSignature, everybody: tuple[PersonSignature, ...]) -> None:
    """Store what a kit is compared by; names that stand in the kit once, not with each of its people."""
    beside = sorted({key for person in everybody for key in person.beside})
    row = {"kit": kit, "film": FILM.dump_json(film).decode(), "beside": BETWEEN.join(beside)}
    connection.execute(delete(tables.signatures).where(tables.signatures.c.kit == kit))
    connection.execute(insert(tables.signatures).values(row))


def film_of(connection: Connection, kit: str) -> FilmSignature:
    """What a kit's film is compared by; from the kit's record where an earlier version kept it otherwise, or not at all."""
    text = connection.execute(select(tables.signatures.c.film).where(tables.signatures.c.kit == kit)).scalar_one_or_none()
    return _read(connection, kit, text or "")


def _read(connection: Connection, kit: str, text: str) -> FilmSignature:
    try:
        return FILM.validate_json(text)
    except ValidationError:
        return signature(_record(connection, kit))


def person_row(kit: str, person: PersonSignature) -> dict[str, object]:
    """A person as the table has it, without what all people of the kit have in common."""
    alone = replace(person, film=(), year=0, beside=())
    told = {"name": person.name.text, "signature": PERSON.dump_json(alone).decode()}
    return {"person": person_id(kit, person), "kit": kit, **told}


def person_id(kit: str, person: PersonSignature) -> str:
    """The digest of the kit and of all that tells a name from the others in one kit."""
    name = person.name
    said = "\n".join((kit, name.key, " ".join(name.initials), name.generation, name.plain))
    return hashlib.sha256(said.encode()).hexdigest()[:ID]


def persons_of(connection: Connection, persons: Iterable[str]) -> dict[str, tuple[str, PersonSignature]]:
    """People by their digests, each with the kit."""
    rows = connection.execute(select(tables.persons).where(tables.persons.c.person.in_(sorted(persons)))).all()
    kits = sorted({row.kit for row in rows})
    there = {row.kit: row for row in connection.execute(select(tables.signatures).where(tables.signatures.c.kit.in_(kits)))}
    films = {kit: _read(connection, kit, row.film) for kit, row in there.items()}
    beside = {kit: tuple(row.beside.split(BETWEEN)) if row.beside else () for kit, row in there.items()}
    found: dict[str, tuple[str, PersonSignature]] = {}
    for row in rows:
        alone = PERSON.validate_json(row.signature)
        others = tuple(key for key in beside[row.kit] if key != alone.name.key)
        whole = replace(alone, film=films[row.kit].titles, year=films[row.kit].year, beside=others)
        found[row.person] = (row.kit, whole)
    return found


def _record(connection: Connection, kit: str) -> PressKit:
    stands = select(tables.kits.c.extraction).where(tables.kits.c.kit == kit).scalar_subquery()
    text = connection.execute(select(tables.extractions.c.record).where(tables.extractions.c.extraction == stands)).scalar_one()
    return as_corrected(connection, Extraction.model_validate_json(text)).record.kit
