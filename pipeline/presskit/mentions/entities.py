"""The distinct people, organisations, places and works of a kit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from presskit.mentions.capitals import capitalised
from presskit.mentions.cues import accompanied, acted_in, articled, cued, cued_small, owned
from presskit.mentions.enumerations import agreed
from presskit.mentions.findings import ORG, PERSON, WORK, Finding, settled
from presskit.mentions.known import CERTAIN, Gazetteer, Known, known_names
from presskit.mentions.ledger import Ledger, Name
from presskit.mentions.listed import listed_organisations
from presskit.mentions.models import MODELS
from presskit.mentions.ner import recognised
from presskit.mentions.organisations import acronyms, companies, festivals, organisations
from presskit.mentions.paragraphs import Prose, paragraphs
from presskit.mentions.places import placed, places
from presskit.mentions.trim import trimmed
from presskit.mentions.works import dated, in_capitals, nicknamed, quoted
from presskit.model import Claim, Reading, SectionKind
from presskit.record import Entity, PressQuote
from presskit.settings import Settings
from presskit.vocabulary import fold

DEFAULT = Settings()
LISTED = 4.0


def entities(reading: Reading, claims: Sequence[Claim] = (), settings: Settings = DEFAULT) -> Iterator[Claim]:
    """One claim per name, in the order of first mention. `claims` of the extractors teach the names of this kit."""
    known = known_names(reading.document, claims)
    prose = list(paragraphs(reading))
    ledger = Ledger()
    said = frozenset(fold(claim.value.text) for claim in claims if isinstance(claim.value, PressQuote))
    for text, findings in zip(prose, _found(prose, known, settings), strict=True):
        _note(ledger, text, [found for found in findings if found.by != "quoted" or not _said(text, found, said)])
    for quote in listed_organisations(reading):
        ledger.note(quote, Finding(0, 0, ORG, LISTED, "listed"))
    for name in known:
        if name.stated:
            ledger.note(name.quote, Finding(0, 0, name.label, CERTAIN, "kit"), stated=True, told=name.told)
    yield from map(_claim, ledger.names(_small_words(prose)))


def _said(text: Prose, found: Finding, said: frozenset[str]) -> bool:
    """What a critic says stands in the quote marks of a title."""
    return fold(text.passage.text[found.start : found.end]) in said


def _small_words(prose: Iterable[Prose]) -> frozenset[str]:
    return frozenset(word.folded for text in prose for word in text.words if word.text[0].islower())


def _note(ledger: Ledger, text: Prose, findings: Sequence[Finding]) -> None:
    opening = {word.start for word in text.words if word.opens}
    short = {found.start for found in findings if found.by == "part"}
    for found in findings:
        if found.start not in short or found.by == "known":
            ledger.note(text.passage.quote(found.start, found.end), found, told=text.told, opens=found.start in opening)


def _found(prose: Sequence[Prose], known: Sequence[Known], settings: Settings) -> Iterator[list[Finding]]:
    """The findings of each paragraph, settled."""
    gazetteer = Gazetteer(known)
    style = _titles_in_capitals(prose, known)
    people = frozenset(part for name in known if name.label == PERSON for part in _ends(name))
    for text, seen in zip(prose, _modelled(prose, settings), strict=True):
        if not text.told:
            yield settled([*gazetteer.find(text.words), *organisations(text.words), *acronyms(text.passage.text, text.words)])
            continue
        model = [_character(text, found) for found in trimmed(text.words, seen)]
        teaching = people | {part for found in model if found.label == PERSON for part in _parts(text, found)}
        found = settled([*gazetteer.find(text.words), *model, *_by_rule(text, teaching, style)])
        yield list(agreed(text.passage.text, found))


def _character(text: Prose, found: Finding) -> Finding:
    """In what a film tells, one word that the model takes for a firm is mostly somebody's unusual name."""
    word = text.passage.text[found.start : found.end]
    if text.kind is not SectionKind.SYNOPSIS or found.label != ORG or " " in word or word.isupper() or not word.isalpha():
        return found
    return replace(found, label=PERSON)


def _by_rule(text: Prose, people: frozenset[str], style: bool) -> Iterator[Finding]:
    words, told = text.words, text.passage.text
    yield from organisations(words)
    if text.language != "de":  # any German noun may stand before "Film"
        yield from companies(words)
    yield from festivals(words)
    yield from acronyms(told, words)
    yield from places(words)
    yield from placed(words)
    yield from quoted(told)
    yield from nicknamed(told, words)
    yield from dated(told, words)
    yield from in_capitals(told, words, style)
    if text.language in ("fr", "es", "it", "pt"):
        yield from articled(words)
        yield from cued_small(words)
    elif text.language != "de":
        yield from cued(words)
    if text.language == "en":
        yield from acted_in(words)
        yield from accompanied(words)
        yield from owned(words, people)
    if text.language not in MODELS:
        yield from capitalised(words, text.language)


def _ends(name: Known) -> tuple[str, str]:
    words = fold(name.quote.text).split()
    return words[0], words[-1]


def _parts(text: Prose, found: Finding) -> tuple[str, ...]:
    return tuple(fold(text.passage.text[found.start : found.end]).split())


def _titles_in_capitals(prose: Sequence[Prose], known: Sequence[Known]) -> bool:
    """Whether this kit's running text prints film titles in capitals."""
    titles = {name.quote.text.upper() for name in known if name.label == WORK and len(name.quote.text) > 3}
    return any(title in text.passage.text for text in prose if text.told for title in titles)


def _modelled(prose: Sequence[Prose], settings: Settings) -> list[list[Finding]]:
    """What the models see, language by language in one batch each."""
    seen: list[list[Finding]] = [[] for _ in prose]
    if not settings.names:
        return seen
    told = sorted((n for n, text in enumerate(prose) if text.told), key=lambda n: (prose[n].language, n))
    for language, group in groupby(told, key=lambda n: prose[n].language):
        numbers = list(group)
        for number, findings in zip(numbers, recognised([prose[n].passage.text for n in numbers], language), strict=True):
            seen[number] = findings
    return seen


def _claim(name: Name) -> Claim:
    value = Entity.model_validate({"text": name.quote.text, "label": name.label})
    confidence = 0.95 if name.stated else min(0.9, 0.4 + name.weight / 10)
    return Claim("entities", value, {"": name.quote.spans}, "entities:kit" if name.stated else "entities:text", round(confidence, 2))
