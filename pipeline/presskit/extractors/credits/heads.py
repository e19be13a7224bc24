"""Credits that only the headings of biographies state: «Producer / JANE DOE» over her life, and no list that names one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presskit.extractors.lives.portrayed import Known as Portrayed
from presskit.extractors.lives.portrayed import known_portraits
from presskit.model import Claim, Quote, Reading
from presskit.record import CastMember, CrewMember
from presskit.vocabulary import fold

SURENESS = 0.6


def heading_claims(reading: Reading, listed: Sequence[Claim]) -> Iterator[Claim]:
    """Functions and parts that the lists leave out; parts that they name in some way are not doubled, nor their players."""
    crew = [claim.value for claim in listed if isinstance(claim.value, CrewMember) and claim.confidence > SURENESS]
    roles = frozenset(member.role for member in crew)
    names = frozenset(fold(member.name) for member in crew)
    cast = frozenset(fold(word) for claim in listed if isinstance(claim.value, CastMember) for word in _named(claim.value))
    for known in known_portraits(reading):
        if known.head.character is not None:
            if not {fold(known.person.text), fold(known.head.character.text)} & cast:
                yield _cast(known, known.head.character)
            continue
        missing = [role for role in known.head.roles if role not in roles or fold(known.person.text) not in names]
        yield from _crew(reading, known, missing)


def _crew(reading: Reading, known: Portrayed, roles: Sequence[str]) -> Iterator[Claim]:
    label = reading.document.quote(known.head.role_spans)
    for role in roles if label else ():
        if role not in ("actor", "other"):
            value = CrewMember(label=label.text, role=role, name=known.person.text)
            evidence = {"/label": label.spans, "/role": label.spans, "/name": known.person.spans}
            yield Claim("credits.crew", value, evidence, "credits:biography", SURENESS)


def _named(member: CastMember) -> tuple[str, ...]:
    """Nobody where a list names a player without the part: the heading says more."""
    return tuple(name for name in (member.actor, member.character) if name) if member.character else ()


def _cast(known: Portrayed, character: Quote) -> Claim:
    value = CastMember(actor=known.person.text, character=character.text)
    return Claim("credits.cast", value, {"/actor": known.person.spans, "/character": character.spans}, "credits:biography", SURENESS)
