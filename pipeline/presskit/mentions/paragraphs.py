"""The paragraphs in which names are looked for, each with its language and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from presskit.mentions.running import TOLD, line_breaks, running_text
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Word, words_of
from presskit.model import Paragraph, Passage, Reading, SectionKind

TELLING = 0.3
"""Share of small words from which lines of the credits tell something ("Jane Doe, historian at the University of …")."""
PROSE = 0.5
"""Share from which a paragraph is told in sentences, whatever section it was put in."""
CLEARLY = 1.2
SAMPLE = 80
ENOUGH = 8
"""Words from which the small words of a paragraph say which language it is in; a shorter one is in the kit's."""


@dataclass(frozen=True, slots=True)
class Prose:
    """`told` is running text; else a list (credits), where only names that say themselves what they are count."""

    passage: Passage
    words: Sequence[Word]
    language: str
    told: bool
    kind: SectionKind | None = None


def paragraphs(reading: Reading) -> Iterator[Prose]:
    main = reading.languages[0] if reading.languages else "en"
    for told in running_text(reading, *TOLD, SectionKind.PRESS):
        words = words_of(told.passage.text, told.breaks)
        yield Prose(told.passage, words, guessed(words, main), True, told.section.kind if told.section else None)
    for section in reading.of_kind(SectionKind.CREDITS):
        for paragraph in section.paragraphs:
            small = _small_share(reading, paragraph)
            if small >= TELLING:
                passage = reading.passage(paragraph)
                words = words_of(passage.text, line_breaks(reading, paragraph))
                yield Prose(passage, words, guessed(words, main), small >= PROSE)


def _small_share(reading: Reading, paragraph: Paragraph) -> float:
    text = reading.document.text
    words = [word for line in paragraph for word in text[line.span.start : line.span.end].split()]
    return sum(word[0].islower() for word in words) / len(words) if words else 0.0


def guessed(words: Sequence[Word], main: str) -> str:
    """The language whose small words a paragraph uses most; the kit's main one where it is short or nothing stands out."""
    if len(words) < ENOUGH:
        return main
    words = words[:SAMPLE]
    counts = {language: sum(word.folded in small for word in words) for language, small in name_words().small.items()}
    best = max(counts, key=lambda language: (counts[language], language == main))
    return best if counts[best] > counts.get(main, 0) * CLEARLY else main
