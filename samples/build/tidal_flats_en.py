"""Draws tidal-flats-en: raw text as it comes out of a distributor's PDF, and its gold."""

# ruff: noqa: E501 (texts run on)

from __future__ import annotations

import re
import textwrap

from gold import SAMPLES, award, cast, companies, crew, dates, entities, entry, flat, save, section

FOLDER = "tidal-flats-en"
WIDTH = 92
NEW_PAGE = "<page>"  # stands in a sentence: the text goes on behind it, at the top of the next page

SYNOPSIS = """Leete (Tidal Flats, 2020) is the quietly furious second feature by Ruth Hallikas (The Ferry Office). 1992, Vesiranna,
on the west coast of Estonia. Liis, 19 years old, keeps the books of a fish cooperative that nobody has told is bankrupt. When the last
boat is sold overnight, her uncle Aksel walks out onto the mud with the cash box and does not come back."""
SYNOPSIS_2 = """By the time the water returns there are two stories in the village, and Liis has to choose which of them to enter in
the ledger. What do you owe to people who have already forgiven you?"""

DIRECTOR = """Ruth Hallikas was born in Haapsalu on 3 March 1986. She studied hydrology before she enrolled, in 2009, at the Baltic
Film School in Tallinn, where she made a handful of short works in the documentary workshop of Priit Saarvel. Her mid-length film The Ferry
Office (2014) received the Golden Herring at the 19th Pärnu Shore Festival and travelled to <page> some thirty countries."""
FILMS = """2012 – SALT LICK (Soolakivi), 22 min
2014 – THE FERRY OFFICE, 51 min (documentary)
2016 – NORTH OF THE JETTY (Muulist põhja), 17 min
2020 – LEETE (Tidal Flats). (feature film) 104 min
2023 – HALF-TIDE (documentary)"""

ACTRESS = """KADRI MÖLDER was born on November 21, 1998 in Tartu. She grew up in her grandmother’s puppet theatre and joined the
Endla Theatre School in 2017. Liis is her first part in front of a camera."""

NOTES = """The western islands and the facing coast were a closed border zone from 1946 to 1991: boats were chained, beaches raked
smooth each evening, and a pass was needed to visit one’s own aunt. Fishing had been collective since 1949. In the winter of 1986-1987 the
sea froze as far as the outer lighthouse and whole <page> families are said to have walked to Sweden (120 km); none of it is documented.
The cooperatives were wound up in the early nineties. Vesiranna (pop. 1, 150 at the time of the census) lost a third of its people
within 5 years. The flats cover 88km2 at low water, and Saint Olaf’s Bank, 4 metres above it, is the highest ground for miles."""

# Question, answer, note that stands behind it; the questions carry no mark.
TALK: list[tuple[str, list[str], str]] = [
    (
        "Where does Liis come from?",
        [
            """From a ledger. In the spring of 2015 my aunt cleared out the office of the old cooperative and found the last volume, which
            stops in the middle of a page (1). The handwriting was that of a very young person who was very angry. I never found out her
            name. I drove up and down the coast with Anu Raudsepp, who wrote the script with me, and everyone we asked said: oh, her, and
            then talked about fish."""
        ],
        """(1): The Vesiranna cooperative was struck off the register on October 9, 1993, eleven months after its last entry.""",
    ),
    (
        "You trained as a hydrologist. Did that help you on the flats?",
        [
            """It helped me to be afraid. We had four hours between tides and a crew of twenty-two. Nobody believes in the sea until it is
            behind them. One morning in late September 2018 our sound recordist, Joosep Kink, would not come in, because he had found a
            place where you could hear two tides at once (2) . I have him on film,""",
            """up to his knees, holding up one finger. We used every second of that sound.""",
        ],
        """(2) Translator’s note: in the dialect of the coast the same word means “mud” and “listening”; the film’s title plays upon it)""",
    ),
    (
        "And yet there is hardly any water in the picture.",
        [
            """No. There is a great deal of water, it is only somewhere else. Why would you show it? People who live there do not look at it,
            they look at the clock. I told Mart Lepik, my cameraman, that the horizon was forbidden until the eightieth minute. He kept a
            tally. He had wanted to shoot it like Barents Light by Oskar Tveit, all sky, and I made him watch Nine Wet Mornings instead."""
        ],
        "",
    ),
    (
        "The scene of the sale was filmed in one take, with people of the village who had sat in that very room when it happened. "
        "How did you prepare them for the moment, and who prepared you?",
        [
            """We did not prepare anyone. They knew the lines better than Anu and I did; some had been saying them to the ceiling all through
            the nineties. On 12th November 2018 we put the table where the table had been. Valve Ots, who plays the buyer, is a postwoman. She
            offered a hundred kroons too little, out of nervousness, and the room went silent. <page> It was the sum that had really been
            paid.""",
            """Afterwards she wept and we had soup (3). I am told that at the Tallinn premiere they corrected one another’s dates aloud.""",
        ],
        "(3) In the autumn of 2019 the film was shown in the village hall, without subtitles and with two intervals.",
    ),
    (
        "Is Aksel dead?",
        ["""The ledger does not say. I have been asked in nine languages. Early on there was a last scene, in Riga, at the end of the
            decade, with a man seen from behind; Ene Kuusk, the editor, threw it out before I could defend it."""],
        "",
    ),
]  # fmt: skip

