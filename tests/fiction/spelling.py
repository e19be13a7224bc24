"""How kits of several countries spell one name: official schemes (iuliia), the press's own habits, and slips of the keyboard."""

from __future__ import annotations

from random import Random

import iuliia

from fiction.scripts import SPELLED

FRENCH = "аa бb вv гg дd еe ёio жj зz иi йï кk лl мm нn оo пp рr сs тt уou фf хkh цts чtch шch щchtch ъ- ыy ь- эe юiou яia"
GERMAN = "аa бb вw гg дd еe ёjo жsch зs иi йj кk лl мm нn оo пp рr сs тt уu фf хch цz чtsch шsch щschtsch ъ- ыy ь- эe юju яja"
ENGLISH = "аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ- ыy ь- эe юyu яya"
ATHENS = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
PRESS_GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υi φf χh ψps ωo"
"""Each letter with what is printed for it; "-" is nothing."""
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
    if text in SPELLED:
        return rng.choice(SPELLED[text])
    if any("Ѐ" <= char <= "ӿ" for char in text):
        press = {"fr": FRENCH, "de": GERMAN, "en": ENGLISH}.get(country)
        return by_letter(text, press) if press and rng.random() < 0.6 else rng.choice(SCHEMES).translate(text).replace("ʹ", "")
    if any("Ͱ" <= char <= "Ͽ" for char in text):
        return greek(text, rng.choice((ATHENS, PRESS_GREEK)))
    return text


def by_letter(text: str, letters: str) -> str:
    table = _table(letters)
    return "".join(_cased(char, table.get(char.lower(), char)) for char in text).replace("-", "")


def greek(text: str, letters: str) -> str:
    plain = text.lower().translate(UNACCENTED)
    for pair, sound in (("μπ", "b"), *PAIRS) if letters == PRESS_GREEK else (("μπ", "mp"), *PAIRS):
        plain = plain.replace(pair, sound)
    table = _table(letters)
    return "".join(table.get(char, char) for char in plain).title()


def slipped(text: str, rng: Random) -> str:
    """One letter doubled, dropped, or changed places with the next, not the first of a word."""
    places = [n for n in range(1, len(text) - 2) if text[n - 1 : n + 2].isalpha()]
    if len(places) < 5:
        return text
    n = rng.choice(places)
    return rng.choice((text[:n] + text[n] + text[n:], text[:n] + text[n + 1 :], text[:n] + text[n + 1] + text[n] + text[n + 2 :]))


def _table(letters: str) -> dict[str, str]:
    return {pair[0]: pair[1:] for pair in letters.split()}


def _cased(char: str, printed: str) -> str:
    return printed.capitalize() if char.isupper() else printed
