"""Are two kits for one film? Evidence weighed, both ways alike, and nothing guessed.

Weights were chosen on the generated kits of tests/fiction; before touching one, re-run `make bench-matching`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from presskit.catalogue.matching import facts, listed, makers, titled
from presskit.catalogue.matching.match import LEANING, Match, Outcome, Reason, summed
from presskit.catalogue.matching.signatures import FilmSignature

SAME = LEANING
NEW = 2.0
"""The same title and director make 8; a title and all the figures without any name stay between."""

FURTHER = frozenset({"alias", "year", "runtime", "cast", "crew", "characters"})
"""Beside title and director: without any of these it may be the same hand's earlier film of that title."""

UNCHANGED = frozenset({"director", "whole cast", "characters"})
"""What a restored film has in common with the film, and no remake with its model."""

Evidence = Callable[[FilmSignature, FilmSignature], Iterator[Reason]]
EVIDENCE: tuple[Evidence, ...] = (
    facts.identifiers,
    titled.titles,
    titled.parts,
    makers.directors,
    makers.cast,
    makers.crew,
    makers.characters,
    facts.years,
    facts.runtimes,
    facts.countries,
    facts.lengths,
    facts.unmeasured,
    facts.several,
    facts.forms,
    listed.aliases,
    listed.apart,
    listed.oeuvre,
)


RESTORED = 20
"""Years after which the same players can no longer be the same people: a restored version, not a remake."""


def compare(one: FilmSignature, other: FilmSignature) -> Match:
    """Whether two kits are for one film; the same whichever comes first."""
    found = [reason for evidence in EVIDENCE for reason in evidence(one, other)]
    if abs(one.year - other.year) >= RESTORED and _kinds(found) >= UNCHANGED and _kinds(found) & {"title", "alias"}:
        found = [_restored(reason) if reason.kind == "year" else reason for reason in found]
    score, reasons = summed(found)
    return Match(_outcome(score, reasons), score, reasons)


def _restored(reason: Reason) -> Reason:
    return Reason("restored", -1, reason.text.replace("remake", "restored version"))


def _kinds(reasons: Iterable[Reason]) -> set[str]:
    """What speaks for it."""
    return {reason.kind for reason in reasons if reason.weight > 0}


def _outcome(score: float, reasons: tuple[Reason, ...]) -> Outcome:
    """A strong contradiction never merges; where much speaks for it nevertheless, a person must look."""
    if any(reason.strong for reason in reasons):
        return Outcome.UNDECIDED if score >= NEW else Outcome.NEW
    if score >= SAME and _founded(reasons):
        return Outcome.SAME
    return Outcome.UNDECIDED if score >= NEW else Outcome.NEW


def _founded(reasons: tuple[Reason, ...]) -> bool:
    """By a number; by a title and somebody's name; or, for titles are translated, by people and figures together."""
    kinds = _kinds(reasons)
    against = {reason.kind for reason in reasons if reason.weight < 0}
    if "identifier" in kinds:
        return True
    if any(reason.objects for reason in reasons):
        return False
    if kinds & {"title", "alias"}:
        return _told_by_title(kinds, against)
    return "like title" not in against and _told_by_people(kinds)


def _told_by_title(kinds: set[str], against: set[str]) -> bool:
    if "unmeasured" in against and not ({"director", "year"} <= kinds or {"characters", "same year"} <= kinds):
        return False
    if "year" in against and not kinds & {"director", "runtime"}:
        return False
    named = kinds & {"director", "characters", "whole cast", *(("whole crew",) if kinds & {"runtime", "same year"} else ())}
    if named:
        return bool(kinds & FURTHER - named)
    return bool(kinds & {"cast", "crew"}) and {"runtime", "year"} <= kinds


def _told_by_people(kinds: set[str]) -> bool:
    """A troupe's next film has director, cast and crew in common, too: that they play the same parts, or all figures agree, tells."""
    dated = "same year" in kinds or "year" not in kinds
    if {"director", "whole cast", "characters", "runtime"} <= kinds and dated:
        return True
    if {"director", "whole crew", "runtime", "same year"} <= kinds:
        return True
    if {"whole cast", "characters", "whole crew"} <= kinds and dated and kinds & {"runtime", "same year"}:
        return True
    told = len(kinds & {"director", "characters"}) + ({"runtime", "whole crew"} <= kinds)
    return "whole cast" in kinds and bool(kinds & {"same year", "same part"}) and told >= 2
