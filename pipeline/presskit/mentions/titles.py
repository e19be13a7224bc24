"""Where a text names a film, book or song that the kit's lists or its quotation marks give away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from presskit.model import Claim
from presskit.record import Filmography

QUOTED = re.compile(
    r"“([^“”]{1,80})”|«\s?([^«»]{1,80})\s?»|„([^„“”]{1,80})[“”]"
    r"|(?<![\w.,!?…])\"([^\"]{1,80})\"|(?<!\w)[‘']([^‘’']{1,80})[’'](?!\w)"
)
"""A straight mark behind a word or a stop closes what is longer than any title, and opens nothing."""
LONGEST = 6
"""Words of a quotation that can be a title with a year in it; a longer one is somebody speaking."""


def titles_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The titles that hold a digit among their words, case-folded: only those can be taken for a date."""
    return frozenset(title.casefold() for title in _titles(claims) if any(c.isdigit() for c in title) and any(c.isalpha() for c in title))


def _titles(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        if claim.field in ("film.title", "film.other_titles") and isinstance(claim.value, str):
            yield claim.value
        elif isinstance(claim.value, Filmography):
            for entry in claim.value.entries:
                yield entry.title
                yield from entry.other_titles


def title_spans(text: str, titles: Iterable[str]) -> Sequence[tuple[int, int]]:
    """The stretches of a text that are titles: known ones, and short quotations that begin with a capital."""
    return [*_known(text, sorted(titles)), *_quoted(text)]


def _known(text: str, titles: Iterable[str]) -> Iterator[tuple[int, int]]:
    low = text.casefold()
    if len(low) != len(text):
        return
    for title in titles:
        at = low.find(title)
        while at >= 0:
            yield at, at + len(title)
            at = low.find(title, at + len(title))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    for found in QUOTED.finditer(text):
        words = next(group for group in found.groups() if group is not None).split()
        if words and len(words) <= LONGEST and (words[0][:1].isupper() or words[0].isdigit()):
            yield found.start(), found.end()
