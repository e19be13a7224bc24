"""How exactly an output says what gold says: letter for letter, but for case, accents and punctuation, or nearly."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial

from rapidfuzz import fuzz

from presskit.evaluate.compare import FAMILIES, Family
from presskit.evaluate.fields import SECTIONS
from presskit.evaluate.match import Agree, Item, Outcome, match
from presskit.evaluate.score import Tally, tally
from presskit.record import PressKit

NEAR = 90
"""Similarity, of a hundred, from which two wordings are nearly the same."""
OTHER = "other"
"""The function of no name: two of them are not the same function."""

Level = Callable[[Family, PressKit, PressKit], Outcome]
Same = Callable[[str, str], bool]


def compare_at(level: str, gold: PressKit, output: PressKit) -> dict[str, Tally]:
    """One kit's tally for every family at one of LEVELS."""
    return {name: tally(LEVELS[level](family, gold, output)) for name, family in FAMILIES.items()}


def _alike(spell: Callable[[str], str], family: Family, gold: PressKit, output: PressKit) -> Outcome:
    """Keys and texts are the same once both are spelt in one way."""
    return match(_spelt(spell, family, gold), _spelt(spell, family, output), _agree(family, str.__eq__))


def _nearly(family: Family, gold: PressKit, output: PressKit) -> Outcome:
    """What is the same but for case, accents and punctuation first; then, of what is left, what is much alike.

    The words of a section, thousands and short, are the same or are not.
    """
    same = _alike(_bare, family, gold, output)
    if family.name == SECTIONS:
        return same
    rest = match(_loose(family, same.missed), _loose(family, same.spurious), _agree(family, _near))
    return replace(rest, matched=same.matched + rest.matched)


def _spelt(spell: Callable[[str], str], family: Family, kit: PressKit) -> Iterable[Item]:
    for item in family.items(kit):
        key = item.printed or item.key
        words = map(spell, key[family.codes :])
        yield replace(item, key=(*key[: family.codes], *words), texts=tuple(map(spell, item.texts)))


def _loose(family: Family, items: Iterable[Item]) -> Iterable[Item]:
    """Only the codes of a key must be equal; its words are compared as texts are."""
    return (replace(item, key=item.key[: family.codes], texts=(*item.key[family.codes :], *item.texts)) for item in items)


def _agree(family: Family, same: Same) -> Agree:
    def agree(gold: Item, output: Item) -> float:
        pairs = list(zip(gold.texts, output.texts, strict=True))
        if not family.either:
            return float(all(same(one, other) for one, other in pairs))
        *words, roles, labels = pairs
        return float(all(same(*pair) for pair in words) and (_one_function(*roles) or (labels[0] != "" and same(*labels))))

    return agree


def _one_function(role: str, other: str) -> bool:
    return role == other != OTHER


def _printed(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=65_536)
def _bare(text: str) -> str:
    """Letters and figures without case and accents; a dash parts words, other punctuation is gone. Pure signs stay as they are."""
    spread = unicodedata.normalize("NFKD", text).casefold()
    kept = (" " if unicodedata.category(char) == "Pd" else char for char in spread if not _lost(char))
    return " ".join("".join(kept).split()) or _printed(text)


def _lost(char: str) -> bool:
    """Marks, signs and punctuation other than dashes and the underscore of our roles."""
    return unicodedata.category(char) in {"Mn", "Po", "Ps", "Pe", "Pi", "Pf", "Sk", "So"}


def _near(one: str, other: str) -> bool:
    """Figures are never nearly the same: 1998 is another year than 1999."""
    return _figures(one) == _figures(other) and fuzz.ratio(one, other, score_cutoff=NEAR) >= NEAR


def _figures(text: str) -> list[str]:
    return [char for char in text if char.isdigit()]


LEVELS: dict[str, Level] = {"strict": partial(_alike, _printed), "soft": partial(_alike, _bare), "near": _nearly}
"""From the strictest on. A text of any length counts as a wording here: the overlap of words in `compare` is another rule."""
