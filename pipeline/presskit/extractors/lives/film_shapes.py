"""Which lines are entries of a filmography: the shapes of one printed film, told apart from prose that begins with a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.extractors.lives.wordlists import life_words
from presskit.model import Line, Reading
from presskit.vocabulary import fold, vocabulary

LONGEST = 400
FEWEST_IN_SENTENCE = 7
YEARS = r"(?:1[89]|20)\d\d(?:\s?[-–/]\s?(?:(?:1[89]|20)\d\d|\d\d)?(?!\d))?"
LEADING_YEAR = re.compile(rf"(?:[-–•·*►▪]\s*|\d{{1,2}}[.)]\s)?[(\[]?{YEARS}[)\]]?(?:\s*[-–—:.,|•·]+\s*|\s+|$)")
YEAR_IN_BRACKETS = re.compile(rf"[(\[][^()\[\]]{{0,60}}?{YEARS}[^()\[\]]{{0,80}}[)\]]")
TRAILING_YEAR = re.compile(rf"(?:[,–—-]|\s{{2,}}|\.)\s*{YEARS}\s*\.?$")
RUNTIME = re.compile(
    r"(?<!\d)\d{1,3}\s?(?:min\b|mins\b|minutes?\b|minuti\b|minutos?\b|minuten\b|[’'′](?!\w)|mn\b)|\b\d\s?h\s?\d\d\b", re.IGNORECASE
)
BULLET = re.compile(r"^(?:[-–—•·*►▪]\s*|\d{1,2}[.)]\s)")
QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,80}[”“»\"]")
BORN = re.compile(r"[*†]\s?(?:1[89]|20)\d\d\s?(?:in\b|[,.(]|$)")
SENTENCE = re.compile(r"[.!?]\s+[^\W\d_]|,\s+[a-zà-ÿ]+\s+[a-zà-ÿ]+\s+[a-zà-ÿ]+")


def opens_with_year(text: str) -> int:
    """Where the text behind a leading year begins; 0 where there is none."""
    found = None if BORN.match(text) else LEADING_YEAR.match(text)
    return found.end() if found else 0


def looks_like_entry(text: str) -> bool:
    """One printed line that shows a film with its year, and no sentence."""
    if len(text) > LONGEST:
        return False
    behind = opens_with_year(text)
    if behind:
        return titled(text[behind:])
    return (
        bool(YEAR_IN_BRACKETS.search(text) or TRAILING_YEAR.search(text)) and titled(text) and len(text) < 160 and not SENTENCE.search(text)
    )


def titled(text: str) -> bool:
    head = BULLET.sub("", text, count=1).lstrip("“„«\"'‘¿¡([*_ ")[:1]
    return head.isupper() or head.isdigit()


def shows_film(text: str) -> bool:
    """Evidence of a film beside the year: a running time, a form, capitals, quotes, a second title."""
    behind = opens_with_year(text)
    rest = text[behind:]
    if RUNTIME.search(rest) or QUOTED.match(rest) or " / " in rest or YEAR_IN_BRACKETS.search(rest):
        return True
    return _shouted(rest) or any(vocabulary().form(piece) for piece in re.split(r"[,;()|–]", rest)[1:5])


def _shouted(text: str) -> bool:
    first = re.split(r"[,(–]", text, maxsplit=1)[0]
    letters = [char for char in first if char.isalpha()]
    return len(letters) > 3 and all(char.isupper() for char in letters)


def is_prose(text: str) -> bool:
    """A sentence that happens to begin with a year: many small words and a full stop, nothing that shows a film."""
    words = text[opens_with_year(text) :].split()
    small = sum(word[:1].islower() for word in words)
    return len(words) >= FEWEST_IN_SENTENCE and small * 2 >= len(words) and text.endswith((".", "!")) and not shows_film(text)


def is_career(text: str) -> bool:
    """«2011–2015 Studium in Wien»: a stage of a life, not a film."""
    return any(fold(word) in life_words("career_words") for word in re.split(r"[\s,;()–-]+", text)[:12])


def entry_run(reading: Reading, lines: Sequence[Line], at: int) -> int:
    """The index behind a list of films that begins at line `at` of a biography's text; `at` where none begins."""
    end, entries, shown = at, 0, 0
    for index in range(at, len(lines)):
        text = reading.words(lines[index])
        if looks_like_entry(text) and not is_career(text):
            entries, end = entries + 1, index + 1
            shown += shows_film(text)
        elif index == at or not _belongs(reading, lines, index, end):
            break
    return end if entries >= 2 and shown * 2 >= entries else at


def _belongs(reading: Reading, lines: Sequence[Line], index: int, end: int) -> bool:
    """A wrapped or indented line under an entry; three in a row are prose again."""
    line, above = lines[index], lines[index - 1]
    if index - end >= 3 or line.blank_before:
        return False
    text = reading.words(line)
    return line.indent > above.indent or text[:1].islower() or text[:1] in "(–-" or reading.words(above).endswith((",", "-", "/"))
