"""Whether a line could be a critic's or a paper's name."""

from __future__ import annotations

from presskit.extractors.award_words import is_date
from presskit.extractors.phrases import phrase_lists
from presskit.vocabulary import vocabulary
from presskit.vocabulary.folding import fold

LONGEST_NAME = 4


def is_person(text: str) -> bool:
    """Two to four capitalised words; with a word of papers among them, or an article first, only behind a known given name."""
    words = text.split()
    particles = vocabulary().words("name_particles")
    shaped = all(word[0].isupper() or fold(word) in particles for word in words)
    given = bool(words) and phrase_lists("names")["given_name"].whole(words[0])
    paper = bool(words) and (fold(words[0]) in vocabulary().words("articles") or phrase_lists("press")["outlet"].inside(text))
    return 2 <= len(words) <= LONGEST_NAME and shaped and (given or not paper)


def is_credit(text: str) -> bool:
    """A person first, or a paper; no date."""
    first = text.split(",")[0].strip()
    return not is_date(text) and (is_person(first) or phrase_lists("press")["outlet"].inside(text) or text.isupper())
