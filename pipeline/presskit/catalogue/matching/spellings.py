"""Names romanised by different schemes: which letters they keep, however many words they are cut into.

Arabic and Hebrew write no vowels, so each kit chooses its own (Youssef, Yusuf); Chinese is cut into words at will and
spelled by two systems (Jianguo, Chien-kuo). What stays are the consonants, in any order of the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from rapidfuzz.fuzz import ratio

from presskit.catalogue.matching.names import ALIKE, Name, likeness
from presskit.catalogue.matching.sounds import skeleton, sound

MOST_WORDS = 4
"""Every order of so many words is tried; longer names are too rare to be worth it."""
FEWEST = 4
"""Consonants, or letters of Chinese syllables: fewer are shared by too many names."""
LETTERS = 64
"""In percent of the letters: Hussein and Houssein; with fewer in common the vowels tell of two names (Dalia, Delia, Idola)."""
SPELLED = 0.88
"""Less than the same sounds and a plain slip; as much as one name."""
SERVANT = re.compile(r"^[ae]bd[aeiou]l?")
"""Abdelkader is also printed Abd al-Qadir, of which only Qadir is no particle."""
Steps = tuple[tuple[re.Pattern[str], str], ...]
Bones = Callable[[str], str]
"""What is kept of a word."""


def _steps(*steps: tuple[str, str]) -> Steps:
    return tuple((re.compile(pattern), letter) for pattern, letter in steps)


WRITTEN = _steps(
    ("^al(?=..)|^l(?=[^aeiou]{2})", ""),
    ("[kc]h", ""),
    ("tch|sh", "x"),
    ("q|c", "k"),
    ("ts|tz|z", "s"),
    ("[aeiouwyvh]", ""),
    (r"(.)\1+", r"\1"),
)
WRITTEN_LETTERS = 40
"""The vowels are in one of the two only."""
READ = ("LATIN", "CYRILLIC", "GREEK")
BREATHED = str.maketrans("ptkw", "bdgv")
"""Wade-Giles marks by a sign what pinyin writes with another letter."""
SHARED = _steps(
    ("ch(?=i(?!h))|[jq]", "y"),
    ("zh|ch", "x"),
    ("hs", "x"),
    ("ts|tz|[zc]", "s"),
    ("[aeiouh]|(?<=.)y(?=[aeiou])", ""),
)
SYLLABLES = re.compile(r"\w['’‘ʻʼ-]\w")


def alike(one: Name, other: Name) -> float:
    """As `likeness`, and further by what two schemes of spelling keep."""
    near = likeness(one, other)
    if near >= ALIKE or _bones(one).isdisjoint(_bones(other)):
        return near
    return max(near, _respelled(*sorted((one, other))))


@lru_cache(maxsize=65_536)
def _bones(name: Name) -> frozenset[tuple[Bones, str]]:
    """The letters that are left by each reading: two names that have none of them in common are no two spellings of one."""
    return frozenset((bones, _letters(name, bones)) for bones in (_consonants, _written, _syllables))


def same(one: Name, other: Name) -> bool:
    return alike(one, other) >= ALIKE


def pairs(ones: Sequence[Name], others: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Every two names that are the same; only those are compared that have a word, or the letters of some reading, in common."""
    held: dict[object, list[int]] = {}
    for at, one in enumerate(ones):
        for mark in _marks(one):
            held.setdefault(mark, []).append(at)
    for other in others:
        near = sorted({at for mark in _marks(other) for at in held.get(mark, ())})
        yield from ((ones[at], other) for at in near if same(ones[at], other))


@lru_cache(maxsize=65_536)
def _marks(name: Name) -> frozenset[object]:
    return frozenset(name.words) | _bones(name)


