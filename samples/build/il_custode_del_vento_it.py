"""Draws il-custode-del-vento-it: a plain Italian kit with a cover, labels over names, D:/R: talk; and its gold."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

from gold import SAMPLES, award, cast, companies, crew, dates, entities, entry, flat, save, section
from reportlab.lib.pagesizes import A4
from sheet import Sheet, Type

FOLDER = "il-custode-del-vento-it"

TITLE = Type("Helvetica-Bold", 34, 42)
SUBTITLE = Type("Helvetica", 14, 22)
HEADING = Type("Helvetica-Bold", 14, 22)
TEXT = Type("Times-Roman", 11, 14.5)
BOLD = Type("Times-Bold", 11, 14.5)
ITALIC = Type("Times-Italic", 11, 14.5)

COVER = [
    ("PIETRAMARA FILM", SUBTITLE),
    ("presenta", TEXT),
    ("IL CUSTODE DEL VENTO", TITLE),
    ("un film di", TEXT),
    ("NEVIA CASTELLARI", SUBTITLE),
    ("con", TEXT),
    ("ULDERICO BRANZ, TEA MORELLATO, SANTE VIDALI", SUBTITLE),
    ("Uscita: 17 ottobre 2024", SUBTITLE),
]
PRESS = ["Orsola Fantin", "Tel. 06 5550 1834", "stampa@fantincomunica.example", "www.fantincomunica.example"]
BRIEF = """Un guardiano di pale eoliche sull’Appennino scopre che una delle sue torri gira anche quando il vento non c’è."""
LONG = [
    """Da dodici anni Duilio sorveglia le pale di Monte Falcone e annota su un quaderno ogni raffica. Nell’inverno del 2019 la società che
    gestisce l’impianto decide di sostituirlo con un sensore. Duilio non protesta: chiede soltanto di finire il quaderno.""",
    """Poi arriva Irma, la tecnica che deve montare il sensore. Resta bloccata dalla neve, e nella stanza dei comandi comincia tra i due una
    partita a carte che nessuno vuole vincere. Che cosa si custodisce, quando la cosa custodita non si vede?""",
]
NOTES = [
    """Mio padre riparava tetti. Diceva che il vento non rompe niente, fa solo vedere quello che era già rotto. Ho scritto questa storia
    pensando alle sue mani e alla lentezza con cui sceglieva un chiodo.""",
    """Con Ruggero Pasin abbiamo deciso di non mostrare mai il cielo da solo: nel quadro doveva esserci sempre qualcosa che si muove.""",
]
SIGNED = "Nevia Castellari"
TALK = [
    (
        "Come è nata l’idea del film?",
        [
            "Nella primavera del 2016 ho passato una notte in un impianto vicino a Campobasso. Il guardiano mi ha offerto il caffè e mi ha chiesto di tacere."
        ],
    ),
    (
        "Avete girato in alta quota, con una troupe di undici persone.",
        [
            "Sì, dal 4 febbraio al 22 marzo 2022. Ogni mattina Ulderico saliva a piedi, e noi dietro con la macchina da presa.",
            "Un giorno la tormenta ci ha tenuti chiusi nel rifugio; abbiamo girato lì la scena delle carte, senza una parola scritta.",
        ],
    ),
    ("E il finale?", ["Il finale lo decide chi guarda. Io so soltanto che il quaderno è pieno."]),
]
LIFE = """Nevia Castellari è nata a Belluno il 9 maggio 1981. Dopo gli studi di architettura a Venezia ha lavorato come scenografa per il
teatro. Dal 2008 dirige cortometraggi e documentari. Il custode del vento è il suo primo lungometraggio di finzione."""
FILMS = ["2024 Il custode del vento (lungometraggio)", "2018 Le scale di servizio (documentario)", "2013 Sottotetto (cortometraggio)"]

ARTISTIC = [
    ("Duilio", "Ulderico Branz"),
    ("Irma", "Tea Morellato"),
    ("L’ingegner Sarti", "Sante Vidali"),
    ("La madre di Irma", "Loredana Gheno"),
]
TECHNICAL = [
    ("Sceneggiatura e regia", ["Nevia Castellari"]),
    ("Fotografia", ["Ruggero Pasin"]),
    ("Fonico", ["Dario Zanchetta"]),
    ("Scenografia", ["Mirta Colle"]),
    ("Costumi", ["Fosca Bertoldi"]),
    ("Montaggio", ["Iacopo Serrani", "Giulia Maffei"]),
    ("Musiche", ["Elio Trevisiol"]),
    ("Prodotto da", ["Attilio Menin"]),
    ("Una produzione", ["Pietramara Film"]),
    ("In coproduzione con", ["Alpstein Bild"]),
    ("Distribuzione", ["Lanterna Blu"]),
]
SPEC = [
    ("Durata", "1h 43’"),
    ("Paese", "Italia, Svizzera"),
    ("Anno", "2024"),
    ("Formato", "DCP"),
    ("Colore", "colore"),
    ("Lingua", "italiano"),
]
PRIZES = [
    "Festival del Cinema di Montagna di Asolo 2024 – Premio della Giuria",
    "Rassegna Nuove Cime 2024 – Premio per la migliore fotografia",
]


def heading(sheet: Sheet, text: str) -> None:
    sheet.gap(14)
    sheet.line(text, HEADING)


def paragraphs(sheet: Sheet, texts: list[str]) -> None:
    for text in texts:
        sheet.paragraph(text, TEXT)
        sheet.gap(5)


def cover(sheet: Sheet) -> None:
    sheet.gap(120)
    for text, kind in COVER:
        sheet.centred(text, kind)
        sheet.gap(12)
    sheet.gap(140)
    sheet.line("UFFICIO STAMPA", HEADING)
    for row in PRESS:
        sheet.line(row, TEXT)


def texts(sheet: Sheet) -> None:
    sheet.new_page()
    heading(sheet, "SINOSSI BREVE")
    paragraphs(sheet, [BRIEF])
    heading(sheet, "SINOSSI")
    paragraphs(sheet, LONG)
    heading(sheet, "NOTE DI REGIA")
    paragraphs(sheet, NOTES)
    sheet.ranged_right(SIGNED, ITALIC)


def talk(sheet: Sheet) -> None:
    heading(sheet, "INTERVISTA A NEVIA CASTELLARI")
    for question, answer in TALK:
        sheet.paragraph(f"D: {question}", BOLD)
        paragraphs(sheet, [f"R: {answer[0]}", *answer[1:]])


def life(sheet: Sheet) -> None:
    sheet.new_page()
    heading(sheet, "BIOGRAFIA DEL REGISTA")
    paragraphs(sheet, [LIFE])
    heading(sheet, "FILMOGRAFIA")
    for film in FILMS:
        sheet.line(film, TEXT)


def lists(sheet: Sheet) -> None:
    heading(sheet, "CAST ARTISTICO")
    for character, actor in ARTISTIC:
        sheet.put(sheet.left, character, TEXT)
        sheet.put(sheet.left + 170, actor, BOLD)
        sheet.y -= TEXT.leading
    heading(sheet, "CAST TECNICO")
    for label, names in TECHNICAL:
        sheet.line(label, ITALIC)
        for name in names:
            sheet.line(name, TEXT)
        sheet.gap(4)
    sheet.new_page()
    heading(sheet, "SCHEDA TECNICA")
    for label, value in SPEC:
        sheet.line(f"{label}: {value}", TEXT)
    heading(sheet, "PREMI")
    for prize in PRIZES:
        sheet.line(prize, TEXT)


def draw() -> None:
    sheet = Sheet(SAMPLES / FOLDER / "kit.pdf", A4)
    cover(sheet)
    texts(sheet)
    talk(sheet)
    life(sheet)
    lists(sheet)
    sheet.save()


def gold() -> None:
    person = "Nevia Castellari"
    save(
        FOLDER,
        languages=["it"],
        film={
            "title": "IL CUSTODE DEL VENTO",
            "year": 2024,
            "runtime_minutes": 103,
            "countries": ["IT", "CH"],
            "languages": ["it"],
            "forms": ["feature", "fiction"],
            "colour": "colour",
            "formats": ["DCP"],
            "directors": [person],
        },
        sections=[
            section("front", None, *(text for text, _ in COVER)),
            section("contacts", "UFFICIO STAMPA", *PRESS),
            section("synopsis", "SINOSSI BREVE", BRIEF),
            section("synopsis", "SINOSSI", *LONG),
            section("statement", "NOTE DI REGIA", *NOTES, SIGNED),
            section("interview", "INTERVISTA A NEVIA CASTELLARI", *(f"D: {q} R: {' '.join(a)}" for q, a in TALK)),
            section("biography", "BIOGRAFIA DEL REGISTA", LIFE),
            section("filmography", "FILMOGRAFIA", *FILMS),
            section("credits", "CAST ARTISTICO", *(f"{character} {actor}" for character, actor in ARTISTIC)),
            section("credits", "CAST TECNICO", *(" ".join([label, *names]) for label, names in TECHNICAL)),
            section("technical", "SCHEDA TECNICA", *(f"{label}: {value}" for label, value in SPEC)),
            section("awards", "PREMI", *PRIZES),
        ],
        synopses=[{"length": "short", "text": flat(BRIEF)}, {"length": "long", "text": flat(" ".join(LONG))}],
        statements=[{"person": person, "text": flat(" ".join(NOTES))}],
        biographies=[{"person": person, "roles": ["director"], "born": "1981-05-09", "birthplace": "Belluno", "text": flat(LIFE)}],
        filmographies=[
            {
                "person": person,
                "entries": [
                    entry(2024, "Il custode del vento", forms=["feature"]),
                    entry(2018, "Le scale di servizio", forms=["documentary"]),
                    entry(2013, "Sottotetto", forms=["short"]),
                ],
            }
        ],
        interviews=[{"interviewees": [person], "exchanges": [{"question": q, "answer": flat(" ".join(a))} for q, a in TALK]}],
        credits={
            "cast": cast(*((actor, character) for character, actor in ARTISTIC)),
            "crew": crew(
                ("Sceneggiatura e regia", "screenwriter+director", person),
                ("Fotografia", "cinematographer", "Ruggero Pasin"),
                ("Fonico", "sound_recordist", "Dario Zanchetta"),
                ("Scenografia", "production_designer", "Mirta Colle"),
                ("Costumi", "costume_designer", "Fosca Bertoldi"),
                ("Montaggio", "editor", "Iacopo Serrani; Giulia Maffei"),
                ("Musiche", "music", "Elio Trevisiol"),
                ("Prodotto da", "producer", "Attilio Menin"),
            ),
            "companies": companies(production="Pietramara Film", coproduction="Alpstein Bild", distribution="Lanterna Blu"),
        },
        awards=[
            award("Festival del Cinema di Montagna di Asolo", 2024, "won", award="Premio della Giuria"),
            award("Rassegna Nuove Cime", 2024, "won", award="Premio per la migliore fotografia"),
        ],
        contacts=[
            {
                "function": "press",
                "people": ["Orsola Fantin"],
                "emails": ["stampa@fantincomunica.example"],
                "phones": ["06 5550 1834"],
                "websites": ["www.fantincomunica.example"],
            }
        ],
        dates=dates(
            ("inverno del 2019", "2019-24"),
            ("primavera del 2016", "2016-21"),
            ("dal 4 febbraio al 22 marzo 2022", "2022-02-04/2022-03-22"),
            ("9 maggio 1981", "1981-05-09"),
            ("Dal 2008", "2008/.."),
        ),
        entities=entities(
            PERSON="""Duilio; Irma; Nevia Castellari; Ruggero Pasin; Ulderico Branz; Tea Morellato; Sante Vidali; Sarti; Loredana Gheno;
            Dario Zanchetta; Mirta Colle; Fosca Bertoldi; Iacopo Serrani; Giulia Maffei; Elio Trevisiol; Attilio Menin""",
            ORG="Pietramara Film; Alpstein Bild; Lanterna Blu",
            PLACE="Appennino; Monte Falcone; Campobasso; Belluno; Venezia",
            WORK="Il custode del vento; Le scale di servizio; Sottotetto",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    draw()
    gold()
