"""An agent as all kits together tell: names, films, roles, characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from presskit.catalogue import tables
from presskit.catalogue.bodies import BODY, body_id
from presskit.catalogue.kept import person_of
from presskit.catalogue.lookup import begins
from presskit.catalogue.matching.names import name_of, same_name
from presskit.catalogue.matching.namesakes import name_keys
from presskit.errors import NotInCatalogue

MOST = 6
"""Namesakes listed."""


@dataclass(frozen=True, slots=True)
class Part:
    """What an agent did for a film, by all its kits."""

    work: str
    title: str
    year: int | None
    roles: tuple[str, ...]
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A printed name, and in how many kits it stands."""

    name: str
    kits: int


@dataclass(frozen=True, slots=True)
class Naming:
    """A kit that names the agent; `person` is what `merge` and `split` take, empty for a company."""

    person: str
    kit: str
    file: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person or company. Films by year, names by the number of their kits."""

    agent: str
    kind: str
    name: str
    born: str | None
    birthplace: str | None
    names: tuple[Form, ...]
    films: tuple[Part, ...]
    kits: tuple[Naming, ...]


def portrait(connection: Connection, agent: str) -> Portrait:
    """Everything that kits say of an agent."""
    row = connection.execute(select(tables.agents).where(tables.agents.c.agent == agent)).one()
    told = (row.agent, row.kind, row.name, row.born, row.birthplace)
    return Portrait(*told, _forms(connection, agent), _films(connection, agent, row.kind), _namings(connection, agent))


def _forms(connection: Connection, agent: str) -> tuple[Form, ...]:
    names = tables.agent_names.c
    counted = select(names.name, func.count(names.kit.distinct())).where(names.agent == agent).group_by(names.name)
    rows = ((str(name), int(kits)) for name, kits in connection.execute(counted))
    return tuple(Form(name, kits) for name, kits in sorted(rows, key=lambda row: (-row[1], row[0])))


def _namings(connection: Connection, agent: str) -> tuple[Naming, ...]:
    names, kits = tables.agent_names.c, tables.kits.c
    asked = select(func.coalesce(names.person, ""), kits.kit, kits.name).join(tables.kits, kits.kit == names.kit)
    rows = connection.execute(asked.where(names.agent == agent).distinct().order_by(kits.name, kits.kit))
    return tuple(Naming(*row) for row in rows)


def _films(connection: Connection, agent: str, kind: str) -> tuple[Part, ...]:
    roles: dict[str, set[str]] = {}
    characters: dict[str, set[str]] = {}
    for work, role, character in (*_credits(connection, agent, kind), *_roles(connection, agent)):
        roles.setdefault(work, set()).update({role} - {""})
        characters.setdefault(work, set()).update({character or ""} - {""})
    works = tables.works.c
    rows = connection.execute(select(works.work, works.title, works.year).where(works.work.in_(sorted(roles)))).all()
    parts = (Part(row.work, row.title, row.year, tuple(sorted(roles[row.work])), tuple(sorted(characters[row.work]))) for row in rows)
    return tuple(sorted(parts, key=lambda part: (part.year or 0, part.title, part.work)))


def _credits(connection: Connection, agent: str, kind: str) -> Iterable[tuple[str, str, str | None]]:
    names, done = tables.agent_names.c, tables.activities.c
    credited = and_(done.kit == names.kit, done.name == names.name, (done.part == "company") == (kind == BODY))
    joined = tables.agent_names.join(tables.activities, credited).join(tables.kits, tables.kits.c.kit == names.kit)
    asked = select(tables.kits.c.work, done.role, done.character).select_from(joined).where(names.agent == agent)
    return [(work, role, character) for work, role, character in connection.execute(asked)]


def _roles(connection: Connection, agent: str) -> Iterable[tuple[str, str, None]]:
    """Also what is told elsewhere than in the credits: on the front page, in a biography."""
    table = tables.persons.c
    asked = select(tables.kits.c.work, tables.persons).join(tables.kits, tables.kits.c.kit == table.kit).where(table.agent == agent)
    for row in connection.execute(asked).all():
        person = person_of(connection, row)
        yield from ((row.work, role, None) for role in ((person and person.roles) or ("",)))


def agent_named(connection: Connection, name: str) -> str:
    """An agent by its digest, by the digest of a person in a kit, or by a name: a person's in any script, a company's with any legal form.

    Raises NotInCatalogue for none and for several.
    """
    found = _called(connection, name)
    if len(found) == 1:
        return found.pop()
    if not found:
        raise NotInCatalogue(name, "No person or company of this name", "`presskit catalogue find` finds names by their words.")
    raise NotInCatalogue(name, "Several go by this name", f"Name one by its digest: {', '.join(sorted(found)[:MOST])}.")


def _called(connection: Connection, name: str) -> set[str]:
    return _by_digest(connection, name) or _by_print(connection, name) or _by_sound(connection, name) or _as_body(connection, name)


def person_named(connection: Connection, name: str) -> str:
    """The person in a kit by their digest, or the first of an agent. Raises NotInCatalogue."""
    table = tables.persons.c
    found = connection.execute(select(table.person).where(begins(table.person, name)).limit(2)).scalars().all()
    if len(found) == 1:
        return str(found[0])
    if not _called(connection, name):
        told = "Films are named by their kits: `presskit catalogue show film` lists them."
        raise NotInCatalogue(name, "No kit and no person of this name", told)
    agent = agent_named(connection, name)
    if connection.execute(select(tables.agents.c.kind).where(tables.agents.c.agent == agent)).scalar_one() == BODY:
        raise NotInCatalogue(name, "No kit and no person of this name", "Companies are one by their names alone.")
    return agent


def _by_digest(connection: Connection, name: str) -> set[str]:
    agents, persons = tables.agents.c, tables.persons.c
    found = {*connection.execute(select(agents.agent).where(begins(agents.agent, name)).limit(MOST)).scalars()}
    asked = select(persons.agent).where(begins(persons.person, name)).limit(MOST)
    return found or {*connection.execute(asked).scalars()}


def _by_print(connection: Connection, name: str) -> set[str]:
    agents, names = tables.agents.c, tables.agent_names.c
    led = {*connection.execute(select(agents.agent).where(agents.name == name)).scalars()}
    printed = select(names.agent).where(names.name == name, names.agent.is_not(None)).distinct()
    return led | {*connection.execute(printed).scalars()}


def _by_sound(connection: Connection, name: str) -> set[str]:
    asked, blocks, table = name_of(name), tables.person_blocks.c, tables.persons.c
    sharing = select(blocks.person).where(or_(*(blocks.key == key for key in name_keys(asked))))
    rows = connection.execute(select(table.agent, table.name).where(table.person.in_(sharing)))
    return {row.agent for row in rows if same_name(name_of(row.name), asked)}


def _as_body(connection: Connection, name: str) -> set[str]:
    agents = tables.agents.c
    return {*connection.execute(select(agents.agent).where(agents.agent == body_id(name))).scalars()}
