"""The hand that writes one kit: its dice, its film, its language, its habits of print, and what it has stated so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from samples.build.kits.facts import Land, Person, Story
from samples.build.kits.model import Label, Stated
from samples.build.kits.tongue import Tongue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Look:
    """Habits that a kit keeps from its first page to its last."""

    headings: str
    """One of: plain, caps, colon, caps colon, numbered, spaced."""
    capitals: bool
    """People in credits in capital letters."""
    titles: tuple[str, str]
    """What stands around a film's title in a sentence."""
    dash: str


@dataclass(slots=True)
class Hand:
    dice: Random
    story: Story
    tongue: Tongue
    look: Look
    stated: Stated = field(default_factory=Stated)
    team: dict[str, Person] = field(default_factory=dict)
    """Who does what in this film, as soon as somebody is named for it."""
    houses: dict[str, str] = field(default_factory=dict)
    """Companies by what they do for this film."""
    layouts: dict[str, str] = field(default_factory=dict)
    """The layout each part got, by its name."""
    taken: int = 0
    numbered: int = 0

    def pick(self, choices: Sequence[T]) -> T:
        return self.dice.choice(choices)

    def layout(self, part: str, choices: Sequence[str]) -> str:
        """Choose a part's layout, and keep its name."""
        self.layouts[part] = self.pick(choices)
        return self.layouts[part]

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def someone(self) -> Person:
        """The next person of the story who has no part yet."""
        self.taken += 1
        return self.story.people[(self.taken - 1) % len(self.story.people)]

    def member(self, function: str) -> Person:
        if function not in self.team:
            self.team[function] = self.someone()
        return self.team[function]

    def house(self, function: str) -> str:
        """The company with a function for this film; each has its own."""
        if function not in self.houses:
            lands = [*self.story.lands, *self.story.lands[:1]]
            free = [name for land in lands for name in land.companies if name not in self.houses.values()]
            self.houses[function] = self.pick(free)
        return self.houses[function]

    def land(self) -> Land:
        return self.pick(self.story.lands)

    def town(self) -> str:
        return self.pick(self.land().towns)

    def credited(self, person: Person) -> str:
        """A name as the credits print it."""
        printed = person.name.upper() if self.look.capitals else person.name
        self.stated.name(person.name, "PERSON", printed)
        return printed

    def names(self, text: str, label: Label, printed: str | None = None) -> str:
        self.stated.name(text, label, printed)
        return printed or text
