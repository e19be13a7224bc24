"""Facts that a kit has a label for, and a value that was not understood."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.extractors.fact_pairs import pairs
from presskit.extractors.fact_values import Words, claims_of
from presskit.model import Issue, Reading
from presskit.record import NOT_UNDERSTOOD
from presskit.vocabulary import vocabulary

FIELDS = {
    "year": "year",
    "runtime": "runtime_minutes",
    "country": "countries",
    "language": "languages",
    "subtitles": "subtitles",
    "aspect_ratio": "aspect_ratio",
    "genre": "genres",
}
"""The fields of the film that labels of these facts are for. Sound and colour are departments, too: behind those stand names."""


def not_understood(reading: Reading) -> Iterator[Issue]:
    """Each label of a fact behind which nothing could be taken; assembly keeps what no other place of the kit makes good."""
    for pair in dict.fromkeys(pairs(reading)):
        field = FIELDS.get(pair.fact)
        if field and not _function(pair.label.text) and not any(claims_of(pair.fact, Words(reading, pair.value), "", 0.0)):
            message = f"behind “{pair.label.text}” the film's {field.replace('_', ' ')} should stand; it was not understood"
            yield Issue(NOT_UNDERSTOOD, "info", message, (*pair.label.spans, *pair.value.spans), f"/film/{field}")


def _function(label: str) -> bool:
    """Whether the label means a function as well: "Dialogue" is a language here and somebody's work there."""
    meaning = vocabulary().leading_label(label)
    return meaning is not None and bool(meaning.roles)
