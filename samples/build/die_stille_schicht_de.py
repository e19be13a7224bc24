"""Draws die-stille-schicht-de: a German kit, prose in two justified columns, by fpdf2 (not among the project's tools: pip install fpdf2)."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from gold import SAMPLES, award, cast, companies, crew, dates, entities, entry, flat, save, section

FOLDER = "die-stille-schicht-de"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
SOFT = "\u00ad"  # where a word may be broken at the line's end

COVER = ["Nordkante Film präsentiert", "DIE STILLE SCHICHT", "Ein Film von Wiebke Harmstorf", "PRESSEHEFT", "Kinostart: 9. März 2023"]
MENU = [("Kurzinhalt", 3), ("Regiekommentar", 3), ("Interview mit Wiebke Harmstorf", 4), ("Biografien", 5), ("Stab & Besetzung", 6), ("Kontakt", 7)]  # fmt: skip
TECHNICAL = [
    "Originaltitel: Die stille Schicht",
    "Internationaler Titel: The Quiet Shift",
    "Länder: Deutschland, Österreich",
    "Produktionsjahr: 2022",
    "Länge: 97 Minuten",
    "Sprachen: Deutsch, Polnisch",
    "Untertitel: Englisch",
    "Bildformat: 1:1,66",
    "Ton: 5.1",
    "Farbe: Farbe und Schwarzweiß",
    "Drehformat: Super 16",
]

SHORT = """Eine Papier\u00adfabrik im Ems\u00adland, Winter 1987/88. In der Nacht\u00adschicht wird seit einem Unfall nicht mehr gesprochen. Als die
Polin Danuta an Maschine drei anfängt, hält sie das Schweigen für eine Vorschrift, und hält sich als Einzige nicht daran."""
LONG = [
    """Rolf Thiessen fährt die Papier\u00admaschine drei seit achtzehn Jahren. Er kennt jedes Lager am Klang, aber die Stimme seiner Kollegen
    hat er fast vergessen: Seit im Oktober ein Lehrling in die Walze geriet, redet nachts niemand mehr. Der Betriebs\u00adrat spricht von Trauer,
    die Werks\u00adleitung von Konzen\u00adtration.""",
    """Dann kommt Danuta. Sie summt, sie flucht, sie stellt Fragen. Wer hat in jener Nacht den Schalter umgelegt? Je länger sie redet, desto
    lauter wird das Schweigen der anderen, bis Rolf am letzten Tag vor Weih\u00adnachten das Werk\u00adstor von innen abschließt.""",
]
STATEMENT = [
    """Mein Vater hat in der Spät\u00adschicht gearbeitet, mein Groß\u00advater in der Früh\u00adschicht, und wenn sie sich am Küchen\u00adtisch ablösten, lag
    zwischen ihnen die Zeitung. Ich dachte lange, das sei Feind\u00adschaft. Es war Lärm: Beide hörten auf dem linken Ohr nichts mehr.""",
    """Dieser Film handelt nicht von einem Unfall, er handelt von den Wochen danach. Seit 1994 steht die Fabrik still, und trotzdem haben wir
    dort keinen einzigen Satz nach\u00adsynchro\u00adnisieren müssen. Die Halle hat mitgespielt. Ich widme ihn denen, die um 22 Uhr losgehen.""",
]
SIGNED = ["Wiebke Harmstorf", "Leer, im Juni 2022"]

BYLINE = "Das Gespräch führte Konrad Ebeling."
TALK = [
    (
        "Frau Harmstorf, wie erzählt man vom Schweigen, ohne dass es lang\u00adweilig wird?",
        """Indem man sehr laut wird. Die Maschine ist in jeder Einstellung zu hören, auch in der Kirche, auch im Schlaf. Unser Ton\u00admeister Sebald
        Kurz hat im Frühjahr 2020 sechs Wochen in einer Fabrik in Schweden auf\u00adgenommen. Er kam zurück und sprach leiser.""",
    ),
    (
        "Alicja Wrona haben Sie auf einer Probe\u00adbühne in Stettin entdeckt.",
        """Entdeckt hat sie sich selbst. Sie stand im Treppen\u00adhaus und schimpfte in drei Sprachen auf den Auf\u00adzug. Was will man mehr? Am
        14. Januar 2021 hat sie unter\u00adschrieben, Ende Februar standen wir schon in der Halle.""",
    ),
    (
        "Der Film wechselt zweimal ins Schwarz\u00adweiße. Ist das Erinnerung?",
        """Nein. Das ist der Not\u00adstrom. In den achtziger Jahren hatte das Werk eine Natrium\u00adlampe über der Walze, die alle Farben schluckte. Jost
        van der Linde hat die letzte davon in einem Schuppen in Papen\u00adburg gefunden. Wie bei Nachtbrot von Egon Sahl, nur ohne Geigen.""",
    ),
    (
        "Und der Schluss?",
        """F: wie Feierabend. Mehr sage ich nicht. Zwischen 2018 und 2021 gab es elf Fassungen, in zweien davon ging das Tor wieder auf.""",
    ),
]

BIO_DIRECTOR = """Geboren am 2. Juni 1980 in Emden. Nach einer Lehre als Papier\u00admacherin studierte sie ab 2003 Regie an der Filmakademie
Nordsee. Ihr Kurzfilm Kante, doppelt gewann 2009 bei den Filmtagen Husum den Förder\u00adpreis der Reeder. Sie lebt in Leer und unterrichtet
in Linz."""
FILMS = [
    "2022 Die stille Schicht (Kinospielfilm, 97 Min.)",
    "2018 Vom Rand her (Dokumentarfilm, 74 Min.)",
    "2014 Zwei linke Schuhe / Dwa lewe buty (Kurzfilm, 21 Min.)",
    "2009 Kante, doppelt (Kurzfilm, 12 Min.)",
]
BIO_ACTOR = """1961 in Halle an der Saale geboren, lernte Schlosser, bevor er an das Theater an der Fähre ging, dem er bis 2011 angehörte. Im
Kino war er zuletzt in Egon Sahls Nachtbrot zu sehen."""
BIO_ACTRESS = """Alicja Wrona, Jahrgang 1990, wuchs in Stettin auf. Sie ist Gründungs\u00admitglied der Truppe Teatr Pod Schodami. Die stille Schicht
ist ihr erster deutsch\u00adsprachiger Film."""

CREW = [
    "Buch & Regie: WIEBKE HARMSTORF",
    "Kamera: JOST VAN DER LINDE",
    "Montage: ANNEKE PFORR",
    "Ton: SEBALD KURZ, MIRA OLBRICH",
    "Sounddesign & Mischung: HENNING ROTH",
    "Szenenbild: CORDULA MAI",
    "Kostüm- & Maskenbild: TABEA ZORN",
    "Musik: KAPELLE FLUTLICHT",
    "Casting: UTA BREITNER",
    "Regieassistenz: FINN OTTE",
    "Redaktion: PAUL AMBACH (Kanal Nord)",
    "Produzent*innen: LARS EHM, JOANA SILVERIO",
    "Produktion: Nordkante Film",
    "In Koproduktion mit: Donauknie Filmproduktion",
    "Gefördert von: Filmbüro Küste, Medienfonds Donau",
]
CAST = ["Rolf Thiessen: THURE BOGDANSKI", "Danuta: ALICJA WRONA", "Betriebsrat: KLAUS-DIETER VOSS", "Stimme im Funk: GESINE PAULSEN"]
PRIZES = [
    "2022 Filmtage Husum – Großer Preis der Jury",
    "2022 Internationales Filmfest Ennstal – Wettbewerb",
    "2023 Deutscher Lichtpreis – Bestes Szenenbild (nominiert)",
]
PRESS = [
    ("Ein Film, der so leise ist, dass man die eigene Uhr hört.", "Hella Brandt", "Küstenkurier"),
    ("Arbeit, endlich einmal ohne Zeitlupe.", None, "DAS LICHTSPIEL"),
]
CONTACTS = [
    ("VERLEIH", ["Zwischenlicht Filmverleih", "Ole Petersen", "Deichstraße 4, 26721 Emden", "Tel. +49 4921 555 01 20", "verleih@zwischenlicht.example"]),
    ("WELTVERTRIEB", ["Firn Sales", "Magdalena Hofer", "Tel. +43 1 555 01 88", "world@firnsales.example"]),
    ("PRESSEBETREUUNG", ["Büro Kolon", "Silke Rabe & Timo Haas", "Tel. +49 30 555 01 41", "rabe@buerokolon.example"]),
]  # fmt: skip


def blank() -> FPDF:
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(2023, 1, 9, tzinfo=UTC))
    pdf.set_margins(20, 22)
    pdf.set_auto_page_break(True, 22)
    for style, name in (("", ""), ("B", "-Bold")):
        pdf.add_font("dejavu", style, FONTS / f"DejaVuSansCondensed{name}.ttf")
    return pdf


def title(pdf: FPDF, text: str) -> None:
    pdf.ln(4)
    row(pdf, text, "B", 15, 10)


def row(pdf: FPDF, text: str, style: str = "", size: float = 10, height: float = 5.5) -> None:
    pdf.set_font("dejavu", style, size)
    pdf.cell(0, height, text, new_x="LMARGIN", new_y="NEXT")


def columns(pdf: FPDF, texts: list[tuple[str, str]]) -> None:
    """Paragraphs of a style each, justified in two balanced columns."""
    pdf.set_font("dejavu", "", 10)
    with pdf.text_columns(ncols=2, gutter=8, text_align="J", line_height=1.3, balance=True) as flow:
        for style, text in texts:
            pdf.set_font("dejavu", style, 10)
            with flow.paragraph(bottom_margin=2) as paragraph:
                paragraph.write(flat(text))
    pdf.set_x(pdf.l_margin)
    pdf.ln(6)


def across(pdf: FPDF, text: str) -> None:
    """A paragraph over the whole width."""
    pdf.set_font("dejavu", "", 10)
    pdf.multi_cell(0, 5.5, flat(text), align="J", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)


def cover(pdf: FPDF) -> None:
    pdf.add_page()
    for text, size, space in zip(COVER, (11, 34, 16, 12, 12), (20, 60, 18, 70, 8), strict=True):
        pdf.ln(space)
        pdf.set_font("dejavu", "B" if size > 20 else "", size)
        pdf.cell(0, size / 2, text, align="C", new_x="LMARGIN", new_y="NEXT")


def menu(pdf: FPDF) -> None:
    pdf.add_page()
    title(pdf, "INHALT")
    for name, number in MENU:
        row(pdf, f"{name} {'.' * (60 - len(name))} {number}")
    pdf.ln(20)
    title(pdf, "TECHNISCHE DATEN")
    for fact in TECHNICAL:
        row(pdf, fact)


def prose(pdf: FPDF) -> None:
    pdf.add_page()
    title(pdf, "KURZINHALT")
    across(pdf, SHORT)
    title(pdf, "LANGINHALT")
    columns(pdf, [("", text) for text in LONG])
    title(pdf, "REGIEKOMMENTAR")
    columns(pdf, [("", text) for text in STATEMENT])
    for line in SIGNED:
        row(pdf, line)
    pdf.add_page()
    title(pdf, "INTERVIEW MIT WIEBKE HARMSTORF")
    columns(pdf, [turn for question, answer in TALK for turn in (("B", f"F: {question}"), ("", f"A: {answer}"))] + [("", BYLINE)])


def lives(pdf: FPDF) -> None:
    pdf.add_page()
    title(pdf, "BIOGRAFIEN")
    row(pdf, "WIEBKE HARMSTORF (Buch & Regie)", "B", 11, 8)
    across(pdf, BIO_DIRECTOR)
    row(pdf, "Filmografie (Auswahl)", "B", 10, 7)
    for film in FILMS:
        row(pdf, film)
    pdf.ln(4)
    for name, text in (("THURE BOGDANSKI (Rolf Thiessen)", BIO_ACTOR), ("ALICJA WRONA (Danuta)", BIO_ACTRESS)):
        row(pdf, name, "B", 11, 8)
        across(pdf, text)


def lists(pdf: FPDF) -> None:
    pdf.add_page()
    for name, rows in (("STAB", CREW), ("BESETZUNG", CAST), ("FESTIVALS & PREISE", PRIZES)):
        title(pdf, name)
        for text in rows:
            row(pdf, text)
    pdf.add_page()
    title(pdf, "PRESSESTIMMEN")
    for text, author, outlet in PRESS:
        row(pdf, f"„{text}“ – {', '.join(filter(None, (author, outlet)))}", "", 10, 8)
    for name, rows in CONTACTS:
        title(pdf, name)
        for text in rows:
            row(pdf, text)


def draw() -> None:
    pdf = blank()
    for part in (cover, menu, prose, lives, lists):
        part(pdf)
    pdf.output(str(SAMPLES / FOLDER / "kit.pdf"))


def words(*texts: str) -> str:
    return flat(" ".join(texts)).replace(SOFT, "")


def gold() -> None:
    asked = [{"question": words(question), "answer": words(answer)} for question, answer in TALK]
    quotes = " ".join(f"„{text}“ – {', '.join(filter(None, (author, outlet)))}" for text, author, outlet in PRESS)
    save(
        FOLDER,
        languages=["de"],
        film={
            "title": "Die stille Schicht",
            "other_titles": ["The Quiet Shift"],
            "year": 2022,
            "runtime_minutes": 97,
            "countries": ["DE", "AT"],
            "languages": ["de", "pl"],
            "subtitles": ["en"],
            "forms": ["feature", "fiction"],
            "aspect_ratio": "1:1,66",
            "sound": "5.1",
            "colour": "both",
            "formats": ["Super 16"],
            "directors": ["Wiebke Harmstorf"],
        },
        sections=[
            section("front", None, *COVER),
            section("technical", "TECHNISCHE DATEN", *TECHNICAL),
            section("synopsis", "KURZINHALT", words(SHORT)),
            section("synopsis", "LANGINHALT", words(*LONG)),
            section("statement", "REGIEKOMMENTAR", words(*STATEMENT), *SIGNED),
            section("interview", "INTERVIEW MIT WIEBKE HARMSTORF", *(f"F: {t['question']} A: {t['answer']}" for t in asked), BYLINE),
            section("biography", "BIOGRAFIEN WIEBKE HARMSTORF (Buch & Regie)", words(BIO_DIRECTOR)),
            section("filmography", "Filmografie (Auswahl)", *FILMS),
            section("biography", "THURE BOGDANSKI (Rolf Thiessen)", words(BIO_ACTOR)),
            section("biography", "ALICJA WRONA (Danuta)", words(BIO_ACTRESS)),
            section("credits", "STAB", *CREW),
            section("credits", "BESETZUNG", *CAST),
            section("awards", "FESTIVALS & PREISE", *PRIZES),
            section("press", "PRESSESTIMMEN", quotes),
            *(section("contacts", name, *rows) for name, rows in CONTACTS),
        ],
        synopses=[{"length": "short", "text": words(SHORT)}, {"length": "long", "text": words(*LONG)}],
        statements=[{"person": "Wiebke Harmstorf", "text": words(*STATEMENT)}],
        biographies=[
            {
                "person": "WIEBKE HARMSTORF",
                "roles": ["screenwriter", "director"],
                "born": "1980-06-02",
                "birthplace": "Emden",
                "text": words(BIO_DIRECTOR),
            },
            {
                "person": "THURE BOGDANSKI",
                "roles": ["actor"],
                "character": "Rolf Thiessen",
                "born": "1961",
                "birthplace": "Halle an der Saale",
                "text": words(BIO_ACTOR),
            },
            {"person": "ALICJA WRONA", "roles": ["actor"], "character": "Danuta", "born": "1990", "text": words(BIO_ACTRESS)},
        ],
        filmographies=[
            {
                "person": "WIEBKE HARMSTORF",
                "entries": [
                    entry(2022, "Die stille Schicht", forms=["feature", "fiction"], runtime_minutes=97),
                    entry(2018, "Vom Rand her", forms=["documentary"], runtime_minutes=74),
                    entry(2014, "Zwei linke Schuhe", "Dwa lewe buty", forms=["short"], runtime_minutes=21),
                    entry(2009, "Kante, doppelt", forms=["short"], runtime_minutes=12),
                ],
            }
        ],
        interviews=[{"interviewees": ["Wiebke Harmstorf"], "interviewers": ["Konrad Ebeling"], "exchanges": asked}],
        credits={
            "cast": cast(
                ("THURE BOGDANSKI", "Rolf Thiessen"),
                ("ALICJA WRONA", "Danuta"),
                ("KLAUS-DIETER VOSS", "Betriebsrat"),
                ("GESINE PAULSEN", "Stimme im Funk"),
            ),
            "crew": crew(
                ("Buch & Regie", "screenwriter+director", "WIEBKE HARMSTORF"),
                ("Kamera", "cinematographer", "JOST VAN DER LINDE"),
                ("Montage", "editor", "ANNEKE PFORR"),
                ("Ton", "sound", "SEBALD KURZ; MIRA OLBRICH"),
                ("Sounddesign & Mischung", "sound_designer+re_recording_mixer", "HENNING ROTH"),
                ("Szenenbild", "production_designer", "CORDULA MAI"),
                ("Kostüm- & Maskenbild", "costume_designer+makeup_artist", "TABEA ZORN"),
                ("Musik", "music", "KAPELLE FLUTLICHT"),
                ("Casting", "casting_director", "UTA BREITNER"),
                ("Regieassistenz", "assistant_director", "FINN OTTE"),
                ("Redaktion", "commissioning_editor", "PAUL AMBACH"),
                ("Produzent*innen", "producer", "LARS EHM; JOANA SILVERIO"),
            ),
            "companies": companies(
                broadcaster="Kanal Nord",
                production="Nordkante Film",
                coproduction="Donauknie Filmproduktion",
                support="Filmbüro Küste; Medienfonds Donau",
            ),
        },
        awards=[
            award("Filmtage Husum", 2022, "won", award="Großer Preis der Jury"),
            award("Internationales Filmfest Ennstal", 2022, "selected", section="Wettbewerb"),
            award("Deutscher Lichtpreis", 2023, "nominated", award="Bestes Szenenbild"),
            award("Filmtagen Husum", 2009, "won", award="Förderpreis der Reeder", film="Kante, doppelt"),
        ],
        press_quotes=[{"text": text, "author": author, "outlet": outlet} for text, author, outlet in PRESS],
        contacts=[
            {
                "function": "distribution",
                "company": "Zwischenlicht Filmverleih",
                "people": ["Ole Petersen"],
                "emails": ["verleih@zwischenlicht.example"],
                "phones": ["+49 4921 555 01 20"],
            },
            {
                "function": "sales",
                "company": "Firn Sales",
                "people": ["Magdalena Hofer"],
                "emails": ["world@firnsales.example"],
                "phones": ["+43 1 555 01 88"],
            },
            {
                "function": "press",
                "company": "Büro Kolon",
                "people": ["Silke Rabe", "Timo Haas"],
                "emails": ["rabe@buerokolon.example"],
                "phones": ["+49 30 555 01 41"],
            },
        ],
        dates=dates(
            ("Winter 1987/88", "1987-24/1988-24"),
            ("Oktober", "XXXX-10"),
            ("Seit 1994", "1994/.."),
            ("Frühjahr 2020", "2020-21"),
            ("14. Januar 2021", "2021-01-14"),
            ("Ende Februar", "2021-02"),
            ("achtziger Jahren", "198X"),
            ("Zwischen 2018 und 2021", "2018/2021"),
            ("2. Juni 1980", "1980-06-02"),
            ("ab 2003", "2003/.."),
            ("2009", "2009"),
            ("1961", "1961"),
            ("bis 2011", "../2011"),
            ("1990", "1990"),
        ),
        entities=entities(
            PERSON="""Wiebke Harmstorf; Danuta; Rolf Thiessen; Sebald Kurz; Alicja Wrona; Jost van der Linde; Egon Sahl; Konrad Ebeling;
            THURE BOGDANSKI; ANNEKE PFORR; MIRA OLBRICH; HENNING ROTH; CORDULA MAI; TABEA ZORN; UTA BREITNER; FINN OTTE; PAUL AMBACH;
            LARS EHM; JOANA SILVERIO; KLAUS-DIETER VOSS; GESINE PAULSEN""",
            ORG="""Filmakademie Nordsee; Filmtagen Husum; Theater an der Fähre; Teatr Pod Schodami; KAPELLE FLUTLICHT; Kanal Nord; Nordkante Film;
            Donauknie Filmproduktion; Filmbüro Küste; Medienfonds Donau""",
            PLACE="Emsland; Stettin; Schweden; Papenburg; Emden; Leer; Linz; Halle an der Saale",
            WORK="Die stille Schicht; The Quiet Shift; Nachtbrot; Kante, doppelt; Vom Rand her; Zwei linke Schuhe; Dwa lewe buty",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    draw()
    gold()
