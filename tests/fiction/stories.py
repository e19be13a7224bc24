"""The two sets of films: one to tune on, one with other traps that was held back while tuning."""

from __future__ import annotations

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

TUNED = """
ru | The Salt Carrier | Le Porteur de sel | Der Salzträger | El portador de sal | Il portatore di sale | O carregador de sal | Соленосец
ru | Thaw on the Ob | Dégel sur l'Ob | Tauwetter am Ob | Deshielo en el Ob | Disgelo sull'Ob | Degelo no Ob | Ледоход на Оби
ru | Sister Cuckoo | Sœur coucou | Schwester Kuckuck | Hermana cuco | Sorella cuculo | Irmã cuco | Сестрица кукушка
ru | Yard Without Children | La Cour sans enfants | Hof ohne Kinder | Patio sin niños | Cortile senza bambini | Pátio sem crianças | Двор без ребятишек
el | The Lamp Lighters | Les Allumeurs | Die Lampenanzünder | Los faroleros | I lampionai | Os acendedores | Οι φαναρτζήδες
el | Noon at the Cistern | Midi à la citerne | Mittag an der Zisterne | Mediodía en el aljibe | Mezzogiorno alla cisterna | Meio-dia na cisterna | Μεσημέρι στη στέρνα
fr | Nine Doors | Neuf portes | Neun Türen | Nueve puertas | Nove porte | Nove portas
de | The Ferry Clerk | L'Employé du bac | Der Fährschreiber | El escribiente del ferry | L'impiegato del traghetto | O escrivão da balsa
es | Dry Thunder | Tonnerre sec | Trockener Donner | Trueno seco | Tuono secco | Trovão seco
it | The Orchard of Nobody | Le Verger de personne | Niemands Obstgarten | El huerto de nadie | Il frutteto di nessuno | O pomar de ninguém
pt | Tide Table | L'Horaire des marées | Gezeitentafel | Tabla de mareas | Tavola delle maree | Tábua de marés
en | Bellwether | Le Mouton de tête | Leithammel | El cabestro | Il capobranco | O carneiro guia
fr | The Borrowed Coat | Le Manteau emprunté | Der geliehene Mantel | El abrigo prestado | Il cappotto prestato | O casaco emprestado
de | Night Shift at the Mill | Équipe de nuit au moulin | Nachtschicht in der Mühle | Turno de noche en el molino | Turno di notte al mulino | Turno da noite no moinho
es | Paper Wedding | Noces de papier | Papierhochzeit | Bodas de papel | Nozze di carta | Bodas de papel
"""
HELD = """
ru | The Bee Inspector | L'Inspecteur des abeilles | Der Bieneninspektor | El inspector de abejas | L'ispettore delle api | O inspetor das abelhas | Пчелиный ревизор
ru | Forty Versts of Silence | Quarante verstes de silence | Vierzig Werst Schweigen | Cuarenta verstas de silencio | Quaranta verste di silenzio | Quarenta verstas de silêncio | Сорок вёрст тишины
ru | Hay | Le Foin | Heu | Heno | Fieno | Feno | Сено
el | The Widow's Motorcycle | La Moto de la veuve | Das Motorrad der Witwe | La moto de la viuda | La moto della vedova | A moto da viúva | Η μηχανή της χήρας
el | Chalk | La Craie | Kreide | Tiza | Gesso | Giz | Κιμωλία
fr | The Understudy | La Doublure | Die Zweitbesetzung | La suplente | La sostituta | A substituta
de | Cold Harvest | Récolte froide | Kalte Ernte | Cosecha fría | Raccolto freddo | Colheita fria
es | The Deaf Bell | La Cloche sourde | Die taube Glocke | La campana sorda | La campana sorda | O sino surdo
it | Letters to a Dam | Lettres à un barrage | Briefe an einen Staudamm | Cartas a una presa | Lettere a una diga | Cartas a uma barragem
pt | House of Cork | Maison de liège | Haus aus Kork | Casa de corcho | Casa di sughero | Casa de cortiça
en | Marram | Oyats | Strandhafer | Barrón | Sparto | Estorno
pt | The Second Spring | Le Second Printemps | Der zweite Frühling | La segunda primavera | La seconda primavera | A segunda primavera
it | Mother Tongue | Langue maternelle | Muttersprache | Lengua materna | Lingua madre | Língua materna
fr | Without Address | Sans adresse | Ohne Adresse | Sin señas | Senza indirizzo | Sem morada
"""
FRESH = """
ru | Kerosene | Pétrole lampant | Petroleum | Queroseno | Cherosene | Querosene | Керосин
ru | The Last Telegraphist | La Dernière Télégraphiste | Die letzte Telegrafistin | La última telegrafista | L'ultima telegrafista | A última telegrafista | Последняя телеграфистка
ru | Under the Zhigulis | Sous les Jigouli | Unter den Schiguli | Bajo los Zhiguli | Sotto gli Žiguli | Sob os Jiguli | Под Жигулями
el | Harbour of Quails | Le Port aux cailles | Wachtelhafen | Puerto de codornices | Porto delle quaglie | Porto das codornizes | Το λιμάνι των ορτυκιών
el | The Cantor's Daughter | La Fille du chantre | Die Tochter des Psalmisten | La hija del chantre | La figlia del cantore | A filha do cantor | Η κόρη του ψάλτη
fr | Gleaners' Moon | La Lune des glaneuses | Mond der Ährenleserinnen | Luna de espigadoras | Luna delle spigolatrici | Lua das respigadoras
de | Toll Keeper | Le Péager | Der Zöllner von Horst | El portazguero | Il gabelliere | O portageiro
es | Home | À la maison | Daheim | Casa | A casa | Em casa
it | Snowmelt Fever | La Fièvre de la fonte | Schmelzfieber | Fiebre de deshielo | Febbre del disgelo | Febre do degelo
pt | The Carob Thief | Le Voleur de caroubes | Der Johannisbrotdieb | El ladrón de algarrobas | Il ladro di carrube | O ladrão de alfarrobas
en | Whinstone | Whinstone | Whinstone | Whinstone | Whinstone | Whinstone
fr | Seven Ferrymen | Sept passeurs | Sieben Fährleute | Siete barqueros | Sette traghettatori | Sete barqueiros
de | Understory | Sous-bois | Unterholz | Sotobosque | Sottobosco | Sub-bosque
it | The Weighbridge | Le Pont-bascule | Die Brückenwaage | La báscula | La pesa pubblica | A báscula
"""
FORMER = "Gravel|Ottilie|The Weir|Umbra|Slack Water|Kestrel|Vespers|Nocturne 7|Lime|Under Oaks|Hollow|Sedge|Pallas|Tern|Rookery|Quarry|Embers|Fallow|Larder|Tallow"


