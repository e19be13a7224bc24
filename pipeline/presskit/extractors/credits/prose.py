"""Companies that only the running text names: «Salt is a Doe Film production in co-production with Roe, supported by ...»."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.extractors.credits.clauses import clauses, is_statement
from presskit.extractors.credits.credit import Credit, clause_credit, unfolded
from presskit.extractors.credits.crew import crew_claims
from presskit.extractors.credits.labels import Sense, leading
from presskit.extractors.credits.parties import Known
from presskit.extractors.credits.shapes import is_small
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Document, Passage, Reading, SectionKind
from presskit.record import Company
from presskit.vocabulary import fold

READ = (SectionKind.FRONT, SectionKind.SYNOPSIS, SectionKind.NOTES, SectionKind.BOILERPLATE)
STOP = re.compile(r"[.!?](?=\s+[^\W\d_a-z]|\s*$)")
IS_ONE = re.compile(r"(?<!\w)(\w{1,3}|était|ist) (an?|eine?|une?|una|uma)(?= )", re.IGNORECASE)
WORD = re.compile(r"\s*\S+")
LONGEST = 20_000
MOST = 100
"""Of a paragraph: characters and sentences looked at."""
SURENESS = 0.6


def prose_claims(reading: Reading, listed: Sequence[Claim], known: Known) -> Iterator[Claim]:
    """Companies of sentences that say whose production the film is, in the parts that no list fills."""
    filled = {claim.value.role for claim in listed if isinstance(claim.value, Company)}
    for section in reading.of_kind(*READ):
        for paragraph in section.paragraphs:
            for credit in _credits(reading.passage(paragraph), reading.document):
                for claim in crew_claims(credit, known):
                    if isinstance(claim.value, Company) and claim.value.role not in filled:
                        yield replace(claim, found_by="credits:prose", confidence=SURENESS)


def _credits(passage: Passage, document: Document) -> Iterator[Credit]:
    text = passage.text[:LONGEST]
    for found in itertools.islice(IS_ONE.finditer(text), MOST):
        if fold(found[1]) not in word_list("is"):
            continue
        stop = STOP.search(text, found.end())
        sentence = document.passage(passage.quote(found.start(2), stop.start() if stop else len(text)).spans)
        if is_statement(sentence.text):
            yield from (clause_credit(clause, sentence, document) for clause in clauses(sentence))
        else:
            yield from _of_house(sentence, document)


def _of_house(sentence: Passage, document: Document) -> Iterator[Credit]:
    """«... ist eine Produktion der Doe Film in Koproduktion mit Roe»."""
    label = leading(sentence.text)
    if label is None or label[1].company not in ("production", "coproduction"):
        return
    end, text = label[0], sentence.text
    first = WORD.match(text, end)
    end = first.end() if first and is_small(first[0].strip()) else end
    if not text[end:].strip()[:1].isupper():
        return
    rest = document.passage(sentence.quote(end, len(text)).spans)
    yield from unfolded(Credit(sentence.quote(0, end), Sense((), label[1].company), (rest,), "credits:prose"), document)
