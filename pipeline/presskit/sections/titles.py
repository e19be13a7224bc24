"""What the words of a short line tell: could they be a title, or are they a credit, a cover's line, a sentence going on."""

from __future__ import annotations

import re

from presskit.sections import wording
from presskit.sections.wording import words_of
from presskit.vocabulary import vocabulary

OF_SOMEBODY = re.compile(r"(?i:of|with|by|de|du|di|da|do|von|mit|con|com|avec|a|à)\s(?=[A-ZÀ-Þ])|[dD][’'](?=[A-ZÀ-Þ])")
"""A heading's second line that says whose it is: «Filmographie / de Ada Brook»."""
SENTENCE_GOES_ON = re.compile(r"(?<=[^\W\d_]{4})[.!?]\s{1,20}\w")


def like_a_title(text: str, *, quoted: bool = False) -> bool:
    count = len(words_of(text))
    endings = (".", ",", ";") if quoted else (".", ",", ";", "”", "»")
    if not 1 <= count <= 10 or SENTENCE_GOES_ON.search(text) or text.endswith((*endings, "?")) or wording.BULLET.match(text):
        return False
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in '“"«„‚‹¿'


def runs_on(text: str) -> bool:
    """The line goes on with a sentence of the line before."""
    return text[:1].islower()


def film_by(text: str) -> bool:
    """ "A film by NAME" belongs to a cover."""
    label = vocabulary().leading_label(text)
    return label is not None and "director" in label.roles and " " in text[: label.end].strip() and len(text) > label.end + 2


def is_content(text: str) -> bool:
    """A credit, a film of a list or a "film by" line is short and stands apart too, but heads nothing."""
    listed = wording.PAIR.match(text) or wording.is_film_line(text)
    return bool(listed) or len(wording.SPEC.findall(text)) > 1 or (_labelled(text) and len(words_of(text)) > 2)


def _labelled(text: str) -> bool:
    """Begins with the label of a credit, and goes on with more than small words ("Filming in the cold" is none)."""
    label = vocabulary().leading_label(text)
    return label is not None and not wording.small_words_only(text[label.end :])
