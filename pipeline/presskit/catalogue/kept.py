"""What is compared of a kit, kept ready in the catalogue: no comparison reads another kit's record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, delete, insert, select

from presskit.catalogue import tables
from presskit.catalogue.correcting import as_corrected
from presskit.catalogue.legible import LONGEST
from presskit.catalogue.lookup import AnyRow
from presskit.catalogue.matching.agents import PersonSignature, people
from presskit.catalogue.matching.match import Match, Outcome
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
    """Store what a kit is compared by."""
    connection.execute(insert(tables.signatures).values(signature_row(kit, film, everybody)))


def signature_row(kit: str, film: FilmSignature, everybody: tuple[PersonSignature, ...]) -> dict[str, object]:
    """What a kit is compared by; names that stand in the kit once, not with each of its people."""
    beside = sorted({key for person in everybody for key in person.beside})
    return {"kit": kit, "film": FILM.dump_json(film).decode(), "beside": BETWEEN.join(beside), "shape": SHAPE}


def told(match: Match) -> dict[str, object] | None:
    """What is kept of a comparison of people: that two are others needs no row unless something says so outright."""
    return None if match.outcome is Outcome.NEW and not match.objected else _row(match)


def told_of_films(match: Match) -> dict[str, object] | None:
    """As `told`, of kits: of two films nothing is kept, or one hand's films would take rows with their square.

    What contradicts a group from inside is compared again (`identify.assign`).
    """
    return None if match.outcome is Outcome.NEW else _row(match)


def _row(match: Match) -> dict[str, object]:
    return {"outcome": match.outcome.value, "score": match.score, "objected": match.objected, "why": match.why}


def sharing(connection: Connection, kit: str, keys: list[str]) -> Iterator[tuple[str, FilmSignature]]:
    """The other kits that share a key with a kit, by digest, and what they are compared by; in one question however many they are."""
    table, blocks = tables.signatures.c, tables.blocks.c
    others = select(blocks.kit).where(blocks.key.in_(keys), blocks.kit != kit)
    asked = select(table.kit, table.film).where(table.kit.in_(others), table.shape >= SHAPE).order_by(table.kit)
    for other, text in connection.execute(asked).all():
        yield other, _film(connection, other, text)


def films_of(connection: Connection, kits: Iterable[str]) -> dict[str, FilmSignature]:
    """What these kits are compared by, each; without those of an earlier shape."""
    table = tables.signatures.c
    asked = select(table.kit, table.film).where(table.kit.in_(sorted(kits)), table.shape >= SHAPE)
    return {kit: _film(connection, kit, text) for kit, text in connection.execute(asked).all()}


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


def is_kept(connection: Connection, kit: str) -> bool:
    """Whether anything of a kit was ever compared and is not withdrawn."""
    table = tables.signatures.c
    return connection.execute(select(table.kit).where(table.kit == kit)).first() is not None


def set_aside(connection: Connection, kit: str) -> None:
    """Like no other, for want of a record that can be read."""
    connection.execute(delete(tables.signatures).where(tables.signatures.c.kit == kit))
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
