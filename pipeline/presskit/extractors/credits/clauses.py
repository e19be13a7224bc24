"""Sentences that credit companies: «A Doe Film production for Channel 5 in association with Roe Pictures, supported by ...»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.extractors.credits.labels import leading
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Passage, Quote
from presskit.vocabulary import fold

WORD = re.compile(r"\S+")
STOP = re.compile(r"[.!?](?=\s+[^\W\d_a-z]|\s*$)")
PARTNER = re.compile(r" [-–—/] ")
CAPITAL = re.compile(r"\s+[^\W\d_a-zà-ÿ]")
LONGEST = 4_000
REACH = 14
"""Words between the article and the noun of «A ... production»."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A company's part and where the names of those who play it stand in the passage."""

    role: str
    label: Quote
    start: int
    end: int
    opens: int = 0
    """Where the label begins."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A connector: the clause before it ends at `start`, its own names begin at `end`."""

    start: int
    end: int
    role: str


def is_statement(text: str) -> bool:
    """Whether a row opens such a sentence."""
    return _made_by(text[:400]) is not None


def statement_start(text: str) -> int:
    """Where «a Doe production» begins inside a row; its length for none."""
    made = _made_by(text[:400])
    return text.rfind(" ", 0, made[0] - 1) + 1 if made is not None else len(text)


def is_connector(text: str) -> bool:
    """Whether a row begins as the clauses of such a sentence do."""
    return fold(text.partition(" ")[0]) in word_list("connectors")


def clauses(passage: Passage, opened: str | None = None) -> list[Clause]:
    """All clauses of a sentence, in order. `opened` is the part that a label before it names."""
    text = passage.text[:LONGEST]
    made = _made_by(text)
    marks = list(_connectors(text, made[2] if made else 0, produced=made is not None or opened == "production"))
    found: list[Clause] = []
    if made is not None:
        article, low, high = made
        label = passage.quote(low, high)
        found.extend(Clause("production", label, start, end) for start, end in _partners(text, article, low))
    for number, mark in enumerate(_supported(marks, opened)):
        end = marks[number + 1].start if number + 1 < len(marks) else len(text)
        stop = STOP.search(text, mark.end, end)
        found.append(Clause(mark.role, passage.quote(mark.start, mark.end), mark.end, stop.start() if stop else end, mark.start))
    return [clause for clause in found if clause.end > clause.start]


def _supported(marks: Sequence[_Mark], opened: str | None) -> list[_Mark]:
    """Who is named as a partner of those who support a film supports it, too: «avec le soutien de A en partenariat avec B»."""
    kept: list[_Mark] = []
    before = opened
    for mark in marks:
        kept.append(replace(mark, role="support") if before == "support" and mark.role == "coproduction" else mark)
        before = kept[-1].role
    return kept


def _partners(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """«A Doe Film – Roe Pictures production»: a dash between two companies."""
    last = fold(text[low:high]).split()[-1:]
    if last and last[0] in word_list("organisation_endings"):
        for found in PARTNER.finditer(text, low, high):
            yield low, found.start()
            low = found.end()
    yield low, high


def _made_by(text: str) -> tuple[int, int, int] | None:
    """«A NAME production»: where the name begins, where the noun begins and ends."""
    words = list(WORD.finditer(text.partition(":")[0]))
    for number, word in enumerate(words):
        if fold(word[0]) not in word_list("production_nouns") or not number > 0:
            continue
        before = next((at for at in range(number - 2, max(-1, number - REACH), -1) if _opens(words, at)), None)
        if before is not None:
            return words[before].end(), word.start(), word.end()
    return None


def _opens(words: Sequence[re.Match[str]], at: int) -> bool:
    """An article before a capital, at the beginning, behind «is», or where somebody presents the film before it."""
    after = words[at + 1][0]
    if fold(words[at][0]) not in word_list("one") or not after[:1].isupper() or fold(after) in word_list("production_nouns"):
        return False
    presented = any(fold(word[0]) in word_list("presents_words") for word in words[:at])
    return at == 0 or presented or fold(words[at - 1][0]) in word_list("is")


def _connectors(text: str, start: int, *, produced: bool) -> Iterator[_Mark]:
    at = start
    for word in WORD.finditer(text, start):
        if word.start() < at:
            continue
        mark = _plain(text, word, just_made=bool(start) and word.start() <= start + 1) if produced else None
        mark = mark or _connector(text, word)
        produced = produced or (mark is not None and mark.role == "production")
        if mark is not None:
            at = mark.end
            yield mark


def _plain(text: str, word: re.Match[str], *, just_made: bool) -> _Mark | None:
    """«production FOR Channel 5», «una produzione Doe CON Roe»: single words that say enough behind a production."""
    if not word[0].islower() or not CAPITAL.match(text, word.end()):
        return None
    if just_made and fold(word[0]) in word_list("for"):
        return _Mark(word.start(), word.end(), "broadcaster")
    if word.start() and fold(word[0]) in word_list("with_words"):
        return _Mark(word.start(), word.end(), "coproduction")
    return None


def _connector(text: str, word: re.Match[str]) -> _Mark | None:
    if fold(word[0]) not in word_list("connectors"):
        return None
    found = leading(text[word.start() : word.start() + 100])
    if found is None or not (found[1].company or found[1].cast) or " " not in text[word.start() : word.start() + found[0]].strip():
        return None
    # «with the participation of» opens a cast list, but among companies it says who lent a hand.
    return _Mark(word.start(), word.start() + found[0], found[1].company or "support")