def tuned_stories() -> tuple[Story, ...]:
    """Twenty-five films: twelve on their own, and remakes, sequels, shorts made long, namesakes, a troupe's next film."""
    rng = Random(41)
    told = [_story(line, rng) for line in TUNED.strip().splitlines()]
    remade, doors, ferry, thunder = told[6], told[12], told[7], told[8]
    other = [_story(line, rng) for line in TUNED.strip().splitlines()[6:13]]
    return (
        *told,
        changed(other[0], "remake", year=remade.year - 24),
        changed(other[6], "same-title-same-year", year=doors.year),
        changed(ferry, "sequel", titles=_numbered(ferry.titles, " 2"), year=ferry.year + 3, runtime=ferry.runtime + 9),
        changed(thunder, "part-two", titles=_numbered(thunder.titles, ", Part II"), year=thunder.year),
        changed(told[9], "short", runtime=14, year=told[9].year - 3, forms=("short", "fiction"), oeuvre=()),
        changed(
            told[13],
            "troupe",
            titles=_plain("Ash Wednesday Market"),
            year=told[13].year + 1,
            runtime=told[13].runtime + 11,
            cast=_cast(told[13], rng),
        ),
        changed(
            told[0],
            "troupe-ru",
            titles={**_plain("Wolf Ferry"), "ru": "Волчий перевоз"},
            year=told[0].year + 1,
            runtime=told[0].runtime - 8,
            cast=_cast(told[0], rng),
        ),
        changed(other[4], "namesake", titles=_plain("Starch"), directors=told[10].directors),
        changed(other[5], "early", year=told[11].year - 40, titles=told[11].titles),
        changed(other[3], "mere-title", titles=_plain("Trovatella")),
    )


