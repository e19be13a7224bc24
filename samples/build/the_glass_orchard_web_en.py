"""Writes the-glass-orchard-web-en: an English film's web pages flattened to text, menus and all; and its gold."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

import textwrap

from gold import SAMPLES, award, cast, companies, crew, dates, entities, flat, save, section

FOLDER = "the-glass-orchard-web-en"

MENU = "\n".join(f"  • {page}" for page in ("Home", "Story", "People", "Screenings", "News", "Contact"))

STORY = [
    """In a valley where it has not rained for three summers, Winnow Hale blows glass apples and hangs them in her dead father’s orchard.
    When a surveyor arrives to measure the land for a reservoir, she offers him one apple for every day he does not unpack his instruments.""",
    """By the first frost of 2011 the trees are full, and the men from the water company are standing at the gate.""",
]
SPEC = [("Running time", "92 minutes"), ("Country", "Ireland"), ("Language", "English"), ("Aspect ratio", "1.66:1"), ("Year", "2022")]
CAST = [("MAREN TULLY", "Winnow"), ("OBED FARRANT", "The Surveyor"), ("PIPPA LASK", "Aunt Corrie"), ("JOSS ENDERBY", "Gatekeeper")]
PRODUCER = ("HESTER QUILL", "Producer, Writer")
CREW = [
    ("Director", ["TOBIN ASHCROFT"]),
    ("Director of Photography", ["LENA MARSH"]),
    ("Editors", ["CAL WREXHAM", "DINAH POE"]),
    ("Production Designer", ["ROSALIND VEITCH"]),
    ("Sound Recordist", ["IVO BRANNIGAN"]),
    ("Original Music", ["THE HOLLOW REEDS"]),
    ("Production Company", ["THISTLEDOWN PICTURES"]),
]
TOBIN = """Tobin Ashcroft was born in Sligo in 1979 and trained as a glazier before he picked up a camera. His short film Putty was shown
on three continents and in one greenhouse. The Glass Orchard is his first feature."""
HESTER = """Hester Quill has produced nine films since 2004, most of them against advice. She wrote The Glass Orchard in a caravan near
Galway during the autumn of 2017."""
MAREN = """Maren Tully works with puppets as well as on the screen. She learned to blow glass for the part and still has two of the
apples."""
SCREENINGS = [
    ("14 July 2022", "Lough Derg Film Fair", "Killaloe, Ireland"),
    ("3 September 2022", "Northlight Festival", "Tromsø, Norway"),
    ("21 October 2022", "Docklands Film Week", "Hull, United Kingdom"),
]
NEWS = [
    "Since 20 June 2022 the trailer has been online, with all its apples intact.",
    "On 2 May 2022 we posted the film to the Northlight Festival and went to bed.",
    "Maren Tully spoke to the Galway Lantern about furnaces on 11 January 2022.",
]
AWARDS = [
    ("Best Feature", "Lough Derg Film Fair", 2022),
    ("Audience Award", "Northlight Festival", 2022),
]
EMAIL = "hello@glassorchard.example"
LIVES = [("TOBIN ASHCROFT", "Director", TOBIN), ("HESTER QUILL", "Producer, Writer", HESTER), ("MAREN TULLY", "Winnow", MAREN)]


def wrapped(text: str) -> str:
    return textwrap.fill(flat(text), 100)


def page(path: str, *blocks: str) -> str:
    return "\n\n".join([MENU, path, *blocks])


def people() -> list[str]:
    listed = "\n".join(f"{actor} ({character})" for actor, character in CAST)
    labelled = [part for label, names in CREW for part in (label, "\n".join(names))]
    lives = [part for name, part_played, text in LIVES for part in (f"{name}\n{part_played}", wrapped(text))]
    return ["CAST", listed, f"{PRODUCER[0]} ({PRODUCER[1]})", "CREW", *labelled, "BIOGRAPHIES", *lives]


def kit() -> str:
    table = "\n".join(f"{date:<20}{festival:<26}{place}" for date, festival, place in SCREENINGS)
    pages = [
        page("Home", "THE GLASS ORCHARD\nA film by Tobin Ashcroft"),
        page("Home > Story", "SYNOPSIS", *map(wrapped, STORY), "\n".join(f"{label}: {value}" for label, value in SPEC)),
        page("Home > People", *people()),
        page(
            "Home > Screenings", "SCREENINGS", table, "AWARDS", "\n".join(f"  • {prize}, {place}, {year}" for prize, place, year in AWARDS)
        ),
        page("Home > News", "NEWS", "\n".join(f"  • {item}" for item in NEWS)),
        page(
            "Home > Contact",
            "CONTACT",
            f"Hester Quill\n{EMAIL}",
            "Facebook | Instagram | Vimeo",
            "© 2022 Thistledown Pictures. All rights reserved.",
        ),
    ]
    return "\n\n\n".join(pages) + "\n"


def sections() -> list[dict[str, object]]:
    return [
        section("front", None, "THE GLASS ORCHARD A film by Tobin Ashcroft"),
        section("synopsis", "SYNOPSIS", *STORY),
        section("technical", None, *(f"{label}: {value}" for label, value in SPEC)),
        section("credits", "CAST", *(f"{actor} ({character})" for actor, character in CAST), f"{PRODUCER[0]} ({PRODUCER[1]})"),
        section("credits", "CREW", *(" ".join([label, *names]) for label, names in CREW)),
        *(section("biography", f"{name} {part}", text) for name, part, text in LIVES),
        section("awards", "SCREENINGS", *(" ".join(row) for row in SCREENINGS)),
        section("awards", "AWARDS", *(f"{prize}, {festival}, {year}" for prize, festival, year in AWARDS)),
        section("notes", "NEWS", *NEWS),
        section("contacts", "CONTACT", "Hester Quill", EMAIL),
    ]


def gold() -> None:
    save(
        FOLDER,
        languages=["en"],
        film={
            "title": "THE GLASS ORCHARD",
            "year": 2022,
            "runtime_minutes": 92,
            "countries": ["IE"],
            "languages": ["en"],
            "forms": ["feature"],
            "aspect_ratio": "1.66:1",
            "directors": ["Tobin Ashcroft"],
        },
        sections=sections(),
        synopses=[{"length": "unspecified", "text": flat(" ".join(STORY))}],
        biographies=[
            {"person": "TOBIN ASHCROFT", "roles": ["director"], "born": "1979", "birthplace": "Sligo", "text": flat(TOBIN)},
            {"person": "HESTER QUILL", "roles": ["producer", "screenwriter"], "text": flat(HESTER)},
            {"person": "MAREN TULLY", "roles": ["actor"], "character": "Winnow", "text": flat(MAREN)},
        ],
        credits={
            "cast": cast(*CAST),
            "crew": crew(
                ("Producer, Writer", "producer+screenwriter", "HESTER QUILL"),
                ("Director", "director", "TOBIN ASHCROFT"),
                ("Director of Photography", "cinematographer", "LENA MARSH"),
                ("Editors", "editor", "CAL WREXHAM; DINAH POE"),
                ("Production Designer", "production_designer", "ROSALIND VEITCH"),
                ("Sound Recordist", "sound_recordist", "IVO BRANNIGAN"),
                ("Original Music", "composer", "THE HOLLOW REEDS"),
            ),
            "companies": companies(production="THISTLEDOWN PICTURES"),
        },
        awards=[
            award("Lough Derg Film Fair", 2022, "won", award="Best Feature"),
            award("Northlight Festival", 2022, "won", award="Audience Award"),
            *(award(festival, 2022, "selected") for _, festival, _ in SCREENINGS),
        ],
        contacts=[{"function": "other", "people": ["Hester Quill"], "emails": [EMAIL]}],
        dates=dates(
            ("2011", "2011"),
            ("1979", "1979"),
            ("since 2004", "2004/.."),
            ("autumn of 2017", "2017-23"),
            ("Since 20 June 2022", "2022-06-20/.."),
            ("2 May 2022", "2022-05-02"),
            ("11 January 2022", "2022-01-11"),
        ),
        entities=entities(
            PERSON="""Tobin Ashcroft; Winnow Hale; MAREN TULLY; OBED FARRANT; PIPPA LASK; Corrie; JOSS ENDERBY; HESTER QUILL; LENA MARSH;
            CAL WREXHAM; DINAH POE; ROSALIND VEITCH; IVO BRANNIGAN""",
            ORG="THE HOLLOW REEDS; THISTLEDOWN PICTURES; Galway Lantern; Northlight Festival",
            PLACE="Sligo; Galway",
            WORK="The Glass Orchard; Putty",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    (SAMPLES / FOLDER / "kit.txt").write_text(kit(), encoding="utf-8", newline="")
    gold()
