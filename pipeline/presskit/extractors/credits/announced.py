"""Companies listed under a sentence that announces them: «The film has been broadcast on: / ORF, Austria / YLE, Finland»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from presskit.extractors.credits.labels import leading
from presskit.extractors.credits.parties import LIKELY, Known, leaning
from presskit.extractors.credits.shapes import is_small
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Claim, Line, Quote, Reading, Section
from presskit.record import Company
from presskit.vocabulary import fold, vocabulary

FEWEST_WORDS = 4
"""Words of a sentence that announces; fewer are a label, which other rules read."""
MOST_LABEL_WORDS = 5
LONGEST_NAME = 12
"""Words."""
ABBREVIATED = 4
"""Letters of a word that a full stop may belong to."""
SURENESS = 0.7


def announced_claims(reading: Reading) -> Iterator[Claim]:
    """The names under each such sentence, up to the first line that is none."""
    for lines in _under_headings(reading.sections):
        for at in range(len(lines) - 1):
            role = _announces(_sentence(reading, lines, at))
            if role:
                yield from _listed(reading, lines[at + 1 :], role)


def _under_headings(sections: Sequence[Section]) -> Iterator[Sequence[Line]]:
    """All lines under each heading: the list may be a section of its own."""
    held: list[Line] = []
    for section in sections:
        if section.heading is not None:
            yield held
            held = []
        held.extend(section.lines)
    yield held


def _sentence(reading: Reading, lines: Sequence[Line], at: int) -> str:
    """A line that ends a sentence, with the line above where that is part of it."""
    text = reading.words(lines[at])
    if not text.endswith((":", ".")) or at == 0 or lines[at].blank_before:
        return text
    above = reading.words(lines[at - 1])
    return text if above.endswith((".", ":", "!", "?")) else f"{above} {text}"


def _announces(text: str) -> str | None:
    """The part that the companies of the list below have, if the sentence ends in words for one."""
    words = text.rstrip().removesuffix(":").split()
    if len(words) < FEWEST_WORDS or not text.rstrip().endswith((":", ".")):
        return None
    if any(fold(word) in word_list("following_words") for word in words[-3:]):
        found = (_part(words[at : at + length]) for at in range(len(words)) for length in range(MOST_LABEL_WORDS, 1, -1))
        return next((role for role in found if role), None)
    tails = (_part(words[-length:]) for length in range(MOST_LABEL_WORDS, 1, -1))
    return next((role for role in tails if role), None) if text.rstrip().endswith(":") else None


def _part(words: Sequence[str]) -> str | None:
    return vocabulary().company_role(" ".join(words))


def _listed(reading: Reading, lines: Sequence[Line], role: str) -> Iterator[Claim]:
    for name in _names(reading, lines):
        if leaning(name.text, Known()) > -LIKELY:
            value = Company.model_validate({"name": name.text, "role": role})
            yield Claim("credits.companies", value, {"/name": name.spans, "/role": name.spans}, "credits:announced", SURENESS)


def _names(reading: Reading, lines: Sequence[Line]) -> Iterator[Quote]:
    """A name on each line; one whose end is a small word goes on in the next."""
    held: list[Line] = []
    for line, after in pairwise([*lines, None]):
        if line is None or not _may_be_name(reading.words(line)):
            return
        held.append(line)
        if after is not None and _goes_on(reading.words(line), reading.words(after)):
            continue
        yield _without_country(reading, held)
        held = []


def _may_be_name(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= LONGEST_NAME or not text[:1].isupper() or text.endswith((":", "!", "?")) or "@" in text:
        return False
    stops = text.endswith(".") and len(words[-1].strip(".")) > ABBREVIATED and "." not in words[-1][:-1]
    return not stops and leading(text) is None


def _goes_on(text: str, after: str) -> bool:
    return text.endswith((",", "&", "/")) or is_small(text.split()[-1]) or after[:1].islower()


def _without_country(reading: Reading, lines: Sequence[Line]) -> Quote:
    """«ORF, Austria», «Yle (Finland)»: where a company is from is not part of its name."""
    passage = reading.passage(lines)
    name, mark, rest = passage.text.rpartition("(" if passage.text.endswith(")") else ",")
    if mark and name.strip() and vocabulary().country(rest.strip(" )")):
        return passage.quote(0, len(name.rstrip(" ,")))
    return passage.whole()
