"""The rows of one kit as if it were alone in a catalogue, from the code that loads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Table

from presskit.catalogue import facts, tables
from presskit.catalogue.agents import PERSON, whose
from presskit.catalogue.bodies import BODY, body_id
from presskit.catalogue.facts import Facts
from presskit.catalogue.identify import ID, LONGEST_KEY
from presskit.catalogue.kept import person_id, person_row, signature_row
from presskit.catalogue.matching.agents import PersonSignature, people
from presskit.catalogue.matching.blocking import blocks
from presskit.catalogue.matching.names import name_of
from presskit.catalogue.matching.namesakes import person_blocks
from presskit.catalogue.matching.signatures import FilmSignature, signature
from presskit.catalogue.passages import passages_of
from presskit.catalogue.rows import Row, rows_of
from presskit.catalogue.store import Kept, digest_of, kit_row, record_row
from presskit.record import Extraction
from presskit.serialise import to_json

RUN = "bench"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom a kit names, and the keys under which they are compared."""

    person: str
    signature: PersonSignature
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """What is compared of a kit, and under which keys."""

    kit: str
    film: FilmSignature
    keys: tuple[str, ...]
    people: tuple[Person, ...]


def kit_of(extraction: Extraction) -> Kit:
    kit, film = extraction.source.sha256, signature(extraction.kit)
    everybody = [Person(person_id(kit, person), person, person_blocks(person)) for person in people(extraction.kit)]
    return Kit(kit, film, tuple(sorted({key[:LONGEST_KEY] for key in blocks(film)})), tuple(everybody))


def laid_out(extraction: Extraction, kit: Kit) -> Mapping[Table, Iterable[Row]]:
    """A work of its own, and each person an agent. Companies have no rows yet: what is counted of them is not one kit's."""
    text = to_json(extraction)
    digest = digest_of(text.encode())
    rows = dict(rows_of(extraction))
    rows[tables.agent_names] = list(_names(rows[tables.agent_names], kit))
    said = _said(rows, kit)
    return {
        tables.kits: [kit_row(extraction, digest) | {"work": kit.kit[:ID]}],
        tables.extractions: [record_row(extraction, Kept(digest, text)) | {"run": RUN, "loaded": 1.0}],
        tables.works: [_work(extraction, rows[tables.manifestations][0])],
        tables.signatures: [signature_row(kit.kit, kit.film, tuple(person.signature for person in kit.people))],
        tables.blocks: [{"key": key, "kit": kit.kit} for key in kit.keys],
        tables.persons: [person_row(kit.kit, person.signature) | {"agent": person.person} for person in kit.people],
        tables.person_blocks: [{"key": key, "person": person.person} for person in kit.people for key in person.keys],
        tables.agent_facts: facts.fact_rows(said),
        tables.agents: agent_rows(PERSON, said),
        tables.passages: list(passages_of(extraction)),
        **rows,
    }


def _names(rows: Iterable[Row], kit: Kit) -> Iterator[Row]:
    known = {person.person: person.signature.name for person in kit.people}
    for row in rows:
        name = str(row["name"])
        person = whose(name_of(name), known) if row["kind"] == PERSON else None
        yield row | {"person": person, "agent": body_id(name) if row["kind"] == BODY else person}


def _said(rows: Mapping[Table, list[Row]], kit: Kit) -> Facts:
    """What the kit tells of its people."""
    said: Facts = Counter((person.person, facts.FULLEST, person.signature.name.text) for person in kit.people)
    whose_name = {row["name"]: str(row["person"]) for row in rows[tables.agent_names] if row["person"]}
    said.update((person, facts.NAME, str(name)) for name, person in whose_name.items())
    for row in rows[tables.births]:
        person = whose_name[row["person"]]
        said.update((person, fact, str(row[fact])) for fact in (facts.BORN, facts.BIRTHPLACE) if row[fact])
    return said


def named_bodies(rows: Iterable[Row]) -> Facts:
    """What a kit calls its companies."""
    return Counter((str(row["agent"]), facts.NAME, str(row["name"])) for row in rows if row["kind"] == BODY)


def agent_rows(kind: str, said: Facts) -> list[Row]:
    counted: dict[str, dict[str, Counter[str]]] = {}
    for (agent, fact, value), kits in said.items():
        counted.setdefault(agent, {}).setdefault(fact, Counter())[value] = kits
    return [{"kind": kind, "settled": True, **facts.agent_row(agent, told)} for agent, told in counted.items()]


def _work(extraction: Extraction, film: Row) -> Row:
    told = {fact: film[fact] or None for fact in ("year", "runtime_minutes", "directors")}
    return {"work": extraction.source.sha256[:ID], "title": film["title"] or extraction.source.name, "kits": 1, **told}
