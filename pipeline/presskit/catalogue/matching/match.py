"""What a comparison says: same, new or undecided, how sure, and every reason for and against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OBJECTION = -2.0
"""What weighs so much against it is for a person to explain, however much speaks for it: a version, a remake by the same hand."""
EXPLAINED = frozenset({"titles", "like title"})
"""Objections that other evidence answers: titles are translated, and a filmography may say that two are one film's."""

LEANING = 7.0
"""What so much speaks for is nearly the same, even where a rule leaves it to a person."""


class Outcome(StrEnum):
    """`new` is another film or person; `undecided` is for a human being."""

    SAME = "same"
    NEW = "new"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence in words: `weight` above 0 speaks for, below 0 against.

    `kind` is what is compared (title, director, …); `strong` says that no score outweighs it.
    """

    kind: str
    weight: float
    text: str
    strong: bool = False

    @property
    def objects(self) -> bool:
        return self.strong or (self.weight <= OBJECTION and self.kind not in EXPLAINED)


@dataclass(frozen=True, slots=True)
class Match:
    """`reasons` come weightiest first; the score is the sum of their weights."""

    outcome: Outcome
    score: float
    reasons: tuple[Reason, ...]

    @property
    def contradicted(self) -> bool:
        """Whether something says outright that these are two."""
        return any(reason.strong for reason in self.reasons)

    @property
    def objected(self) -> bool:
        """Whether something stands against it that only a person can explain."""
        return any(reason.objects for reason in self.reasons)

    @property
    def leaning(self) -> bool:
        """The same, or undecided for want of one piece of evidence only: it may be of this film as well as of that."""
        return self.outcome is Outcome.SAME or (self.outcome is Outcome.UNDECIDED and self.score >= LEANING and not self.objected)

    @property
    def why(self) -> str:
        """The reasons in one line, as a list of open questions shows them."""
        return "; ".join(f"{'+' if reason.weight > 0 else '-'} {reason.text}" for reason in self.reasons)


def summed(reasons: Iterable[Reason]) -> tuple[float, tuple[Reason, ...]]:
    """The score, rounded so that no order of adding shows, and the reasons in one order."""
    ordered = tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.kind, reason.text)))
    return round(sum(reason.weight for reason in ordered), 3), ordered