CAST = """Liis - KADRI MÖLDER

Aksel - RAIVO TAMMSAAR

Buyer - VALVE OTS

Endel, the harbour master - HANNES PIHL"""

CREW = """Directed by RUTH HALLIKAS

Screenplay - ANU RAUDSEPP, RUTH HALLIKAS

D.P. - MART LEPIK

Sound - JOOSEP KINK

Editor - ENE KUUSK

Production Designer - LEMBIT ROOS

Music - THE LOW WATER QUARTET

Producers - TIINA VALGE (KALDA FILM - ESTONIAN SHORT
FILM FUND), PEETER OJA (RANNIK & POJAD), MARGUS NURK

Production - KALDA FILM - ESTONIAN SHORT FILM FUND, RANNIK & POJAD

With the support of THE COASTAL HERITAGE BOARD, THE HILJA TOOM FOUNDATION, RUDOLF SEPP, CLUB 77"""

BOILERPLATE = """For 22 years Copperline Releasing has brought small films to large countries. Its catalogue of more than 640 titles
includes Oskar Tveit’s Barents Light, winner of the Silver Anchor, and The Beekeeper’s Alibi. Copperline Releasing operates the
label Paper Lantern™ and the streaming service Copperline At Home, and opens a dozen films a year in Chicago and beyond."""


def wrapped(text: str) -> str:
    """Lines of the page's width; the text goes on after a page's end within its sentence."""
    pages = [textwrap.fill(flat(part), WIDTH) for part in text.split(NEW_PAGE)]
    return "\n\n\n\n\f\n".join(pages)


def padded(text: str) -> str:
    """Justification came out as blanks at the line ends, more of them the shorter the line."""
    return re.sub(r"(?m)^.+$", lambda line: line[0] + " " * (2 + (WIDTH - len(line[0])) % 13), text)


def interview() -> str:
    turns = []
    for question, answer, note in TALK:
        turns.append("\n".join([wrapped(question), *map(wrapped, answer)]))
        turns.extend([wrapped(note)] if note else [])
    return "\n\n".join(turns)


def kit() -> str:
    parts = [
        " SYNOPSIS:\n" + wrapped(SYNOPSIS) + "\n\n" + wrapped(SYNOPSIS_2),
        "\n\nDIRECTOR:\n" + wrapped(DIRECTOR) + "\n\n" + FILMS,
        "\nACTRESS (Liis):\n" + wrapped(ACTRESS),
        "\nNOTES:\n" + wrapped(NOTES),
        "\n\n\n\f\nINTERVIEW WITH RUTH HALLIKAS\n\n" + interview(),
        "\n\n\f\nCAST\n\n" + CAST,
        "\nCREW\n\n" + CREW,
        "\n" + wrapped(BOILERPLATE),
    ]
    return padded("\n\n".join(parts)) + "\n"


def words(text: str) -> str:
    return flat(text.replace(NEW_PAGE, ""))


