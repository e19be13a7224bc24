"""Person or company: the decision for one printed name, from its words, its neighbours and what the kit says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from presskit.extractors.credits.wordlists import word_list
from presskit.vocabulary import fold

INITIAL = re.compile(r"^(?:[^\W\d_]\.-?)+$")
NAME_WORD = re.compile(r"^[^\W\d_][^\W\d_]*(?:[.'’‐-][^\W\d_]+)*[.'’]?$")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
ELIDED = re.compile(r"[LldD]['’][a-zà-ÿ]")
ROMAN = re.compile(r"^[IVX]+$")
SIGNS = re.compile(r"[&+@!]|\.(?:com|org|net|tv|co|eu|de|fr|es|it|uk|ch|at|nl|be|br)\b|\w/\w", re.IGNORECASE)
SURE = 2.0
LIKELY = 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """Names that this kit uses as a person's or a company's beyond doubt (folded)."""

    people: frozenset[str] = frozenset()
    companies: frozenset[str] = frozenset()


def leaning(name: str, known: Known) -> float:
    """Above 0 a company, below 0 a person; SURE and more leaves no doubt."""
    folded = fold(name)
    if folded in known.people:
        return -2 * SURE
    if folded in known.companies:
        return 2 * SURE
    return _by_words(name) if name.strip() else 0.0


@lru_cache(maxsize=16_384)
def _by_words(name: str) -> float:
    words = name.split()
    while len(words) > 2 and "." in words[-1] and fold(words[-1]).replace(".", "") in word_list("guilds"):
        words.pop()
    return _as_company(" ".join(words), words) - _as_person(words)


def _as_company(name: str, words: Sequence[str]) -> float:
    folded = [fold(word).removesuffix("'s") for word in words]
    lists = word_list
    score = 0.0
    if folded[-1] in lists("organisation_endings") or fold(name) in lists("organisation_words") or _is_compound(folded[-1]):
        score += SURE
    if any(is_legal_form(word) for word in words[1:]):
        score += 2 * SURE
    if len(words) > 1 and any(word in lists("organisation_words") for word in folded):
        score += SURE
    if SIGNS.search(name) or any(char.isdigit() for char in YEAR.sub("", name)):
        score += SURE
    if _has_acronym(words):
        score += 1.5 * LIKELY if len(words) > 1 else LIKELY / 2
    return score + _as_phrase(words, folded)


def is_legal_form(word: str) -> bool:
    """«SA», not the family name «Sá»."""
    plain = fold(word).removesuffix("'s")
    return plain in word_list("legal_forms") and (word.isascii() or word.casefold() in word_list("legal_forms"))


def _is_compound(word: str) -> bool:
    """«Deichfilm», «Kulturfonds»: languages that write compounds as one word."""
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in word_list("compound_endings"))


def _as_phrase(words: Sequence[str], folded: Sequence[str]) -> float:
    """Companies are called with articles and prepositions that no person's name has."""
    lists = word_list
    score = 0.0
    inner = [w for w, f in zip(words[1:], folded[1:], strict=True) if w.islower() and f not in lists("name_particles")]
    small = any(fold(word) in lists("function_words") or fold(word) in lists("conjunctions") for word in inner)
    if small or any(word.istitle() and word.casefold() in lists("title_words") for word in words[1:]):
        score += LIKELY
    if (len(words) > 1 and folded[0] in lists("articles")) or ELIDED.match(words[0]):
        score += LIKELY
    return score + (LIKELY if len(words) > 5 else 0.0)


def _has_acronym(words: Sequence[str]) -> bool:
    """Capitals among other words; where all is in capitals they tell nothing."""
    if len(words) > 1 and all(word.isupper() for word in words if word[:1].isalpha()):
        return False
    return any(word.isupper() and word.isalpha() and 2 <= len(word) <= 6 and not ROMAN.match(word) for word in words)


def _as_person(words: Sequence[str]) -> float:
    lists = word_list
    words = _before_alias(words)
    proper = [word for word in words if fold(word) not in lists("name_particles") and fold(word) not in lists("honorifics")]
    if not 1 <= len(proper) <= 4 or not all(NAME_WORD.match(word) or INITIAL.match(word) for word in proper):
        return 0.0
    score = 0.0
    first = fold(proper[0])
    if len(proper) > 1 and (first in lists("given_names") or first.partition("-")[0] in lists("given_names")):
        score += 1.5 * LIKELY
    if len(proper) > 1 and any(INITIAL.match(word) for word in proper[:-1]):
        score += LIKELY
    if len(words) > 1 and fold(words[0]) in lists("honorifics"):
        score += SURE
    if 2 <= len(proper) <= 3 and all(word[:1].isupper() for word in proper):
        score += LIKELY / 2
    return score


def _before_alias(words: Sequence[str]) -> Sequence[str]:
    """«Jane Doe aka Lady Day» is called Jane Doe."""
    at = next((number for number, word in enumerate(words) if number and fold(word) in word_list("alias_words")), len(words))
    return words[:at]


def is_company(name: str, known: Known, prior: float) -> bool:
    """`prior` is what the label makes us expect: above 0 companies, below 0 people."""
    return leaning(name, known) + prior > 0


def majority(names: Iterable[str], known: Known) -> float:
    """What the clear cases of a list say about its unclear ones, between -1 and 1."""
    clear = [value for name in names if abs(value := leaning(name, known)) >= LIKELY]
    if not clear:
        return 0.0
    return sum(1.0 if value > 0 else -1.0 for value in clear) / len(clear)
