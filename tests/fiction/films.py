"""Fictional films and the kits that several countries make of them, with all that makes matching hard; seeded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from fiction.spelling import latin, slipped
from presskit.record import CastMember, Credits, CrewMember, Film, Filmography, FilmographyEntry, PressKit

MARKETS = ("en", "fr", "de", "es", "it", "pt")
ROLES = ("screenwriter", "cinematographer", "editor", "composer", "producer", "production_designer")
People = tuple[str, ...]
Titles = Mapping[str, str]


@dataclass(frozen=True)
class Story:
    """A film as it is; `titles` by language, the original under its own. `oeuvre`: what the director made before.

    `working` is what early kits call it, `restored` the year that kits of a restored version may print.
    """

    key: str
    titles: Titles
    country: str
    language: str
    year: int
    runtime: int
    directors: People
    cast: tuple[tuple[str, str], ...] = ()
    crew: People = ()
    oeuvre: tuple[tuple[int, Titles], ...] = ()
    forms: People = ("feature", "fiction")
    working: str = ""
    restored: int = 0


@dataclass(frozen=True)
class Noise:
    """How often a kit lacks or misprints something: the same for every set of films."""

    no_year: float = 0.12
    no_runtime: float = 0.2
    no_director: float = 0.06
    no_cast: float = 0.12
    slip: float = 0.08
    other_titles: float = 0.6
    oeuvre: float = 0.5
    next_year: float = 0.2


@dataclass(frozen=True)
class Set:
    """Films, kits by name, and the film that each kit is for."""

    kits: Mapping[str, PressKit]
    film_of: Mapping[str, str]
    stories: tuple[Story, ...] = field(default=())


def press(stories: Iterable[Story], seed: int, noise: Noise = Noise()) -> Set:
    """Two to four kits of each film, of different countries and the film's own among them at times."""
    rng = Random(seed)
    told = tuple(stories)
    kits: dict[str, PressKit] = {}
    film_of: dict[str, str] = {}
    for story in told:
        for country in rng.sample((*MARKETS, story.language), rng.choice((2, 3, 3, 4))):
            name = f"{len(kits):03d}-{rng.randrange(16**6):06x}"
            kits[name], film_of[name] = kit_of(story, country, rng, noise), story.key
    return Set(kits, film_of, told)


def kit_of(story: Story, country: str, rng: Random, noise: Noise) -> PressKit:
    """The kit that a distributor, festival or agent of this country makes of the film."""
    return PressKit(
        languages=[country],
        film=_film(story, country, rng, noise),
        credits=_credits(story, country, rng, noise),
        filmographies=_filmographies(story, country, rng, noise),
    )


def _film(story: Story, country: str, rng: Random, noise: Noise) -> Film:
    title, others = _titles(story.titles, story.language, country, rng)
    if story.working and rng.random() < 0.35:
        title, others = story.working, [title] if rng.random() < 0.4 else []
    year = story.restored if story.restored and rng.random() < 0.4 else story.year
    minutes = max(1, story.runtime + rng.choice((-2, -1, 0, 0, 0, 0, 1, 2)))
    return Film(
        title=slipped(title, rng) if rng.random() < noise.slip else title,
        other_titles=[other for other in others if rng.random() < noise.other_titles],
        year=None if rng.random() < noise.no_year else year + (rng.random() < noise.next_year),
        runtime_minutes=None if rng.random() < noise.no_runtime else minutes,
        countries=[story.country] if rng.random() < 0.8 else [],
        languages=[story.language],
        forms=list(story.forms) if rng.random() < 0.5 else [],  # type: ignore[arg-type]
        directors=[] if rng.random() < noise.no_director else [person(name, country, rng, noise) for name in story.directors],
    )


def _titles(titles: Titles, original: str, country: str, rng: Random) -> tuple[str, list[str]]:
    """The title in the country's language if there is one, else the international one; the rest may stand beside it."""
    printed = {language: title if language == country else latin(title, country, rng) for language, title in titles.items()}
    foreign = "en" if rng.random() < 0.7 or original not in printed else original
    main = country if country in printed else foreign
    beside = [printed[language] for language in (original, "en") if language in printed and language != main]
    if rng.random() < 0.2 and printed[main].startswith(("The ", "La ", "Le ", "Der ", "Die ")):
        return printed[main].upper(), beside
    return printed[main], beside


def person(name: str, country: str, rng: Random, noise: Noise) -> str:
    """A name as printed: the country's spelling, at times in capitals, surname first or with a slip."""
    spelled = latin(name, country, rng) if country in MARKETS else name
    if rng.random() < noise.slip:
        spelled = slipped(spelled, rng)
    chance = rng.random()
    if chance < 0.1:
        return spelled.upper()
    if chance < 0.14 and spelled.count(" ") == 1:
        return " ".join(reversed(spelled.split()))
    return spelled


def _credits(story: Story, country: str, rng: Random, noise: Noise) -> Credits:
    known = 0 if rng.random() < noise.no_cast else rng.randint(3, max(3, len(story.cast)))
    cast = [
        CastMember(actor=person(actor, country, rng, noise), character=latin(part, country, rng) if rng.random() < 0.8 else None)
        for actor, part in story.cast[:known]
    ]
    crew = [
        CrewMember(role=role, name=person(name, country, rng, noise))
        for role, name in zip(ROLES, story.crew, strict=False)
        if rng.random() < 0.7
    ]
    return Credits(cast=cast, crew=crew)


def _filmographies(story: Story, country: str, rng: Random, noise: Noise) -> list[Filmography]:
    if not story.oeuvre or rng.random() >= noise.oeuvre:
        return []
    own = [(story.year, story.titles)] if rng.random() < 0.5 else []
    entries = []
    for year, titles in [*story.oeuvre, *own]:
        title, others = _titles(titles, story.language, country, rng)
        others = [other for other in others if rng.random() < 0.5 and other != title]
        entries.append(FilmographyEntry(year=year, title=title, other_titles=others))
    return [Filmography(person=latin(story.directors[0], country, rng), entries=entries)]


def line_up(stories: Iterable[Story], seed: int) -> PressKit:
    """What a sales agent brings to a market, or a programme of shorts: of several films, and for none of them."""
    rng = Random(seed)
    told = rng.sample(sorted(stories, key=lambda story: story.key), 4)
    cast = [CastMember(actor=person(actor, "en", rng, Noise())) for story in told for actor, _ in story.cast[:3]]
    titles = [latin(story.titles["en"], "en", rng) for story in told]
    named = [person(story.directors[0], "en", rng, Noise()) for story in told]
    film = Film(title=f"Line-up {seed}", other_titles=titles, directors=named, year=told[0].year, runtime_minutes=None)
    entries = [FilmographyEntry(year=story.year, title=title) for story, title in zip(told, titles, strict=True)]
    lists = [Filmography(person=name, entries=[entry]) for name, entry in zip(named, entries, strict=True)]
    return PressKit(languages=["en"], film=film, credits=Credits(cast=cast), filmographies=lists)


def with_line_ups(kits: Set, many: int, seed: int) -> Set:
    """The set and so many kits of several films each; whatever merges with one of them is wrong."""
    extra = {f"{900 + n}-line-up": line_up(kits.stories, seed * 10 + n) for n in range(many)}
    return Set({**kits.kits, **extra}, {**kits.film_of, **{name: name for name in extra}}, kits.stories)


def changed(story: Story, key: str, **what: object) -> Story:
    """Another film that has much in common with this one."""
    return replace(story, key=key, **what)  # type: ignore[arg-type]