def held_stories() -> tuple[Story, ...]:
    """Other traps: no cast, own remake, son with the father's name, trilogy, two documentaries of one title and year, series."""
    rng = Random(1907)
    told = [_story(line, rng) for line in HELD.strip().splitlines()]
    other = [_story(line, rng) for line in HELD.strip().splitlines()]
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
        changed(told[7], "trilogy-b", titles=_plain("The Deaf Rope"), year=told[7].year + 1, runtime=told[7].runtime + 2),
        changed(told[7], "trilogy-c", titles=_plain("The Deaf Rain"), year=told[7].year + 2, runtime=told[7].runtime + 3),
        changed(other[4], "chalk-too", year=told[4].year + 1),
        changed(other[2], "hay-too", year=told[2].year + 2, runtime=told[2].runtime),
        changed(told[10], "episode", titles=_numbered(told[10].titles, ", Episode 3"), runtime=told[10].runtime),
        changed(
            told[3],
            "homonym",
            titles=_plain("Pumice"),
            cast=other[3].cast,
            crew=other[3].crew,
            oeuvre=other[3].oeuvre,
            year=told[3].year + 2,
        ),
        changed(told[0], "silence", titles=_plain("The Bee Minister"), year=told[0].year + 1),
        changed(told[11], "spring-doc", **papers, year=told[11].year + 1, runtime=52),
    )


def fresh_stories() -> tuple[Story, ...]:
    """Traps again others: three films called Home, sisters, seasons, parts in words, a remake abroad, a sequel by subtitle."""
    rng = Random(77)
    told = [_story(line, rng) for line in FRESH.strip().splitlines()]
    other = [_story(line, rng) for line in FRESH.strip().splitlines()]
    papers = {"forms": ("documentary",), "cast": ()}
    sister = f"Quirina {told[7].directors[0].split()[1]}"
    return (
        *told[:12],
        changed(told[12], "understory", **papers),
        changed(told[13], "weighbridge", directors=(*told[13].directors, other[13].directors[0])),
        changed(other[7], "home-sister", directors=(sister,), year=told[7].year),
        changed(other[10], "home-en", titles=told[7].titles, year=told[7].year + 2),
        changed(other[8], "remake-abroad", titles=told[8].titles, country="FR", language="fr", year=told[8].year + 13),
        changed(told[9], "sequel", titles=_numbered(told[9].titles, ": Return"), year=told[9].year + 2, runtime=told[9].runtime + 5),
        changed(told[6], "part-two", titles=_numbered(told[6].titles, " - Part Two"), runtime=told[6].runtime + 4),
        changed(told[11], "season-two", titles=_numbered(told[11].titles, ", Season 2"), year=told[11].year + 1),
        changed(other[0], "short", runtime=11, forms=("short", "fiction"), year=told[0].year + 1),
        changed(
            told[5], "next", titles=_plain("Tithe Barn"), year=told[5].year + 2, runtime=told[5].runtime - 13, cast=_cast(told[5], rng)
        ),
        changed(
            told[3],
            "next-el",
            titles={**_plain("Salt Pan"), "el": "Η αλυκή"},
            year=told[3].year + 1,
            runtime=told[3].runtime + 21,
            cast=_cast(told[3], rng),
        ),
        changed(other[12], "understory-too", **papers, year=told[12].year - 1),
        changed(told[1], "namesake", titles=_plain("Gantry"), cast=other[1].cast, crew=other[1].crew, oeuvre=other[1].oeuvre),
    )


def _story(line: str, rng: Random) -> Story:
    original, *titles = (part.strip() for part in line.split("|"))
    named = dict(zip(LANGUAGES, titles, strict=False))
    if len(titles) > len(LANGUAGES):
        named[original] = titles[-1]
    people = _people(original, rng)
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
        oeuvre=tuple((year - gap, _plain(title)) for gap, title in zip((9, 6, 3), rng.sample(FORMER.split("|"), 3), strict=True)),
    )


def _people(language: str, rng: Random) -> tuple[str, ...]:
    """Fifteen people, none twice; all of one country, so that many share a first or a family name."""
    pairs = [f"{given} {family}" for given in GIVEN[language].split() for family in FAMILY[language].split()]
    return tuple(rng.sample(pairs, 15))


def _cast(story: Story, rng: Random) -> tuple[tuple[str, str], ...]:
    """Five of the same players in other parts, and three new ones."""
    names = [actor for actor, _ in story.cast[:5]] + list(_people(story.language, rng)[:3])
    return tuple(zip(names, rng.sample(PARTS.split(), 8), strict=True))


def _numbered(titles: Titles, number: str) -> Titles:
    return {language: f"{title}{number}" for language, title in titles.items()}


def _plain(title: str) -> Titles:
    """A title that is never translated."""
    return {"en": title}
