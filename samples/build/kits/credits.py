"""Cast, crew and companies: apart or together, at length or in short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.record import CastMember, Company, CrewMember
from samples.build.kits.hand import Hand
from samples.build.kits.headings import heading
from samples.build.kits.model import Block, Part
from samples.build.kits.rows import CAST, CREW, RUN_IN, SHAPES, STRAIGHT, TURNED, Pair

HEAD = ("director", "screenwriter", "cinematographer", "editor")
OFTEN = (
    "sound_recordist", "sound_designer", "re_recording_mixer", "composer", "production_designer", "costume_designer", "makeup_artist",
    "casting_director", "producer", "executive_producer", "co_producer", "line_producer", "assistant_director", "script_supervisor",
    "colorist", "gaffer", "visual_effects_supervisor", "still_photographer",
)  # fmt: skip
GOVERNS = re.compile(r" (by|par|von|por|da)$")
"""Labels that only stand before a name."""
SEVERAL = frozenset({"screenwriter", "producer", "co_producer", "executive_producer"})


def cast_and_crew(hand: Hand) -> list[Part]:
    """Cast and crew under a heading each, in one section or the other way round."""
    blocks = laid_out_cast(hand), laid_out_crew(hand)
    if hand.chance(0.2):
        return [Part("credits", _together(hand, *blocks), heading(hand, "credits"))]
    parts = [Part("credits", blocks[0], heading(hand, "cast")), Part("credits", blocks[1], heading(hand, "crew"))]
    return parts if hand.chance(0.7) else parts[::-1]


def _together(hand: Hand, cast: Sequence[Block], crew: Sequence[Block]) -> list[Block]:
    """Both under one heading, each with a line of its own above; without one only where characters say what is what."""
    if hand.chance(0.3) and hand.layouts["cast"] != "names alone":
        return [*cast, *_apart(crew)] if hand.chance(0.5) else [*crew, *_apart(cast)]
    groups = [[Block(hand.pick(hand.tongue.headings[kind]), "bold"), *rows] for kind, rows in (("cast", cast), ("crew", crew))]
    return [block for group in (groups if hand.chance(0.5) else groups[::-1]) for block in group]


def _apart(blocks: Sequence[Block]) -> list[Block]:
    """Rows that begin a group of their own."""
    first = blocks[0]
    return [Block(first.text, first.style, first.cells), *blocks[1:]]


def laid_out_cast(hand: Hand) -> list[Block]:
    """Players with their parts; the people of a documentary, or players without parts, as a list."""
    many = hand.dice.randrange(2, 9)
    actors = [hand.member(f"actor {place}") for place in range(many)]
    bare = hand.story.form == "documentary" or hand.chance(0.15)
    characters = [None] * many if bare else _characters(hand, many)
    names = [hand.credited(actor) for actor in actors]
    for name, character in zip(names, characters, strict=True):
        hand.stated.cast.append(CastMember(actor=name, character=character))
    if bare:
        hand.layouts["cast"] = "names alone"
        return [Block(", ".join(names))] if hand.chance(0.4) else [Block(name, "line", close=True) for name in names]
    return SHAPES[hand.layout("cast", CAST)]([(str(character), name) for character, name in zip(characters, names, strict=True)])


def _characters(hand: Hand, many: int) -> list[str | None]:
    """The people of the story first, then others by their name or by what they do."""
    hero, second = hand.story.hero, hand.story.second
    named: list[str | None] = [hand.names(person.name, "PERSON", person.given) for person in (hero, second)]
    parts = hand.dice.sample(hand.tongue.parts, len(hand.tongue.parts))
    while len(named) < many:
        named.append(parts.pop() if hand.chance(0.5) and parts else _stranger(hand))
    return named[:many]


def _stranger(hand: Hand) -> str:
    person = hand.someone()
    return hand.names(person.given, "PERSON")


def laid_out_crew(hand: Hand) -> list[Block]:
    """Functions and names; companies in the same layout where a label may stand in it, else in one of their own."""
    shape = hand.layout("crew", CREW)
    roles = [*HEAD, *(role for role in OFTEN if hand.chance(hand.pick((0.3, 0.6))))]
    joint = hand.pick(hand.tongue.joint) if shape not in TURNED and hand.chance(0.3) else None
    pairs = [] if joint is None else [_joint(hand, joint)]
    pairs += [_function(hand, role, shape) for role in roles if joint is None or role not in joint]
    if hand.chance(0.2):
        hand.dice.shuffle(pairs)
    if shape in TURNED:
        return [*SHAPES[shape](pairs), *_apart(SHAPES[hand.pick(STRAIGHT)](_companies(hand)))]
    return SHAPES[shape]([*pairs, *_companies(hand)])


def _labelled(hand: Hand, label: str) -> str:
    return label.upper() if hand.look.headings == "caps" and not hand.look.capitals else label


def _joint(hand: Hand, joint: Sequence[str]) -> Pair:
    label, *roles = joint
    person = hand.story.director if "director" in roles else hand.member(roles[0])
    name, label = hand.credited(person), _labelled(hand, label)
    for role in roles:
        hand.stated.crew.append(CrewMember(label=label, role=role, name=name))
        hand.team.setdefault(role, person)
    _directs(hand, roles)
    return label, name


def _directs(hand: Hand, roles: Sequence[str]) -> None:
    if "director" in roles:
        hand.stated.film["directors"] = [hand.story.director.name]


def _function(hand: Hand, role: str, shape: str) -> Pair:
    person = hand.story.director if role == "director" else hand.member(role)
    people = [person, hand.someone()] if role in SEVERAL and hand.chance(0.3) else [person]
    labels = [label for label in hand.tongue.roles[role] if shape not in TURNED or not GOVERNS.search(label)]
    label = _labelled(hand, hand.pick(labels))
    names = [hand.credited(each) for each in people]
    _directs(hand, [role])
    for name in names:
        hand.stated.crew.append(CrewMember(label=label, role=role, name=name))
    if role == "producer" and hand.chance(0.25):
        house = hand.names(hand.house("production"), "ORG")
        _company(hand, "production", house)
        names[-1] += f" ({house})"
    signs = (", ", " & ") if shape in RUN_IN else (", ", " & ", " / ")
    return label, hand.pick(signs).join(names)


def _companies(hand: Hand) -> list[Pair]:
    """Production always, others at times; each function with the companies that have it."""
    made = []
    for function in ("production", "coproduction", "support", "distribution", "sales"):
        if function != "production" and hand.chance(0.6):
            continue
        names = _funds(hand) if function == "support" else [hand.house(function)]
        for name in names:
            _company(hand, function, hand.names(name, "ORG"))
        made.append((_labelled(hand, hand.pick(hand.tongue.companies[function])), ", ".join(names)))
    return made


def _company(hand: Hand, function: str, name: str) -> None:
    company = Company(role=function, name=name)  # type: ignore[arg-type]
    if company not in hand.stated.companies:
        hand.stated.companies.append(company)


def _funds(hand: Hand) -> list[str]:
    slots = {"country": hand.land().names[hand.tongue.place], "town": hand.town(), "family": hand.someone().family}
    shapes = hand.dice.sample(hand.tongue.funds, hand.dice.randrange(1, 4))
    return [shape.format(**slots, n=hand.dice.randrange(3, 10)) for shape in shapes]
