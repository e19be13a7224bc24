"""Companies across kits: one agent for one name; nothing but the name is known of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from functools import cache

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from presskit.catalogue import tables
from presskit.catalogue.agents import preferred
from presskit.catalogue.kept import ID
from presskit.vocabulary import fold, store

BODY = "corporate body"


def assign_bodies(connection: Connection, kit: str, before: Iterable[str]) -> None:
    """The companies of a kit, and those that it named before: one agent for one name, whatever its legal form, accents and capitals."""
    names = tables.agent_names
    rows = connection.execute(select(names.c.n, names.c.name).where(names.c.kit == kit, names.c.kind == BODY)).all()
    mine = [{"at": row.n, "is": body_id(row.name)} for row in rows]
    if mine:
        connection.execute(update(names).where(names.c.kit == kit, names.c.n == bindparam("at")).values(agent=bindparam("is")), mine)
    bodies = sorted({*before, *(str(row["is"]) for row in mine)})
    connection.execute(delete(tables.agents).where(tables.agents.c.agent.in_(bodies)))
    forms: dict[str, Counter[str]] = {}
    counted = select(names.c.agent, names.c.name, func.count(names.c.kit.distinct())).where(names.c.agent.in_(bodies))
    for agent, name, kits in connection.execute(counted.group_by(names.c.agent, names.c.name)):
        forms.setdefault(agent, Counter())[name] = kits
    if forms:
        connection.execute(insert(tables.agents), [{"agent": a, "kind": BODY, "name": preferred(forms[a])} for a in sorted(forms)])


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


def bodies_of(connection: Connection, kit: str) -> set[str]:
    names = tables.agent_names.c
    return {*connection.execute(select(names.agent).where(names.kit == kit, names.kind == BODY, names.agent.is_not(None))).scalars()}
