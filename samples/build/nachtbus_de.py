"""Writes nachtbus-de: a short German film page in Markdown, told in two languages; and its gold."""

from __future__ import annotations

from gold import SAMPLES, award, companies, crew, dates, entities, flat, save, section

FOLDER = "nachtbus-de"

TITLE = "Nachtbus"
SPEC = "D 2021, 14 Min., OmeU"
CREW = [
    ("Regie", ["Swantje Brockhoff"], "director"),
    ("Buch & Schnitt", ["Enno Lüdecke"], "screenwriter+editor"),
    ("Kamera", ["Jorinde Pohlschröder"], "cinematographer"),
    ("Ton", ["Halil Demirtaş", "Wenke Aust"], "sound"),
    ("Musik", ["Kapelle Spätschicht"], "music"),
]
PRODUCTION = ("Produktion", "Betriebshof Film GmbH")
CAST = ("Darsteller", ["Friedel Manz", "Ayla Kerner"])
GERMAN = """Die Linie N7 fährt seit 1994 jede Nacht dieselbe Schleife um Wolfenheim. Fahrer Ottmar kennt alle, die nicht schlafen können,
und keinen mit Namen. In der Nacht zum 29. Februar steigt ein Mädchen ein, das behauptet, der Bus fahre zu spät, und zwar um vier Jahre."""
ENGLISH = """Line N7 has drawn the same loop around Wolfenheim every night since 1994. Its driver Ottmar knows all the sleepless by sight
and none by name. On the eve of 29 February a girl gets on who insists that the bus is running late, by four years."""
FESTIVALS = [
    (2022, "Kurzfilmtage Hasselburg", "Publikumspreis"),
    (2022, "Filmfest Niederrhein", None),
    (2021, "Nordsee Shorts", None),
]
CONTACT = ["Betriebshof Film GmbH", "Wenke Aust", "Tel. +49 30 55501927", "wenke@betriebshof.example"]


def shown(year: int, festival: str, prize: str | None) -> str:
    return f"{festival} {year}" + (f" – {prize}" if prize else "")


def labelled() -> list[tuple[str, str]]:
    return [*((label, ", ".join(names)) for label, names, _ in CREW), PRODUCTION, (CAST[0], ", ".join(CAST[1]))]


def kit() -> str:
    parts = [
        f"# {TITLE}",
        SPEC,
        "  \n".join(f"**{label}:** {names}" for label, names in labelled()),
        flat(GERMAN),
        f"*{flat(ENGLISH)}*",
        "## Festivals",
        "\n".join(f"- {shown(*row)}" for row in FESTIVALS),
        "## Kontakt",
        "  \n".join(CONTACT),
    ]
    return "\n\n".join(parts) + "\n"


def gold() -> None:
    save(
        FOLDER,
        languages=["de", "en"],
        film={
            "title": TITLE,
            "year": 2021,
            "runtime_minutes": 14,
            "countries": ["DE"],
            "subtitles": ["en"],
            "directors": ["Swantje Brockhoff"],
        },
        sections=[
            section("front", None, TITLE),
            section("technical", None, SPEC),
            section("credits", None, *(f"{label}: {names}" for label, names in labelled())),
            section("synopsis", None, GERMAN, ENGLISH),
            section("awards", "Festivals", *(shown(*row) for row in FESTIVALS)),
            section("contacts", "Kontakt", *CONTACT),
        ],
        synopses=[{"length": "unspecified", "text": flat(text)} for text in (GERMAN, ENGLISH)],
        credits={
            "cast": [{"actor": name, "character": None} for name in CAST[1]],
            "crew": crew(*((label, roles, "; ".join(names)) for label, names, roles in CREW)),
            "companies": companies(production=PRODUCTION[1]),
        },
        awards=[award(festival, year, "won" if prize else "selected", award=prize) for year, festival, prize in FESTIVALS],
        contacts=[
            {
                "function": "production",
                "company": CONTACT[0],
                "people": [CONTACT[1]],
                "emails": [CONTACT[3]],
                "phones": ["+49 30 55501927"],
            }
        ],
        dates=dates(
            ("seit 1994", "1994/.."),
            ("29. Februar", "XXXX-02-29"),
            ("since 1994", "1994/.."),
            ("29 February", "XXXX-02-29"),
        ),
        entities=entities(
            PERSON="""Ottmar; Swantje Brockhoff; Enno Lüdecke; Jorinde Pohlschröder; Halil Demirtaş; Wenke Aust;
            Friedel Manz; Ayla Kerner""",
            ORG="Kapelle Spätschicht; Betriebshof Film GmbH",
            PLACE="Wolfenheim",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    (SAMPLES / FOLDER / "kit.md").write_text(kit(), encoding="utf-8", newline="")
    gold()
