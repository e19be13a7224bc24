"""What stands inside an interview and is nobody's turn: chapter titles, pull quotes, imprints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.extractors.blocks import SENTENCE_END, Block, Key, Setting
from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import plain

WORD = re.compile(r"\w+")
SHINGLE = 5
"""So many words in a row that stand twice in an interview are repeated on purpose."""
TITLE = 12
"""Words of the longest chapter title."""
PULLED = 60
"""Words of the longest pull quote."""
IMPRINT = 40
"""Words of the longest line about where an interview comes from."""


def asides(blocks: Sequence[Block], setting: Setting, question: Key | None) -> frozenset[int]:
    """Numbers of the blocks without a mark that are no turn; `question` is how questions are set, if they are set apart."""
    repeated = _repeated(blocks)
    return frozenset(at for at, block in enumerate(blocks) if not block.mark and _stands_apart(block, setting, question, at in repeated))


def _stands_apart(block: Block, setting: Setting, question: Key | None, repeated: bool) -> bool:
    pulled = repeated and not block.asks and block.key != question
    return pulled or is_title(block, setting, question) or is_imprint(block)


def is_title(block: Block, setting: Setting, question: Key | None) -> bool:
    """Letters set apart, larger type or capitals, short, and not as questions are set."""
    if block.words > TITLE and not block.letters_apart:
        return False
    if block.letters_apart or setting.is_display(block.size):
        return True
    capitals = block.key[2] and not setting.key[2] and not (question and question[2])
    return capitals and (block.asks or not SENTENCE_END.search(block.text))


def is_imprint(block: Block) -> bool:
    """ "First published in …", "Translated from …"."""
    known = interview_words("interview_imprints")
    head = plain(block.text[:60]).lstrip("(–—- ")
    return block.words <= IMPRINT and any(head.startswith(phrase) for phrase in known)


def _repeated(blocks: Sequence[Block]) -> frozenset[int]:
    """Short blocks all of whose words stand, in their order, in a longer block too."""
    words = [[plain(word) for word in WORD.findall(block.text)] for block in blocks]
    longest: dict[tuple[str, ...], int] = {}
    for found in words:
        for shingle in _shingles(found):
            longest[shingle] = max(longest.get(shingle, 0), len(found))
    return frozenset(
        at
        for at, found in enumerate(words)
        if SHINGLE <= len(found) <= PULLED and not blocks[at].mark and all(longest[one] > len(found) for one in _shingles(found))
    )


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]
