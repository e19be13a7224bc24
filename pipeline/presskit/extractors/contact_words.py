"""What the words of an address block are: functions, labels, addresses, names of people and companies."""

from __future__ import annotations

import re

from presskit.extractors.phrases import Phrases, Word, phrase_lists, tokens
from presskit.vocabulary import vocabulary
from presskit.vocabulary.folding import fold

FUNCTIONS = ("press", "sales", "festivals", "distribution", "production", "director", "other")
LONGEST_HEADING = 9
LONGEST_LINE = 160
"""Characters of a heading or name line; longer ones are not looked into."""
LONGEST_NAME = 5
LONGEST_COMPANY = 9
PERSON_WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?$")
LABELS = ("phone_label", "fax_label", "mail_label", "web_label", "person_label", "address_label")
ABBREVIATED = ("Inc.", "Ltd.", "Co.", "S.A.", "S.L.", "V.", "S.r.l.", "Ltda.")
DASHED = re.compile(r"\s[–—-]\s")
POSTCODE = re.compile(r"\d")


def words(name: str) -> Phrases:
    return phrase_lists("contacts")[name]


def function_of(text: str) -> str | None:
    """The function a whole line announces: every word of it is one of the trade's, a country or a filler."""
    if len(text) > LONGEST_LINE or not 0 < len(tokens(text)) <= LONGEST_HEADING * 2 or any(char in text for char in "@0123456789"):
        return None
    lists = [words(name) for name in FUNCTIONS]
    rest = _without_countries(text)
    if not rest:
        return None
    if not lists[0].made_of(rest, *lists[1:], words("beside"), words("person_label")):
        return None
    return next((name for name in FUNCTIONS if words(name).inside(text)), None)


def function_behind(text: str) -> tuple[str | None, int]:
    """«Heron Films Press Contact:», «Heron Distribution – Press»: a house and what it does, and where its name ends."""
    if len(text) > LONGEST_LINE:
        return None, 0
    whole = text.rstrip(" :")
    dash = DASHED.search(whole)
    if dash and names_company(whole[: dash.start()]) and (function := function_of(whole[dash.end() :])):
        return function, dash.start()
    starts = [word.start for word in tokens(whole)][1:]
    if not text.endswith(":") or not 2 <= len(starts) <= LONGEST_COMPANY:
        return None, 0
    ways = [at for at in reversed(starts) if words("person_label").inside(whole[at:]) and function_of(whole[at:])]
    asked = next((at for at in ways if function_of(whole[at:]) != "other"), ways[0] if ways else 0)
    name = whole[:asked].rstrip()
    return (function_of(whole[asked:]), len(name)) if asked and may_be_company(name) and not is_person(name) else (None, 0)


def function_ahead(text: str) -> tuple[str | None, int]:
    """«Ufficio stampa Heron Film», «World Sales Heron Docs»: what a house does, in two words and more, and where its name begins."""
    if len(text) > LONGEST_LINE or any(char in text for char in "@:"):
        return None, 0
    starts = [word.start for word in tokens(text)][2:]
    for at in reversed(starts[:LONGEST_COMPANY]):
        said, name = text[:at].rstrip(), text[at:]
        function = function_of(said)
        if function not in (None, "other") and may_be_company(name) and not is_person(name) and function_of(name) is None:
            return function, at
    return None, 0


def _without_countries(text: str) -> str:
    """«Verleih Schweiz», «UK & Ireland distribution»: countries say where, not who."""
    parts = tokens(text)
    kept: list[str] = []
    at = 0
    while at < len(parts):
        length = next((n for n in (3, 2, 1) if _is_country(text, parts, at, n)), 0)
        if not length:
            kept.append(parts[at].text)
        at += length or 1
    return " ".join(kept)


def _is_country(text: str, parts: tuple[Word, ...], at: int, length: int) -> bool:
    if at + length > len(parts):
        return False
    return vocabulary().country(text[parts[at].start : parts[at + length - 1].end]) is not None


def is_address(text: str) -> bool:
    """A line with a number that is no phone, a street, or a place."""
    return bool(POSTCODE.search(text)) or words("street").inside(text) or is_place(text)


def is_place(text: str) -> bool:
    """A country alone or behind a comma: «Ghent, Belgium»."""
    parts = [part for part in re.split(r"[,()/]|\s[–-]\s", text) if part.strip()]
    cities = phrase_lists("festivals")["festival_city"]
    return bool(parts) and any(_is_land(part.strip()) or cities.whole(part) for part in parts)


def _is_land(text: str) -> bool:
    first, _, rest = text.partition(" ")
    known = vocabulary()
    return known.country(text) is not None or (fold(first) in known.words("articles") and known.country(rest) is not None)


def is_title(text: str) -> bool:
    """«Head of Sales», «Producer»: what somebody is, not who."""
    return function_of(text) is not None or bool(vocabulary().roles(text))


def is_asked_for(text: str) -> bool:
    """«Contact person»: the name of whom to ask follows."""
    return words("person_label").whole(text)


def is_given_name(text: str) -> bool:
    return phrase_lists("names")["given_name"].whole(text)


def is_label(text: str) -> bool:
    """«Tel.», «E-mail:», «Web»: says what follows."""
    return any(words(name).whole(text) for name in LABELS)


def names_company(text: str) -> bool:
    return words("company").inside(text)


def is_person(text: str) -> bool:
    """Two to five capitalised words without those of companies and streets."""
    parts = text.split()
    known = vocabulary()
    particles, small = known.words("name_particles"), known.words("function_words")
    if not 2 <= len(parts) <= LONGEST_NAME or not all(PERSON_WORD.match(part) for part in parts):
        return False
    capitals = [part for part in parts if part[0].isupper()]
    plain = all(part[0].isupper() or fold(part) in particles for part in parts)
    lowered = any(fold(part) in small and part[0].islower() and fold(part) not in particles for part in parts)
    if is_place(text):
        return False
    return plain and not lowered and len(capitals) >= 2 and not names_company(text) and function_of(text) is None


def may_be_company(text: str) -> bool:
    """Short, beginning with a capital or number, no sentence."""
    parts = text.split()
    if not parts or len(parts) > LONGEST_COMPANY or "@" in text or (text.endswith((".", "!", "?", ":")) and not text.endswith(ABBREVIATED)):
        return False
    lower = [part for part in parts if part[0].islower()]
    return (parts[0][0].isupper() or parts[0][0].isdigit() or text.islower()) and len(lower) * 2 <= len(parts) + (len(parts) == 1)
