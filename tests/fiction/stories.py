"""Three sets of films: one to tune on, and two with other traps, each written before it was first run and held back till then."""

from __future__ import annotations

from pathlib import Path
from random import Random

from fiction.films import Story, Titles, changed

GIVEN = {
    "ru": "Аркадий Лидия Евгений Жанна Степан Ксения Тимофей Юлия Захар Ульяна Фёдор Вячеслав Людмила Яков",
    "el": "Χρήστος Ευγενία Λουκάς Δέσποινα Σταύρος Ιφιγένεια Θεοδόσης Βαρβάρα Πηνελόπη Ευάγγελος",
    "fr": "Armelle Bastien Clotilde Didier Élodie Fabrice Gaëlle Hervé Ismérie Joël Loïc Maëlys",
    "de": "Annegret Burkhard Cordula Detlef Elfriede Gerold Hannelore Jörg Käthe Lothar Mechthild Rüdiger",
    "es": "Anselmo Begoña Casilda Domingo Eulalia Fermín Graciela Hernán Íñigo Leocadia Maximino",
    "it": "Abbondio Brunella Calogero Domitilla Ermanno Fiorenza Gaspare Ivonne Lamberto Ornella",
    "pt": "Afonso Benedita Custódio Domitila Estêvão Felisbela Gonçalo Herculano Lucinda Quitéria",
    "en": "Alistair Bronwen Cuthbert Dorothea Edmund Fenella Gilbert Harriet Ignatius Lavinia Mortimer",
}
FAMILY = {
    "ru": "Щербинин Жаворонков Чеканов Хлебодаров Цветаевский Шумаков Юрьин Ящуров Кольцевой Воробейчик Ульшин Зажогин Плющев Ерёменков",
    "el": "Αγγελινός Μπουζάκης Χατζηβέλης Ψαρουδάς Ντουκάκος Τσιριβάς Ευθυμιάδης Καραγκιόζος Φουρνάρης Ξυλούρης",
    "fr": "Quervel Bastardon Chaussepied Delormeau Estoublon Fauvarque Guillosson Hautecourt Jouvelin Kermarrech",
    "de": "Achterkamp Brüggenthies Dornseifer Eschweide Fleckenbühl Grothmann Hüsemann Itzengrün Kückelmann Lütterfeld",
    "es": "Aldecorta Barruecos Cifuentejos Dueñaz Escaramilla Fuentelapeña Garabandal Hinojalejo Izcarra Lumbrales",
    "it": "Abbiategrossi Bertazzolo Cantalamessi Diotisalvo Frescogiglio Guidobaldini Magnafico Occhialetti Passalacquo",
    "pt": "Alvorninha Bracamonte Carrazedo Doirado Esperandeu Feijoeiro Gaivotinha Lampreia Malheirinho Nespereira",
    "en": "Ashcombeley Brackenthwaite Cholmondrake Dunsterfield Etheridgeway Fotherstone Grimsdyke Hathersmoor Inkpenning",
}
PARTS = "Mara Ivo Tilde Ruben Selma Anton Vera Nils Kata Ossip Dalia Remo Zora Emil Pavel Irma Lev Nadja Otis Livia"
CODES = {"ru": "RU", "el": "GR", "fr": "FR", "de": "DE", "es": "ES", "it": "IT", "pt": "PT", "en": "GB"}
LANGUAGES = ("en", "fr", "de", "es", "it", "pt")

FORMER = (
    "Gravel|Ottilie|The Weir|Umbra|Slack Water|Kestrel|Vespers|Nocturne 7|Lime|"
    "Under Oaks|Hollow|Sedge|Pallas|Tern|Rookery|Quarry|Embers|Fallow|Larder|Tallow"
)


HERE = Path(__file__).parent


def tuned_stories() -> tuple[Story, ...]:
    """Twenty-five films: twelve on their own, and remakes, sequels, shorts made long, namesakes, a troupe's next film."""
    rng = Random(41)
    told = [_story(line, rng) for line in _lines("tuned")]
    remade, doors, ferry, thunder = told[6], told[12], told[7], told[8]
    other = [_story(line, rng) for line in _lines("tuned")[6:13]]
    return (
        *told,
        changed(other[0], "remake", year=remade.year - 24),
        changed(other[6], "same-title-same-year", year=doors.year),
        changed(ferry, "sequel", titles=numbered(ferry.titles, " 2"), year=ferry.year + 3, runtime=ferry.runtime + 9),
        changed(thunder, "part-two", titles=numbered(thunder.titles, ", Part II"), year=thunder.year),
        changed(told[9], "short", runtime=14, year=told[9].year - 3, forms=("short", "fiction"), oeuvre=()),
        changed(
            told[13],
            "troupe",
            titles=plain("Ash Wednesday Market"),
            year=told[13].year + 1,
            runtime=told[13].runtime + 11,
            cast=_cast(told[13], rng),
        ),
        changed(
            told[0],
            "troupe-ru",
            titles={**plain("Wolf Ferry"), "ru": "Волчий перевоз"},
            year=told[0].year + 1,
            runtime=told[0].runtime - 8,
            cast=_cast(told[0], rng),
        ),
        changed(other[4], "namesake", titles=plain("Starch"), directors=told[10].directors),
        changed(other[5], "early", year=told[11].year - 40, titles=told[11].titles),
        changed(other[3], "mere-title", titles=plain("Trovatella")),
    )


