"""Which languages a kit's own running text is written in: by the small words of its paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from operator import itemgetter

from presskit.model import Claim, Line, Quote, Reading, SectionKind
from presskit.vocabulary import store, vocabulary

RUNNING = (
    SectionKind.SYNOPSIS,
    SectionKind.STATEMENT,
    SectionKind.BIOGRAPHY,
    SectionKind.INTERVIEW,
    SectionKind.NOTES,
    SectionKind.PRESS,
    SectionKind.BOILERPLATE,
)
WORD = re.compile(r"[^\W\d_]+")
LABEL = re.compile(r"[^:\n]{2,60}")
ONE_LABEL = 60
"""A label's weight; it can be parted among up to six languages without a remainder."""
LEAST_LABELS = 2
SIZEABLE = 0.15
"""The share of a second language: a bilingual kit has it in whole paragraphs, a quoted sentence or a review does not reach it."""
AS_LONG = 0.8
"""Share of the longest text from which another may be its translation; one says in seven words what the other says in eight."""
SHORTEST = 12
"""Words of a paragraph that is told on its own; shorter ones are titles, names and labels."""
LEAST_SCORE = 0.6
CLEAR = 1.15
"""How far the best language must be ahead of the next one; near relatives (pt and gl, da and nb) share most small words."""
MOST_READ = 4_000
"""Characters of one passage that are looked at; more only cost time."""
MOSTLY = 0.3
"""Share of the letters that must belong to a script; Japanese mixes its own with Chinese ones."""
RARE = 0.7
"""How much less a word says of a language that few kits are in: most Galician or Catalan small words are Portuguese or Spanish too."""


@dataclass(frozen=True, slots=True)
class Tongues:
    """For each small word what it says of each language, and the letters that settle it."""

    weights: Mapping[str, tuple[tuple[str, float], ...]]
    scripts: Mapping[str, re.Pattern[str]]


def languages(reading: Reading) -> tuple[str, ...]:
    """ISO 639-1 codes of the languages of the kit's own text, the one with most of it first; of texts as long as each other
    (one is the other's translation) the one that is told first."""
    counted: Counter[str] = Counter()
    for text in _paragraphs(reading):
        found = language_of(text)
        if found:
            counted[found] += sum(map(len, WORD.findall(text)))
    if not counted:
        return _of_labels(reading)
    longest, whole = max(counted.values()), counted.total()
    twins = [language for language, letters in counted.items() if letters >= AS_LONG * longest]
    others = [language for language, letters in counted.most_common() if AS_LONG * longest > letters >= SIZEABLE * whole]
    return (*twins, *others)


def language_claims(reading: Reading) -> Iterator[Claim]:
    """The kit's languages as claims: each rests on the first paragraph that is told in it."""
    told = [reading.passage(paragraph).whole() for section in reading.sections for paragraph in section.paragraphs]
    longest_first = sorted(told, key=lambda quote: -len(quote.text))
    for language in reading.languages:
        found = next((quote for quote in (*filter(_sizeable, told), *longest_first) if language_of(quote.text) == language), None)
        found = found or next((quote for quote, known in _labelled(reading) if language in known), None)
        if found:
            yield Claim("languages", language, {"": found.spans}, "language")


def _sizeable(quote: Quote) -> bool:
    return len(WORD.findall(quote.text)) >= SHORTEST


def language_of(text: str) -> str | None:
    """The language of one passage; None where too few small words tell."""
    text = unicodedata.normalize("NFC", text[:MOST_READ]).casefold()
    words = WORD.findall(text)
    scores: defaultdict[str, float] = defaultdict(float)
    weights = tongues().weights
    for word in words:
        for language, weight in weights.get(word, ()):
            scores[language] += weight
    ranked = nlargest(2, scores.items(), key=itemgetter(1))
    if not ranked or ranked[0][1] < LEAST_SCORE:
        return _by_script(text, sum(map(len, words)))
    if len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]:
        return None
    return ranked[0][0]


def _by_script(text: str, letters: int) -> str | None:
    for language, pattern in tongues().scripts.items():
        if letters and len(pattern.findall(text)) >= MOSTLY * letters:
            return language
    return None


def _paragraphs(reading: Reading) -> Iterator[str]:
    """The running text's paragraphs; of a kit without any, everything else of some length."""
    told = [text for section in reading.of_kind(*RUNNING) for paragraph in section.paragraphs if (text := _told(reading, paragraph))]
    if told:
        yield from told
        return
    for section in reading.sections:
        yield reading.passage(section.lines).text


def _of_labels(reading: Reading) -> tuple[str, ...]:
    """Of a kit without any prose (a leaflet with a credit list): the language that most of its labels are written in."""
    shares: Counter[str] = Counter()
    for _, known in _labelled(reading):
        shares.update({language: ONE_LABEL // len(known) for language in known})
    ranked = [*shares.most_common(2), ("", 0), ("", 0)]
    clear = ranked[0][1] >= max(LEAST_LABELS * ONE_LABEL, CLEAR * ranked[1][1])
    return (ranked[0][0],) if clear else ()


def _labelled(reading: Reading) -> Iterator[tuple[Quote, tuple[str, ...]]]:
    """Each printed credit label, in front of a colon or in its own column, with the languages that have it."""
    for line in reading.document.lines:
        first = reading.document.quote(line.cells[:1] or (line.span,)).text
        label = LABEL.match(first)
        known = vocabulary().role_languages(label.group()) if label else ()
        if known:
            yield reading.document.quote((line.span,)), known


def _told(reading: Reading, paragraph: tuple[Line, ...]) -> str:
    text = reading.passage(paragraph).text
    return text if len(WORD.findall(text)) >= SHORTEST else ""


@cache
def tongues() -> Tongues:
    known = store.read("tongues")
    listed: dict[str, list[str]] = {}
    for language, line in known["words"].items():
        for word in dict.fromkeys(piece for phrase in store.phrases(line) for piece in WORD.findall(phrase.casefold())):
            listed.setdefault(word, []).append(language)
    weights = {word: tuple(_shares(found)) for word, found in listed.items()}
    scripts = {language: re.compile(f"[{letters}]") for language, letters in known["scripts"].items()}
    return Tongues(weights, scripts)


def _shares(languages: list[str]) -> Iterator[tuple[str, float]]:
    """One word's weight, parted among the languages that have it."""
    parts = {language: 1.0 if language in store.LANGUAGES else RARE for language in languages}
    whole = sum(parts.values())
    return ((language, part / max(1.0, whole)) for language, part in parts.items())
