"""How well kits of one film find each other, in every set of fictional films."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from fiction.abroad import abroad_stories, awkward_stories
from fiction.films import Noise, Set, Story, press, with_line_ups
from fiction.stories import fresh_stories, held_stories, tuned_stories
from presskit.catalogue.matching import Decisions, Match, Outcome, clusters, pairs, signature

TUNED, UNSEEN = range(1, 5), range(201, 209)
"""Seeds that weights may be chosen on; seeds that only report."""
POOR = Noise(no_year=0.25, no_runtime=0.3, no_director=0.12, no_cast=0.2)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of kits: merged rightly and in all, to be merged, and of those not merged how many a person is asked about."""

    right: int
    merged: int
    true: int
    asked: int

    @property
    def precision(self) -> float:
        return self.right / self.merged if self.merged else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true

    @property
    def lost(self) -> int:
        return self.true - self.right - self.asked

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.merged + other.merged, self.true + other.true, self.asked + other.asked)


def scored(kits: Set) -> Score:
    return score(kits, *matched(kits))


def matched(kits: Set) -> tuple[Mapping[Pair, Match], set[Pair]]:
    """Every compared pair, and the merged ones."""
    found = pairs({name: signature(kit) for name, kit in kits.kits.items()})
    groups = clusters(found, Decisions(), kits.kits).groups
    return found, {pair for group in groups for pair in combinations(group, 2)}


def score(kits: Set, found: Mapping[Pair, Match], merged: set[Pair]) -> Score:
    true = {pair for pair in combinations(sorted(kits.kits), 2) if kits.film_of[pair[0]] == kits.film_of[pair[1]]}
    asked = {pair for pair in true - merged if pair in found and found[pair].outcome is not Outcome.NEW}
    return Score(len(merged & true), len(merged), len(true), len(asked))


def poor(stories: Iterable[Story], seed: int) -> Set:
    """Kits that lack more than most, and three that tell of several films."""
    return with_line_ups(press(stories, seed, POOR), 3, seed)


SETS: Mapping[str, Callable[[int], Set]] = {
    "tuned": lambda seed: press(tuned_stories(), seed),
    "fresh": lambda seed: press(fresh_stories(), seed),
    "held": lambda seed: press(held_stories(), seed),
    "abroad": lambda seed: press(abroad_stories(3), seed),
    "abroad, other people": lambda seed: press(abroad_stories(seed), seed),
    "awkward": lambda seed: poor(awkward_stories(4), seed),
    "awkward, other people": lambda seed: poor(awkward_stories(seed), seed),
}


def total(name: str, seeds: Iterable[int]) -> Score:
    return sum((scored(SETS[name](seed)) for seed in seeds), Score(0, 0, 0, 0))
