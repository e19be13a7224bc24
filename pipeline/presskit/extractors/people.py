"""People's names inside a kit: in headings, in running text, behind a credit label; and whom initials stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from presskit.extractors.interview_words import interview_words
from presskit.model import Passage, Quote, Reading, Section, SectionKind
from presskit.vocabulary import fold, vocabulary

TOKEN = re.compile(r"[^\s,;:!?()\[\]\"“”«»/|*†‡]+|[^\s]")
WORD = re.compile(r"^[^\W\d_][\w.’'‐-]*$")
MARK = re.compile(r"\s[|•·]\s")
MOST_WORDS = 6
VOWELS = frozenset("aeiouyh")
LONGEST_HEADING = 200
CREDITED = (SectionKind.FRONT, SectionKind.CREDITS, SectionKind.TECHNICAL)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who speaks or asks; `role` is answer, question or "" as far as it is known."""

    name: Quote
    role: str = ""


def plain(text: str) -> str:
    """Lower case without accents, of the same length as the text."""
    return text.lower() if text.isascii() else "".join(map(_bare, text))


@lru_cache(maxsize=4096)
def _bare(sign: str) -> str:
    if sign in "’‘´":
        return "'"
    low = unicodedata.normalize("NFD", sign)[0].lower()
    return low if len(low) == 1 else sign


def is_name(text: str, least: int = 2) -> bool:
    """Capitalised words with particles between them, at least `least` capitalised."""
    words = text.split()
    particles = vocabulary().words("name_particles")
    capital = [word for word in words if word[:1].isupper() and WORD.match(word)]
    fits = all(word in capital or fold(word) in particles for word in words)
    if not fits or not least <= len(capital) <= len(words) <= MOST_WORDS or words[-1] not in capital:
        return False
    return len(words) > 1 or fold(text) not in vocabulary().words("function_words")


def names_in(passage: Passage, low: int = 0, high: int | None = None) -> list[Quote]:
    """Runs of two or more capitalised words between two offsets, in order."""
    return [passage.quote(start, end) for start, end in _runs(passage.text, low, len(passage.text) if high is None else high)]


