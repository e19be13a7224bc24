"""Companies of a cover: «DOE FILMS and ROE present / in association with ACME», «Doe Film / présente», «a Doe Film production»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from presskit.extractors.credits.clauses import clauses, is_statement, statement_start
from presskit.extractors.credits.credit import Credit, clause_credit, unfolded
from presskit.extractors.credits.crew import HOUSE, crew_claims
from presskit.extractors.credits.labels import Sense, leading
from presskit.extractors.credits.parties import Known
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Line, Reading, SectionKind
from presskit.record import Company
from presskit.vocabulary import fold

LOOKED_AT = 6
"""Lines of a cover, above the title as a rule."""
MOST_WORDS = 14
SURENESS = 0.6


def presented_claims(reading: Reading, listed: Sequence[Claim], known: Known) -> Iterator[Claim]:
    """Those that no list names: who presents a film may well be the distributor that a list names as such."""
    named = {fold(claim.value.name) for claim in listed if isinstance(claim.value, Company)}
    filled = {claim.value.role for claim in listed if isinstance(claim.value, Company) and claim.confidence != HOUSE}
    covers = [*islice(reading.of_kind(SectionKind.FRONT), 1), *(one for one in reading.sections[:1] if one.kind is SectionKind.CREDITS)]
    for section in covers[:1]:
        for credit in _credits(reading, section.lines[:LOOKED_AT]):
            for part in unfolded(credit, reading.document):
                for claim in crew_claims(part, known):
                    if isinstance(claim.value, Company) and claim.value.role not in filled and fold(claim.value.name) not in named:
                        yield replace(claim, found_by="credits:presented", confidence=SURENESS)


def _credits(reading: Reading, lines: Sequence[Line]) -> Iterator[Credit]:
    for line in lines:
        if is_statement(reading.words(line)):
            passage = reading.passage((line,))
            yield from (clause_credit(clause, passage, reading.document) for clause in clauses(passage))
    for at, line in enumerate(lines):
        verb = _presents(reading.words(line))
        if verb is None:
            continue
        above = lines[at - 1 : at + 1] if verb[0] == 0 and at else (line,)
        passage = reading.passage(above)
        start, end = (low + len(passage.text) - len(reading.words(line)) for low in verb)
        if 0 < len(passage.text[:start].split()) <= MOST_WORDS:
            names = reading.document.passage(passage.quote(0, start).spans)
            yield Credit(passage.quote(start, end), Sense((), "production"), (names,), "credits:presented")
        yield from _partners(reading, line, verb[1], lines[at + 1 :])
        return


def _presents(text: str) -> tuple[int, int] | None:
    """Where the verb stands in a line of names."""
    at = 0
    for word in text.split(" "):
        if at <= len(text) and fold(word.strip(",.:…")) in word_list("presents_words"):
            return at, at + len(word)
        at += len(word) + 1
    return None


def _partners(reading: Reading, line: Line, end: int, below: Sequence[Line]) -> Iterator[Credit]:
    """Lines, or the rest of the verb's own, that begin with words for a company's part."""
    first = reading.passage((line,))
    near = takewhile(lambda other: not other.blank_before, below)
    rests = [(first, end), *((reading.passage((other,)), 0) for other in near)]
    for passage, start in rests:
        start += len(passage.text[start:]) - len(passage.text[start:].lstrip())
        label = leading(passage.text[start:]) if start < len(passage.text) else None
        if label is not None and label[1].company and passage.text[start + label[0] :].strip()[:1].isupper():
            stop = max(start + label[0], statement_start(passage.text))
            names = reading.document.passage(passage.quote(start + label[0], stop).spans)
            yield Credit(passage.quote(start, start + label[0]), Sense((), label[1].company), (names,), "credits:presented")
        elif passage is not first:
            return
