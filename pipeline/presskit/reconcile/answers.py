"""Answers from the catalogue in the API's words: candidates, suggestions, columns, a page about one entity."""

from __future__ import annotations

from html import escape

from sqlalchemy import Connection

from presskit.catalogue.entities import AGENT, WORK, Entity, Named, agents_like, entities, known, works_like
from presskit.reconcile.manifest import Json
from presskit.reconcile.properties import KNOWN, NAMES, TYPES
from presskit.reconcile.query import Extension, Query
from presskit.reconcile.score import Candidate, nearest, ranked

LONGEST = 300
"""Signs of a name that are looked up."""
MOST_NAMES = 5


def candidates(connection: Connection, query: Query) -> list[Json]:
    """Types that we do not have, have no candidates. Of those whose names are far off nothing more is read."""
    near = nearest(query, _looked_up(connection, query))
    return [_candidate(one) for one in ranked(query, known(connection, near))]


def _looked_up(connection: Connection, query: Query) -> list[Named]:
    """By the query's words, or without any by the names given as a property: all other properties are shared by too many."""
    given = [value for pid, values in query.known if pid == NAMES.id for value in values[:MOST_NAMES]]
    found = [one for words in ([query.words] if query.words.strip() else given) for one in _by_name(connection, words, query.types)]
    return list({(one.type, one.digest): one for one in found}.values())


def _by_name(connection: Connection, words: str, wanted: frozenset[str]) -> list[Named]:
    looked = words[:LONGEST]
    works = works_like(connection, looked) if not wanted or WORK in wanted else []
    return [*works, *(agents_like(connection, looked) if not wanted or AGENT in wanted else [])]


def _candidate(one: Candidate) -> Json:
    return {
        "id": one.entity.id,
        "name": one.entity.name,
        "description": one.entity.description,
        "type": [{"id": one.entity.type, "name": TYPES[one.entity.type]}],
        "score": one.score,
        "match": one.match,
        "features": [{"id": name, "value": round(value, 3)} for name, value in one.features],
    }


def suggested(connection: Connection, prefix: str, kind: str, limit: int) -> list[Json]:
    """Entities that have a name with these words, the last of which may be a beginning."""
    if not prefix.strip():
        return []
    found = known(connection, _by_name(connection, prefix, frozenset({kind} if kind else ()))[:limit])
    return [{"id": one.id, "name": one.name, "description": one.description, "notable": [one.type]} for one in found]


def extended(connection: Connection, asked: Extension) -> Json:
    """Columns: for each identifier its values; an unknown one has none."""
    found = entities(connection, asked.ids)
    rows = {name: _row(found.get(name), asked.properties) for name in asked.ids}
    return {"meta": [{"id": name, "name": KNOWN[name].name} for name in asked.properties], "rows": rows}


def _row(found: Entity | None, properties: tuple[str, ...]) -> Json:
    facts = {**found.facts, NAMES.id: found.names} if found else {}
    return {name: [{"str": value} for value in facts.get(name, ())] for name in properties}


def page(found: Entity) -> str:
    """HTML about one entity, all of it escaped: what kits print is anybody's."""
    told = {TYPES[found.type]: found.names[1:], **{KNOWN[name].name: values[:12] for name, values in found.facts.items()}}
    lines = "".join(f"<tr><th>{escape(name)}</th><td>{escape(', '.join(values))}</td></tr>" for name, values in told.items())
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(found.name)}</title>'
        "<style>body{font:14px sans-serif;margin:8px}th{text-align:left;vertical-align:top;padding-right:1em;font-weight:normal}</style>"
        f"<h1>{escape(found.name)}</h1><table>{lines}</table></html>"
    )
