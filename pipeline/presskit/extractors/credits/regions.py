"""A section's rows cut where their layout changes, and each part read as it is laid out."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.extractors.credits.castrows import companies_of_players
from presskit.extractors.credits.entries import Builder
from presskit.extractors.credits.entry import Entry
from presskit.extractors.credits.labels import NOTHING, Sense, sense
from presskit.extractors.credits.layout import FEW, cast_blocks, layout_of, two_sided
from presskit.extractors.credits.rows import Row
from presskit.extractors.credits.splits import Split
from presskit.extractors.credits.wordlists import word_list
from presskit.model import Quote
from presskit.vocabulary import fold, vocabulary


def entries(rows: Sequence[Row], language: str, opening: Quote | None = None) -> list[Entry]:
    """The entries of one section; `opening` is its heading, which may be the label of what stands first."""
    first, at = _opening(opening, rows, language), 0
    found: list[Entry] = []
    if first is not None and first.sense.cast:
        *players, rows = companies_of_players(rows)
        found = [entry for part in players for entry in _region(part, language, first)]
    for low, high in cast_blocks(rows, language):
        found += _region(rows[at:low], language, first if at == 0 else None)
        found += _region(rows[low:high], language, Split("place", Sense(cast=True)))
        at = high
    return found + _region(rows[at:], language, first if at == 0 else None)


def _opening(opening: Quote | None, rows: Sequence[Row], language: str) -> Split | None:
    """A section's heading as the label of its first rows."""
    if opening is None:
        return None
    meaning = sense(opening.text, language) if fold(opening.text) not in word_list("chapter_words") else NOTHING
    if vocabulary().is_cast_label(opening.text) and len(rows) > FEW and all(two_sided(row) for row in rows[: FEW + 1]):
        # «Distribution artistique» over rows of parts and players is the cast, before a single name it is who cast them.
        meaning = Sense(cast=True, topic="cast")
    if meaning.thanks and {fold(word) for word in opening.text.split()} & word_list("supporter_words"):
        meaning = Sense((), "support")
    labels = meaning.exact and (meaning.credit or meaning.topic in ("cast", "thanks", "support"))
    return Split("heading", meaning, opening) if labels else None


def _region(rows: Sequence[Row], language: str, first: Split | None) -> list[Entry]:
    """The entries of rows that are laid out alike."""
    layout = layout_of(rows, language)
    builder = Builder(layout, language, max((len(row.text) for row in rows), default=0))
    if first is not None and not layout.beneath:
        builder.labels.append(first)
    if not builder.labels and layout.cast:
        if 0 < layout.crew_from < len(rows):
            return [*_region(rows[: layout.crew_from], language, None), *_region(rows[layout.crew_from :], language, None)]
        builder.labels.append(Split("place", Sense(cast=True)))
    for number, row in enumerate(rows):
        builder.add(row, number)
    return builder.finished()
