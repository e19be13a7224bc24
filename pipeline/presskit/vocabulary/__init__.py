"""The words of each language as data, and the lookups that the stages share."""

from presskit.vocabulary.folding import fold
from presskit.vocabulary.headings import HeadingSense
from presskit.vocabulary.labels import Label
from presskit.vocabulary.lexicon import Vocabulary, vocabulary

__all__ = ["HeadingSense", "Label", "Vocabulary", "fold", "vocabulary"]
