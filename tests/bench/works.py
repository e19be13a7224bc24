"""Kits of as many works as one likes, made up: namesakes, frequent titles, busy people, and second kits of a film, as there are in life."""

from __future__ import annotations

import hashlib
from random import Random

from presskit.record import (
    Biography,
    CastMember,
    Company,
    Credits,
    CrewMember,
    Extraction,
    Film,
    Filmography,
    FilmographyEntry,
    PressKit,
    SectionText,
    SourceFile,
)

STARTS = ("br", "c", "ch", "d", "dr", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w", "z", "é", "ü")
ENDS = ("al", "an", "ar", "as", "el", "en", "er", "es", "il", "in", "ir", "is", "ol", "on", "or", "os", "ul", "un", "ur", "us", "ei", "ou")
CREW = ("screenwriter", "cinematographer", "editor", "composer", "producer")
SECOND, BUSY, LIVES = 0.05, 0.02, 0.3
"""Shares: of kits that are a second one of their film, of credits that busy people have, of kits that tell of the director's life."""


def _words(count: int, syllables: int, seed: int) -> list[str]:
    dice = Random(seed)
    made = ("".join(dice.choice(STARTS) + dice.choice(ENDS) for _ in range(syllables)) for _ in range(count * 2))
    return list(dict.fromkeys(made))[:count]


FIRST, LAST, WORDS = _words(300, 2, 1), _words(20_000, 3, 2), _words(20_000, 3, 3)
MANY = [f"{first} {last}".title() for first, last in zip(_words(40, 2, 4), _words(40, 3, 5), strict=True)]
"""Busy people: the first of them directed three films in a thousand."""


def record(number: int) -> Extraction:
    """The kit of a work; always the same for a number. One in twenty is a second kit of the work before it."""
    dice = Random(number)
    work = number - 1 if number and dice.random() < SECOND else number
    kit = _kit(Random(f"work {work}"), dice)
    digest = hashlib.sha256(f"kit {number}".encode()).hexdigest()
    name = f"kit-{number:06}.pdf"
    source = SourceFile(name=name, sha256=digest, media_type="application/pdf", bytes=1, pages=9, pipeline="1", settings={})
    return Extraction(source=source, kit=kit)


def _kit(film: Random, dice: Random) -> PressKit:
    title = _title(film)
    directors, cast = [_person(film)], [CastMember(actor=_person(film)) for _ in range(5)]
    crew = [CrewMember(role=role, name=_person(film)) for role in CREW]  # type: ignore[arg-type]
    year, minutes = film.randint(1930, 2026), film.randint(60, 200)
    text = "\n\n".join(" ".join(_word(dice) for _ in range(40)) for _ in range(3))
    told = film.random() < LIVES
    listed = [FilmographyEntry(title=_title(film), year=year - film.randint(2, 20)) for _ in range(3 * told)]
    return PressKit(
        languages=["en"],
        film=Film(title=title, year=year, runtime_minutes=minutes, directors=directors),
        credits=Credits(cast=cast, crew=crew, companies=[Company(role="production", name=f"{_word(film).title()} Film")]),
        sections=[SectionText(kind="synopsis", heading="Synopsis", text=text)],
        biographies=[Biography(person=directors[0], roles=["director"], born=str(year - 40), text=text[:200])] if told else [],
        filmographies=[Filmography(person=directors[0], entries=listed)] if told else [],
    )


def _title(film: Random) -> str:
    """Of one to three words. The most frequent title of one word is that of two films in a thousand."""
    return " ".join(WORDS[int(len(WORDS) * film.random() ** 2)] for _ in range(film.choice((1, 2, 2, 3)))).title()


def _word(dice: Random) -> str:
    """A few words are in every text, most are rare: one in ten of all words is the first."""
    chance = dice.random()
    return "film" if chance < 0.05 else WORDS[int(len(WORDS) * chance**4)]


def _person(dice: Random) -> str:
    if dice.random() < BUSY:
        return MANY[int(len(MANY) * dice.random() ** 2)]
    return f"{FIRST[int(len(FIRST) * dice.random() ** 2)]} {dice.choice(LAST)}".title()
