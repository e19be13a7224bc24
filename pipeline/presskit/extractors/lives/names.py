"""People's names in running text: where one begins, how far it goes, and which printed form is the fullest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from presskit.extractors.contact_words import is_given_name
from presskit.vocabulary import fold, vocabulary

TOKEN = re.compile(r"\S+")
INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,4}|(?:Jr|Sr|St|Ste|Dr|Th|Ch)\.")
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
PAIRED = re.compile(r"\s([&+]|\w{1,3})\s")
CLOSERS = '.,;:!?)]}”"»…–—-|/'
OPENERS = '([{“„"«*'
MOST_WORDS = 7
"""«María del Carmen Ruiz de la Torre» has seven; longer runs of capitals are titles or headings."""
CAPS = re.compile(r"(?:Mc|Mac|O[’']|D[’']|d[’'])?([^\W\d_][^\d_]*)")


def leading_name(text: str, start: int = 0) -> int:
    """Where the name that `text` begins with at `start` ends; `start` where there is none. One word alone is no name."""
    end, capitals, shouting = start, 0, False
    for word in _words(text, start):
        bare, stops = _bare(word.group())
        if not capitals and not _opens_name(bare):
            return start
        if not _stands_in_name(bare) or (shouting and not _shouts(bare) and not _particle(bare)):
            break
        if not _particle(bare):
            capitals += 1
            shouting = shouting or (_shouts(bare) and len(bare) > 2)
            end = word.start() + len(bare)
        elif _capital(bare):
            capitals += 1
        if stops:
            break
    return end if capitals >= 2 else start


def _words(text: str, start: int) -> Iterator[re.Match[str]]:
    for count, word in enumerate(TOKEN.finditer(text, start)):
        if count >= MOST_WORDS:
            return
        yield word


def _bare(word: str) -> tuple[str, bool]:
    """A word without what closes it, and whether that ends the name."""
    if INITIAL.fullmatch(word):
        return word, False
    bare = word.rstrip(CLOSERS)
    owner = POSSESSIVE.search(bare)
    if owner:
        return bare[: owner.start()], True
    return bare, bare != word


def _capital(word: str) -> bool:
    head = word[2:3] if len(word) > 2 and word[1] in "'’" else word[:1]
    return head.isupper()


def _particle(word: str) -> bool:
    return fold(word) in vocabulary().words("name_particles")


def _shouts(word: str) -> bool:
    found = CAPS.fullmatch(word)
    return bool(found) and found is not None and found.group(1).isupper()


def _opens_name(word: str) -> bool:
    """A small word of one language may be a first name of another: «Dan», «Ed», «Di»; only known ones pass."""
    if not _capital(word) or not _letters(word):
        return False
    return bool(INITIAL.fullmatch(word)) or fold(word) not in vocabulary().words("function_words") or is_given_name(word)


def _stands_in_name(word: str) -> bool:
    if _particle(word):
        return True
    known = vocabulary()
    joins = fold(word) in known.words("conjunctions") or fold(word) in known.words("articles")
    return _capital(word) and _letters(word) and (bool(INITIAL.fullmatch(word)) or not joins or is_given_name(word))


def _letters(word: str) -> bool:
    return bool(word) and all(char.isalpha() or char in "'’.-‐‑" for char in word)


def is_name(text: str) -> bool:
    """Whether a short text is one person's name and nothing else; a single word is not enough to tell. Standing by itself a
    name may begin as a small word does: «Di Wren», «Ed Pike»."""
    stripped = text.strip()
    if not stripped:
        return False
    first, _, rest = stripped.partition(" ")
    if _capital(first) and rest and (_particle(first) or fold(first) in vocabulary().words("conjunctions")):
        return is_name(rest) or (_capital(rest) and _letters(rest))
    return leading_name(stripped) == len(stripped)


def pair_of(text: str) -> tuple[int, int] | None:
    """Where the first name ends and the second begins in «Ada Brook & Leo Finn»; None where there are not two whole names."""
    for mark in PAIRED.finditer(text):
        joins = mark[1] in "&+" or fold(mark[1]) in vocabulary().words("conjunctions")
        if joins and is_name(text[: mark.start()]) and is_name(text[mark.end() :]):
            return mark.start(), mark.end()
    return None


def names_in(text: str) -> Iterator[tuple[int, int]]:
    """Every run of words that may be a name, in order, none overlapping."""
    done = 0
    for word in TOKEN.finditer(text):
        opens = len(word.group()) - len(word.group().lstrip(OPENERS))
        start = word.start() + opens
        if start < done:
            continue
        end = leading_name(text, start)
        if end > start:
            yield start, end
            done = end


def is_subject(text: str, start: int, end: int) -> bool:
    """«Né à Lyon en 1970, Ada Brook a étudié», «the Leeds-born director Ada Brook is»: a verb behind it, no preposition in front."""
    if re.search(r"[.!?]\s", text[:start]) and not re.search(r"\d\.\s", text[:start]):
        return False
    before, behind = text[:start].split(), text[end:].split()
    if text[end : end + 1] != " " or not behind or not behind[0][0].islower() or fold(behind[0]) in vocabulary().words("conjunctions"):
        return False
    return not before or before[-1].endswith(",") or fold(before[-1]) not in vocabulary().words("function_words")


def name_words(name: str) -> frozenset[str]:
    """A name's words made comparable, particles left out."""
    words = (fold(word) for word in name.replace("-", " ").split())
    return frozenset(word for word in words if word and word not in vocabulary().words("name_particles"))


def same_person(one: str, other: str) -> bool:
    """Whether two printed forms can be one person: the same words, or a shorter form of at least a first and a last name."""
    return _same(name_words(one), name_words(other))


def _same(left: frozenset[str], right: frozenset[str]) -> bool:
    if left == right:
        return bool(left)
    small, large = sorted((left, right), key=len)
    return len(small) >= 2 and small <= large


@dataclass(slots=True)
class Roster:
    """People in order, found again by any printed form of their name."""

    words: list[frozenset[str]] = field(default_factory=list)
    holding: dict[str, list[int]] = field(default_factory=dict)

    def find(self, name: str) -> int | None:
        """The number of the first person who can be meant."""
        wanted = name_words(name)
        places = sorted({at for word in wanted for at in self.holding.get(word, ())})
        return next((at for at in places if _same(wanted, self.words[at])), None)

    def add(self, name: str) -> int:
        words = name_words(name)
        self.words.append(words)
        for word in words:
            self.holding.setdefault(word, []).append(len(self.words) - 1)
        return len(self.words) - 1
