"""The dates of a kit's running text, each wording once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.mentions.grammar import DatePhrase, date_phrases
from presskit.mentions.relative import with_years
from presskit.mentions.running import running_text
from presskit.mentions.titles import title_spans, titles_of
from presskit.model import Claim, Quote, Reading
from presskit.record import Date

HINT = re.compile(r"\d")


def dates(reading: Reading, claims: Sequence[Claim] = ()) -> Iterator[Claim]:
    """One claim per wording. `claims` tell the film titles of the kit: a year that belongs to a title is no date."""
    seen: set[tuple[str, str]] = set()
    known = titles_of(claims)
    for told in running_text(reading):
        text = told.passage.text
        inside = title_spans(text, known)
        phrases = [phrase for phrase in date_phrases(text) if not _within(phrase, inside)]
        for phrase in with_years(phrases):
            quote = told.passage.quote(phrase.start, phrase.end)
            key = (quote.text.casefold(), phrase.when.edtf)
            if key not in seen:
                seen.add(key)
                yield _claim(quote, phrase.when.edtf)


def _within(phrase: DatePhrase, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= phrase.start and phrase.end <= end for start, end in spans)


def _claim(quote: Quote, edtf: str) -> Claim:
    value = Date(text=quote.text, edtf=edtf)
    return Claim("dates", value, {"/text": quote.spans, "/edtf": quote.spans}, "dates:grammar", 0.5 if edtf.startswith("XXXX") else 0.9)
