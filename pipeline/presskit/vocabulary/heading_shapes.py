"""How headings are printed: numbers, spaced capitals, bracketed tails, names before and behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from presskit.vocabulary.folding import fold

NUMBERING = re.compile(
    r"^(?:#{1,6}\s+|[*_]{1,3}(?=\w)|(?:\(?\d{1,2}[.)]|\d{1,2}(?=\s[-–—/|]\s)|[IVX]{1,5}[.)])\s*|[-–—•·■▪►>»/|*+]{1,2}\s+)+"
)
TRAILING = re.compile(r"[\s:*_#|–—-]+$")
BRACKET = re.compile(r"^(.{2,90}?)\s*[(\[“\"«]([^()\[\]“”\"«»]{1,60})[)\]”\"»]$")
REMARK = re.compile(
    r"\d|\b(?:words?|mots|worte|wörter|palabras|parole|palavras|cont|fortsetzung|suite|auswahl|selection|selected|sélection)\b", re.I
)
GAP = re.compile(r"\s{2,}|\t")
PAIR = re.compile(r"\s*[/|]\s*|\s+[-–—·•]\s+|\s*&\s*|,\s+|\s+(?:and|et|und|y|e|ed|i)\s+", re.I)
CUT = re.compile(r"\s*[:,|]\s+|\s+[-–—/|·•]\s+|\s+(?=\S)")
APART = re.compile(r"\s*[:,|]\s+|\s+[-–—/|·•]\s+")
POSSESSIVE = re.compile(r"['’](?:s)?$", re.I)
SLOT = re.compile(r"~([a-z]+)")
INITIAL = re.compile(r"^(?:[^\W\d_]\.){1,3}$|^(?:jr|sr|dr|st|mr|mrs|ms)\.$", re.I)
MOST_NAME_WORDS = 9
OWNERS = {
    "director": "director",
    "co_director": "director",
    "producer": "producer",
    "screenwriter": "writer",
    "actor": "cast",
    "voice": "cast",
}


Forms = Mapping[str, Sequence[str]]
"""An owner's forms by slot: bare, the, of, …"""


@dataclass(frozen=True, slots=True)
class NameWords:
    """Small words that may and may not stand inside a name."""

    particles: frozenset[str]
    conjunctions: frozenset[str]
    function_words: frozenset[str]
    articles: frozenset[str]
    companies: frozenset[str]

    def is_name(self, text: str) -> bool:
        """Whether a text could be one person's or group's name, or several joined: by its capitals and small words only."""
        words = text.split()
        if not 1 <= len(words) <= MOST_NAME_WORDS or text.endswith(("?", "!")) or any(char.isdigit() for char in text):
            return False
        if any(word.endswith((":", ";")) for word in words) or (words[-1].endswith(".") and not INITIAL.match(words[-1])):
            return False
        shapes = [self._may_stand(word) for word in words]
        capitals = [word for word in words if word.lstrip("\"“„«‘'([")[:1].isupper()]
        if len(words) == 1 and fold(words[0]) in self.function_words:
            return False
        return all(shapes) and bool(capitals) and fold(words[-1]) not in self.conjunctions and any(len(word) > 1 for word in capitals)

    def _may_stand(self, word: str) -> bool:
        folded = fold(word)
        if folded in self.particles or folded in self.conjunctions or word in {"&", "/", "-", "–"}:
            return True
        head = word.lstrip("\"“„«‘'([")[:1]
        prefixed = len(word) > 2 and word[1] in "'’" and word[2:3].isupper()
        return (head.isupper() or prefixed) and (folded not in self.function_words or bool(INITIAL.match(word)))


def cleaned(phrase: str) -> str:
    """A line without numbering, list marks, trailing colon and letter spacing."""
    line = TRAILING.sub("", NUMBERING.sub("", phrase.strip()))
    return _closed_up(line)


def _closed_up(line: str) -> str:
    """S Y N O P S I S"""
    letters = line.split()
    if len(letters) < 4 or any(len(letter) > 1 for letter in letters):
        return " ".join(letters)
    return " ".join(word.replace(" ", "") for word in GAP.split(line))


def without_article(folded: str, articles: frozenset[str]) -> tuple[str, ...]:
    first, _, rest = folded.partition(" ")
    if rest and first in articles:
        return folded, rest
    return (folded, folded[2:]) if folded.startswith(("l'", "d'")) else (folded,)


def halves(line: str) -> Iterator[list[str]]:
    """A line cut at every joiner, then at each kind of joiner alone."""
    parts = [part for part in PAIR.split(line) if part]
    if 2 <= len(parts) <= 4:
        yield parts
    for mark in PAIR.finditer(line):
        head, tail = line[: mark.start()], line[mark.end() :]
        if head and tail and len(parts) > 2:
            yield [head, tail]


def bracket_tail(line: str) -> tuple[str, str]:
    found = BRACKET.match(line)
    return (found.group(1).strip(" :-–—"), found.group(2).strip()) if found else ("", "")


def is_remark(inside: str) -> bool:
    """«150 words», «selection», «2 min»: not a name."""
    return bool(REMARK.search(inside)) or inside[:1].islower()


def cuts(line: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a line in two, at marks and at blanks."""
    for mark in CUT.finditer(line):
        if mark.start() and line[mark.end() :]:
            yield line[: mark.start()], line[mark.end() :]


def apart(line: str) -> Iterator[tuple[str, str]]:
    """Cuts at marks only: a blank does not part a function from a name."""
    for mark in APART.finditer(line):
        if mark.start() and line[mark.end() :]:
            yield line[: mark.start()], line[mark.end() :]


def without_possessive(name: str) -> str:
    return POSSESSIVE.sub("", name.strip(" :,-–—"))


def owner_of(roles: tuple[str, ...]) -> str:
    return next((OWNERS[role] for role in roles if role in OWNERS), "crew")


def expanded(pattern: str, owners: Mapping[str, Forms]) -> Iterator[tuple[str, str]]:
    """(owner, text) for a pattern of the word lists: `~of` stands for each owner's genitive and so on."""
    if "~" not in pattern:
        yield "", pattern
        return
    pieces = SLOT.split(pattern)
    for owner, forms in owners.items():
        for words in zip(*(forms.get(slot, ()) for slot in pieces[1::2]), strict=False):
            yield owner, _filled(pieces, words)


def _filled(pieces: Sequence[str], words: Sequence[str]) -> str:
    return pieces[0] + "".join(word + rest for word, rest in zip(words, pieces[2::2], strict=True))


def placed(text: str) -> tuple[str, str]:
    """Which table a phrase belongs to, and its key: NAME marks where the name stands."""
    if text.endswith(" NAME"):
        return "before", fold(text[:-5])
    if text.startswith("NAME"):
        return "after", fold(text[4:].removeprefix("'s"))
    return "whole", fold(text)
