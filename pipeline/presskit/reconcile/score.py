"""How well a work or an agent fits a query: from 0 to 100, and a match only where a name alone does not decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from presskit.catalogue.entities import WORK, Entity, Named
from presskit.catalogue.matching.names import ALIKE, likeness, name_of
from presskit.reconcile.properties import KNOWN, NAMES, same_title
from presskit.reconcile.query import Query

NAME = 3.0
"""What a name weighs beside the properties' weights."""
ENOUGH = 15
"""Candidates of which everything is read where more than the name is known."""
AGREES = 0.7
SURE = 80.0
APART = 10.0
"""Points between a match and whoever comes next: namesakes are for a person to tell."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`features` are how well the name and each known property fit, from 0 to 1."""

    entity: Entity
    score: float
    match: bool
    features: tuple[tuple[str, float], ...]


def ranked(query: Query, entities: Iterable[Entity]) -> list[Candidate]:
    """The best first; at most one matches."""
    found = sorted((_candidate(query, entity) for entity in entities), key=lambda one: (-one.score, one.entity.id))
    found = [one for one in found if one.score > 0]
    if found and _safe(found):
        best = found[0]
        found[0] = Candidate(best.entity, best.score, True, best.features)
    return found[: query.limit]


def nearest(query: Query, named: Iterable[Named]) -> list[Named]:
    """Those whose names fit best, and all that fit as well as the best: the others would be behind whatever else is known of them."""
    found = list(named)
    if not query.words.strip():
        return found
    fits = {one: _name(query.words, one.type, one.names) for one in found}
    best = max(fits.values(), default=0.0)
    ordered = sorted((one for one in found if fits[one] > 0), key=lambda one: (-fits[one], one.digest))
    enough = max(query.limit + 1, ENOUGH if query.known else 0)
    return [one for place, one in enumerate(ordered) if place < enough or (query.known and fits[one] == best)]


def _candidate(query: Query, entity: Entity) -> Candidate:
    features = [("name", _name(query.words, entity.type, entity.names))] if query.words.strip() else []
    for pid, given in query.known:
        ours = entity.names if pid == NAMES.id else entity.facts.get(pid, ())
        if pid in KNOWN and ours:
            features.append((pid, max(KNOWN[pid].alike(one, other) for one in given for other in ours)))
    weights = [NAME if pid == "name" else KNOWN[pid].weight for pid, _ in features]
    total = sum(weight * fits for weight, (_, fits) in zip(weights, features, strict=True))
    score = round(100 * total / sum(weights), 1) if sum(weights) else 0.0
    return Candidate(entity, 0.0 if features[:1] == [("name", 0.0)] else score, False, tuple(features))


def _name(words: str, kind: str, names: Iterable[str]) -> float:
    if kind == WORK:
        return max(same_title(words, title) for title in names)
    asked = name_of(words)
    return max(likeness(asked, name_of(name)) for name in names)


def _safe(found: list[Candidate]) -> bool:
    """The name and something else agree, nothing disagrees, and nobody else is near."""
    fits = dict(found[0].features)
    beside = [value for pid, value in fits.items() if pid != "name"]
    alone = len(found) == 1 or found[0].score - found[1].score >= APART
    return alone and found[0].score >= SURE and fits.get("name", 0) >= ALIKE and bool(beside) and min(beside) >= AGREES
