"""What single words and phrases in a list of names look like: places, guilds, legal forms, functions, descriptions."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from presskit.extractors.credits.parties import LIKELY, Known, is_legal_form, leaning
from presskit.extractors.credits.wordlists import word_list
from presskit.vocabulary import fold, vocabulary

OPENING = "([{"
CLOSING = ")]}"
TAIL = re.compile(r" ?[(\[]([^()\[\]]{1,90})[)\]]?[ .]*$")
SONG_BY = re.compile(r"[“\"«„][^“”\"«»„]{1,60}[”\"»“],? (?:written |composed |performed )?(?:by|von|par|de|di|por) (?=[A-ZÀ-Þ])")
"""«“Slow Air” by Jane Doe»: the piece of music before its maker."""
LONGEST_NAME = 140
INITIALS = re.compile(r"(?:[^\W\d_]\.){3,6}")
"""«A.I.C.», «U.I.C.D.»: a society of the trade."""
NO_NAME = re.compile(r"www\.|://|@|\bn[°º]\s?\d")
"""Addresses and the numbers of files and visas."""
DATED = re.compile(r"\w{1,3}(?:/\w{1,3})? (?:19|20)\d\d$")
"""«D 2014», «FR/BE 2020»: where and when, not who."""
ADDRESS = re.compile(
    r"^\d{1,4}\s?[a-z]?\s[^\W\d_].*\b(?:street|st|road|rd|avenue|ave|lane|way|square|quay|terrace|drive)\.?$"
    r"|^(?:\d{1,4}(?:\s?(?:bis|ter))?,?\s)?(?:rue|quai|boulevard|bd|avenue|place|allée|via|viale|piazza|corso|calle|plaza|paseo|avenida|av\.|rua|largo|praça)\s"
    r"|(?:straße|strasse|str\.|weg|platz|allee|gasse|damm)\s\d{1,4}\b",
    re.IGNORECASE,
)
VOWELS = frozenset("aeiouyäöü")
LONGEST_SMALL = 4
"""Words of a company that writes its name small: «mond film köln GmbH»."""
MOST_LETTERS = 4
"""Of a guild that is known by its letters only."""
SHORTEST, LONGEST_SENDER = 3, 4
"""Letters of a broadcaster's name that is written small: «(rbb)»; with two it may be a measure («mm»)."""


def name_starts(names: Sequence[str]) -> list[int]:
    """Where further names begin in a row of names: at given names that leave two words to each; [] if that does not work out."""
    if not all(name[:1].isupper() and "," not in name and "(" not in name for name in names) or fold(names[0]) not in word_list(
        "given_names"
    ):
        return []
    starts = [0]
    for number in range(2, len(names) - 1):
        if number - starts[-1] >= 2 and fold(names[number]) in word_list("given_names"):
            starts.append(number)
    whole = all(2 <= b - a <= 4 for a, b in itertools.pairwise([*starts, len(names)]))
    return starts[1:] if whole else []


def depths(text: str) -> bytearray:
    """1 inside brackets or quotes. An opening bracket that is never closed counts for nothing."""
    deep = bytearray(len(text))
    stack: list[int] = []
    for at, char in enumerate(text):
        if char in OPENING:
            stack.append(at)
        elif char in CLOSING and stack:
            start = stack.pop()
            if not stack:
                deep[start : at + 1] = b"\x01" * (at + 1 - start)
    return deep


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    pairs = {"“": "”", "«": "»", '"': '"', "„": "“"}
    if end - start > 2 and pairs.get(text[start]) == text[end - 1]:
        return start + 1, end - 1
    return start, end


def without_brackets(text: str) -> str:
    return TAIL.sub("", text)


def is_legal(text: str) -> bool:
    """«Inc.», «Jr.», «SRL de CV»: never a name of its own."""
    return fold(text) in word_list("legal_forms") or fold(text) in word_list("generation_words")


