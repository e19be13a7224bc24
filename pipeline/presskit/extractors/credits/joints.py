"""What stands on both sides of a conjunction or a comma in a list of names: one company's name, or two names."""

from __future__ import annotations

import re

from presskit.extractors.credits.parties import LIKELY, Known, leaning
from presskit.extractors.credits.shapes import ends_as_company, is_place, is_small, without_brackets
from presskit.extractors.credits.wordlists import word_list
from presskit.vocabulary import fold

OF = re.compile(r"^(?:d(?:e|es|u|el|ella|elle|ello|o|a)\s(?:l[ae]s?\s|l['’])?|del?l?['’]|de\sl['’]|d['’])")
"""Small words between an office and its second field: «et de l'audiovisuel»."""
WORD = re.compile(r"\S+")
LONG_ACRONYM = 5
PAIR = 2
"""Words on each side of «O Som e a Maré»."""


def goes_on(first: str, right: str) -> bool:
    """«Institute of Art and the Media»: what follows is an article or a small word, so the name goes on."""
    if not first.islower() or right[len(first) :].lstrip().isupper():
        return False
    return fold(first) in word_list("articles") or fold(first) in word_list("contractions")


def is_generic(right: str) -> bool:
    """«Television and Media Group»: words that name no company by themselves."""
    return not right.isupper() and all(fold(word) in word_list("organisation_endings") for word in right.split())


def is_second_field(left: str, right: str) -> bool:
    """«Ministry of Culture and Sport»: a second field of the same office."""
    office = any(
        fold(word) in word_list("contractions") or word.casefold() in ("for", "für", "pour", "para", "per") for word in left.split()
    )
    first = OF.sub("", right)
    words = fold(first).split()
    return office and any(" ".join(words[:count]) in word_list("field_words") for count in (1, 2) if len(words) >= count)


def is_article_pair(left: str, right: str) -> bool:
    """«O Som e a Maré»: an article before each half of one name."""
    first, second = left.partition(" ")[0], right.partition(" ")[0]
    both = fold(first) in word_list("articles") and fold(second) in word_list("articles")
    return both and first[:1].isupper() and second.islower() and max(len(left.split()), len(without_brackets(right).split())) <= PAIR


def is_surname_part(right: str) -> bool:
    return right[:1].isupper() and fold(right) not in word_list("given_names")


def is_field_of_office(left: str, right: str) -> bool:
    """«Ministerio de las Culturas, las Artes y el Patrimonio»: another field of the same office, one word but for its article."""
    if not any(fold(word) in word_list("offices") for word in left.split()[:2]):
        return False
    words = right.split()
    return len(words) == 1 + is_small(words[0]) and not words[-1].isupper() and fold(words[-1]) not in word_list("organisation_words")


def two_owners(a: str, b: str) -> bool:
    """«Doe & Roe»: a house called by two names, unless those are acronyms."""
    return len(a.split()) == len(b.split()) == 1 and not any(name.isupper() and len(name) < LONG_ACRONYM for name in (a, b))


def two_houses(a: str, b: str) -> bool:
    """«Doe Film and Northern Roe», «die Filmförderung und den Kulturfonds»: either side is called by name."""
    left, right = a.split(), b.split()
    listed = is_small(left[0]) or len(right) > 2
    if listed and is_small(right[0]) and leaning(" ".join(right[1:]), Known()) >= LIKELY:
        return True
    if a.endswith(")") and len(right) > 1:
        return True
    if len(left) < 2 or len(right) < 2 or is_generic(b) or any(is_small(word) for word in (*left, *right)):
        return False
    return ends_as_company(a) or ends_as_company(b)


def before_country(text: str) -> int:
    """Where the name ends in «Roe Film, France»."""
    name, comma, place = text.rpartition(", ")
    return len(name) if comma and is_place(place) else len(text)


def past_crowd(text: str, start: int, end: int, known: Known) -> int:
    """«the staff of ACME»: where the company alone begins; «the people of the valley» are nobody's name."""
    words = list(WORD.finditer(text, start, end))
    number = 1 if len(words) > 1 and is_small(words[0][0]) else 0
    if not words or fold(words[number][0]) not in word_list("crowd_words"):
        return start
    while number < len(words) and (fold(words[number][0]) in word_list("crowd_words") or is_small(words[number][0])):
        number += 1
    low = words[number].start() if number < len(words) else end
    return low if low < end and leaning(text[low:end], known) >= LIKELY else end
