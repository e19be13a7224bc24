"""What stands between the rows of a cast list: words that say who a part is, and words that introduce further players."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.extractors.credits.labels import leading
from presskit.extractors.credits.rows import Row
from presskit.extractors.credits.splits import AS
from presskit.extractors.credits.wordlists import word_list
from presskit.vocabulary import fold, vocabulary

ENDS = (".", "!", "?", "…", ".”", ".»", '."')
FEW = 2
SHORT = 4
LONG = 7
"""Words from which a line in small letters is a sentence without its full stop, too."""
INTRODUCING = 9


def companies_of_players(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of a cast list without the words about its parts, cut where further players are introduced."""
    held: list[Row] = []
    for row in _undescribed(rows):
        if held and _introduces(row.text):
            yield held
            held = []
        elif not _introduces(row.text):
            held.append(row)
    yield held


def _introduces(text: str) -> bool:
    """«Et avec la participation amicale de», «and with»: who comes next stands on rows of their own."""
    words = text.split()
    if not 1 < len(words) <= INTRODUCING or fold(words[-1]) not in word_list("by_words") or vocabulary().company_role(text):
        return False
    return fold(words[0]) in word_list("conjunctions") or fold(words[0]) in word_list("with_words") or vocabulary().is_cast_label(text)


def _undescribed(rows: Sequence[Row]) -> list[Row]:
    """Names and parts alone, of a list that says in a sentence or two what each part is like."""
    told = _told(rows)
    starts = [at for at, tells in enumerate(told) if tells and not (at and told[at - 1])]
    if len(starts) < FEW or told[0] or len(starts) * 2 > sum(not tells for tells in told) + 1:
        return list(rows)
    return [replace(row, leads=True) if at and told[at - 1] else row for at, row in enumerate(rows) if not told[at]]


def _told(rows: Sequence[Row]) -> list[bool]:
    told: list[bool] = []
    for at, row in enumerate(rows):
        runs_on = bool(at) and told[-1] and not row.leads and not rows[at - 1].text.endswith(ENDS)
        told.append(runs_on or _is_sentence(row.text))
    return told


def _is_sentence(text: str) -> bool:
    words = text.split()
    small = sum(1 for word in words if word[:1].islower())
    if len(words) < SHORT or small * 2 < len(words) or AS.search(text):
        return False
    label = leading(text)
    return (label is None or not label[1].cast) and (text.endswith(ENDS) or len(words) >= LONG)
