"""Writes mare-baixa-pt: a Portuguese catalogue page in Latin-1; and its gold."""

from __future__ import annotations

import textwrap

from gold import SAMPLES, award, companies, crew, dates, entities, entry, flat, save, section

FOLDER = "mare-baixa-pt"

FRONT = ["Maré Baixa", "Um documentário de Quitéria Lousada"]
SYNOPSIS = [
    """Em Vale de Ostras, uma aldeia do estuário, onze mulheres apanham bivalves desde a infância. Na primavera de 2017 uma portaria
    proíbe a apanha sem licença, e a licença exige um barco que nenhuma delas tem.""",
    """Maré Baixa acompanha Deolinda, a mais velha, durante um ano inteiro de papéis, lama e teimosia. A cada lua nova ela volta ao mesmo
    banco de areia, com o mesmo balde, e espera que alguém a venha multar.""",
]
CREW = [
    ("Realização e argumento", "Quitéria Lousada", "director+screenwriter"),
    ("Imagem", "Bento Falcato", "cinematographer"),
    ("Som", "Iolanda Cerqueira", "sound"),
    ("Montagem", "Xavier Moutela", "editor"),
    ("Correção de cor", "Noémia Arrais", "colorist"),
    ("Produção executiva", "Gaspar Telhado", "executive_producer"),
]
PRODUCTION = ("Produção", "Lodo Filmes")
PRIZES = [
    ("Grande Prémio", "Festival Terra e Sal", "Portugal", 2020),
    ("Menção Honrosa", "Mostra Águas Mansas", "Brasil", 2021),
]
SPEC = [
    ("Duração", "71 min"),
    ("Ano", "2020"),
    ("País", "Portugal"),
    ("Formato", "DCP"),
    ("Cor", "cor"),
    ("Som", "Estéreo"),
    ("Legendas", "inglês, francês"),
]
FESTIVALS = [
    (2021, [("Mostra Águas Mansas", "Brasil"), ("Festival Doc Ribeira", "Espanha"), ("Encontros de Cinema do Delta", "Roménia")]),
    (2020, [("Festival Terra e Sal", "Portugal"), ("Semana do Filme Insular", "Cabo Verde")]),
]
SUPPORT = ["Fundação Moliceiro", "Câmara Municipal de Vale de Ostras", "Rádio Salina"]
LIFE = """Quitéria Lousada nasceu em Aveiro em 1984. Estudou biologia marinha e trabalhou seis anos num viveiro antes de filmar. Vive em
Lisboa, onde dirige oficinas de cinema para pescadores reformados."""
FILMS = [(2020, "Maré Baixa", 71), (2015, "O Nome das Redes", 24), (2011, "Sapal", 12)]


def kit() -> str:
    festivals = "\n\n".join("\n".join([str(year), *(f"{name} ({country})" for name, country in shown)]) for year, shown in FESTIVALS)
    parts = [
        "\n".join(FRONT),
        *(textwrap.fill(flat(text), 90) for text in SYNOPSIS),
        *(f"{label}\n{name}" for label, name, _ in CREW),
        "\n".join(PRODUCTION),
        "Prémios\n" + "\n".join(f"{festival}, {country}, {year} [{prize}]" for prize, festival, country, year in PRIZES),
        "Ficha técnica\n" + "\n".join(f"{label}: {value}" for label, value in SPEC),
        "Festivais\n\n" + festivals,
        "Apoio\n" + "\n".join(SUPPORT),
        "Biofilmografia\n" + textwrap.fill(flat(LIFE), 90),
        "\n".join(f"{year} - {title} ({minutes} min)" for year, title, minutes in FILMS),
    ]
    return "\n\n".join(parts) + "\n"


def gold() -> None:
    person = "Quitéria Lousada"
    shown = [str(part) for year, listed in FESTIVALS for part in (year, *(f"{name} ({country})" for name, country in listed))]
    save(
        FOLDER,
        languages=["pt"],
        film={
            "title": "Maré Baixa",
            "year": 2020,
            "runtime_minutes": 71,
            "countries": ["PT"],
            "subtitles": ["en", "fr"],
            "forms": ["documentary"],
            "sound": "Estéreo",
            "colour": "colour",
            "formats": ["DCP"],
            "directors": [person],
        },
        sections=[
            section("front", None, *FRONT),
            section("synopsis", None, *SYNOPSIS),
            section("credits", None, *(f"{label} {name}" for label, name, _ in CREW), *PRODUCTION),
            section("awards", "Prémios", *(f"{festival}, {country}, {year} [{prize}]" for prize, festival, country, year in PRIZES)),
            section("technical", "Ficha técnica", *(f"{label}: {value}" for label, value in SPEC)),
            section("awards", "Festivais", *shown),
            section("credits", "Apoio", *SUPPORT),
            section("biography", "Biofilmografia", LIFE),
            section("filmography", None, *(f"{year} - {title} ({minutes} min)" for year, title, minutes in FILMS)),
        ],
        synopses=[{"length": "unspecified", "text": flat(" ".join(SYNOPSIS))}],
        biographies=[{"person": person, "roles": ["director"], "born": "1984", "birthplace": "Aveiro", "text": flat(LIFE)}],
        filmographies=[{"person": person, "entries": [entry(year, title, runtime_minutes=minutes) for year, title, minutes in FILMS]}],
        credits={
            "crew": crew(*((label, roles, name) for label, name, roles in CREW)),
            "companies": companies(production=PRODUCTION[1], support="; ".join(SUPPORT)),
        },
        awards=[
            *(award(festival, year, "won", award=prize) for prize, festival, _, year in PRIZES),
            *(award(name, year, "selected") for year, listed in FESTIVALS for name, _ in listed),
        ],
        dates=dates(("primavera de 2017", "2017-21"), ("1984", "1984")),
        entities=entities(
            PERSON="""Deolinda; Quitéria Lousada; Bento Falcato; Iolanda Cerqueira; Xavier Moutela; Noémia Arrais; Gaspar Telhado""",
            ORG="Lodo Filmes; Fundação Moliceiro; Câmara Municipal de Vale de Ostras; Rádio Salina",
            PLACE="Vale de Ostras; Aveiro; Lisboa",
            WORK="Maré Baixa; O Nome das Redes; Sapal",
        ),
    )


if __name__ == "__main__":
    (SAMPLES / FOLDER).mkdir(exist_ok=True)
    (SAMPLES / FOLDER / "kit.txt").write_text(kit(), encoding="latin-1", newline="")
    gold()
