"""Companies across kits: one agent for one name; nothing but the name is known of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cache

from sqlalchemy import Connection, select

from presskit.catalogue import facts, tables
from presskit.catalogue.facts import Facts
from presskit.catalogue.kept import ID
from presskit.catalogue.rows import Row
from presskit.vocabulary import fold, store

BODY = "corporate body"


def with_bodies(rows: list[Row]) -> list[Row]:
    """Printed names with the agents of companies: one for one name, whatever its legal form, accents and capitals."""
    return [row | {"agent": body_id(str(row["name"]))} if row["kind"] == BODY else row for row in rows]


def leave_bodies(connection: Connection, kit: str) -> set[str]:
    """The companies of a kit that is about to go; it counts for none of them any more."""
    named = _named(connection, kit)
    facts.take_away(connection, named)
    return {agent for agent, *_ in named}


def assign_bodies(connection: Connection, kit: str, before: Iterable[str]) -> None:
    """The companies of a kit, as it is set out now, and those that it named before."""
    named = _named(connection, kit)
    facts.add(connection, named)
    facts.describe(connection, BODY, dict.fromkeys({*before, *(agent for agent, *_ in named)}, True))


def _named(connection: Connection, kit: str) -> Facts:
    names = tables.agent_names.c
    asked = select(names.agent, names.name).where(names.kit == kit, names.kind == BODY, names.agent.is_not(None))
    return Counter((agent, facts.NAME, name) for agent, name in connection.execute(asked))


def body_id(name: str) -> str:
    """The digest of the folded name without its legal form; a name that is nothing else keeps it."""
    words = fold(name).replace(",", " ").split()
    forms = _legal_forms()
    while len(words) > 1 and (words[-1] in forms or words[-1].rstrip(".") in forms):
        words.pop()
    return hashlib.sha256(f"{BODY}\n{' '.join(words)}".encode()).hexdigest()[:ID]


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(fold(form) for _, form in store.by_language(store.read("parties")["legal_forms"]))
