"""What a piece of a filmography entry is: a form, a running time, functions, a country, a prize, somebody's name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from presskit.extractors.lives.film_shapes import RUNTIME, YEARS
from presskit.extractors.lives.names import is_name
from presskit.extractors.lives.wordlists import life_words
from presskit.model import Spans
from presskit.vocabulary import fold, vocabulary

HOURS = re.compile(r"\b(\d)\s?(?:h|hr|std)\.?\s?(\d\d)?\b", re.IGNORECASE)
EPISODES = re.compile(r"(?<!\d)\d{1,3}\s?[x×]\s?\d{1,3}(?!\d)")
MINUTES = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
COUNTRY_CODES = re.compile(r"[A-Z]{1,3}(?:\s?[/,+-]\s?[A-Z]{1,3}){1,6}")
YEAR = re.compile(rf"(?<!\d){YEARS}(?!\d)")
ELIDED = re.compile(r"^(d)[’'](?=[A-ZÀ-Þ])")
JOINTS = re.compile(r"\s*(?:[/+&,]|\b(?:and|et|und|y|e|ed|en)\b)\s*")
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Detail:
    """What details say; `known` marks a piece that is surely no title, even where nothing of it is kept."""

    forms: tuple[str, ...] = ()
    form_spans: Spans = ()
    minutes: int = 0
    minute_spans: Spans = ()
    roles: tuple[str, ...] = ()
    role_spans: Spans = ()
    known: bool = False

    def __bool__(self) -> bool:
        return bool(self.forms or self.minutes or self.roles or self.known)

    def seen_at(self, spans: Spans) -> Detail:
        return replace(
            self,
            form_spans=spans if self.forms else (),
            minute_spans=spans if self.minutes else (),
            role_spans=spans if self.roles else (),
        )

    def and_also(self, other: Detail) -> Detail:
        return Detail(
            tuple(dict.fromkeys((*self.forms, *other.forms))),
            (*self.form_spans, *other.form_spans),
            self.minutes or other.minutes,
            self.minute_spans or other.minute_spans,
            tuple(dict.fromkeys((*self.roles, *other.roles))),
            (*self.role_spans, *other.role_spans),
            known=True,
        )


NO_DETAIL = Detail()


@dataclass(frozen=True, slots=True)
class Group:
    """What a heading over several entries says of each: «Short films», «As actor», a year; `dropped` for what are no films."""

    forms: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    spans: Spans = ()
    dropped: bool = False


def detail_of(phrase: str) -> Detail:
    """The meaning of one piece; NO_DETAIL where it may be a title or a name."""
    bare = phrase.strip(" .:()[]")
    if not bare:
        return NO_DETAIL
    if YEAR.fullmatch(bare):
        return Detail(known=True)
    minutes = _minutes(bare)
    without = YEAR.sub("", RUNTIME.sub("", EPISODES.sub("", bare))).strip(" ,.-–:/")
    if is_by_somebody(bare) or fold(without) in life_words("film_marks"):
        return Detail(known=True, minutes=minutes)
    forms = _forms(without)
    roles = () if forms else functions(without)
    known = bool(minutes) or (without != bare and not without) or _known(without)
    return Detail(forms=forms, minutes=minutes, roles=roles, known=known or bool(forms or roles))


def _minutes(text: str) -> int:
    """Of a series «6 x 52 min» no running time is taken: it is neither an episode's nor the whole's."""
    found = RUNTIME.search(text)
    if not found or EPISODES.search(text):
        return 0
    hours = HOURS.match(found.group())
    if hours:
        return int(hours[1]) * 60 + int(hours[2] or 0)
    number = MINUTES.match(found.group())
    return int(number.group()) if number else 0


@lru_cache(maxsize=4_096)
def _forms(phrase: str) -> tuple[str, ...]:
    """A phrase of a few words that names a form; a festival's or prize's name does not, though it may say «film»."""
    first = fold(phrase.split(maxsplit=1)[0]) if phrase else ""
    if not phrase or len(phrase) > LONGEST or _prize(phrase) or first in vocabulary().words("function_words"):
        return ()
    return vocabulary().form(phrase)


@lru_cache(maxsize=4_096)
def functions(phrase: str) -> tuple[str, ...]:
    """Canonical roles of a phrase such as «co-director, producer» or «writer/director»."""
    if not phrase or len(phrase) > LONGEST:
        return ()
    whole = vocabulary().roles(phrase)
    if whole:
        return whole
    parts = [vocabulary().roles(part) for part in JOINTS.split(phrase) if part.strip()]
    return tuple(dict.fromkeys(role for part in parts for role in part)) if parts and all(parts) else ()


def _known(phrase: str) -> bool:
    if not phrase:
        return True
    vocab = vocabulary()
    if COUNTRY_CODES.fullmatch(phrase):
        return True
    countries = [part for part in re.split(r"\s*[/&+]\s*|\s+-\s+", phrase) if part]
    if countries and all(vocab.country(part) for part in countries):
        return True
    return _prize(phrase) or fold(phrase) in life_words("in_development") or fold(phrase) in life_words("film_marks")


def _prize(phrase: str) -> bool:
    words = [fold(word) for word in phrase.replace("-", " ").split()]
    return any(word in vocabulary().words("festival_words") or word in vocabulary().words("award_words") for word in words)


def is_by_somebody(phrase: str) -> bool:
    """«by Ada Brook», «dir. Ada Brook», «Regie: Ada Brook»: the film's maker, not its title."""
    first, _, rest = ELIDED.sub(r"\1 ", phrase.strip()).partition(" ")
    if fold(first) in life_words("by_words") and rest[:1].isupper() and _are_names(rest.rstrip(".")):
        return True
    label = vocabulary().leading_label(phrase[:120])
    return bool(label and label.roles and label.end < len(phrase) and is_name(phrase[label.end :].strip(" :.")))


def _are_names(text: str) -> bool:
    return all(is_name(part) for part in JOINTS.split(text) if part)
