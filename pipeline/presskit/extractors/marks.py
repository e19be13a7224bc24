"""The marks that open a turn: Q: and A:, names, initials, dashes, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from presskit.extractors.interview_words import interview_words
from presskit.extractors.people import Person, is_name, resolve
from presskit.model import Line, Quote, Reading
from presskit.vocabulary import fold

LETTER = re.compile(
    r"^[*_]{0,3}(?P<label>[^\W\d_]{1,16})\s?\d{0,2}\s?(?:\([^()]{1,40}\))?(?P<sign>[*_]{0,3}\s?[:.)]|\s[–—-])[*_]{0,3}\s?(?=\S|$)"
)
BARE = re.compile(r"^(?P<label>[A-Z])(?P<sign>:?)\s(?=[A-ZÀ-Þ“\"«„¿¡])")
NAME = re.compile(
    r"^[*_]{0,3}(?P<label>[^\W\d_][\w.’'‐-]{0,30}(?:\s[\w.’'‐-]{1,30}){0,4}?)\s?(?:\([^()]{1,40}\))?[*_]{0,3}\s?(?P<sign>:|[–—-](?=\s)|$)[*_]{0,3}\s?"
)
INITIALS = re.compile(r"^(?:[A-ZÀ-Þ]\.?[\s-]?){1,4}$")
DASH = re.compile(r"^(?:[–-]\s|—\s?)(?=\S)")
NUMBER = re.compile(r"^(?P<label>\d{1,2})\s?[.)]\s(?=\S)")
MOST_PEOPLE = 40
"""More speakers than any round table has."""
RARE = 3
"""So many times rarer than the usual dash, the other one marks no turn."""
OFTEN = 2
"""A name, dash or letter must open this many turns to be taken for a mark: once may be a word before a colon."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`label` is comparable; `end` is where the turn's words begin in the line; `role` is question, answer or "" (not known
    by the mark alone); `speaker` is the name in full, where it is known."""

    kind: str
    label: str
    end: int
    role: str = ""
    speaker: Quote | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """An interview's lines and their words."""

    lines: tuple[Line, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, reading: Reading, lines: Iterable[Line]) -> Printed:
        kept = tuple(lines)
        return cls(kept, tuple(reading.words(line) for line in kept))


def find_marks(reading: Reading, printed: Printed, people: Sequence[Person]) -> dict[int, Mark]:
    """The marks of an interview by the number of the line they open. Dashes and numbers count only where no letters or
    names mark the questions."""
    texts = printed.texts
    named = _names(reading, printed, people)
    found = _frequent(_letters(texts, {at for at, mark in named.items() if texts[at][: mark.end].rstrip().endswith(":")}))
    found |= {at: mark for at, mark in named.items() if at not in found}
    if not any(mark.role == "question" for mark in found.values()):
        found |= {at: mark for at, mark in _numbers(texts).items() if at not in found}
    return found or _frequent(_dashes(texts))


def _frequent(marks: Mapping[int, Mark]) -> dict[int, Mark]:
    return dict(marks) if len(marks) >= OFTEN else {}


def _letters(texts: Sequence[str], named: Collection[int]) -> dict[int, Mark]:
    """Q and A in all languages. A letter with a full stop may be an initial: it needs its partner, or lines that names open who answer."""
    roles = dict.fromkeys(interview_words("question_marks"), "question")
    roles |= dict.fromkeys(interview_words("answer_marks"), "answer")
    found: dict[int, tuple[Mark, str]] = {}
    bare = _bare_letters(texts, roles)
    for at, text in enumerate(texts):
        match = LETTER.match(text) or bare.get(at)
        if match and match["label"][0].isupper() and fold(match["label"]) in roles:
            label = fold(match["label"])
            found[at] = Mark("letter", label, match.end(), roles[label]), match["sign"].strip(" *_")
    asks = len(named) >= OFTEN and not found.keys() & named
    partners = {mark.role for mark, sign in found.values()}
    return {at: mark for at, (mark, sign) in found.items() if sign == ":" or len(partners) > 1 or (asks and mark.role == "question")}


