"""What whole lines mean as headings, in six languages; and the lines that are none."""

from __future__ import annotations

import pytest

from presskit.vocabulary import vocabulary

FIRST = {
    "en": {
        "SYNOPSIS:": "synopsis:synopsis",
        "3. Long synopsis (300 words)": "synopsis:long",
        "S Y N O P S I S": "synopsis:synopsis",
        "Director’s Statement": "statement:director",
        "About the Director": "biography:director",
        "Ada Stone – Selected Filmography": "filmography:",
        "Filmography of Ada Stone": "filmography:",
        "A conversation with Ada Stone": "interview:",
        "Cast & Crew": "credits:",
        "Technical Specifications": "technical:",
        "Awards and Festivals": "awards:",
        "World Sales": "contacts:sales",
        "Production Notes": "notes:production",
        "Table of Contents": "front:toc",
    },
    "fr": {
        "Synopsis court": "synopsis:short",
        "NOTE D'INTENTION": "statement:director",
        "Note du réalisateur": "statement:director",
        "Biographie de la réalisatrice": "biography:director",
        "Filmographie sélective": "filmography:",
        "Entretien avec Ilse Kamm": "interview:",
        "Liste artistique": "credits:cast",
        "Liste technique": "credits:crew",
        "Fiche technique": "credits:crew",
        "Relations presse": "contacts:press",
        "Ventes internationales": "contacts:sales",
        "Sélections et prix": "awards:",
    },
    "de": {
        "Kurzinhalt": "synopsis:short",
        "Regiestatement": "statement:director",
        "Über die Regisseurin": "biography:director",
        "Filmografie (Auswahl)": "filmography:",
        "Interview mit Jo Wirth": "interview:",
        "Jo Wirth im Gespräch": "interview:",
        "Darsteller": "credits:cast",
        "Stab": "credits:crew",
        "Technische Daten": "technical:",
        "Preise und Auszeichnungen": "awards:",
        "Pressebetreuung": "contacts:press",
        "Weltvertrieb": "contacts:sales",
        "Produktionsnotizen": "notes:production",
    },
    "es": {
        "Sinopsis larga": "synopsis:long",
        "Nota de la directora": "statement:director",
        "Biografía del director": "biography:director",
        "Filmografía": "filmography:",
        "Entrevista a Luz Vidal": "interview:",
        "Reparto": "credits:cast",
        "Equipo técnico": "credits:crew",
        "Premios y festivales": "awards:",
        "Contacto de prensa": "contacts:press",
        "Ventas internacionales": "contacts:sales",
    },
    "it": {
        "Sinossi breve": "synopsis:short",
        "Note di regia": "statement:director",
        "La regista": "biography:director",
        "Filmografia essenziale": "filmography:",
        "Intervista a Ada Riva": "interview:",
        "Cast artistico": "credits:cast",
        "Cast tecnico": "credits:crew",
        "Premi e riconoscimenti": "awards:",
        "Ufficio stampa": "contacts:press",
        "Vendite estere": "contacts:sales",
    },
    "pt": {
        "Sinopse curta": "synopsis:short",
        "Nota da realizadora": "statement:director",
        "Biografia do diretor": "biography:director",
        "Filmografia selecionada": "filmography:",
        "Entrevista com Rui Brito": "interview:",
        "Elenco": "credits:cast",
        "Ficha técnica": "credits:crew",
        "Prêmios e festivais": "awards:",
        "Assessoria de imprensa": "contacts:press",
        "Vendas internacionais": "contacts:sales",
    },
}
NAMES = {
    "Interview with director JANE MOSS": ("interview", "director", "JANE MOSS"),
    "ACTRESS (Ilana)": ("biography", "cast", "Ilana"),
    "Jo Wirth – Kamera": ("biography", "crew", "Jo Wirth"),
    "Ada Riva, regista": ("biography", "director", "Ada Riva"),
    "Entretien avec Ilse Kamm, productrice": ("interview", "producer", "Ilse Kamm"),
    "Biografía: Luz Vidal": ("biography", "", "Luz Vidal"),
    "Rui Brito - Filmografia": ("filmography", "", "Rui Brito"),
    "Gannet Films": ("filmography", "film", "Gannet"),
}
FALSE_FRIENDS = {
    "Inhalt": {"synopsis", "front"},
    "Fiche technique": {"credits", "technical"},
    "Ficha técnica": {"credits", "technical"},
    "Scheda tecnica": {"credits", "technical"},
    "Distribution": {"contacts", "credits"},
    "Distribuzione": {"contacts"},
    "Distribución": {"contacts"},
    "Casting": {"notes", "credits"},
    "Presse": {"press", "contacts"},
}
NONE = (
    "Harbour Lights – short film",
    "The Ferry - film",
    "Die Fähre – Dokumentarfilm",
    "El puerto – documental",
    "Il porto - cortometraggio",
    "O cais – curta-metragem",
    "Cinema Lumen",
    "Teatro Lumen",
    "TV Lumen",
    "Production: Lumen Film",
    "Produktion: Lumen Film",
    "Sound: Dolby",
    "Format: DCP",
    "Son : Dolby",
    "Land: Portugal",
    "Mit Jo Wirth",
    "Avec Ilse Kamm et Jo Wirth",
    "Con Ada Riva",
    "Deutschland 2021",
    "“The best film of the year.”",
    "She goes back to the harbour with her brother.",
    "",
    "—",
    "x" * 200,
)


@pytest.mark.parametrize(("line", "expected"), [pair for lines in FIRST.values() for pair in lines.items()])
def test_first_sense(line: str, expected: str) -> None:
    first = vocabulary().headings(line)[0]
    assert f"{first.kind.value}:{first.topic}" == expected


@pytest.mark.parametrize(("line", "expected"), NAMES.items())
def test_name_in_a_heading(line: str, expected: tuple[str, str, str]) -> None:
    first = vocabulary().headings(line)[0]
    assert (first.kind.value, first.topic, first.rest) == expected


@pytest.mark.parametrize(("line", "kinds"), FALSE_FRIENDS.items())
def test_false_friends_keep_all_their_senses(line: str, kinds: set[str]) -> None:
    assert {sense.kind.value for sense in vocabulary().headings(line)} == kinds


@pytest.mark.parametrize("line", NONE)
def test_no_heading(line: str) -> None:
    assert vocabulary().headings(line) == ()


@pytest.mark.parametrize(
    "spelled",
    ["Directors Statement", "DIRECTOR'S STATEMENT", "— Director’s statement —", "## Director´s Statement:", "II. Director's Statement"],
)
def test_spellings(spelled: str) -> None:
    assert vocabulary().headings(spelled)[0].topic == "director"
