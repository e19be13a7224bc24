"""The dates of a kit's running text, each wording once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presskit.mentions.foreign import foreign_dates
from presskit.mentions.grammar import DatePhrase, date_phrases
from presskit.mentions.relative import with_years
from presskit.mentions.running import running_text
from presskit.mentions.titles import title_spans, titles_of
from presskit.model import Claim, Quote, Reading
from presskit.record import Date


def dates(reading: Reading, claims: Sequence[Claim] = ()) -> Iterator[Claim]:
    """One claim per wording. `claims` tell the film titles of the kit: a year that belongs to a title is no date."""
    seen: set[tuple[str, str]] = set()
    known = titles_of(claims)
    language = reading.languages[0] if reading.languages else ""
    for told in running_text(reading, signed=False):
        text = told.passage.text
        foreign = [DatePhrase(start, end, when) for start, end, when in foreign_dates(text, language)]
        taken = [*title_spans(text, known), *((phrase.start, phrase.end) for phrase in foreign)]
        phrases = sorted([*_outside(date_phrases(text), taken), *foreign], key=lambda phrase: phrase.start)
        for phrase in with_years(phrases):
            quote = told.passage.quote(phrase.start, phrase.end)
            key = (quote.text.casefold(), phrase.when.edtf)
            if key not in seen:
                seen.add(key)
                yield _claim(quote, phrase.when.edtf)


def _outside(phrases: Iterable[DatePhrase], spans: Iterable[tuple[int, int]]) -> Iterator[DatePhrase]:
    """The phrases that lie in none of the spans; both are walked once, in order."""
    behind, waiting = 0, sorted(spans, reverse=True)
    for phrase in phrases:
        while waiting and waiting[-1][0] <= phrase.start:
            behind = max(behind, waiting.pop()[1])
        if phrase.end > behind:
            yield phrase


def _claim(quote: Quote, edtf: str) -> Claim:
    value = Date(text=quote.text, edtf=edtf)
    return Claim("dates", value, {"/text": quote.spans, "/edtf": quote.spans}, "dates:grammar", 0.5 if edtf.startswith("XXXX") else 0.9)