def _bare_letters(texts: Sequence[str], roles: Mapping[str, str]) -> dict[int, re.Match[str]]:
    """«Q  Why 1961?», «A  Because …»: letters with nothing but white behind them, where they take turns."""
    found = {at: match for at, text in enumerate(texts) if (match := BARE.match(text)) and fold(match["label"]) in roles}
    order = [roles[fold(match["label"])] for match in found.values()]
    in_turn = all(one != other for one, other in pairwise(order))
    return found if len(order) >= 2 * OFTEN and order[0] == "question" and in_turn else {}


def _names(reading: Reading, printed: Printed, people: Sequence[Person]) -> dict[int, Mark]:
    """Names, surnames and initials with a colon or dash; known ones always, others if they come back."""
    matches = {at: match for at, text in enumerate(printed.texts) if (match := NAME.match(text)) and is_mark_name(match["label"])}
    counts = Counter(fold(match["label"]) for match in matches.values() if match["sign"] == ":")
    alone = _alone(matches, people)
    known = [*people, *islice(_introduced(reading, printed.lines, matches), MOST_PEOPLE)]
    initials = sum(1 for match in matches.values() if match["sign"] == ":" and INITIALS.match(match["label"]))
    found: dict[int, Mark] = {}
    for at, match in matches.items():
        label = fold(match["label"])
        person = resolve(match["label"], known)
        sure = counts[label] >= OFTEN or person is not None or (initials >= OFTEN and bool(INITIALS.match(match["label"])))
        if (match["sign"] == ":" and sure) or (match["sign"] and person) or (person and fold(person.name.text) == label) or label in alone:
            speaker = person.name if person and label not in alone else reading.passage([printed.lines[at]]).quote(*match.span("label"))
            found[at] = Mark("name", fold(speaker.text), match.end(), person.role if person else "", speaker)
    return found


def _alone(matches: Mapping[int, re.Match[str]], people: Sequence[Person]) -> frozenset[str]:
    """Names that stand on lines of their own over and over, one of a known person among them."""
    counts = Counter(fold(match["label"]) for match in matches.values() if not match["sign"] and is_name(match["label"]))
    often = frozenset(label for label, count in counts.items() if count >= OFTEN)
    return often if len(often) > 1 and any(fold(person.name.text) in often for person in people) else frozenset()


def is_mark_name(label: str) -> bool:
    return bool(INITIALS.match(label)) or is_name(label, least=1)


def _introduced(reading: Reading, lines: Sequence[Line], matches: Mapping[int, re.Match[str]]) -> Iterator[Person]:
    """People whom the marks themselves name in full, before initials or surnames stand for them."""
    seen: set[str] = set()
    for at, match in matches.items():
        label = match["label"]
        if match["sign"] == ":" and " " in label and is_name(label) and not INITIALS.match(label) and fold(label) not in seen:
            seen.add(fold(label))
            yield Person(reading.passage([lines[at]]).quote(*match.span("label")))


def _numbers(texts: Sequence[str]) -> dict[int, Mark]:
    """Numbers that count up from one, most of them before a question."""
    found: dict[int, Mark] = {}
    for at, text in enumerate(texts):
        match = NUMBER.match(text)
        if match and int(match["label"]) == len(found) + 1:
            found[at] = Mark("number", "number", match.end())
    asking = sum(1 for at in found if "?" in " ".join(texts[at : at + 3]))
    return {at: replace(mark, role="question") for at, mark in found.items()} if len(found) >= OFTEN and asking * 2 >= len(found) else {}


def _dashes(texts: Sequence[str]) -> dict[int, Mark]:
    """Long or short ones; a few of the other kind are talk that an answer tells."""
    found = {at: match for at, text in enumerate(texts) if (match := DASH.match(text))}
    signs = Counter(match[0][0] for match in found.values())
    usual = max(sorted(signs), key=lambda sign: signs[sign], default="")
    rare = {sign for sign in signs if signs[sign] * RARE <= signs[usual] and sign != usual}
    return {at: Mark("dash", "dash", match.end()) for at, match in found.items() if match[0][0] not in rare}