def _runs(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    held: list[re.Match[str]] = []
    for token in TOKEN.finditer(text, low, high):
        if _continues(held, token):
            held.append(token)
            held, done = _stopped(held)
        else:
            done, held = held, [token] if _capital(token[0]) else []
        if found := _as_name(done):
            yield found
    if found := _as_name(held):
        yield found


def _continues(held: Sequence[re.Match[str]], token: re.Match[str]) -> bool:
    if not held or fold(token[0]) in vocabulary().words("conjunctions"):
        return False
    return _capital(token[0]) or (fold(token[0]) in vocabulary().words("name_particles") and token[0].isalpha())


def _stopped(held: list[re.Match[str]]) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """A full stop ends a name, but for an initial's."""
    last = held[-1][0]
    return ([], held) if last.endswith(".") and len(last) > 3 else (held, [])


def _capital(word: str) -> bool:
    return word[:1].isupper() and bool(WORD.match(word))


def _as_name(run: Sequence[re.Match[str]]) -> tuple[int, int] | None:
    if len(run) > 2 * MOST_WORDS:
        return None
    words = list(run)
    function_words = vocabulary().words("function_words")
    while words and fold(words[0][0]) in function_words:
        words.pop(0)
    while words and not _capital(words[-1][0]):
        words.pop()
    if not 2 <= len(words) <= MOST_WORDS:
        return None
    end = words[-1].end() - (words[-1][0].endswith(".") and len(words[-1][0]) > 3)
    return words[0].start(), end


def resolve(label: str, people: Iterable[Person]) -> Person | None:
    """Whom a mark means: a name, a part of one, or initials, if it fits one person only."""
    known = list({fold(person.name.text): person for person in reversed(list(people))}.values())
    for test in (_is_whole, _is_part, _is_initials):
        fitting = [person for person in known if test(label, person.name.text)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _is_whole(label: str, name: str) -> bool:
    return fold(label) == fold(name)


def _is_part(label: str, name: str) -> bool:
    wanted, words = fold(label).split(), fold(name).split()
    return len(wanted) < len(words) and any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def _is_initials(label: str, name: str) -> bool:
    letters = [sign for sign in plain(label) if sign.isalpha()]
    if not label.replace(".", "").replace(" ", "").replace("-", "").isupper() or not 2 <= len(letters) <= 4:
        return False
    particles = vocabulary().words("name_particles")
    every = [plain(part[0]) for word in name.split() for part in word.split("-") if part]
    main = [plain(word[0]) for word in name.split() if fold(word) not in particles]
    return letters in (every, main) or (len(letters) == 2 and letters == [main[0], main[-1]])


def best_form(reading: Reading, name: Quote) -> Quote:
    """A name in capitals as the kit writes it elsewhere in mixed case, or as it is."""
    if not name.text.isupper():
        return name
    wanted = plain(name.text)
    first = wanted.split(" ", 1)[0]
    lines = reading.document.lines
    for at, line in enumerate(lines):
        if first in plain(reading.words(line)):
            found = _in_mixed_case(reading.passage(lines[at : at + 2]), wanted)
            if found:
                return found
    return name


def _in_mixed_case(passage: Passage, wanted: str) -> Quote | None:
    text = plain(passage.text)
    at = text.find(wanted)
    while at >= 0:
        found = passage.text[at : at + len(wanted)]
        if not found.isupper() and found[:1].isupper() and not text[at - 1 : at].isalnum():
            return passage.quote(at, at + len(wanted))
        at = text.find(wanted, at + 1)
    return None


def named_in_heading(reading: Reading, section: Section) -> list[Quote]:
    """The names that a section's heading carries."""
    if not section.heading:
        return []
    heading = reading.document.passage(section.heading.spans)
    whole = heading.text[:LONGEST_HEADING]
    rest = next(filter(None, (_named_rest(part, section.kind) for part in (whole, *_before_byline(whole)))), "")
    low = heading.text.rfind(rest) if rest else -1
    if low < 0:
        return []
    return [found for found in _parts(heading, low, low + len(rest)) if found]


def _named_rest(phrase: str, kind: SectionKind) -> str:
    return next((sense.rest for sense in vocabulary().headings(phrase) if sense.rest and sense.kind is kind), "")


def _before_byline(phrase: str) -> Iterator[str]:
    """«Interview with Ada Brook by Leo Finn»: what stands before the words that say who asked."""
    text = plain(phrase)
    for word in re.finditer(r"\S+", text):
        behind = text[word.start() :]
        credit = any(behind.startswith(f"{opening} ") for opening in interview_words("interviewer_credits"))
        if word.start() and (credit or word[0] in interview_words("bylines")):
            yield phrase[: word.start()].rstrip(" ,:–—-|(")


def _parts(passage: Passage, low: int, high: int) -> Iterator[Quote]:
    """Names joined by commas and conjunctions; functions in brackets or after a comma fall out because they are no names."""
    joins = vocabulary().words("conjunctions") | {"&", ",", "/", "|", ":", "–", "-", "(", ")"}
    start = low
    for token in TOKEN.finditer(passage.text, low, high):
        if fold(token[0]) in joins or token[0] in joins:
            yield _name(passage, start, token.start())
            start = token.end()
    yield _name(passage, start, high)


def _name(passage: Passage, low: int, high: int) -> Quote:
    text = passage.text[low:high]
    label = vocabulary().leading_label(text.strip())
    if label and label.roles and len(text.split()) > 1:
        low += len(text) - len(text.lstrip()) + label.end
    low += _preposition(passage.text[low:high])
    high = _before_function(passage.text, low, high)
    found = passage.quote(low, high)
    return found if is_name(found.text, least=1) else Quote("", ())


def _before_function(text: str, low: int, high: int) -> int:
    """«INTERVIEW WITH ADA BROOK / WRITER»: where a name of two words ends before what somebody does; a function alone is no name."""
    words = list(TOKEN.finditer(text, low, high))
    if not words or vocabulary().roles(text[low:high].strip()):
        return low if words else high
    end = next((one.start() for one in words[2:] if vocabulary().roles(text[one.start() : high].strip())), high)
    return low + len(text[low:end].rstrip())


def _preposition(text: str) -> int:
    """«von Ada Brook», «d’Ada Brook»: what the heading's own words leave in front of a whole name."""
    start = len(text) - len(text.lstrip())
    first, _, rest = text[start:].partition(" ")
    shouted = text.isupper() and plain(first[2:3]) in VOWELS
    if first[:2].casefold() in ("d'", "d’") and first[2:3].isupper() and (first[0] == "d" or shouted):
        return start + 2
    return start + len(first) + 1 if first.islower() and fold(first) in interview_words("bylines") and is_name(rest.strip()) else 0


def film_people(reading: Reading, role: str) -> list[Quote]:
    """Who has a function in this film: behind its label on the cover, in credits or data, or heading a biography."""
    for kind in CREDITED:
        for section in reading.of_kind(kind):
            found = _credited(reading, section, role)
            if found:
                return found
    return [name for section in reading.of_kind(SectionKind.BIOGRAPHY) for name in _portrayed(reading, section, role)]


def _credited(reading: Reading, section: Section, role: str) -> list[Quote]:
    wanted = bool(section.heading) and role in vocabulary().roles(section.heading.text if section.heading else "")
    for line in section.lines:
        passage = reading.passage([line])
        label = vocabulary().leading_label(passage.text)
        if label and role in label.roles:
            found = names_in(passage, label.end, _before_next(passage.text, label.end))
            if found:
                return found
            wanted = label.end >= len(passage.text.rstrip(" :"))
        elif wanted and (found := names_in(passage)):
            return found
        else:
            wanted = wanted and section.heading is not None and line is section.lines[0]
    return []


def _before_next(text: str, start: int) -> int:
    """«Director: Jane Doe | Producer: Max Roe»: where the next function begins."""
    marks = (mark for mark in MARK.finditer(text, start) if vocabulary().leading_label(text[mark.end() :]))
    return next((mark.start() for mark in marks), len(text))


def _portrayed(reading: Reading, section: Section, role: str) -> list[Quote]:
    heading = section.heading.text if section.heading else ""
    senses = [sense for sense in vocabulary().headings(heading) if sense.kind is SectionKind.BIOGRAPHY and sense.topic == role]
    if not senses:
        return []
    if any(sense.rest for sense in senses):
        return named_in_heading(reading, section)
    passage = reading.passage(section.lines[:3])
    found = names_in(passage)
    return found[:1] if found and passage.text.startswith(found[0].text) else []