def gold() -> None:
    asked = [{"question": q, "answer": words(" ".join(a))} for q, a, _ in TALK]
    notes = [(re.match(r"\((\d)\):? (.*)", flat(n)), n) for *_, n in TALK if n]
    save(
        FOLDER,
        languages=["en"],
        film={
            "title": "Leete",
            "other_titles": ["Tidal Flats"],
            "year": 2020,
            "runtime_minutes": 104,
            "forms": ["feature"],
            "directors": ["Ruth Hallikas"],
        },
        sections=[
            section("synopsis", "SYNOPSIS", SYNOPSIS, SYNOPSIS_2),
            section("biography", "DIRECTOR", words(DIRECTOR)),
            section("filmography", None, FILMS),
            section("biography", "ACTRESS (Liis)", ACTRESS),
            section("notes", "NOTES", words(NOTES)),
            section("interview", "INTERVIEW WITH RUTH HALLIKAS", *(f"{t['question']} {t['answer']}" for t in asked)),
            section("credits", "CAST", CAST),
            section("credits", "CREW", CREW),
            section("boilerplate", None, BOILERPLATE),
        ],
        synopses=[{"length": "unspecified", "text": flat(f"{SYNOPSIS} {SYNOPSIS_2}")}],
        biographies=[
            {"person": "Ruth Hallikas", "roles": ["director"], "born": "1986-03-03", "birthplace": "Haapsalu", "text": words(DIRECTOR)},
            {
                "person": "KADRI MÖLDER",
                "roles": ["actor"],
                "character": "Liis",
                "born": "1998-11-21",
                "birthplace": "Tartu",
                "text": flat(ACTRESS),
            },
        ],
        filmographies=[
            {
                "person": "Ruth Hallikas",
                "entries": [
                    entry(2012, "SALT LICK", "Soolakivi", runtime_minutes=22),
                    entry(2014, "THE FERRY OFFICE", runtime_minutes=51, forms=["documentary"]),
                    entry(2016, "NORTH OF THE JETTY", "Muulist põhja", runtime_minutes=17),
                    entry(2020, "LEETE", "Tidal Flats", runtime_minutes=104, forms=["feature"]),
                    entry(2023, "HALF-TIDE", forms=["documentary"]),
                ],
            }
        ],
        interviews=[{"interviewees": ["Ruth Hallikas"], "exchanges": asked}],
        footnotes=[{"marker": m[1], "text": m[2]} for m, _ in notes if m],
        credits={
            "cast": cast(
                ("KADRI MÖLDER", "Liis"), ("RAIVO TAMMSAAR", "Aksel"), ("VALVE OTS", "Buyer"), ("HANNES PIHL", "Endel, the harbour master")
            ),
            "crew": crew(
                ("Directed by", "director", "RUTH HALLIKAS"),
                ("Screenplay", "screenwriter", "ANU RAUDSEPP; RUTH HALLIKAS"),
                ("D.P.", "cinematographer", "MART LEPIK"),
                ("Sound", "sound", "JOOSEP KINK"),
                ("Editor", "editor", "ENE KUUSK"),
                ("Production Designer", "production_designer", "LEMBIT ROOS"),
                ("Music", "music", "THE LOW WATER QUARTET"),
                ("Producers", "producer", "TIINA VALGE; PEETER OJA; MARGUS NURK"),
                ("With the support of", "thanks", "RUDOLF SEPP"),
            ),
            "companies": companies(
                production="KALDA FILM - ESTONIAN SHORT FILM FUND; RANNIK & POJAD",
                support="THE COASTAL HERITAGE BOARD; THE HILJA TOOM FOUNDATION; CLUB 77",
            ),
        },
        awards=[
            award("19th Pärnu Shore Festival", 2014, "won", award="Golden Herring", film="The Ferry Office"),
        ],
        dates=dates(
            ("2020", "2020"), ("1992", "1992"), ("3 March 1986", "1986-03-03"), ("2009", "2009"), ("2014", "2014"),
            ("November 21, 1998", "1998-11-21"), ("2017", "2017"), ("from 1946 to 1991", "1946/1991"), ("since 1949", "1949/.."),
            ("winter of 1986-1987", "1986-24/1987-24"), ("early nineties", "199X"), ("spring of 2015", "2015-21"),
            ("October 9, 1993", "1993-10-09"), ("late September 2018", "2018-09"), ("the nineties", "199X"),
            ("12th November 2018", "2018-11-12"), ("autumn of 2019", "2019-23"),
        ),
        entities=entities(
            PERSON="""Ruth Hallikas; Liis; Aksel; Priit Saarvel; KADRI MÖLDER; Anu Raudsepp; Joosep Kink; Mart Lepik; Oskar Tveit; Valve Ots;
            Ene Kuusk; RAIVO TAMMSAAR; HANNES PIHL; Endel; LEMBIT ROOS; TIINA VALGE; PEETER OJA; MARGUS NURK; RUDOLF SEPP""",
            ORG="""Baltic Film School; Pärnu Shore Festival; Endla Theatre School; THE LOW WATER QUARTET; KALDA FILM - ESTONIAN SHORT FILM FUND;
            RANNIK & POJAD; THE COASTAL HERITAGE BOARD; THE HILJA TOOM FOUNDATION; CLUB 77; Copperline Releasing;
            Paper Lantern; Copperline At Home""",
            PLACE="Vesiranna; Estonia; Haapsalu; Tallinn; Tartu; Sweden; Saint Olaf’s Bank; Riga; Chicago",
            WORK="""Leete; Tidal Flats; The Ferry Office; SALT LICK; Soolakivi; NORTH OF THE JETTY; Muulist põhja; HALF-TIDE; Barents Light;
            Nine Wet Mornings; The Beekeeper’s Alibi""",
        ),
    )  # fmt: skip


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    (SAMPLES / FOLDER / "kit.txt").write_text(kit(), encoding="utf-8", newline="")
    gold()
