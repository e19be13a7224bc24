"""From pairs to works: what belongs together, people's decisions first, and nothing merged over a contradiction.

The outcome depends on the set of pairs alone, never on their order:

1. Kits that a person linked are one group, whatever speaks against it.
2. Every `same` ties two groups. Where one kit is the same as two that contradict each other, both its ties are held: it says too
   little to tell which of them it is. So it is where it is nearly the same as the second. All such ties are found before any is cut.
3. Where a contradiction still lies inside what hangs together, its weakest ties are held, all of one score at once, until none does.
4. What is held is told, for a person to decide. What a person parted counts as a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from presskit.catalogue.matching.match import Match, Outcome
from presskit.errors import PresskitError

NEARLY = 4.0
"""A title in common, or a director, is more than that."""

Pair = tuple[str, str]


class DecisionsDisagree(PresskitError):
    """Two decisions cannot both stand."""

    exit_code = 32
    advice = "`presskit catalogue decisions` lists them, `presskit catalogue take-back DECISION` undoes one."


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people said: pairs that are one (`linked`), pairs that are two (`parted`)."""

    linked: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Clusters:
    """`groups` are the works, each sorted, with those of one kit; `held` are pairs called the same and yet not merged."""

    groups: tuple[tuple[str, ...], ...]
    held: tuple[Pair, ...]


def clusters(pairs: Mapping[Pair, Match], decisions: Decisions, kits: Iterable[str] = ()) -> Clusters:
    """Works out of compared pairs; `kits` adds those that were like no other. Raises DecisionsDisagree."""
    everyone = sorted({*kits, *(kit for pair in (*pairs, *decisions.linked, *decisions.parted) for kit in pair)})
    head = _united(everyone, decisions.linked)
    _agree(head, decisions)
    against = {_between(head, pair) for pair in decisions.parted}
    against |= {_between(head, pair) for pair, match in pairs.items() if match.objected}
    against = {(one, other) for one, other in against if one != other}
    ties = _ties({pair: match for pair, match in pairs.items() if match.outcome is Outcome.SAME}, head)
    torn = _torn(ties, _ties({pair: match for pair, match in pairs.items() if match.leaning}, head), against)
    kept = _without_weakest({tie: score for tie, score in ties.items() if tie not in torn}, against)
    top = _united(sorted(set(head.values())), kept)
    groups: dict[str, list[str]] = {}
    for kit in everyone:
        groups.setdefault(top[head[kit]], []).append(kit)
    held = [pair for pair, match in pairs.items() if match.outcome is Outcome.SAME and top[head[pair[0]]] != top[head[pair[1]]]]
    return Clusters(tuple(sorted(map(tuple, groups.values()))), tuple(sorted(held)))


def _ties(pairs: Mapping[Pair, Match], head: Mapping[str, str]) -> dict[Pair, float]:
    """The best score between any two groups."""
    ties: dict[Pair, float] = {}
    for pair, match in pairs.items():
        tie = _between(head, pair)
        if tie[0] != tie[1]:
            ties[tie] = max(ties.get(tie, match.score), match.score)
    return ties


def _torn(ties: Mapping[Pair, float], leanings: Mapping[Pair, float], against: set[Pair]) -> frozenset[Pair]:
    """Ties contradicted outright, and those of a group that leans, by nearly as much, to what contradicts the other end."""
    beside: dict[str, set[str]] = {}
    for one, other in leanings:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    torn = {tie for tie in ties if tie in against}
    for one, other in against:
        for between in beside.get(one, set()) & beside.get(other, set()):
            found = [_ordered(between, one), _ordered(between, other)]
            both = all(tie in ties for tie in found)
            torn |= {tie for tie in found if tie in ties and (both or abs(leanings[found[0]] - leanings[found[1]]) <= NEARLY)}
    return frozenset(torn)


def _without_weakest(ties: dict[Pair, float], against: set[Pair]) -> frozenset[Pair]:
    while True:
        head = _united(sorted({kit for tie in ties for kit in tie}), ties)
        inside = {head[one] for one, other in against if one in head and head[one] == head.get(other)}
        if not inside:
            return frozenset(ties)
        weakest = {top: min(score for tie, score in ties.items() if head[tie[0]] == top) for top in inside}
        ties = {tie: score for tie, score in ties.items() if score > weakest.get(head[tie[0]], score - 1)}


def _united(names: Iterable[str], links: Iterable[Pair]) -> dict[str, str]:
    """Union-find: the first name, by letter, of all that hang together with each."""
    above = {name: name for name in names}
    for one, other in links:
        low, high = _ordered(_top(above, one), _top(above, other))
        above[high] = low
    return {name: _top(above, name) for name in above}


def _top(above: dict[str, str], name: str) -> str:
    while above[name] != name:
        above[name] = above[above[name]]
        name = above[name]
    return name


def _agree(head: Mapping[str, str], decisions: Decisions) -> None:
    for one, other in sorted(decisions.parted):
        if head[one] == head[other]:
            raise DecisionsDisagree(f"{one} and {other}", "linked (perhaps through others) and parted")


def _between(head: Mapping[str, str], pair: Pair) -> Pair:
    return _ordered(head[pair[0]], head[pair[1]])


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)
