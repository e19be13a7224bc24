"""The words of technical data, from vocabulary/film_facts.yaml."""

from __future__ import annotations

from functools import cache

from presskit.vocabulary import fold, store


@cache
def fact_words(name: str) -> frozenset[str]:
    """One list, all languages, folded."""
    return frozenset(fold(phrase) for _, phrase in store.by_language(store.read("film_facts")[name]))


def country_sign(text: str) -> str | None:
    """The country whose sign this is, printed in capitals; only to be asked where countries are listed."""
    return _signs().get(text)


@cache
def _signs() -> dict[str, str]:
    return {sign: str(code) for code, line in store.read("film_facts")["country_signs"].items() for sign in store.phrases(line)}


def subtitle_sign(text: str) -> str | None:
    """The language of the subtitles that a version's sign promises ("OmeU", "VOSTFR")."""
    return _versions().get(text.casefold())


def language_sign(text: str) -> str | None:
    """The language whose sign this is, in capitals; only to be asked beside words for a version («VO FR/NL»)."""
    return _language_signs().get(text)


@cache
def _language_signs() -> dict[str, str]:
    return {sign: str(code) for code, line in store.read("film_facts")["language_signs"].items() for sign in store.phrases(line)}


@cache
def _versions() -> dict[str, str]:
    signs = store.read("film_facts")["subtitle_signs"]
    return {sign.casefold(): str(code) for code, line in signs.items() for sign in store.phrases(line)}


@cache
def given_names() -> frozenset[str]:
    return frozenset(fold(phrase) for _, phrase in store.by_language(store.read("names")["given_name"]))
