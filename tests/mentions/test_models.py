"""The models as loaded here against the models as spaCy loads them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from presskit.mentions.models import MODELS, light, model

TEXTS = {
    "en": "In New York, Anna Doe-Smith's film «The Ferry» won the U.S. prize at 10.30 p.m.; see www.example.org (don't miss it).",
    "fr": "Aujourd'hui l'arrière-grand-père d'Anne-Marie Durand, faux-monnayeur à Saint-Denis, s'entr'aiderait avec le vice-président "
    "des États-Unis ; qu'est-ce qu'un anti-héros, un saut-de-ski, un black-out ? Voir M. Lemaire, 12,50 €, http://exemple.fr/a-b.",
}


@pytest.mark.parametrize("language", MODELS)
def test_the_tokenizer_is_the_models_own(language: str) -> None:
    whole = """
import sys, warnings
warnings.simplefilter("ignore")
import spacy
loaded = spacy.load(sys.argv[1], exclude=["tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "tok2vec"])
document = loaded(sys.argv[2])
print([(token.text, token.norm_) for token in document], [(entity.text, entity.label_) for entity in document.ents])
"""
    theirs = subprocess.run([sys.executable, "-c", whole, MODELS[language], TEXTS[language]], capture_output=True, text=True, check=True)
    document = model(language)(TEXTS[language])
    ours = [(token.text, token.norm_) for token in document], [(entity.text, entity.label_) for entity in document.ents]
    assert f"{ours[0]} {ours[1]}" == theirs.stdout.strip()


def test_a_tail_that_many_share_is_written_once() -> None:
    pattern = "(?iu)(?:^faux[-][a-zé]+$)|(?:^anti[-][a-zé]+$)|(?:^black[-]out[a-zé]*$)|(?:^[A-Za-zé]+[-]de[-](?:l['])?[A-Za-zé]+$)"
    shorter = light(pattern)
    assert shorter.count("[a-zé]+$") == 1
    for word in (
        "faux-vampire",
        "Anti-héros",
        "blackout",
        "black-outs",
        "saut-de-ski",
        "pet-de-l'air",
        "faux-",
        "fauxx",
        "black-out",
        "de",
    ):
        assert bool(re.match(shorter, word)) == bool(re.match(pattern, word)), word


@pytest.mark.parametrize("pattern", ["^whole$", "(?iu)(?:^a[a-z]+$", "(?:^(a[a-z])|(?:^b[a-z]+$)", ""])
def test_a_pattern_of_another_shape_stays_as_it_is(pattern: str) -> None:
    assert light(pattern) == pattern
