"""Credits that only a press release tells: «Directed by Jane Doe, produced by Max Roe and shot by Eva Poe, the film stars …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.extractors.credits.labels import HEADS, Sense, leading
from presskit.extractors.credits.parties import Known, leaning
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Passage, Quote, Reading, SectionKind
from presskit.record import CastMember, CrewMember
from presskit.vocabulary import fold, vocabulary

READ = (SectionKind.FRONT, SectionKind.SYNOPSIS, SectionKind.NOTES, SectionKind.BIOGRAPHY, SectionKind.BOILERPLATE, SectionKind.CREDITS)
LISTED = 3
"""Functions in lists of credits from which nothing is taken from the running text."""
TOLD = 2
"""A paragraph that credits so many functions speaks of this film, not of a person's life."""
LONGEST = 3_000
REACH = 60
PART = r"(?:[^\W\d_a-zà-ÿ](?:\.|[\w’'-]*))"
NAME = re.compile(rf"{PART}(?:\s(?:(?:de|van|von|der|den|da|di|do|dos|du|del|della|la|le|el|al|bin|ben|y)\s){{0,2}}{PART}){{1,3}}")
JOINT = re.compile(r",?\s(?:and|et|und|y|e|&)\s|,\s")
ASIDE = re.compile(r"\s\([^()]{2,60}\)")
PLAYED = re.compile(
    r"\s(?:as|als|como|dans le rôle de|nel ruolo di|no papel de|en el papel de)\s"
    r"[\"“«„]?(?P<part>[^\W\d_a-zà-ÿ][\w’'-]*(?:\s[^\W\d_a-zà-ÿ][\w’'-]*){0,2})[\"”»“]?"
)
WORD = re.compile(r"[^\W\d_]+")
SURENESS = 0.55


@dataclass(frozen=True, slots=True)
class _Told:
    label: Quote
    meaning: Sense
    names: tuple[tuple[Quote, Quote | None], ...]


def told_claims(reading: Reading, listed: Sequence[Claim]) -> Iterator[Claim]:
    """Nothing where the kit lists its crew."""
    known = {claim.value.role for claim in listed if isinstance(claim.value, CrewMember)}
    cast = any(isinstance(claim.value, CastMember) for claim in listed)
    if len(known) >= LISTED:
        return
    for section in reading.of_kind(*READ):
        for paragraph in section.paragraphs:
            told = list(_told(reading.passage(paragraph)))
            if len({one.meaning.roles for one in told if one.meaning.roles}) < TOLD:
                continue
            for one in told:
                yield from _cast(one) if one.meaning.cast and not cast else _crew(one, known)


def _told(passage: Passage) -> Iterator[_Told]:
    text = passage.text[:LONGEST]
    at = 0
    for word in WORD.finditer(text):
        if word.start() < at:
            continue
        found = _label(text, word)
        if found is None or not _announces(text[word.start() : word.start() + found[0]], found[1]):
            continue
        names = tuple(_names(passage, _past_trade(text, word.start() + found[0])))
        if names and (found[1].roles or len(names) > 1):
            yield _Told(passage.quote(word.start(), word.start() + found[0]), found[1], names)
            at = word.start() + found[0]


def _label(text: str, word: re.Match[str]) -> tuple[int, Sense] | None:
    """How long the label is that begins with this word, and what it means; «it stars» is one only here."""
    if word[0] in word_list("starring_words"):
        return len(word[0]), Sense(cast=True)
    return leading(text[word.start() : word.start() + REACH])


def _announces(label: str, meaning: Sense) -> bool:
    """«edited by», «starring»: a function with its preposition, or the cast."""
    words = label.split()
    if meaning.cast:
        return len(words[-1]) > 2
    heads = HEADS | {"music", "sound_recordist", "animation_director", "art_director", "narrator", "source_author"}
    return len(words) > 1 and fold(words[-1]) in word_list("by_words") and bool(heads.intersection(meaning.roles))


def _past_trade(text: str, at: int) -> int:
    """«scored by Icelandic composer Jane Doe»: where the name begins."""
    for _ in range(3):
        word = re.compile(r"\s*([^\W\d_]\S*)\s").match(text, at)
        if word is None or not (vocabulary().nationality(word[1]) or (word[1].islower() and vocabulary().roles(word[1]))):
            break
        at = word.end()
    return at


def _names(passage: Passage, at: int) -> Iterator[tuple[Quote, Quote | None]]:
    text = passage.text
    while (name := NAME.match(text, at + (text[at : at + 1] == " "))) and leaning(name[0], Known()) < 0:
        aside, played = ASIDE.match(text, name.end()), PLAYED.match(text, name.end())
        yield passage.quote(*name.span()), passage.quote(*played.span("part")) if played else None
        end = played.end() if played else aside.end() if aside else name.end()
        joint = JOINT.match(text, end)
        if joint is None:
            return
        at = joint.end()


def _crew(told: _Told, known: set[str]) -> Iterator[Claim]:
    for role in told.meaning.roles:
        if role in known:
            continue
        for name, _ in told.names:
            value = CrewMember(label=told.label.text, role=role, name=name.text)
            evidence = {"/label": told.label.spans, "/role": told.label.spans, "/name": name.spans}
            yield Claim("credits.crew", value, evidence, "credits:told", SURENESS)


def _cast(told: _Told) -> Iterator[Claim]:
    for name, part in told.names:
        value = CastMember(actor=name.text, character=part.text if part else None)
        evidence = {"/actor": name.spans} | ({"/character": part.spans} if part else {})
        yield Claim("credits.cast", value, evidence, "credits:told", SURENESS)
