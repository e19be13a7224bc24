"""The facts a kit is made from: an invented film with its people, companies and festivals, drawn by a seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "fr", "de", "es", "it", "pt")
HOMES: Mapping[str, Sequence[str]] = {
    "en": ("GB",), "fr": ("FR", "BE"), "de": ("DE", "CH"), "es": ("ES", "AR"), "it": ("IT",), "pt": ("PT", "BR"),
}  # fmt: skip
"""Countries whose kits are mostly written in a language."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country and its people. `country` says "in X" and `names` X in each of LANGUAGES."""

    code: str
    language: str
    phone: str
    country: Sequence[str]
    names: Sequence[str]
    men: Sequence[str]
    women: Sequence[str]
    families: Sequence[str]
    towns: Sequence[str]
    companies: Sequence[str]


@dataclass(frozen=True, slots=True)
class Person:
    given: str
    family: str
    woman: bool
    land: Land

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Work:
    """An earlier film: `title` in its own language, `translated` in the kit's where that is another."""

    title: str
    translated: str | None
    year: int
    minutes: int
    form: str


@dataclass(frozen=True, slots=True)
class Character:
    """A part: a person of the story, or what they do there."""

    name: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Story:
    """The film a kit is for and everybody in it."""

    title: str
    other_title: str | None
    year: int
    minutes: int
    form: str
    lands: Sequence[Land]
    director: Person
    hero: Person
    second: Person
    works: Sequence[Work]
    people: Sequence[Person]
    """Nobody yet: crew, actors, critics and teachers are taken from here in turn."""


def _land(code: str, entry: Mapping[str, Sequence[str]]) -> Land:
    names = entry.get("names") or [phrase.split(" ", 1)[1] for phrase in entry["country"]]
    return Land(code, **{**entry, "names": names})  # type: ignore[arg-type]


def _read(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    loaded: Mapping[str, Mapping[str, Sequence[str]]] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return loaded


LANDS: Mapping[str, Land] = {code: _land(code, entry) for code, entry in _read("lands.yaml").items()}
FILMS = _read("films.yaml")


def draw_story(dice: Random, language: str) -> Story:
    home = LANDS[dice.choice(HOMES[language]) if dice.random() < 0.6 else dice.choice(sorted(LANDS))]
    others = [land for land in LANDS.values() if land is not home]
    lands = (home, *dice.sample(others, dice.choice((0, 0, 1, 1, 2))))
    director, hero, second, *people = draw_people(dice, home, 60)
    year = dice.randrange(2004, 2026)
    foreign = home.language != language
    return Story(
        title=(title := draw_title(dice, home.language if foreign and dice.random() < 0.5 else language)),
        other_title=_other_title(dice, title, language),
        year=year,
        minutes=dice.randrange(62, 150)
        if (form := dice.choice(("feature", "feature", "documentary", "short"))) != "short"
        else dice.randrange(6, 31),
        form=form,
        lands=lands,
        director=director,
        hero=hero,
        second=second,
        works=_works(dice, home.language, language, year),
        people=people,
    )


def _other_title(dice: Random, title: str, language: str) -> str | None:
    """International titles are in English, or of the kit's language."""
    if dice.random() < 0.4:
        return None
    other = draw_title(dice, "en" if language != "en" else "fr")
    return other if other != title else None


def _works(dice: Random, own: str, language: str, before: int) -> Sequence[Work]:
    years = sorted(dice.sample(range(before - 22, before), dice.randrange(3, 8)))
    works = (_work(dice, own, language, year) for year in years)
    return tuple({work.title: work for work in works}.values())


def _work(dice: Random, own: str, language: str, year: int) -> Work:
    form = dice.choice(("short", "short", "documentary", "feature"))
    minutes = dice.randrange(4, 30) if form == "short" else dice.randrange(61, 130)
    translated = draw_title(dice, language) if own != language and dice.random() < 0.6 else None
    return Work(draw_title(dice, own), translated, year, minutes, form)


def draw_people(dice: Random, home: Land, many: int) -> list[Person]:
    """People of the country mostly; no two share a given or a family name while there are others."""
    made: dict[str, Person] = {}
    while len(made) < many:
        land = home if dice.random() < 0.75 else LANDS[dice.choice(sorted(LANDS))]
        woman = dice.random() < 0.5
        person = Person(dice.choice(land.women if woman else land.men), dice.choice(land.families), woman, land)
        if len(made) > 6 or all(person.family != other.family and person.given != other.given for other in made.values()):
            made.setdefault(person.name, person)
    return list(made.values())


def draw_title(dice: Random, language: str) -> str:
    things = FILMS["things"][language]
    title = dice.choice(things)
    if dice.random() < 0.6:
        title += dice.choice(FILMS["joins"][language]) + dice.choice([thing for thing in things if thing != title])
    if language == "en":
        return " ".join(word if word in ("and", "under", "without") else word[0].upper() + word[1:] for word in title.split())
    return title[0].upper() + title[1:]
