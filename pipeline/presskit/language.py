"""Which languages a kit's own running text is written in: by the small words of its paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from operator import itemgetter

from babel import Locale

from presskit.model import Claim, Issue, Line, Quote, Reading, SectionKind
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
LATIN = re.compile("[A-Za-z]")
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
UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Signs of scripts that put no blanks between words."""
PER_WORD = 2
"""Such signs that make a word."""
DENSE = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
SAYS = 2
"""Letters of an alphabet, at least, that say as much as one sign of Chinese, Japanese or Korean."""
UNSUPPORTED = "language-unsupported"
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
    """For each small word what it says of each language, the letters that settle it, and the languages not written in Latin ones."""

    weights: Mapping[str, tuple[tuple[str, float], ...]]
    scripts: Mapping[str, re.Pattern[str]]
    apart: frozenset[str]


def languages(reading: Reading) -> tuple[str, ...]:
    """ISO 639-1 codes of the languages of the kit's own text, the one with most of it first; of texts as long as each other
    (one is the other's translation) the one that is told first."""
    counted: Counter[str] = Counter()
    for text in _paragraphs(reading):
        found = language_of(text)
        if found:
            counted[found] += _length(text)
    for text in _elsewhere(reading):
        if (found := language_of(text)) in tongues().apart:
            counted[found] += _length(text)
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


def unsupported(reading: Reading) -> Iterator[Issue]:
    """Languages that the vocabulary does not know, with the blocks told in them: their text is kept, and hardly anything taken from it."""
    blocks: dict[str, list[Quote]] = {}
    for section in reading.sections:
        for paragraph in section.paragraphs:
            quote = reading.passage(paragraph).whole()
            language = language_of(quote.text) if _sizeable(quote) else None
            if language and language not in store.LANGUAGES and _certain(reading, language):
                blocks.setdefault(language, []).append(quote)
    for language, quotes in sorted(blocks.items()):
        spans = tuple(span for quote in quotes for span in quote.spans)
        yield Issue(UNSUPPORTED, "warning", _message(language, reading.document.pages_of(spans)), spans)


def _certain(reading: Reading, language: str) -> bool:
    """A script gives a language away; of those in Latin letters only one that much of the kit is told in."""
    return language in reading.languages or language in tongues().apart


def _message(language: str, pages: Sequence[int]) -> str:
    name = Locale("en").languages.get(language, language)
    where = f"page {pages[0]}" if len(pages) == 1 else f"pages {', '.join(map(str, pages))}"
    return f"{name} ({language}) is not understood yet: its text on {where} is kept as it stands, and hardly anything is taken from it"


def _sizeable(quote: Quote) -> bool:
    return _words(quote.text) >= SHORTEST


def _words(text: str) -> int:
    unparted = len(UNPARTED.findall(text))
    return len(WORD.findall(UNPARTED.sub(" ", text) if unparted else text)) + unparted // PER_WORD


def _length(text: str) -> int:
    """How much is said, in letters of an alphabet."""
    return sum(map(len, WORD.findall(text))) + (SAYS - 1) * len(DENSE.findall(text))


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


def _elsewhere(reading: Reading) -> Iterator[str]:
    """What stands in other sections: of a script that is not understood nobody knows what a block is."""
    for section in reading.sections:
        if section.kind not in RUNNING:
            yield from (text for paragraph in section.paragraphs if (text := _told(reading, paragraph)))


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
    return text if _words(text) >= SHORTEST else ""


@cache
def tongues() -> Tongues:
    known = store.read("tongues")
    listed: dict[str, list[str]] = {}
    for language, line in known["words"].items():
        for word in dict.fromkeys(piece for phrase in store.phrases(line) for piece in WORD.findall(phrase.casefold())):
            listed.setdefault(word, []).append(language)
    weights = {word: tuple(_shares(found)) for word, found in listed.items()}
    scripts = {language: re.compile(f"[{letters}]") for language, letters in known["scripts"].items()}
    apart = frozenset(language for language, line in known["words"].items() if not LATIN.search(line))
    return Tongues(weights, scripts, apart | scripts.keys())


def _shares(languages: list[str]) -> Iterator[tuple[str, float]]:
    """One word's weight, parted among the languages that have it."""
    parts = {language: 1.0 if language in store.LANGUAGES else RARE for language in languages}
    whole = sum(parts.values())
    return ((language, part / max(1.0, whole)) for language, part in parts.items())