def is_guild(text: str) -> bool:
    if INITIALS.fullmatch(text):
        return True
    return fold(text).replace(".", "") in word_list("guilds") and (text.isupper() or text.islower() or "." in text)


def is_letters(text: str) -> bool:
    """«ACO» behind somebody's name: letters of a guild that no list has."""
    return len(text) <= MOST_LETTERS and text.isalpha() and text.isupper() and text.isascii()


def is_degree(text: str) -> bool:
    return fold(text) in word_list("academic_titles") and (text.isupper() or "." in text or text == "PhD")


def ends_as_company(text: str) -> bool:
    words = without_brackets(text).split()
    return bool(words) and (fold(words[-1]) in word_list("organisation_endings") or is_legal_form(words[-1]))


def calls_itself_house(text: str) -> bool:
    """«Doe Film», «Les Films du Soir»: a word for those who make films, and none for an office, whose dash stands inside its name."""
    words = {fold(word) for word in without_brackets(text).split()}
    trade = words & word_list("film_makers")
    return ends_as_company(text) or (len(words) > 1 and bool(trade) and not (words - trade) & word_list("organisation_words"))


def is_address(text: str) -> bool:
    return bool(ADDRESS.search(text))


def is_place(text: str) -> bool:
    signed = text.isupper() and fold(text) in word_list("country_letters")
    return signed or fold(text) in word_list("film_cities") or bool(vocabulary().country(text))


def is_town_of(house: str, text: str, whole: str) -> bool:
    """«Roe Sound Studio, Passau»: one word behind what is called like a house, and nothing else in the row."""
    last = whole.endswith(f", {text}") and whole.count(",") == 1
    return last and text.istitle() and " " not in text and leaning(house, Known()) >= LIKELY


def is_function(text: str) -> bool:
    """«directrice générale», «Director»: a function behind a name, not a name."""
    if is_written_small(text):
        return False
    first = text.split()[0] if text.split() else ""
    if fold(first) in word_list("conjunctions") or fold(first) in word_list("articles"):
        return False
    if text[:1].islower() and fold(first) not in word_list("name_particles"):
        return len(text) > 2
    return bool(vocabulary().roles(text))


def belongs_to_name(inner: str) -> bool:
    """An acronym or a town in brackets is part of a company's name; a country is not."""
    if inner.isupper() and fold(inner) in word_list("country_letters"):
        return False
    return ":" not in inner and not vocabulary().country(inner) and (inner.isupper() or len(inner.split()) <= 2) and inner[:1].isupper()


def is_house(inner: str) -> bool:
    """Whether the words in brackets name a company: not a country, a guild, a format, a year, an instrument."""
    if is_guild(inner):
        return False
    if is_written_small(inner):
        return True
    if not inner[:1].isupper() or vocabulary().country(inner) or inner.strip().isdigit():
        return False
    return fold(inner) not in word_list("recording_formats") and not vocabulary().roles(inner) and not is_place(inner)


def is_written_small(text: str) -> bool:
    """«rbb», «swr», «arte»: an acronym that its owner writes small; consonants alone are no word."""
    if fold(text) in word_list("small_letter_names"):
        return True
    consonants = text.islower() and text.isalpha() and not set(text) & VOWELS
    return consonants and SHORTEST <= len(text) <= LONGEST_SENDER and not vocabulary().roles(text)


def is_namelike(text: str) -> bool:
    """A name has a capital, and does not begin as a phrase about people without names («212 donors», «all our friends»)."""
    if not any(char.isalpha() for char in text) or len(text) > LONGEST_NAME or NO_NAME.search(text):
        return False
    if is_written_small(text) or (text[0].islower() and ends_as_company(text) and 1 < len(text.split()) <= LONGEST_SMALL):
        return True
    if not text[0].isupper() and not text[0].isdigit() and not text[0].islower():
        return text[0] in "“«\"'‘’„¡¿#@(["
    words = text.split()
    if DATED.match(text):
        return False
    if text[0].isupper():
        return len(words) < 4 or not is_wordy(words) or fold(words[0]) in word_list("offices")
    if text[0].isdigit():
        return len(words) < 5 and all(not word.islower() or fold(word) in word_list("legal_forms") for word in words)
    return len(words) <= 4 and any(word[:1].isupper() for word in words) and may_begin_small(words[0])