def held_stories() -> tuple[Story, ...]:
    """Other traps: no cast, own remake, son with the father's name, trilogy, two documentaries of one title and year, series."""
    rng = Random(1907)
    told = [_story(line, rng) for line in _lines("held")]
    other = [_story(line, rng) for line in _lines("held")]
    papers = {"forms": ("documentary",), "cast": ()}
    junior = f"{told[9].directors[0]} Jr."
    return (
        *told[:8],
        changed(told[8], "letters", **papers),
        *told[9:12],
        changed(told[12], "tongue", **papers),
        changed(told[13], "pair", directors=(*told[13].directors, *other[13].directors)),
        changed(other[12], "tongue-too", year=told[12].year, runtime=told[12].runtime + 4, **papers),
        changed(told[6], "own-remake", year=told[6].year - 11, cast=other[6].cast, crew=other[6].crew, runtime=told[6].runtime + 6),
        changed(other[9], "son", directors=(junior,), year=told[9].year + 1),
        changed(told[7], "trilogy-b", titles=plain("The Deaf Rope"), year=told[7].year + 1, runtime=told[7].runtime + 2),
        changed(told[7], "trilogy-c", titles=plain("The Deaf Rain"), year=told[7].year + 2, runtime=told[7].runtime + 3),
        changed(other[4], "chalk-too", year=told[4].year + 1),
        changed(other[2], "hay-too", year=told[2].year + 2, runtime=told[2].runtime),
        changed(told[10], "episode", titles=numbered(told[10].titles, ", Episode 3"), runtime=told[10].runtime),
        changed(
            told[3],
            "homonym",
            titles=plain("Pumice"),
            cast=other[3].cast,
            crew=other[3].crew,
            oeuvre=other[3].oeuvre,
            year=told[3].year + 2,
        ),
        changed(told[0], "silence", titles=plain("The Bee Minister"), year=told[0].year + 1),
        changed(told[11], "spring-doc", **papers, year=told[11].year + 1, runtime=52),
    )


def fresh_stories() -> tuple[Story, ...]:
    """Traps again others: three films called Home, sisters, seasons, parts in words, a remake abroad, a sequel by subtitle."""
    rng = Random(77)
    told = [_story(line, rng) for line in _lines("fresh")]
    other = [_story(line, rng) for line in _lines("fresh")]
    papers = {"forms": ("documentary",), "cast": ()}
    sister = f"Quirina {told[7].directors[0].split()[1]}"
    return (
        *told[:12],
        changed(told[12], "understory", **papers),
        changed(told[13], "weighbridge", directors=(*told[13].directors, other[13].directors[0])),
        changed(other[7], "home-sister", directors=(sister,), year=told[7].year),
        changed(other[10], "home-en", titles=told[7].titles, year=told[7].year + 2),
        changed(other[8], "remake-abroad", titles=told[8].titles, country="FR", language="fr", year=told[8].year + 13),
        changed(told[9], "sequel", titles=numbered(told[9].titles, ": Return"), year=told[9].year + 2, runtime=told[9].runtime + 5),
        changed(told[6], "part-two", titles=numbered(told[6].titles, " - Part Two"), runtime=told[6].runtime + 4),
        changed(told[11], "season-two", titles=numbered(told[11].titles, ", Season 2"), year=told[11].year + 1),
        changed(other[0], "short", runtime=11, forms=("short", "fiction"), year=told[0].year + 1),
        changed(told[5], "next", titles=plain("Tithe Barn"), year=told[5].year + 2, runtime=told[5].runtime - 13, cast=_cast(told[5], rng)),
        changed(
            told[3],
            "next-el",
            titles={**plain("Salt Pan"), "el": "Η αλυκή"},
            year=told[3].year + 1,
            runtime=told[3].runtime + 21,
            cast=_cast(told[3], rng),
        ),
        changed(other[12], "understory-too", **papers, year=told[12].year - 1),
        changed(told[1], "namesake", titles=plain("Gantry"), cast=other[1].cast, crew=other[1].crew, oeuvre=other[1].oeuvre),
    )


def _lines(name: str) -> list[str]:
    """A film a line: its language, its title in six languages, and in its own script."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def _story(line: str, rng: Random) -> Story:
    original, *titles = (part.strip() for part in line.split("|"))
    named = dict(zip(LANGUAGES, titles, strict=False))
    if len(titles) > len(LANGUAGES):
        named[original] = titles[-1]
    people = people_of(original, rng)
    year = rng.randint(1990, 2024)
    return Story(
        key=f"{named['en']} ({rng.randrange(10**6)})",
        titles=named,
        country=CODES[original],
        language=original,
        year=year,
        runtime=rng.randint(74, 138),
        directors=people[:1],
        cast=tuple(zip(people[1:9], rng.sample(PARTS.split(), 8), strict=True)),
        crew=people[9:15],
        oeuvre=tuple((year - gap, plain(title)) for gap, title in zip((9, 6, 3), rng.sample(FORMER.split("|"), 3), strict=True)),
    )


def people_of(language: str, rng: Random) -> tuple[str, ...]:
    """Fifteen people, none twice; all of one country, so that many share a first or a family name."""
    pairs = [f"{given} {family}" for given in GIVEN[language].split() for family in FAMILY[language].split()]
    return tuple(rng.sample(pairs, 15))


def _cast(story: Story, rng: Random) -> tuple[tuple[str, str], ...]:
    return recast(people_of(story.language, rng), story, rng)


def recast(others: tuple[str, ...], story: Story, rng: Random) -> tuple[tuple[str, str], ...]:
    """Five of the same players in other parts, and three new ones."""
    names = [actor for actor, _ in story.cast[:5]] + list(others[:3])
    return tuple(zip(names, rng.sample(PARTS.split(), 8), strict=True))


def numbered(titles: Titles, number: str) -> Titles:
    return {language: f"{title}{number}" for language, title in titles.items()}


def plain(title: str) -> Titles:
    """A title that is never translated."""
    return {"en": title}
