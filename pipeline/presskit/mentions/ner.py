"""People, organisations, places and works by spaCy's models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.mentions.findings import ORG, PERSON, PLACE, WORK, Finding
from presskit.mentions.models import MODELS, model

LABELS = {
    "PERSON": PERSON, "PER": PERSON, "ORG": ORG, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE,
    "WORK_OF_ART": WORK, "EVENT": ORG, "PRODUCT": ORG, "MISC": WORK,
}  # fmt: skip
WEIGHTS = {
    "PERSON": 1.5, "PER": 1.5, "ORG": 1.2, "GPE": 1.6, "LOC": 1.5, "FAC": 1.0,
    "WORK_OF_ART": 2.0, "EVENT": 0.5, "PRODUCT": 0.4, "MISC": 0.5,
}  # fmt: skip
BATCH = 64
LONGEST = 20_000
"""Characters given to a model at a time; longer paragraphs (there are none in kits) are cut at a blank."""
CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{4,}\b|\b[A-ZÀ-ÖØ-Þ]{2,}(?=[ '’-][A-ZÀ-ÖØ-Þ]{4,})|(?<=[A-ZÀ-ÖØ-Þ]{4}[ '’-])[A-ZÀ-ÖØ-Þ]{2,}\b")


def recognised(texts: Sequence[str], language: str) -> Iterator[list[Finding]]:
    """What the model of a language sees in each text; nothing where there is no model."""
    if language not in MODELS or not texts:
        yield from ([] for _ in texts)
        return
    pieces = [(number, at, piece) for number, text in enumerate(texts) for at, piece in _pieces(calmed(text))]
    found: list[list[Finding]] = [[] for _ in texts]
    documents = model(language).pipe((piece for _, _, piece in pieces), batch_size=BATCH)
    for (number, at, _), document in zip(pieces, documents, strict=True):
        for entity in document.ents:
            label = LABELS.get(entity.label_)
            if label:
                found[number].append(Finding(at + entity.start_char, at + entity.end_char, label, WEIGHTS[entity.label_], "model"))
    yield from found


def calmed(text: str) -> str:
    """Words in capitals written as names are, length kept: the models know "Ida", not "IDA"."""
    return CAPITALS.sub(_calm, text)


def _calm(found: re.Match[str]) -> str:
    word = found.group()
    low = word[0] + word[1:].lower()
    return low if len(low) == len(word) else word


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    while len(text) - at > LONGEST:
        cut = text.rfind(" ", at, at + LONGEST)
        cut = cut if cut > at else at + LONGEST
        yield at, text[at:cut]
        at = cut
    yield at, text[at:]
