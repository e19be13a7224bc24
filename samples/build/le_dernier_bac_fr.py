"""Draws le-dernier-bac-fr: a designed French kit with a cover, running head, notes at page foot and dot leaders; and its gold."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

from gold import SAMPLES, award, cast, companies, crew, dates, entities, entry, flat, save, section
from reportlab.lib.pagesizes import A4
from sheet import Sheet, Type

FOLDER = "le-dernier-bac-fr"
HEAD = "LE DERNIER BAC – Dossier de presse"

TITLE = Type("Times-Bold", 46, 52)
SUBTITLE = Type("Helvetica", 15, 26)
SMALL_CAPS = Type("Helvetica", 9, 14)
HEADING = Type("Helvetica-Bold", 15, 24)
TEXT = Type("Times-Roman", 11, 14.5)
BOLD = Type("Times-Bold", 11, 14.5)
ITALIC = Type("Times-Italic", 11, 14.5)
SMALL = Type("Times-Italic", 9, 12)
NOTE = Type("Times-Roman", 8, 10)
FOLIO = Type("Helvetica", 7.5, 10)

PRESENTED = "LES FILMS DU GUÉ et BRUME & FILS présentent"
STARRING = "AVEC ODILE FERRANT, BASTIEN LEQUERRE, NOUR HADDADI"
SPEC = "FRANCE – BELGIQUE – COULEUR – 1H34 – 2022 – 1.85 – 5.1"
RELEASE = "AU CINÉMA LE 12 OCTOBRE 2022"

SYNOPSIS = [
    """Automne 1996. Depuis vingt-six ans, Jeanne conduit le bac de Port-Sablon d’une rive à l’autre de l’estuaire. Au printemps, on
    inaugurera le pont. Elle a refusé le pot de départ, la médaille et le poste au guichet du péage.""",
    """La dernière semaine, un garçon monte à bord et ne redescend pas. Il ne dit ni son nom, ni de quelle rive il vient. Combien de fois
    peut-on faire l’aller-retour sans arriver nulle part ? Tandis que les notables préparent la fête, Jeanne cherche à qui le rendre.""",
]

INTENTION = [
    """J’ai grandi du mauvais côté de l’eau, celui où il n’y avait pas de lycée. J’ai pris le bac quatre fois par jour entre 1989 et 1993 et
    je n’ai jamais regardé le passeur en face. Ce film est une façon tardive de lui dire bonjour.""",
    """Je voulais une mise en scène de cabine : un cadre étroit, des vitres sales, un moteur qui couvre la moitié des phrases. Le pont, lui,
    n’est filmé qu’une fois, de nuit, comme une bête qu’il ne faut pas réveiller.""",
]

# Question, answer in paragraphs; ^ raises the mark of a note.
TALK: list[tuple[str, list[str]]] = [
    (
        "Le film s’ouvre sur un horaire affiché, filmé pendant une minute entière. Pourquoi commencer ainsi ?",
        [
            """Parce que c’est le scénario. Tout y est : les départs, les retours, les jours fériés, et cette ligne du bas que personne ne lit,
            « par temps de brume, s’adresser au passeur ». J’ai trouvé cette affiche en février 2017 chez un ferrailleur, sous une pile de
            plaques minéralogiques. Elle datait de l’hiver 1978-1979^1."""
        ],
    ),
    (
        "Odile Ferrant n’avait plus tourné depuis longtemps.",
        [
            """Depuis Le Sel des autres, oui. Je lui ai écrit une lettre, une vraie, et elle m’a répondu par une carte postale d’un phare avec un
            seul mot : « Quand ? » Elle a passé son permis fluvial en trois semaines. Qu’est-ce qu’une actrice, sinon quelqu’un qui apprend
            des métiers pour rien ? Le jury de Huy^2 lui a remis son prix dans une barque.""",
            """Avec Bastien Lequerre, elle avait un pacte : ne jamais répéter à terre.""",
        ],
    ),
    (
        "Vous avez tourné sur un vrai bac, en service, avec de vrais passagers. Comment le chef opérateur, Simon Vandewalle, a-t-il "
        "travaillé dans un espace aussi réduit, et qu’avez-vous gardé de ces contraintes ?",
        [
            """Simon s’était attaché au bastingage avec une sangle de déménageur. Nous avons commencé fin septembre 2020 et fini le
            14 novembre, la veille de la crue. Les passagers nous prenaient pour des gens des assurances.""",
            """– Vous êtes là pour le pont ? nous demandait-on chaque matin.""",
            """Nous répondions que oui. Au fond, c’était vrai.""",
        ],
    ),
    (
        "Et le garçon, d’où vient-il ?",
        [
            """De l’autre rive. (Rires.) Nour Haddadi, qui joue la maîtresse d’école, m’a posé la question tous les jours. Dans les années
            soixante-dix, un enfant est resté à bord une nuit entière ; mon grand-père en parlait comme d’un record sportif."""
        ],
    ),
]
NOTES = [
    "1. La ligne a été exploitée de 1931 à 1997, avec une interruption pendant l’Occupation.",
    "2. Festival du Premier Geste, Huy (Belgique), avril 2022. NDLR.",
]
BYLINE = "Propos recueillis par Gaspard Ollivon à Nantes, juin 2022."

BIOGRAPHY = [
    """Née à Saint-Nazaire le 7 août 1978, Maëlle Corvisart étudie l’hydrographie à Brest puis le montage à l’INSAS, à Bruxelles. Elle est
    scripte pendant dix ans avant de réaliser son premier court métrage, Marée de service. Le Dernier Bac est son deuxième long métrage."""
]
FILMS = [
    ("2022   LE DERNIER BAC – fiction, 94 min", []),
    ("2017   LES HEURES CREUSES – fiction, 88 min", ["Prix du public, Festival des Deux Rives 2017", "Sélection officielle, Rencontres de Lorient 2018"]),
    ("2013   LA GARDIENNE DU FEU – documentaire, 52 min", []),
    ("2009   MARÉE DE SERVICE – court métrage, 17 min", ["Grand Prix, Festival du court de Vannes 2009"]),
]  # fmt: skip

ARTISTIC = [
    ("Jeanne", "Odile Ferrant"),
    ("Le garçon", "Milo Kerdavid"),
    ("Loïc, le mécanicien", "Bastien Lequerre"),
    ("Mademoiselle Azoulay", "Nour Haddadi"),
    ("Le préfet", "Jean-Loup d’Arsac"),
]
TECHNICAL: list[tuple[str, list[str]]] = [
    ("Réalisation", ["Maëlle Corvisart"]),
    ("Scénario et dialogues", ["Maëlle Corvisart", "Éric Toussaint-Roy"]),
    ("Image", ["Simon Vandewalle SBC"]),
    ("Son", ["Fanny Quéré", "Luuk De Backer"]),
    ("Montage", ["Hélène Priou"]),
    ("Décors et costumes", ["Zoé Lamarque"]),
    ("Musique originale", ["Les Sœurs Péniche"]),
    ("1er assistant réalisateur", ["Tanguy Le Goff"]),
    ("Scripte", ["Ada Moreau"]),
    ("Régie générale", ["Karim Benali"]),
    ("Produit par", ["Béatrice Sorel (Les Films du Gué)", "Wim Claes (Brume & Fils)"]),
    ("Avec le soutien de", ["Région des Estuaires, Fonds Wallon de l’Image", "et la Fondation Passerelles"]),
    ("Ventes internationales", ["Bathyscaphe"]),
]

PRESS = [
    "PRESSE",
    "Agnès Bonnel et Théo Mir",
    "12, quai des Lamaneurs",
    "44000 Nantes",
    "Tél. : 02 99 00 14 27",
    "presse@bonnelmir.example",
]
DISTRIBUTION = ["DISTRIBUTION", "Rive Haute Distribution", "Clémence Attal", "Tél. : 01 99 00 63 10", "clemence@rivehaute.example", "www.rivehaute.example"]  # fmt: skip


def cover(sheet: Sheet) -> None:
    sheet.gap(40)
    sheet.centred(PRESENTED, SMALL_CAPS)
    sheet.gap(150)
    sheet.centred("LE DERNIER", TITLE)
    sheet.centred("BAC", TITLE)
    sheet.gap(10)
    sheet.centred("UN FILM DE MAËLLE CORVISART", SUBTITLE)
    sheet.centred(STARRING, SMALL_CAPS)
    sheet.gap(120)
    sheet.centred(SPEC, SMALL_CAPS)
    sheet.gap(12)
    sheet.centred(RELEASE, SUBTITLE)
    sheet.gap(60)
    sheet.centred("DOSSIER DE PRESSE", SMALL_CAPS)


def turn(sheet: Sheet, number: int) -> None:
    """The next page, with its running head and number."""
    sheet.new_page()
    sheet.column(70, 525, 800)
    sheet.line(HEAD, FOLIO)
    sheet.column(70, 525, 30)
    sheet.centred(str(number), FOLIO)
    sheet.column(70, 525, 760)


def heading(sheet: Sheet, text: str) -> None:
    sheet.gap(14)
    sheet.line(text, HEADING)


def paragraphs(sheet: Sheet, texts: list[str], kind: Type = TEXT) -> None:
    for text in texts:
        sheet.paragraph(text, kind)
        sheet.gap(5)


def foot(sheet: Sheet, note: str) -> None:
    sheet.column(70, 525, 70)
    sheet.rule()
    sheet.paragraph(note, NOTE)


def texts(sheet: Sheet) -> None:
    turn(sheet, 2)
    heading(sheet, "SYNOPSIS")
    paragraphs(sheet, SYNOPSIS)
    heading(sheet, "NOTE D’INTENTION")
    paragraphs(sheet, INTENTION)
    sheet.ranged_right("Maëlle Corvisart", ITALIC)


def talk(sheet: Sheet) -> None:
    turn(sheet, 3)
    heading(sheet, "ENTRETIEN AVEC MAËLLE CORVISART")
    for number, (question, answer) in enumerate(TALK):
        if number == 2:
            foot(sheet, NOTES[0])
            sheet.paragraph(NOTES[1], NOTE)
            turn(sheet, 4)
        sheet.paragraph(f"— {question}", BOLD)
        sheet.gap(3)
        paragraphs(sheet, answer)
        sheet.gap(6)
    sheet.line(BYLINE, SMALL)


def life(sheet: Sheet) -> None:
    heading(sheet, "LA RÉALISATRICE")
    paragraphs(sheet, BIOGRAPHY)
    heading(sheet, "FILMOGRAPHIE")
    for film, prizes in FILMS:
        sheet.line(film, TEXT)
        for prize in prizes:
            sheet.line(prize, SMALL, indent=38)


def lists(sheet: Sheet) -> None:
    turn(sheet, 5)
    heading(sheet, "LISTE ARTISTIQUE")
    for character, actor in ARTISTIC:
        room = 300 - TEXT.width(character) - TEXT.width(actor) - 8
        sheet.line(f"{character} {'.' * int(room / TEXT.width('.'))} {actor}", TEXT)
    heading(sheet, "LISTE TECHNIQUE")
    for label, names in TECHNICAL:
        sheet.put(sheet.left, label, TEXT)
        for name in names:
            sheet.put(sheet.left + 170, name, BOLD)
            sheet.y -= TEXT.leading


def contacts(sheet: Sheet) -> None:
    heading(sheet, "CONTACTS")
    top = sheet.y
    for left, block in ((70, PRESS), (320, DISTRIBUTION)):
        sheet.column(left, left + 200, top)
        sheet.line(block[0], BOLD)
        for row in block[1:]:
            sheet.line(row, TEXT)


def draw() -> None:
    sheet = Sheet(SAMPLES / FOLDER / "kit.pdf", A4)
    cover(sheet)
    texts(sheet)
    talk(sheet)
    life(sheet)
    lists(sheet)
    contacts(sheet)
    sheet.save()


def words(*parts: str) -> str:
    return flat(" ".join(parts)).replace("^", "")


def gold() -> None:
    asked = [{"question": question, "answer": words(*answer)} for question, answer in TALK]
    films = [row for film, prizes in FILMS for row in (film, *prizes)]
    save(
        FOLDER,
        languages=["fr"],
        film={
            "title": "LE DERNIER BAC",
            "year": 2022,
            "runtime_minutes": 94,
            "countries": ["FR", "BE"],
            "forms": ["feature", "fiction"],
            "aspect_ratio": "1.85",
            "sound": "5.1",
            "colour": "colour",
            "directors": ["Maëlle Corvisart"],
        },
        sections=[
            section("front", None, PRESENTED, "LE DERNIER BAC UN FILM DE MAËLLE CORVISART", STARRING),
            section("technical", None, SPEC),
            section("front", None, RELEASE, "DOSSIER DE PRESSE"),
            section("synopsis", "SYNOPSIS", *SYNOPSIS),
            section("statement", "NOTE D’INTENTION", *INTENTION, "Maëlle Corvisart"),
            section("interview", "ENTRETIEN AVEC MAËLLE CORVISART", *(f"— {t['question']} {t['answer']}" for t in asked), BYLINE),
            section("biography", "LA RÉALISATRICE", *BIOGRAPHY),
            section("filmography", "FILMOGRAPHIE", *films),
            section("credits", "LISTE ARTISTIQUE", *(f"{character} {actor}" for character, actor in ARTISTIC)),
            section("credits", "LISTE TECHNIQUE", *(" ".join([label, *names]) for label, names in TECHNICAL)),
            section("contacts", "CONTACTS", *PRESS, *DISTRIBUTION),
        ],
        synopses=[{"length": "unspecified", "text": words(*SYNOPSIS)}],
        statements=[{"person": "Maëlle Corvisart", "text": words(*INTENTION)}],
        biographies=[
            {
                "person": "Maëlle Corvisart",
                "roles": ["director"],
                "born": "1978-08-07",
                "birthplace": "Saint-Nazaire",
                "text": words(*BIOGRAPHY),
            }
        ],
        filmographies=[
            {
                "person": "Maëlle Corvisart",
                "entries": [
                    entry(2022, "LE DERNIER BAC", forms=["fiction"], runtime_minutes=94),
                    entry(2017, "LES HEURES CREUSES", forms=["fiction"], runtime_minutes=88),
                    entry(2013, "LA GARDIENNE DU FEU", forms=["documentary"], runtime_minutes=52),
                    entry(2009, "MARÉE DE SERVICE", forms=["short"], runtime_minutes=17),
                ],
            }
        ],
        interviews=[{"interviewees": ["Maëlle Corvisart"], "interviewers": ["Gaspard Ollivon"], "exchanges": asked}],
        footnotes=[{"marker": note[0], "text": note[3:]} for note in NOTES],
        credits={
            "cast": cast(*((actor, character) for character, actor in ARTISTIC)),
            "crew": crew(
                ("Réalisation", "director", "Maëlle Corvisart"),
                ("Scénario et dialogues", "screenwriter+dialogue", "Maëlle Corvisart; Éric Toussaint-Roy"),
                ("Image", "cinematographer", "Simon Vandewalle"),
                ("Son", "sound", "Fanny Quéré; Luuk De Backer"),
                ("Montage", "editor", "Hélène Priou"),
                ("Décors et costumes", "production_designer+costume_designer", "Zoé Lamarque"),
                ("Musique originale", "composer", "Les Sœurs Péniche"),
                ("1er assistant réalisateur", "assistant_director", "Tanguy Le Goff"),
                ("Scripte", "script_supervisor", "Ada Moreau"),
                ("Régie générale", "unit_manager", "Karim Benali"),
                ("Produit par", "producer", "Béatrice Sorel; Wim Claes"),
            ),
            "companies": companies(
                production="Les Films du Gué; Brume & Fils",
                support="Région des Estuaires; Fonds Wallon de l’Image; Fondation Passerelles",
                sales="Bathyscaphe",
            ),
        },
        awards=[
            award("Festival des Deux Rives", 2017, "won", award="Prix du public", film="LES HEURES CREUSES"),
            award("Rencontres de Lorient", 2018, "selected", section="Sélection officielle", film="LES HEURES CREUSES"),
            award("Festival du court de Vannes", 2009, "won", award="Grand Prix", film="MARÉE DE SERVICE"),
        ],
        contacts=[
            {
                "function": "press",
                "people": ["Agnès Bonnel", "Théo Mir"],
                "emails": ["presse@bonnelmir.example"],
                "phones": ["02 99 00 14 27"],
            },
            {
                "function": "distribution",
                "company": "Rive Haute Distribution",
                "people": ["Clémence Attal"],
                "emails": ["clemence@rivehaute.example"],
                "phones": ["01 99 00 63 10"],
                "websites": ["www.rivehaute.example"],
            },
        ],
        dates=dates(
            ("Automne 1996", "1996-23"),
            ("entre 1989 et 1993", "1989/1993"),
            ("février 2017", "2017-02"),
            ("hiver 1978-1979", "1978-24/1979-24"),
            ("fin septembre 2020", "2020-09"),
            ("14 novembre", "2020-11-14"),
            ("années soixante-dix", "197X"),
            ("de 1931 à 1997", "1931/1997"),
            ("avril 2022", "2022-04"),
            ("7 août 1978", "1978-08-07"),
        ),
        entities=entities(
            PERSON="""Maëlle Corvisart; Odile Ferrant; Bastien Lequerre; Nour Haddadi; Jeanne; Simon Vandewalle; Gaspard Ollivon;
            Milo Kerdavid; Loïc; Azoulay; Jean-Loup d’Arsac; Éric Toussaint-Roy; Fanny Quéré; Luuk De Backer; Hélène Priou; Zoé Lamarque;
            Tanguy Le Goff; Ada Moreau; Karim Benali; Béatrice Sorel; Wim Claes""",
            ORG="""INSAS; Les Films du Gué; Brume & Fils; Les Sœurs Péniche; Région des Estuaires; Fonds Wallon de l’Image;
            Fondation Passerelles; Bathyscaphe; Festival du Premier Geste""",
            PLACE="Port-Sablon; Huy; Belgique; Nantes; Saint-Nazaire; Brest; Bruxelles",
            WORK="Le Dernier Bac; Le Sel des autres; Marée de service; LES HEURES CREUSES; LA GARDIENNE DU FEU",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    draw()
    gold()
