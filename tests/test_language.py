"""Which languages a kit is told in, and which of them is the main one."""

from __future__ import annotations

import pytest

from presskit.language import language_claims, language_of, languages
from presskit.model import Reading
from sketch import reading

TOLD = {
    "en": "When the ferry stops running, a retired pilot takes her granddaughter across the bay for the last time.",
    "fr": "Quand le bac cesse de passer, une pilote à la retraite emmène sa petite-fille de l'autre côté de la baie.",
    "de": "Als die Fähre nicht mehr fährt, bringt eine pensionierte Lotsin ihre Enkelin zum letzten Mal über die Bucht.",
    "es": "Cuando el transbordador deja de pasar, una piloto jubilada lleva a su nieta al otro lado de la bahía por última vez.",
    "it": "Quando il traghetto smette di passare, una pilota in pensione porta sua nipote dall'altra parte della baia.",
    "pt": "Quando a balsa deixa de passar, uma piloto aposentada leva a sua neta ao outro lado da baía pela última vez.",
}
SHORT = {
    "en": "Two brothers fight over a house that belongs to the sea.",
    "fr": "Deux frères se disputent une maison.",
    "de": "Zwei Brüder streiten um ein Haus.",
    "es": "Dos hermanos se pelean por una casa.",
    "it": "Due fratelli si contendono una casa che non è di nessuno.",
    "pt": "Um barco volta ao porto sem ninguém a bordo.",
}
LABELS = {
    "en": "Written and directed by: Anka Blom\nEdited by: Pia Land\nScreenwriter: Udo Resch\nMake-up: Mia Kolb",
    "fr": "Réalisation: Anka Blom\nImage: Udo Resch\nSon: Mia Kolb\nMontage: Pia Land",
    "de": "Regie: Anka Blom\nKamera: Udo Resch\nTon: Mia Kolb\nSchnitt: Pia Land",
    "es": "Dirección: Anka Blom\nGuion: Udo Resch\nMontaje: Pia Land\nSonido: Mia Kolb",
    "it": "Regia: Anka Blom\nSceneggiatura: Udo Resch\nMontaggio: Pia Land\nSuono: Mia Kolb",
    "pt": "Direção: Anka Blom\nRoteiro: Udo Resch\nMontagem: Pia Land\nSom: Mia Kolb",
}


def _kit(*texts: str) -> Reading:
    return reading(*(("synopsis", "Synopsis", text) for text in texts))


@pytest.mark.parametrize("language", TOLD)
def test_one_language(language: str) -> None:
    assert languages(_kit(TOLD[language])) == (language,)


@pytest.mark.parametrize("language", SHORT)
def test_one_short_sentence(language: str) -> None:
    assert languages(_kit(SHORT[language])) == (language,)


@pytest.mark.parametrize("language", LABELS)
def test_only_a_credit_list(language: str) -> None:
    assert languages(reading(("credits", None, LABELS[language]))) == (language,)


@pytest.mark.parametrize("language", LABELS)
def test_prose_outweighs_labels(language: str) -> None:
    kit = reading(("credits", None, LABELS[language]), ("synopsis", "Synopsis", TOLD["en"]))
    assert languages(kit) == ("en",)


@pytest.mark.parametrize(("first", "second"), [("de", "en"), ("en", "de"), ("fr", "en"), ("es", "en"), ("pt", "it"), ("it", "fr")])
def test_a_text_and_its_translation(first: str, second: str) -> None:
    assert languages(_kit(TOLD[first], TOLD[second])) == (first, second)


@pytest.mark.parametrize(("main", "second"), [("de", "en"), ("en", "fr"), ("es", "pt")])
def test_most_text_first_wherever_it_stands(main: str, second: str) -> None:
    assert languages(_kit(TOLD[second], *[TOLD[main]] * 3)) == (main, second)


def test_a_quoted_sentence_is_no_second_language() -> None:
    assert languages(_kit(*[TOLD["fr"]] * 8, TOLD["en"])) == ("fr",)


def test_boxes_of_names_say_nothing() -> None:
    assert languages(reading(("credits", None, "Anka Blom\nUdo Resch\nMia Kolb"))) == ()


@pytest.mark.parametrize("text", ["", "1987", "Anka Blom", "N7 — 14'"])
def test_too_little_to_tell(text: str) -> None:
    assert language_of(text) is None


def test_a_language_of_its_own_script() -> None:
    assert language_of("漁師はボートを漕いで家に帰る。") == "ja"


@pytest.mark.parametrize("kit", [_kit(TOLD["de"], TOLD["en"]), reading(("credits", None, LABELS["it"]))])
def test_each_language_rests_on_printed_words(kit: Reading) -> None:
    claims = list(language_claims(Reading(kit.document, languages(kit), kit.sections)))
    assert [claim.value for claim in claims] == list(languages(kit))
    assert all(kit.document.read(claim.evidence[""]) for claim in claims)
