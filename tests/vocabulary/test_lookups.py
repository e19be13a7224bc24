"""Labels, roles, countries, languages, forms and calendars: what printed words stand for, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import pytest

from presskit.vocabulary import fold, vocabulary
from presskit.vocabulary.stems import neutral, stem

Key = TypeVar("Key")

ROLES = {
    "Dir. of Photography": "cinematographer",
    "Written & directed by": "director screenwriter",
    "Edited by": "editor",
    "2nd assistant director": "assistant_director",
    "Assistant to the Editor": "assistant_editor",
    "Réalisateur·rice": "director",
    "Chefs opérateurs": "cinematographer",
    "Régie générale": "unit_manager",
    "Régie": "unit_manager",
    "Buch & Regie": "director screenwriter",
    "Kostüm- & Maskenbild": "costume_designer makeup_artist",
    "Produzent*innen": "producer",
    "Kamerafrau": "cinematographer",
    "Regie": "director",
    "Director/a de fotografía": "cinematographer",
    "Montador(a)": "editor",
    "Diseño y mezcla de sonido": "sound_designer re_recording_mixer",
    "Montage et mixage son": "sound_editor sound_mixer",
    "Aiuto regia": "assistant_director",
    "Scenografia e costumi": "production_designer costume_designer",
    "Direção de arte": "art_director",
    "Desenho de som": "sound_designer",
}
NO_ROLES = ("Harbour", "Lisbon 2019", "Ada Stone", "Running time", "She directed the play", "", "x" * 500)
OPENINGS = {
    "Directed by ADA STONE": ("Directed by", "director", None, False),
    "Réalisé par Ilse Kamm": ("Réalisé par", "director", None, False),
    "Regie: Jo Wirth": ("Regie:", "director", None, False),
    "Una producción de Lumen Films": ("Una producción de", "producer", "production", False),
    "With the support of the Harbour Fund": ("With the support of", "", "support", False),
    "Con Ada Riva": ("Con", "", None, True),
    "Mit Jo Wirth": ("Mit", "actor", None, True),
}
COMPANIES = {
    "production": ("Une production", "Produktionsfirma", "Compañía productora", "Casa di produzione", "Produtora"),
    "coproduction": ("In co-production with", "In Koproduktion mit", "In coproduzione con", "Em coprodução com"),
    "support": ("With the support of", "Avec le soutien de", "Gefördert von", "Con el apoyo de", "Con il sostegno di", "Com o apoio de"),
    "distribution": ("Distributor", "Distributeur", "Im Verleih von", "Distribuidora", "Distribuito da", "Distribuição"),
    "sales": ("World sales", "Ventes internationales", "Weltvertrieb", "Ventas internacionales", "Vendite estere", "Vendas internacionais"),
    "broadcaster": ("Broadcaster", "Sender"),
    "post_production": ("Sound studio",),
    None: ("Harbour", "Ada Stone", "Crew", ""),
}
CAST = ("Cast", "Starring", "Avec", "Interprétation", "Darsteller", "In den Hauptrollen", "Reparto", "Con", "Interpreti", "Elenco")
NO_CAST = ("Crew", "Stab", "Harbour", "Avec le soutien de", "")
FACTS = {
    "runtime": ("Running time", "Durée", "Länge", "Duración", "Duración / Running time", "Durata", "Duração"),
    "country": ("Country", "Pays de production", "Land", "País", "Paese"),
    "year": ("Year", "Année", "Produktionsjahr", "Año", "Anno", "Ano"),
    "language": ("Language", "Langue", "Sprache", "Idioma", "Lingua"),
    "subtitles": ("Subtitles", "Sous-titres", "Untertitel", "Subtítulos", "Sottotitoli", "Legendas"),
    "aspect_ratio": ("Aspect ratio", "Seitenverhältnis", "Formato de imagen"),
    "sound": ("Sound", "Ton", "Sonido", "Suono", "Som"),
    "original_title": ("Original title", "Titre original", "Originaltitel", "Título original", "Titolo originale"),
    "genre": ("Genre", "Género", "Genere", "Gênero", "Genre & Format"),
    None: ("Harbour", "Ada Stone", "The running time of this story is long", ""),
}
COUNTRIES = {
    "DE": ("Germany", "Deutschland", "Allemagne", "Alemania", "Germania", "Alemanha", "West Germany"),
    "US": ("U.S.A.", "US", "United States", "États-Unis", "Vereinigte Staaten", "Estados Unidos", "Stati Uniti"),
    "GB": ("UK", "Great Britain", "Royaume-Uni", "Großbritannien", "Reino Unido", "Regno Unito"),
    "NL": ("The Netherlands", "Pays-Bas", "Niederlande", "Países Bajos", "Paesi Bassi", "Países Baixos"),
    "CI": ("Côte d'Ivoire", "Ivory Coast"),
    "SU": ("USSR", "URSS", "Sowjetunion"),
    "CS": ("Czechoslovakia", "Tschechoslowakei"),
    None: ("us", "no", "English", "Harbour", "a German film", ""),
}
LANGUAGES = {
    "en": ("English", "anglais", "Englisch", "englischen", "inglés", "inglese", "inglês"),
    "pt": ("Portuguese", "portugais", "portugiesisch", "portugués", "portoghese", "português"),
    "ca": ("Catalan", "Català", "Katalanisch", "catalán"),
    "sgn": ("sign language", "langue des signes", "Gebärdensprache"),
    None: ("Harbour", "Germany", "in English", ""),
}
NATIONALITIES = {
    "FR": ("française", "French", "französischer"),
    "SE": ("schwedischer", "sueco"),
    "BR": ("brasileira",),
    None: ("Harbour", "France"),
}
FORMS = {
    "feature fiction": (
        "long métrage de fiction",
        "Spielfilm",
        "largometraje de ficción",
        "lungometraggio di finzione",
        "longa-metragem de ficção",
    ),
    "short fiction": ("short fiction film", "Kurzspielfilm", "cortometraje de ficción"),
    "feature documentary": (
        "documental largometraje",
        "feature documentary",
        "documentaire de long métrage",
        "lungometraggio documentario",
    ),
    "short documentary": ("curta-metragem documental", "documentary short", "Kurzdokumentarfilm"),
    "documentary": ("Dokumentarfilm", "film documentaire", "documentário"),
    "short animation": ("short animated film", "Animationskurzfilm", "Kurzfilm, Animation", "Animation, Kurzfilm", "corto de animación"),
    "short experimental": ("experimental short", "Experimental / Short", "court métrage expérimental"),
    "documentary television": ("TV documentary", "documentary for television: TV documentary"),
    "": ("harbour", "a series of letters", "a narrative of loss", ""),
}
MONTHS = {
    1: ("january", "januar", "enero", "gennaio", "janeiro"),
    3: ("märz", "marz"),
    8: ("août", "aout"),
    9: ("sept", "settembre"),
    12: ("dezembro",),
}
SEASONS = {
    21: ("spring", "printemps", "primavera"),
    22: ("été", "sommer", "verano"),
    23: ("fall", "herbst", "otoño"),
    24: ("winter", "inverno"),
}


def _pairs(table: Mapping[Key, tuple[str, ...]]) -> list[tuple[str, Key]]:
    return [(phrase, meaning) for meaning, phrases in table.items() for phrase in phrases]


@pytest.mark.parametrize(("label", "roles"), ROLES.items())
def test_roles(label: str, roles: str) -> None:
    assert vocabulary().roles(label) == tuple(roles.split())


@pytest.mark.parametrize("label", NO_ROLES)
def test_no_roles(label: str) -> None:
    assert vocabulary().roles(label) == ()


@pytest.mark.parametrize(("language", "role"), [("de", "director"), ("fr", "unit_manager"), ("it", "director")])
def test_the_language_decides_between_false_friends(language: str, role: str) -> None:
    assert vocabulary().roles("Regie", language) == (role,)


@pytest.mark.parametrize(("label", "languages"), [("Schnitt", ("de",)), ("Roteiro", ("pt",)), ("Direção", ("pt",)), ("Harbour", ())])
def test_languages_of_a_label(label: str, languages: tuple[str, ...]) -> None:
    assert vocabulary().role_languages(label) == languages


@pytest.mark.parametrize(("text", "expected"), OPENINGS.items())
def test_leading_label(text: str, expected: tuple[str, str, str | None, bool]) -> None:
    found = vocabulary().leading_label(text)
    assert found is not None
    assert (text[: found.end], " ".join(found.roles), found.company, found.cast) == expected


@pytest.mark.parametrize("text", ["Harbour Lights", "Ada Stone", "", "1998"])
def test_no_leading_label(text: str) -> None:
    assert vocabulary().leading_label(text) is None


@pytest.mark.parametrize(("label", "role"), _pairs(COMPANIES))
def test_company_role(label: str, role: str | None) -> None:
    assert vocabulary().company_role(label) == role


@pytest.mark.parametrize(("label", "expected"), [*((label, True) for label in CAST), *((label, False) for label in NO_CAST)])
def test_cast_label(label: str, *, expected: bool) -> None:
    assert vocabulary().is_cast_label(label) is expected


@pytest.mark.parametrize(("label", "fact"), _pairs(FACTS))
def test_facts(label: str, fact: str | None) -> None:
    assert vocabulary().facts(label) == fact


@pytest.mark.parametrize(("text", "code"), _pairs(COUNTRIES))
def test_country(text: str, code: str | None) -> None:
    assert vocabulary().country(text) == code


@pytest.mark.parametrize(("text", "code"), _pairs(LANGUAGES))
def test_language(text: str, code: str | None) -> None:
    assert vocabulary().language(text) == code


@pytest.mark.parametrize(("text", "code"), _pairs(NATIONALITIES))
def test_nationality(text: str, code: str | None) -> None:
    assert vocabulary().nationality(text) == code


@pytest.mark.parametrize(("text", "forms"), _pairs(FORMS))
def test_forms_in_one_order(text: str, forms: str) -> None:
    assert vocabulary().form(text) == tuple(forms.split())


@pytest.mark.parametrize(("word", "number"), [*_pairs(MONTHS), *_pairs(SEASONS)])
def test_calendar(word: str, number: int) -> None:
    assert (vocabulary().months | vocabulary().seasons)[word] == number


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("  «Été — à Nîmes»: ", "ete - a nimes"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Cœur", "coeur"),
        ("Łódź", "lodz"),
        ("Director’s", "director's"),
        ("soft\u00adhyphen", "softhyphen"),
        ("-–—", ""),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("produzentin", "produzent"),
        ("productores", "productora"),
        ("realisatrices", "realisateurs"),
        ("monteuse", "monteur"),
        ("montatrice", "montatori"),
        ("diretora", "diretores"),
    ],
)
def test_gender_and_number_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("son", "sons"), ("ton", "tonne"), ("editor", "edition"), ("produktion", "produzent")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("inclusive", "plain"),
    [
        ("produzent*in", "produzent"),
        ("autor:innen", "autor"),
        ("realisateur.rice", "realisateur"),
        ("director/a", "director"),
        ("actor(es)", "actor"),
    ],
)
def test_inclusive_spellings(inclusive: str, plain: str) -> None:
    assert neutral(inclusive) == plain