def shared(ones: tuple[Name, ...], others: tuple[Name, ...]) -> int:
    """Names that both lists have, each used once; the best pairs first, the same whichever list comes first."""
    left, right = ({name.key: name for name in reversed(names)} for names in (ones, others))
    exact = {key for key in left.keys() & right.keys() if same(left[key], right[key])}
    remaining = [[name for key, name in side.items() if key not in exact] for side in (left, right)]
    near = sorted((-alike(one, other), *sorted((one.key, other.key)), one.key, other.key) for one, other in pairs(*remaining))
    count = len(exact)
    for _, _, _, one, other in near:
        if one in left and other in right:
            del left[one], right[other]
            count += 1
    return count


def kept(name: Name) -> str:
    """The consonants of a name in the order of the alphabet: one key for every cut, order and choice of vowels."""
    return _letters(name, _consonants)


@lru_cache(maxsize=65_536)
def readable(name: Name) -> bool:
    """Whether the script says how the name sounds; of others only what agrees counts, never what does not."""
    if name.text.isascii():
        return True
    return all(unicodedata.name(char, "LATIN").startswith(READ) for char in name.text if char.isalpha())


@lru_cache(maxsize=65_536)
def _respelled(one: Name, other: Name) -> float:
    if one.generation != other.generation or one.initials != other.initials or min(len(one.words), len(other.words)) < 1:
        return 0.0
    if readable(one) and readable(other) and len(one.words) == len(other.words) and _endings(one) != _endings(other):
        return 0.0
    if not (readable(one) and readable(other)):
        return SPELLED if _matched(one, other, _written, WRITTEN_LETTERS) else 0.0
    cut = SYLLABLES.search(one.text) or SYLLABLES.search(other.text)
    read = (_consonants, _written, _syllables) if cut else (_consonants, _written)
    return SPELLED if any(_matched(one, other, bones) for bones in read) else 0.0


def _matched(one: Name, other: Name, bones: Bones, letters: int = LETTERS) -> bool:
    """The same consonants in some order of the words, and the letters nearly so."""
    if _letters(one, bones) != _letters(other, bones):
        return False  # No order of the words would help; nearly all names part here.
    ones, others = _orders(one, bones), _orders(other, bones)
    return any(
        len(kept_ones) >= FEWEST and ratio(mine, yours) >= letters
        for kept_ones in ones.keys() & others.keys()
        for mine in ones[kept_ones]
        for yours in others[kept_ones]
    )


@lru_cache(maxsize=65_536)
def _letters(name: Name, bones: Bones) -> str:
    """In the order of the alphabet."""
    return "".join(sorted("".join(map(bones, _bare(name)))))


@lru_cache(maxsize=65_536)
def _endings(name: Name) -> list[str]:
    """Brothers and sisters, fathers and daughters often differ in nothing else."""
    return sorted(last for word in _bare(name) if (last := word.rstrip("h")[-1:].replace("y", "i")) in set("aeoi"))


def _orders(name: Name, bones: Bones) -> dict[str, set[str]]:
    """Consonants of the name run together, with the letters they are of."""
    found: dict[str, set[str]] = {}
    for order in permutations(_bare(name)):
        found.setdefault("".join(map(bones, order)), set()).add("".join(order))
    return found


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> str:
    return skeleton(sound(word)).removeprefix("a")


@lru_cache(maxsize=65_536)
def _syllables(word: str) -> str:
    """As Wade-Giles and pinyin share them: p is b, ch is zh, and j or q before i."""
    return _replaced(word, SHARED).translate(BREATHED)


@lru_cache(maxsize=65_536)
def _written(word: str) -> str:
    """What Arabic and Hebrew write of it: no vowels, and none of the letters that may stand for one."""
    return _replaced(word, WRITTEN)


def _replaced(word: str, steps: Steps) -> str:
    for pattern, letter in steps:
        word = pattern.sub(letter, word)
    return word


@lru_cache(maxsize=65_536)
def _bare(name: Name) -> tuple[str, ...]:
    words = [SERVANT.sub("", word) for word in name.plain.split()]
    return tuple(filter(None, words))[:MOST_WORDS] or tuple(name.plain.split())[:MOST_WORDS]
