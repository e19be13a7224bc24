"""One decision over the whole kit: the best sequence of section kinds (Viterbi), not line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from presskit.model import SectionKind
from presskit.sections.heading import Heading
from presskit.sections.units import Unit
from presskit.sections.weights import (
    CHANGE,
    CHANGE_AT_GAP,
    CHANGE_AT_TITLE,
    CHANGE_UNDER_HEADING,
    COMING_IN,
    HEADING,
    KINDS,
    NEVER_BACK,
    STAYING,
    UNANNOUNCED,
    WEIGHTS,
)
from presskit.vocabulary import HeadingSense

FITS = 0.5
"""A line in a heading's words whose look fits a kind this well may as well be that kind's content ("Music" over a name)."""
OPENING = 0.9
RUNNING_ON = 0.4
"""What the cues of a paragraph are worth where the one before is prose too."""
UNDER_ENTRY = 0.1
"""What the cues of a line right under an entry are worth: a prize under a film is that film's."""
SURE = 1.4
LABEL_DOUBT = 1.4
"""A heading that is also the label of a credit, and is not set like a heading, speaks that much less for its other senses."""

Scores = Mapping[SectionKind, float]


def decide(units: Sequence[Unit]) -> list[SectionKind]:
    """The kind of each unit. Linear in the number of units."""
    if not units:
        return []
    best: dict[SectionKind, float] = _opening(units[0])
    back: list[dict[SectionKind, SectionKind]] = []
    for before, unit in pairwise(units):
        best, came = _step(best, before, unit)
        back.append(came)
    kind = max(KINDS, key=lambda k: best[k])
    path = [kind]
    for came in reversed(back):
        kind = came[kind]
        path.append(kind)
    return path[::-1]


def _opening(unit: Unit) -> dict[SectionKind, float]:
    """A kit opens with its cover more often than with anything else; a first line set like a heading is the film's title."""
    scores = emission(unit)
    if unit.heading and not unit.heading.senses:
        scores = dict.fromkeys(KINDS, 0.0)
    elif unit.heading and any(sense.kind is SectionKind.FRONT for sense in unit.heading.senses):
        scores[SectionKind.FRONT] = max(scores.values())
    return {kind: score + (OPENING if kind is SectionKind.FRONT else 0.0) for kind, score in scores.items()}


def _step(best: Scores, before: Unit, unit: Unit) -> tuple[dict[SectionKind, float], dict[SectionKind, SectionKind]]:
    under = _under_heading(before, unit)
    scores = dict.fromkeys(KINDS, 0.0) if under else _running_on(before, unit, emission(unit))
    named = {sense.kind for sense in unit.heading.senses if not _groups(sense)} if unit.heading else set()
    leader = max(KINDS, key=lambda k: best[k])
    price = CHANGE if under else CHANGE_UNDER_HEADING if _begins_section(before, unit) else _price(unit)
    score: dict[SectionKind, float] = {}
    came: dict[SectionKind, SectionKind] = {}
    for kind in KINDS:
        change = 0.0 if kind in named and not under else price + UNANNOUNCED.get(kind, 0.0)
        options = [(best[kind] + STAYING * (kind in named), kind), (best[leader] + change + _coming_in(leader, kind), leader)]
        options += [(best[a] + change + extra, a) for (a, b), extra in COMING_IN.items() if b is kind and a is not leader]
        options = [(value + _never_back(origin, kind), origin) for value, origin in options]
        top = max(options, key=lambda option: option[0])
        score[kind], came[kind] = top[0] + scores[kind], top[1]
    return score, came


def _running_on(before: Unit, unit: Unit, scores: Scores) -> Scores:
    """A paragraph that follows another belongs with it more than its own words tell, and so does a line under an entry."""
    if unit.heading:
        return scores
    if before.features.get("entry") and (not unit.gap or unit.lines[0].indent > before.lines[-1].indent):
        return {kind: UNDER_ENTRY * score for kind, score in scores.items()}
    if not (before.features.get("prose") and unit.features.get("prose")):
        return scores
    base = WEIGHTS["prose"]
    return {kind: base[kind] + RUNNING_ON * (score - base[kind]) if kind in base else score for kind, score in scores.items()}


def _under_heading(before: Unit, unit: Unit) -> bool:
    """A heading in words of its own right under one that names a kind says nothing more about the kind, nor does a plain
    "About" under somebody's name."""
    if not (unit.heading and before.heading and before.heading.senses):
        return False
    plain = unit.heading.strength < SURE and len(unit.heading.quote.text.split()) == 1
    person = before.heading.senses[0].rest if before.heading.senses[0].kind is SectionKind.BIOGRAPHY else ""
    return not unit.heading.senses or (plain and bool(person) and _is_name_only(before.heading, person))


def _begins_section(before: Unit, unit: Unit) -> bool:
    """What stands right under a heading that is sure of its kind is that heading's, whatever it looks like, but for an
    address: «FESTIVALS» may head who sends the film to them."""
    if unit.heading or before.heading is None or before.heading.strength < SURE or unit.features.get("address"):
        return False
    return len({sense.kind for sense in before.heading.senses}) == 1


def _is_name_only(heading: Heading, person: str) -> bool:
    return heading.quote.text == person or len(heading.lines) > 1


def _coming_in(before: SectionKind, after: SectionKind) -> float:
    return COMING_IN.get((before, after), 0.0) if before is not after else 0.0


def _never_back(before: SectionKind, after: SectionKind) -> float:
    return NEVER_BACK if after is SectionKind.FRONT and before not in (SectionKind.FRONT, SectionKind.AWARDS) else 0.0


def _price(unit: Unit) -> float:
    if unit.heading and not unit.heading.senses:
        return CHANGE_AT_TITLE
    return CHANGE_AT_GAP if unit.gap else CHANGE


def emission(unit: Unit) -> dict[SectionKind, float]:
    score = dict.fromkeys(KINDS, 0.0)
    for name, value in unit.features.items():
        for kind, weight in WEIGHTS[name].items():
            score[kind] += value * weight
    if not unit.heading:
        return score
    if not unit.heading.senses:
        return {kind: WEIGHTS["untitled"].get(kind, 0.0) for kind in KINDS}
    return _as_heading(unit, score)


def _groups(sense: HeadingSense) -> bool:
    """ "Feature films", "Television": groups inside a filmography, which seldom open one."""
    return sense.kind is SectionKind.FILMOGRAPHY and sense.topic not in ("", "filmography")


def _as_heading(unit: Unit, content: Scores) -> dict[SectionKind, float]:
    """A heading speaks for the kinds it names, best sense first; for others it is the content it looks like, and a misfit."""
    assert unit.heading is not None
    score = {kind: content[kind] - (unit.heading.strength if content[kind] < FITS else 0.0) for kind in KINDS}
    doubted = unit.heading.label and unit.heading.strength < SURE
    for rank, sense in reversed(list(enumerate(unit.heading.senses))):
        worth = HEADING - 0.5 * min(rank, 3) - LABEL_DOUBT * (doubted or _groups(sense))
        score[sense.kind] = max(content[sense.kind] * 0.5, unit.heading.strength * worth)
    return score
