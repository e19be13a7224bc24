"""Drop capitals: a large first letter beside several lines is put back before the first of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from presskit.readers.words import Word

CAPITAL = re.compile(r"[«“„\"'‘¿¡]?[^\W\d_]['’]?")
LARGE = 1.6
"""A drop capital is at least so many times larger than the text."""
MOST = 12
"""Large letters of a page that are looked at; a page of nothing else has none that begins a text."""
NEAR = 1.2
"""The text begins no further from it than this many of the text's type sizes."""
WORDS_ALONE = frozenset("AÀEÈÉIOÓUYŸ")
"""Letters that are words by themselves in some language; as a rule they are not."""
AFTER_I = frozenset("cdflmnrst")
"""What follows a capital I within English, French, Italian and German words; before other letters it is the pronoun or an article."""


def initials_set_in(words: Sequence[Word]) -> list[Word]:
    """The words of a page in their order, drop capitals part of the word that they begin."""
    capitals = [at for at, word in enumerate(words) if len(word.text) <= 3 and _is_capital(word)]
    usual = median(word.size for word in words) if capitals else 0.0
    large = [at for at in capitals if words[at].size >= LARGE * usual]
    if not 0 < len(large) <= MOST:
        return list(words)
    found = list(words)
    dropped = set[int]()
    for at in large:
        first = _first(words, at, usual)
        if first is not None:
            found[first] = _joined(words[at], words[first], words)
            dropped.add(at)
    return [word for at, word in enumerate(found) if at not in dropped]


def _is_capital(word: Word) -> bool:
    return bool(CAPITAL.fullmatch(word.text)) and word.text.upper() == word.text


def _first(words: Sequence[Word], at: int, usual: float) -> int | None:
    """The word that a capital begins: the upper one of those that stand right beside it in several lines."""
    capital = words[at]
    beside = [
        number
        for number, word in enumerate(words)
        if word.size < capital.size / LARGE * 1.1
        and -0.3 * usual <= word.x0 - capital.x1 <= NEAR * usual
        and capital.top <= (word.top + word.bottom) / 2 <= capital.bottom
    ]
    highest = min((words[number].top for number in beside), default=0.0)
    upper = [number for number in beside if words[number].top < highest + 0.5 * usual]
    return min(upper, key=lambda number: words[number].x0) if 0 < len(upper) < len(beside) else None


def _joined(capital: Word, first: Word, words: Sequence[Word]) -> Word:
    blank = " " if _alone(capital.text, first.text, words) else ""
    return replace(first, text=capital.text + blank + first.text, x0=capital.x0)


def _alone(letter: str, rest: str, words: Sequence[Word]) -> bool:
    """Whether the letter is a word: what follows is one elsewhere on the page, the two together are none."""
    if letter[-1:] not in WORDS_ALONE or not rest[:1].isalpha():
        return False
    page = [word.text.strip(".,;:!?").casefold() for word in words]
    if (letter + rest).casefold() in page:
        return False
    return page.count(rest.casefold()) > 1 or (letter == "I" and rest[0].casefold() not in AFTER_I)
