"""Are two kits for one film? Evidence weighed, both ways alike, and nothing guessed.

Weights were chosen on the generated kits of tests/fiction; before touching one, re-run tests/catalogue/test_matching.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presskit.catalogue.matching import facts, listed, makers, titled
from presskit.catalogue.matching.match import Match, Outcome, Reason, summed
from presskit.catalogue.matching.signatures import FilmSignature

SAME = 7.0
NEW = 2.0
"""The same title and director make 8; a title and all the figures without any name stay between."""

FURTHER = frozenset({"alias", "year", "runtime", "cast", "crew", "characters"})
"""Beside title and director: without any of these it may be the same hand's earlier film of that title."""

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
    facts.forms,
    listed.aliases,
    listed.apart,
    listed.oeuvre,
)


def compare(one: FilmSignature, other: FilmSignature) -> Match:
    """Whether two kits are for one film; the same whichever comes first."""
    score, reasons = summed(reason for evidence in EVIDENCE for reason in evidence(one, other))
    return Match(_outcome(score, reasons), score, reasons)


def _outcome(score: float, reasons: tuple[Reason, ...]) -> Outcome:
    """A strong contradiction never merges; where much speaks for it nevertheless, a person must look."""
    if any(reason.strong for reason in reasons):
        return Outcome.UNDECIDED if score >= NEW else Outcome.NEW
    if score >= SAME and _founded(reasons):
        return Outcome.SAME
    return Outcome.UNDECIDED if score >= NEW else Outcome.NEW


def _founded(reasons: tuple[Reason, ...]) -> bool:
    """By a number; by a title and somebody's name; or, for titles are translated, by people and figures together."""
    kinds = {reason.kind for reason in reasons if reason.weight > 0}
    if "identifier" in kinds:
        return True
    if any(reason.objects for reason in reasons):
        return False
    if kinds & {"title", "alias"}:
        named = kinds & {"director", "characters", "whole cast", "whole crew"}
        return bool(named) and bool(kinds & FURTHER - named)
    # A troupe's next film has director, cast and crew in common, too: that everybody plays the same part, or all figures agree, tells.
    told = len(kinds & {"director", "characters"}) + ({"runtime", "whole crew"} <= kinds)
    translated = all(reason.kind != "other title" for reason in reasons)
    return translated and "whole cast" in kinds and bool(kinds & {"same year", "same part"}) and told >= 2
