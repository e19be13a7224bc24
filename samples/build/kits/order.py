"""Which parts a kit has, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from samples.build.kits.contacts import contacts
from samples.build.kits.credits import cast_and_crew
from samples.build.kits.hand import Hand
from samples.build.kits.headings import numbered
from samples.build.kits.honours import awards
from samples.build.kits.lives import director_life, lives
from samples.build.kits.model import Part
from samples.build.kits.spec import front, technical
from samples.build.kits.talk import interview
from samples.build.kits.telling import boilerplate, notes, press, statement, synopses

Maker = Callable[[Hand], list[Part]]

PARTS: Mapping[Maker, float] = {
    synopses: 0.95,
    statement: 0.6,
    director_life: 0.8,
    lives: 0.4,
    interview: 0.5,
    notes: 0.4,
    technical: 0.65,
    awards: 0.5,
    press: 0.35,
    cast_and_crew: 0.95,
    contacts: 0.6,
    boilerplate: 0.25,
}
"""How often a kit has each part, in the usual order."""


def write(hand: Hand) -> list[Part]:
    """The parts of one kit, the cover first. At times two neighbours change places, and a part stands without its heading."""
    makers = [maker for maker, share in PARTS.items() if hand.chance(share)] or [synopses]
    for _ in range(hand.pick((0, 1, 1, 2, 3))):
        place = hand.dice.randrange(len(makers))
        makers.insert(hand.dice.randrange(len(makers)), makers.pop(place))
    written = [part for maker in (front, *makers) for part in maker(hand)]
    return [_numbered(hand, _unheaded(hand, part, place == len(written) - 1)) for place, part in enumerate(written)]


def _unheaded(hand: Hand, part: Part, last: bool) -> Part:
    """Standing text at the end and credits are often not announced."""
    share = 0.5 if part.kind == "boilerplate" and last else 0.08 if part.kind == "credits" else 0.0
    return replace(part, heading=()) if hand.chance(share) else part


def _numbered(hand: Hand, part: Part) -> Part:
    """Numbers count the parts of a kit as printed; notes under an interview are no part of their own."""
    if not part.heading or part.kind == "footnotes":
        return part
    return replace(part, heading=(numbered(hand, part.heading[0]), *part.heading[1:]))