def is_description(text: str) -> bool:
    """What follows a name and a comma: a trade and a place of work rather than a second name."""
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return bool(vocabulary().roles(text)) if words else False
    return any(word.islower() and fold(word) not in word_list("name_particles") for word in words) or leaning(text.strip(), Known()) > 0


def is_phrase(text: str) -> bool:
    """Words in a sentence's manner, not a label's or a name's."""
    return len(text.split()) > 4 and is_wordy(text.split())


def is_wordy(words: Sequence[str]) -> bool:
    """A phrase rather than a name: common words, and none that an organisation is called by."""
    folded = [fold(word) for word in words]
    if any(word in word_list("organisation_words") or word in word_list("legal_forms") for word in folded):
        return False
    grammar = ("name_particles", "function_words", "conjunctions", "articles", "contractions", "alias_words")
    common = [
        word for word, low in zip(words, folded, strict=True) if word.islower() and not any(low in word_list(name) for name in grammar)
    ]
    return len(common) >= 2


def may_begin_small(word: str) -> bool:
    lists = word_list
    return fold(word) in lists("name_particles") or fold(word) in lists("organisation_words") or any(char.isupper() for char in word)


def after_phrase(text: str) -> int:
    """«with the kind participation of JANE DOE»: where the name begins in a piece that opens with small words; else 0."""
    song = SONG_BY.match(text)
    if song:
        return song.end()
    words = list(re.finditer(r"\S+", text)) if text[:1].islower() else []
    first = next((number for number, word in enumerate(words) if word[0][:1].isupper()), 0)
    if first == 1 and fold(words[0][0]) in word_list("with_words") | word_list("conjunctions"):
        return words[first].start()
    if first < 2:
        return 0
    before = fold(words[first - 1][0])
    small = any(before in word_list(name) for name in ("articles", "contractions", "by_words"))
    return words[first].start() if small else 0


def past_for(inner: str) -> int:
    """«(for Roe Films)»: where the company's name begins."""
    first, _, rest = inner.partition(" ")
    return len(first) + 1 if fold(first) in word_list("for") and rest[:1].isupper() else 0


def is_small(word: str) -> bool:
    """An article, or one grown together with a preposition."""
    return fold(word) in word_list("articles") or fold(word) in word_list("contractions")


def is_leader(word: str, rest: Sequence[str], prior: float, *, articles: bool) -> bool:
    """A title before a person, a conjunction or a small article before anybody, a capital one before an acronym."""
    folded = fold(word)
    if word.isupper() and len(word) > 1 and (rest[0][:1] in OPENING or not rest[0].isupper()):  # «DR Dok» is a broadcaster's
        return False
    if (
        folded in word_list("academic_titles")
        or (folded in word_list("by_words_plain") and len(rest) > 1 and prior < 0)
        or (folded in word_list("conjunctions") and word.islower())
    ):
        return True
    small = folded in word_list("articles") or folded in word_list("contractions")
    if not small:
        return False
    if word.islower():
        return not (prior < 0 and folded in word_list("name_particles"))
    only = rest[0]
    nested = fold(only) in word_list("articles") or fold(only) in word_list("contractions")
    office = len(rest) == 1 or fold(only) in word_list("organisation_words")
    if word.isupper() and only.isupper() and len(rest) > 1 and not articles:  # «LES FILMS DU SOIR»: capitals throughout tell nothing
        return prior > 0 and nested
    return prior > 0 and folded != "the" and (nested or (office and (only.isupper() or articles)))
