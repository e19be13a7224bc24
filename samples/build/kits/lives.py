"""Who somebody is: biographies, headed and in groups, and the films they made as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presskit.record import Award, Biography, Filmography, FilmographyEntry
from samples.build.kits.facts import Person, Work
from samples.build.kits.hand import Hand
from samples.build.kits.headings import dressed, heading, tied
from samples.build.kits.model import Block, Part
from samples.build.kits.prose import Teller

MEMBERS = ("cinematographer", "editor", "composer", "producer")


def director_life(hand: Hand) -> list[Part]:
    director = hand.story.director
    hand.stated.film["directors"] = [director.name]
    above = heading(hand, "biography", name=director.name)
    parts = [_life(hand, director, above, ["director"])]
    if hand.chance(0.7):
        parts.append(filmography(hand))
    return parts


def lives(hand: Hand) -> list[Part]:
    """Some of the crew and the players, each under their name; a heading over all of them or none."""
    parts = [_member(hand, role) for role in hand.dice.sample(MEMBERS, hand.dice.randrange(0, 3))]
    parts += [_player(hand)] if hand.chance(0.6) or not parts else []
    return [_together(hand, parts)] if hand.chance(0.6) else parts


def _together(hand: Hand, lives: Sequence[Part]) -> Part:
    """All under one heading, each under the person's name in bold type."""
    blocks = [block for life in lives for block in (*(Block(line, "bold") for line in life.heading), *life.blocks)]
    return Part("biography", blocks, heading(hand, "lives"))


def _member(hand: Hand, role: str) -> Part:
    person = hand.member(role)
    shown = hand.pick(hand.tongue.roles[role])
    above = hand.pick(hand.tongue.headings["member"]).format(name=tied(person.name), role=shown.lower() if hand.chance(0.3) else shown)
    return _life(hand, person, dressed(hand, above), [role] if shown.casefold() in above.casefold() else [])


def _player(hand: Hand) -> Part:
    person, character = hand.member("actor 0"), hand.story.hero
    above = hand.pick(hand.tongue.headings["player"]).format(name=tied(person.name), character=character.given)
    played = character.given if character.given in above else None
    if played:
        hand.stated.name(character.name, "PERSON", played)
    return _life(hand, person, dressed(hand, above), ["actor"], played)


def _life(hand: Hand, person: Person, above: Sequence[str], roles: list[str], character: str | None = None) -> Part:
    if any(person.name.casefold() in line.casefold() for line in above):
        hand.stated.name(person.name, "PERSON")
    work = hand.pick(hand.story.works) if person is hand.story.director else None
    teller = Teller(hand, person, work)
    told = [teller.tell("born" if hand.chance(0.8) else "unborn"), *_told(hand, teller)]
    text = " ".join(told)
    born, place = teller.filled.get("born"), teller.filled.get("birthplace")
    hand.stated.biographies.append(Biography(person=person.name, roles=roles, character=character, born=born, birthplace=place, text=text))
    return Part("biography", [Block(text)], above)


def _told(hand: Hand, teller: Teller) -> list[str]:
    """Further sentences; a prize in one of them is a prize of the person's film."""
    told = []
    for template in hand.dice.sample(hand.tongue.life, hand.dice.randrange(1, 5)):
        told.append(teller.fill(template))
        if "{won}" in template:
            filled = teller.filled
            hand.stated.awards.append(
                Award(
                    festival=filled["festival"],
                    year=int(filled["workyear"]),
                    award=filled["prize"],
                    result="won",
                    film=filled["work title"],
                )
            )
    return told


def filmography(hand: Hand) -> Part:
    """The director's films, this one first or last among them at times."""
    works = list(hand.story.works)
    own = Work(hand.story.title, hand.story.other_title, hand.story.year, hand.story.minutes, hand.story.form)
    works += [own] if hand.chance(0.6) else []
    if hand.chance(0.5):
        works.reverse()
    shape = hand.layout("filmography", SHAPES)
    shown = _Shown(minutes=hand.chance(0.6), form=hand.chance(0.5), other=hand.chance(0.8), capitals=hand.chance(0.3))
    blocks, entries = [], []
    for work in works:
        text, entry = _entry(hand, work, shape, shown)
        entries.append(entry)
        blocks.append(Block(text, "line", close=True))
        for title in (entry.title, *entry.other_titles):
            hand.stated.name(title, "WORK")
    hand.stated.filmographies.append(Filmography(person=hand.story.director.name, entries=entries))
    above = heading(hand, "filmography", name=hand.story.director.name) if hand.chance(0.75) else ()
    return Part("filmography", blocks, above)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a list gives of each film."""

    minutes: bool
    form: bool
    other: bool
    capitals: bool


SHAPES = (
    "{year} – {title}{other}{tail}", "{year} {title}{other}{tail}", "{title}{other} ({year}){tail}", "{title}{other}{tail}, {year}",
    "{year}: {title}{other}{tail}", "{title}{other}, {year}{tail}", "• {title}{other} ({year}{tail})", "{year}   {title}{other}{tail}",
)  # fmt: skip


def _entry(hand: Hand, work: Work, shape: str, shown: _Shown) -> tuple[str, FilmographyEntry]:
    title = work.title.upper() if shown.capitals else work.title
    other = work.translated if shown.other else None
    form = hand.pick(hand.tongue.forms[work.form]) if shown.form else None
    minutes = hand.tongue.minutes[0 if hand.look.capitals else -1].format(m=work.minutes) if shown.minutes else None
    tail = "".join(f", {piece}" for piece in (form, minutes) if piece)
    text = shape.format(year=work.year, title=title, other=f" ({other})" if other else "", tail=tail)
    if work.title == hand.story.title:
        _own(hand, other, form, minutes)
    entry = FilmographyEntry(
        year=work.year,
        title=title,
        other_titles=[other] if other else [],
        forms=[work.form] if form else [],  # type: ignore[list-item]
        runtime_minutes=work.minutes if minutes else None,
    )
    return text, entry


def _own(hand: Hand, other: str | None, form: str | None, minutes: str | None) -> None:
    """The list states the kit's own film too, which may be the only place that does."""
    film, story = hand.stated.film, hand.story
    film["year"] = story.year
    if other:
        film["other_titles"] = [other]
    if form:
        film["forms"] = [story.form]
    if minutes:
        film["runtime_minutes"] = story.minutes
