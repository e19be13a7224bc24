"""Draws paper-boats-en: a documentary's designed kit with laurels, several speakers, notes by sign and a credit roll; and its gold."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

from gold import SAMPLES, award, cast, companies, crew, dates, entities, entry, flat, save, section
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from sheet import Sheet, Type

FOLDER = "paper-boats-en"
HEAD = "PAPER BOATS | press kit"
FACES = "/usr/share/fonts/truetype/dejavu/DejaVuSans"

TITLE = Type("Serif", 44, 54)
SUBTITLE = Type("Sans", 13, 22)
LAUREL = Type("Sans", 8, 11)
HEADING = Type("Bold", 12, 20)
NAME = Type("Bold", 9.5, 15)
TEXT = Type("Sans", 9.5, 13.5)
SMALL = Type("Sans", 7.5, 10)

LAURELS = [
    ["WINNER", "BEST ATLANTIC DOCUMENTARY", "FOGO SOUND FILM DAYS 2022"],
    ["WINNER", "AUDIENCE AWARD", "NORDKYST DOK 2022"],
    ["OFFICIAL SELECTION", "BRIDPORT DOCS", "2023"],
]
BILLING = "A film by Bridget Molloy-Tran and Sten Aakre"
SPEC = "Canada / Norway – 2022 – 81’"

LOGLINE = "Four retired dockers race boats folded from their own redundancy letters."
SHORT = """Every August, on the slack of the tide, the old gang of Pier Nine launches a fleet of paper boats in the harbour that let them go. The
paper is always the same: letters, payslips, a writ. One year the oldest of them, Ambrose Keeping, turns up with a document that nobody has seen
before."""
LONG = [
    """In Garrow Quay, Newfoundland, the last cargo was landed in October 1991. Four men and one crane driver, Dot Hynes, have met on the empty
    pier ever since to fold, wax and race the paperwork of their dismissal. There are rules. There is a commodore. There is a feud, going back to
    1986, about a staple.""",
    """Over six summers Paper Boats follows the regatta as its fleet gets smaller and its disputes get larger. When Ambrose Keeping folds a letter
    which proves that somebody was warned, the race has to stop. Or does it? A comedy of procedure about people who kept every receipt.""",
]
DIRECTOR = [
    """I came home to film a funeral and was handed a boat. My uncle had made it from the letter that ended his working life, and it floated
    better than he did. I am not a patient person, but for this I waited six years.""",
    """We never asked anybody to explain. On Pier Nine explaining is what the company did. So we learned to fold, badly, and kept the camera at
    the height of the water.""",
]
PRODUCER = [
    """When Sten rang me in January 2016 and said the words “waterproof stationery”, I assumed the line was bad. It has been my privilege
    to produce a film whose largest single expense was blotting paper.""",
]

PARTICIPANTS = [
    ("Ambrose Keeping", "winchman"),
    ("Dot Hynes", "crane driver"),
    ("Cyril “Tally” Noseworthy", "tally clerk, commodore"),
    ("Leo Pike*", "foreman"),
    ("Marguerite Oake", "archivist"),
]
PASSED = "* Died before the last regatta."

BYLINE = "Interview by Fenella Strang, St. Barbe, May 2022"
# Question, then who answers (as printed), who it is, and the answer.
TALK: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "How do two directors end up on one pier?",
        [
            (
                "Bridget Molloy-Tran",
                "Bridget Molloy-Tran",
                "By sharing a van. I had the family, Sten had the lenses. In the summer of 2015 we parked on Pier Nine to wait for a ferry that had been cancelled in the nineties.",
            ),
            ("Sten Aakre", "Sten Aakre", "It is a very good pier. In Norway we would have put a hotel on it."),
            ("BMT", "Bridget Molloy-Tran", "He says that about my mother’s house."),
        ],
    ),
    (
        "The regatta has forty-one rules. Did you ever manage to understand them all?",
        [
            (
                "SA",
                "Sten Aakre",
                "Nobody does, that is rule nine. Tally carries them in a biscuit tin* and reads out only the one he needs. What is a rule, if not a way of being together? We filmed the tin for a whole day in March 2018.",
            )
        ],
    ),
    (
        "You have called it a film about filing.",
        [
            ("BMT", "Bridget Molloy-Tran", "I have called it worse. Marguerite Oake kept the company’s carbon copies under her bed from 1992 to 2017; without her there is no film, only weather."),
            ("SA", "Sten Aakre", "And the weather was poor. I had just finished Cold Frames†, which is all weather, so I did not mind."),
        ],
    ),
    (
        "Ambrose’s letter changes everything. When did you know what it said?",
        [
            (
                "BMT",
                "Bridget Molloy-Tran",
                "On 14 August 2019, with everyone else. He read it aloud once, folded it and put it in the water. You can hear Dot say a word that we had to explain to Channel Fathom‡. Was it a betrayal to let it float off? We talked of nothing else until early 2020.",
            )
        ],
    ),
]  # fmt: skip
NOTES = [
    "* Formerly of ship’s biscuit, c. 1960.",
    "† Cold Frames (2014), on the allotments of Tromsø.",
    "‡ The broadcaster passed it after consulting a linguist.",
]

LIFE_ONE = """Bridget Molloy-Tran was born in Corner Brook on 9 February 1983. She trained as a radio operator and studied film at the Hartnell
School in Halifax. Her short The Lodger’s Piano won Best Short Documentary at the Gander Air Festival in 2013. She teaches night classes in
splicing."""
LIFE_TWO = """Born in Ålesund in 1977, Sten Aakre shot eleven films for other people before he directed one. His Cold Frames was nominated for
the Polar Lens in 2014. He builds his own housings and is a member of the collective Fjæra Film."""
FILMS = [
    "2022 Paper Boats (co-director) – feature doc, 81’",
    "2017 Half a Radio – TV doc, 52’",
    "2013 The Lodger’s Piano – short doc, 19’",
    "2010 Tin Ear (writer, director) – short, 8’",
]

DETAILS = [
    ("Title", "Paper Boats"),
    ("Norwegian title", "Papirbåter"),
    ("Genre", "Observational comedy"),
    ("Running time", "81 minutes (TV hour: 52 minutes)"),
    ("Countries", "Canada, Norway"),
    ("Year", "2022"),
    ("Languages", "English and Norwegian"),
    ("Subtitles", "English, French"),
    ("Shooting format", "Sony FX9, Super 8"),
    ("Screening format", "DCP 2K"),
    ("Aspect ratio", "1.66:1"),
    ("Sound", "Dolby Atmos"),
    ("Colour", "Colour and black & white"),
]
FESTIVALS = [
    ("2022", "Fogo Sound Film Days", "Best Atlantic Documentary – WINNER"),
    ("2022", "Nordkyst Dok", "Audience Award – WINNER"),
    ("2022", "Maritime Screen Awards", "Best Editing – nominee"),
    ("2023", "Bridport Docs", "Tidal Competition"),
]
PRESS = [
    ("★★★★★", "The funniest film ever made about paper.", "Hugh Sallow", "The Evening Lantern"),
    ("★★★★", "Stubborn, salty and superbly folded.", "Ines Marchbanks", "Reel North"),
    ("", "I have kept my ticket.", None, "docharbour.example"),
]
ROLL: list[tuple[str, list[str]]] = [
    ("Directed by", ["Bridget Molloy-Tran", "Sten Aakre"]),
    ("Produced by", ["June Pretty (Split Rock Media)", "Odd Hellesø (Fjæra Film)"]),
    ("Camera", ["Sten Aakre"]),
    ("Editor", ["Priya Natarajan-Cole"]),
    ("Original Music", ["The Capstan Choir"]),
    ("Sound Recordist", ["Walt Penney"]),
    ("Sound Mix", ["Ragna Dahl at Lydhula"]),
    ("Colourist", ["Grete Moe"]),
    ("Production Manager", ["Tess Vokey"]),
    ("Driver", ["Gus Molloy"]),
    ("In association with", ["Channel Fathom"]),
    ("With the support of", ["Northern Shore Film Fund", "Kystkultur Vest"]),
    ("Special thanks to", ["Philomena Roche", "Eskil Aakre (retd)", "Garrow Quay Harbour Museum"]),
]
LEFT_CONTACTS = [
    ("PRODUCTION", ["Split Rock Media", "June Pretty", "+1 709 555 0117", "june@splitrock.example", "www.splitrock.example"]),
    ("PRESS", ["Lamplight PR", "Fay Brine / Otis Ward", "+44 20 7946 0831", "press@lamplight.example"]),
]
RIGHT_CONTACTS = [("WORLD SALES", ["Undertow Docs", "Jonas Vik", "+47 55 55 01 73", "sales@undertow.example"])]


def fonts() -> None:
    for name, file in (("Sans", ""), ("Bold", "-Bold"), ("Serif", "-ExtraLight")):
        registerFont(TTFont(name, f"{FACES}{file}.ttf"))


def cover(sheet: Sheet) -> None:
    top = sheet.y
    for number, laurel in enumerate(LAURELS):
        sheet.column(50 + number * 168, 210 + number * 168, top)
        for row in laurel:
            sheet.centred(row, LAUREL)
    sheet.column(60, 535, top - 220)
    sheet.centred("PAPER BOATS", TITLE)
    sheet.centred("Papirbåter", SUBTITLE)
    sheet.gap(20)
    sheet.centred(BILLING, SUBTITLE)
    sheet.gap(60)
    sheet.centred(SPEC, SUBTITLE)
    sheet.gap(120)
    sheet.centred("PRESS KIT", SUBTITLE)


def turn(sheet: Sheet, number: int) -> None:
    sheet.new_page()
    sheet.column(60, 535, 805)
    sheet.ranged_right(f"{HEAD} {number}", SMALL)
    sheet.column(60, 535, 760)


def part(sheet: Sheet, heading: str, texts: list[str]) -> None:
    sheet.line(heading, HEADING)
    for text in texts:
        sheet.paragraph(text, TEXT)
        sheet.gap(5)
    sheet.gap(12)


def foot(sheet: Sheet, notes: list[str]) -> None:
    sheet.column(60, 535, 40 + 10 * len(notes))
    sheet.rule()
    for note in notes:
        sheet.line(note, SMALL)


def stories(sheet: Sheet) -> None:
    turn(sheet, 2)
    part(sheet, "LOGLINE", [LOGLINE])
    part(sheet, "SHORT SYNOPSIS", [SHORT])
    part(sheet, "LONG SYNOPSIS", LONG)
    turn(sheet, 3)
    part(sheet, "DIRECTOR’S STATEMENT", DIRECTOR)
    sheet.line("Bridget Molloy-Tran", TEXT)
    sheet.gap(20)
    part(sheet, "PRODUCER’S STATEMENT", PRODUCER)
    sheet.line("June Pretty", TEXT)


def talk(sheet: Sheet) -> None:
    turn(sheet, 4)
    sheet.line("IN CONVERSATION: BRIDGET MOLLOY-TRAN AND STEN AAKRE", HEADING)
    sheet.line(BYLINE, SMALL)
    sheet.gap(6)
    for question, answers in TALK:
        sheet.paragraph(question, NAME)
        for mark, _, answer in answers:
            sheet.paragraph(f"{mark}: {answer}", TEXT)
        sheet.gap(8)
    foot(sheet, NOTES)


def lives(sheet: Sheet) -> None:
    turn(sheet, 5)
    sheet.line("THE FILMMAKERS", HEADING)
    top = sheet.y
    sheet.column(310, 535, top)
    sheet.paragraph(LIFE_TWO, TEXT)
    sheet.column(60, 285, top)
    sheet.paragraph(LIFE_ONE, TEXT)
    sheet.column(60, 535, sheet.y - 20)
    sheet.line("Bridget Molloy-Tran – selected filmography", NAME)
    for film in FILMS:
        sheet.line(film, TEXT)
    sheet.gap(24)
    sheet.line("FEATURING (IN ORDER OF APPEARANCE)", HEADING)
    table(sheet, (0, 200), PARTICIPANTS)
    foot(sheet, [PASSED])


def table(sheet: Sheet, places: tuple[float, ...], rows: list[tuple[str, ...]]) -> None:
    for row in rows:
        for place, cell in zip(places, row, strict=True):
            sheet.put(sheet.left + place, cell, TEXT)
        sheet.y -= TEXT.leading


def tables(sheet: Sheet) -> None:
    turn(sheet, 6)
    sheet.line("TECHNICAL DETAILS", HEADING)
    table(sheet, (0, 130), DETAILS)
    sheet.gap(24)
    sheet.line("FESTIVALS AND AWARDS", HEADING)
    table(sheet, (0, 60, 220), FESTIVALS)
    sheet.gap(24)
    sheet.line("WHAT THEY SAID", HEADING)
    for stars, text, author, outlet in PRESS:
        sheet.line(said(stars, text, author, outlet), TEXT)
        sheet.gap(6)


def said(stars: str, text: str, author: str | None, outlet: str) -> str:
    return f"{stars} “{text}” – {', '.join(filter(None, (author, outlet)))}".strip()


def roll(sheet: Sheet) -> None:
    turn(sheet, 7)
    sheet.line("CREDITS", HEADING)
    for label, names in ROLL:
        sheet.centred(label, SMALL)
        for name in names:
            sheet.centred(name, TEXT)
        sheet.gap(7)


def contacts(sheet: Sheet) -> None:
    turn(sheet, 8)
    sheet.line("CONTACTS", HEADING)
    top = sheet.y
    for left, blocks in ((60, LEFT_CONTACTS), (310, RIGHT_CONTACTS)):
        sheet.column(left, left + 220, top)
        for name, rows in blocks:
            sheet.line(name, NAME)
            for row in rows:
                sheet.line(row, TEXT)
            sheet.gap(12)


def draw() -> None:
    fonts()
    sheet = Sheet(SAMPLES / FOLDER / "kit.pdf", A4)
    for page in (cover, stories, talk, lives, tables, roll, contacts):
        page(sheet)
    sheet.save()


def gold() -> None:
    asked = [{"question": q, "answer": text, "speaker": speaker} for q, answers in TALK for _, speaker, text in answers]
    turns = (" ".join([q, *(f"{mark}: {text}" for mark, _, text in answers)]) for q, answers in TALK)
    save(
        FOLDER,
        languages=["en"],
        film={
            "title": "Paper Boats",
            "other_titles": ["Papirbåter"],
            "year": 2022,
            "runtime_minutes": 81,
            "countries": ["CA", "NO"],
            "languages": ["en", "no"],
            "subtitles": ["en", "fr"],
            "forms": ["feature", "documentary"],
            "genres": ["Observational comedy"],
            "aspect_ratio": "1.66:1",
            "sound": "Dolby Atmos",
            "colour": "both",
            "formats": ["Sony FX9", "Super 8", "DCP 2K"],
            "directors": ["Bridget Molloy-Tran", "Sten Aakre"],
        },
        sections=[
            section("awards", None, *(row for laurel in LAURELS for row in laurel)),
            section("front", None, "PAPER BOATS Papirbåter", BILLING),
            section("technical", None, SPEC),
            section("front", None, "PRESS KIT"),
            section("synopsis", "LOGLINE", LOGLINE),
            section("synopsis", "SHORT SYNOPSIS", SHORT),
            section("synopsis", "LONG SYNOPSIS", *LONG),
            section("statement", "DIRECTOR’S STATEMENT", *DIRECTOR, "Bridget Molloy-Tran"),
            section("statement", "PRODUCER’S STATEMENT", *PRODUCER, "June Pretty"),
            section("interview", "IN CONVERSATION: BRIDGET MOLLOY-TRAN AND STEN AAKRE", BYLINE, *turns),
            section("biography", "THE FILMMAKERS", LIFE_ONE, LIFE_TWO),
            section("filmography", "Bridget Molloy-Tran – selected filmography", *FILMS),
            section("credits", "FEATURING (IN ORDER OF APPEARANCE)", *(" ".join(row) for row in PARTICIPANTS)),
            section("technical", "TECHNICAL DETAILS", *(" ".join(row) for row in DETAILS)),
            section("awards", "FESTIVALS AND AWARDS", *(" ".join(row) for row in FESTIVALS)),
            section("press", "WHAT THEY SAID", *(said(*quote) for quote in PRESS)),
            section("credits", "CREDITS", *(" ".join([label, *names]) for label, names in ROLL)),
            section("contacts", "CONTACTS", *(" ".join([name, *rows]) for name, rows in LEFT_CONTACTS + RIGHT_CONTACTS)),
        ],
        synopses=[
            {"length": "logline", "text": LOGLINE},
            {"length": "short", "text": flat(SHORT)},
            {"length": "long", "text": flat(" ".join(LONG))},
        ],
        statements=[
            {"person": "Bridget Molloy-Tran", "text": flat(" ".join(DIRECTOR))},
            {"person": "June Pretty", "text": flat(" ".join(PRODUCER))},
        ],
        biographies=[
            {
                "person": "Bridget Molloy-Tran",
                "roles": ["director"],
                "born": "1983-02-09",
                "birthplace": "Corner Brook",
                "text": flat(LIFE_ONE),
            },
            {
                "person": "Sten Aakre",
                "roles": ["director", "cinematographer"],
                "born": "1977",
                "birthplace": "Ålesund",
                "text": flat(LIFE_TWO),
            },
        ],
        filmographies=[
            {
                "person": "Bridget Molloy-Tran",
                "entries": [
                    entry(2022, "Paper Boats", forms=["feature", "documentary"], runtime_minutes=81, roles=["co_director"]),
                    entry(2017, "Half a Radio", forms=["television", "documentary"], runtime_minutes=52),
                    entry(2013, "The Lodger’s Piano", forms=["short", "documentary"], runtime_minutes=19),
                    entry(2010, "Tin Ear", forms=["short"], runtime_minutes=8, roles=["screenwriter", "director"]),
                ],
            }
        ],
        interviews=[{"interviewees": ["Bridget Molloy-Tran", "Sten Aakre"], "interviewers": ["Fenella Strang"], "exchanges": asked}],
        footnotes=[{"marker": note[0], "text": note[2:]} for note in [*NOTES, PASSED]],
        credits={
            "cast": cast(*((name.rstrip("*"), None) for name, _ in PARTICIPANTS)),
            "crew": crew(
                ("Directed by", "director", "Bridget Molloy-Tran; Sten Aakre"),
                ("Produced by", "producer", "June Pretty; Odd Hellesø"),
                ("Camera", "cinematographer", "Sten Aakre"),
                ("Editor", "editor", "Priya Natarajan-Cole"),
                ("Original Music", "composer", "The Capstan Choir"),
                ("Sound Recordist", "sound_recordist", "Walt Penney"),
                ("Sound Mix", "sound_mixer", "Ragna Dahl"),
                ("Colourist", "colorist", "Grete Moe"),
                ("Production Manager", "production_manager", "Tess Vokey"),
                ("Driver", "driver", "Gus Molloy"),
                ("Special thanks to", "thanks", "Philomena Roche; Eskil Aakre"),
            ),
            "companies": companies(
                production="Split Rock Media; Fjæra Film",
                post_production="Lydhula",
                coproduction="Channel Fathom",
                support="Northern Shore Film Fund; Kystkultur Vest",
                other="Garrow Quay Harbour Museum",
            ),
        },
        awards=[
            award("Fogo Sound Film Days", 2022, "won", award="Best Atlantic Documentary"),
            award("Nordkyst Dok", 2022, "won", award="Audience Award"),
            award("Maritime Screen Awards", 2022, "nominated", award="Best Editing"),
            award("Bridport Docs", 2023, "selected", section="Tidal Competition"),
            award("Gander Air Festival", 2013, "won", award="Best Short Documentary", film="The Lodger’s Piano"),
            award("Polar Lens", 2014, "nominated", film="Cold Frames"),
        ],
        press_quotes=[{"text": text, "author": author, "outlet": outlet} for _, text, author, outlet in PRESS],
        contacts=[
            {
                "function": "production",
                "company": "Split Rock Media",
                "people": ["June Pretty"],
                "emails": ["june@splitrock.example"],
                "phones": ["+1 709 555 0117"],
                "websites": ["www.splitrock.example"],
            },
            {
                "function": "press",
                "company": "Lamplight PR",
                "people": ["Fay Brine", "Otis Ward"],
                "emails": ["press@lamplight.example"],
                "phones": ["+44 20 7946 0831"],
            },
            {
                "function": "sales",
                "company": "Undertow Docs",
                "people": ["Jonas Vik"],
                "emails": ["sales@undertow.example"],
                "phones": ["+47 55 55 01 73"],
            },
        ],
        dates=dates(
            ("August", "XXXX-08"),
            ("October 1991", "1991-10"),
            ("1986", "1986"),
            ("January 2016", "2016-01"),
            ("summer of 2015", "2015-22"),
            ("the nineties", "199X"),
            ("March 2018", "2018-03"),
            ("from 1992 to 2017", "1992/2017"),
            ("14 August 2019", "2019-08-14"),
            ("until early 2020", "../2020"),
            ("c. 1960", "1960~"),
            ("2014", "2014"),
            ("9 February 1983", "1983-02-09"),
            ("2013", "2013"),
            ("1977", "1977"),
        ),
        entities=entities(
            PERSON="""Bridget Molloy-Tran; Sten Aakre; Ambrose Keeping; Dot Hynes; Cyril “Tally” Noseworthy; Leo Pike; Marguerite Oake;
            Fenella Strang; June Pretty; Odd Hellesø; Priya Natarajan-Cole; Walt Penney; Ragna Dahl; Grete Moe; Tess Vokey; Gus Molloy;
            Philomena Roche; Eskil Aakre""",
            ORG="""Channel Fathom; Hartnell School; Gander Air Festival; Fjæra Film; Split Rock Media; The Capstan Choir; Lydhula;
            Northern Shore Film Fund; Kystkultur Vest; Garrow Quay Harbour Museum""",
            PLACE="Pier Nine; Garrow Quay; Newfoundland; Norway; St. Barbe; Tromsø; Corner Brook; Halifax; Ålesund",
            WORK="Paper Boats; Papirbåter; Cold Frames; The Lodger’s Piano; Half a Radio; Tin Ear",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    draw()
    gold()
