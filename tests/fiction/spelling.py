"""How kits of several countries spell one name: official schemes (iuliia), the press's own habits, and slips of the keyboard."""

from __future__ import annotations

from random import Random

import iuliia

FRENCH = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e io j z i ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia".split(),
        strict=True,
    )
)
GERMAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b w g d e jo sch s i j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja".split(),
        strict=True,
    )
)
ENGLISH = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".split(),
        strict=True,
    )
)
ATHENS = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True))
PRESS_GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t i f h ps o".split(), strict=True))
PAIRS = (("ου", "ou"), ("ευ", "ef"), ("αυ", "av"), ("γγ", "ng"), ("γκ", "gk"), ("ντ", "nt"))
UNACCENTED = str.maketrans("άέήίόύώϊ", "αεηιουωι")
SCHEMES = (
    iuliia.BGN_PCGN,
    iuliia.WIKIPEDIA,
    iuliia.YANDEX_MAPS,
    iuliia.ICAO_DOC_9303,
    iuliia.MVD_310_FR,
    iuliia.SCIENTIFIC,
    iuliia.GOST_52290,
)


def latin(text: str, country: str, rng: Random) -> str:
    """The text as a kit of this country prints it; what is in Latin letters stays."""
    if any("Ѐ" <= char <= "ӿ" for char in text):
        press = {"fr": FRENCH, "de": GERMAN, "en": ENGLISH}.get(country)
        return by_letter(text, press) if press and rng.random() < 0.6 else rng.choice(SCHEMES).translate(text).replace("ʹ", "")
    if any("Ͱ" <= char <= "Ͽ" for char in text):
        return greek(text, rng.choice((ATHENS, PRESS_GREEK)))
    return text


def by_letter(text: str, letters: dict[str, str]) -> str:
    return "".join(_cased(char, letters) for char in text).replace("-", "")


def greek(text: str, letters: dict[str, str]) -> str:
    plain = text.lower().translate(UNACCENTED)
    for pair, sound in (("μπ", "b"), *PAIRS) if letters is PRESS_GREEK else (("μπ", "mp"), *PAIRS):
        plain = plain.replace(pair, sound)
    return "".join(letters.get(char, char) for char in plain).title()


def slipped(text: str, rng: Random) -> str:
    """One letter doubled, dropped, or changed places with the next, not the first of a word."""
    places = [n for n in range(1, len(text) - 2) if text[n - 1 : n + 2].isalpha()]
    if len(places) < 5:
        return text
    n = rng.choice(places)
    return rng.choice((text[:n] + text[n] + text[n:], text[:n] + text[n + 1 :], text[:n] + text[n + 1] + text[n] + text[n + 2 :]))


def _cased(char: str, letters: dict[str, str]) -> str:
    sound = letters.get(char.lower(), char)
    return sound.capitalize() if char.isupper() else sound
