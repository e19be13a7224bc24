"""Whom a portrait is about: the heading's name, the name its text opens with, or who has that function in the credits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from presskit.extractors.contact_words import is_given_name, is_person, names_company
from presskit.extractors.lives.guilds import past_guild
from presskit.extractors.lives.head import Head
from presskit.extractors.lives.heads import function_behind, read_aside
from presskit.extractors.lives.names import Roster, is_name, is_subject, leading_name, name_words, names_in, pair_of, same_person
from presskit.extractors.lives.portraits import Portrait, credited_text, portraits
from presskit.extractors.people import film_people
from presskit.model import Passage, Quote, Reading
from presskit.vocabulary import vocabulary

WEB = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.[a-z]{2,6}|[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:com|org|net|info|eu|uk|de|at|ch|fr|be|es|it|pt|br|nl|tv|film)(?:/\S*)?",
    re.IGNORECASE,
)
BIRTH_FIRST = re.compile(r"[^.;()\d]{2,60},?\s(?:1[89]|20)\d\d\s?[.;–-]\s")
"""«San José, 1987. Ada Brook studied»: place and year stand before the name."""
TOLD_OF = re.compile(r" [a-zà-ÿ]")
"""Behind the name a text opens with: «Ada Brook was born in San José in 1987. Educated in …»."""
NEAR = 400
"""Characters of a text in which its person's name is looked for when it does not open with it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A portrait with its person found out; `text` is the prose without addresses at its end."""

    portrait: Portrait
    person: Quote
    text: Passage
    head: Head


@dataclass(frozen=True, slots=True)
class _Kit:
    """What is asked of the whole kit once; `holders` gives the people who have a function."""

    credited: str
    holders: Callable[[str], list[Quote]]
    roster: Roster


def known_portraits(reading: Reading) -> list[Known]:
    """The portraits whose person can be told, in order."""
    kit = _Kit(credited_text(reading), cache(partial(film_people, reading)), Roster())
    found: list[Known] = []
    for portrait in portraits(reading):
        text = _prose(reading, portrait)
        person = _person(kit, portrait, text, found)
        if person and _is_somebody(kit, portrait.head, person, text):
            for one in _each(reading.document.passage(person.spans)):
                kit.roster.add(one.text)
                found.append(Known(portrait, _fullest(one, text), text, _said_of(portrait.head, one, text)))
    return found


def _each(whole: Passage) -> list[Quote]:
    """«ADA BROOK & LEO FINN»: a heading over a text about two people at once names both."""
    pair = pair_of(whole.text)
    return [whole.quote(0, pair[0]), whole.quote(pair[1], len(whole.text))] if pair else [whole.whole()]


def _is_somebody(kit: _Kit, head: Head, person: Quote, text: Passage) -> bool:
    """A heading may be capitals only, and a firm's profile looks like a life: functions, credits or the text itself must bear it out."""
    if head.roles or head.character or head.films:
        return True
    if names_company(person.text):
        return False
    if head.topic or person.text.casefold() in kit.credited or kit.roster.find(person.text) is not None:
        return True
    words = {word.strip(".,;:()’'\"").removesuffix("’s").removesuffix("'s") for word in text.text.split()}
    return any(word in words or word.title() in words for word in person.text.split() if word[:1].isupper())


def _said_of(head: Head, person: Quote, text: Passage) -> Head:
    """The heading with what stands in brackets behind the name in the text, which tells more of the one person."""
    end = leading_name(text.text)
    if not end or not same_person(text.text[:end], person.text):
        return head
    end = past_guild(text.text, end)
    if text.text[end : end + 2] != " (":
        roles, at = function_behind(text.text, end) if not head.roles else ((), (end, end))
        return head.with_role(roles, text.quote(*at).spans) if roles else head
    aside = read_aside(text, end + 1)
    if aside.roles:
        return replace(head, roles=aside.roles, role_spans=aside.role_spans)
    played = aside.character if head.topic == "cast" or "actor" in head.roles else None
    return replace(head, character=head.character or played)


def by_person(known: Iterable[Known]) -> list[list[Known]]:
    """Portraits of one person together, in the order of the first."""
    roster, groups = Roster(), list[list[Known]]()
    for one in known:
        at = roster.find(one.person.text)
        if at is None:
            roster.add(one.person.text)
            groups.append([one])
        else:
            groups[at].append(one)
    return groups


def _prose(reading: Reading, portrait: Portrait) -> Passage:
    """The text without web addresses and mail at its end."""
    whole = reading.passage(portrait.lines)
    end = len(whole.text)
    while (cut := whole.text.rfind(" ", 0, end)) > 0 and WEB.fullmatch(whole.text[cut + 1 : end].strip("()[]<>")):
        end = cut
    return whole if end == len(whole.text) else reading.document.passage(whole.quote(0, end).spans)


def _person(kit: _Kit, portrait: Portrait, text: Passage, before: Sequence[Known]) -> Quote | None:
    return (
        portrait.head.person
        or _opening(text)
        or _beside(portrait, before)
        or _by_function(kit, portrait, text)
        or _named_near(kit, text)
        or _continued(portrait, before)
    )


def _opening(text: Passage) -> Quote | None:
    """The name a text opens with, a function or an honorific in front of it left out."""
    end = leading_name(text.text)
    birth = BIRTH_FIRST.match(text.text)
    behind = leading_name(text.text, birth.end()) if birth else 0
    if birth and behind > birth.end() and not TOLD_OF.match(text.text, end):
        return text.quote(birth.end(), behind)
    if end and _may_be_person(text.text[:end]):
        return _without_function(text, 0, end)
    label = vocabulary().leading_label(text.text[:120])
    start = label.end + 1 if label and label.roles else 0
    end = leading_name(text.text, start) if start else 0
    return text.quote(start, end) if end > start else None


def _may_be_person(name: str) -> bool:
    """Capitals that are no firm's, school's, place's or kind of film's."""
    return is_person(name) and not vocabulary().form(name) and not vocabulary().country(name)


def _without_function(text: Passage, start: int, end: int) -> Quote:
    """«Regisseur Paul Amrein»: the function in front is not part of the name; a first name is no function («Lucía», IT luci)."""
    label = vocabulary().leading_label(text.text[start:end])
    given = is_given_name(text.text[start:end].split(maxsplit=1)[0])
    if label and label.roles and not given and is_name(text.text[start + label.end : end]):
        start += label.end
    return text.quote(start, end)


def _by_function(kit: _Kit, portrait: Portrait, text: Passage) -> Quote | None:
    """«DIRECTOR» over a text is about the film's director: the one whose last name it uses, else the first not yet portrayed."""
    for role in portrait.head.roles or _topic_roles(portrait.head):
        people = kit.holders(role)
        used = [name for name in people if _last_word(name.text) in name_words(text.text[:NEAR].replace(",", " "))]
        left = [name for name in people if kit.roster.find(name.text) is None]
        if used or left:
            return (used or left)[0]
    return None


def _last_word(name: str) -> str:
    words = name_words(name.split()[-1])
    return min(words, default="")


def _topic_roles(head: Head) -> tuple[str, ...]:
    return ("director",) if head.topic in ("director", "biography") else ()


def _named_near(kit: _Kit, text: Passage) -> Quote | None:
    """The first name near the text's start: one of the credits, else the subject of its first sentence."""
    near = text.text[:NEAR]
    runs = [run for run in names_in(near) if _may_be_person(near[run[0] : run[1]])]
    credited = next((run for run in runs if near[run[0] : run[1]].casefold() in kit.credited), None)
    subject = credited or next((run for run in runs if is_subject(near, *run)), None)
    return _without_function(text, *subject) if subject else None


def _beside(portrait: Portrait, before: Sequence[Known]) -> Quote | None:
    """«As director: …» right below a life: that person's films."""
    same = before and portrait.films and not portrait.body and before[-1].portrait.order == portrait.order
    return before[-1].person if same else None


def _continued(portrait: Portrait, before: Sequence[Known]) -> Quote | None:
    """A text without heading or name goes on about the person before it."""
    if before and (not portrait.head or portrait.head.films) and before[-1].portrait.order >= portrait.order - 2:
        return before[-1].person
    return None


def _fullest(person: Quote, text: Passage) -> Quote:
    """The longer form in the text where the heading shortens the name, and mixed case rather than capitals."""
    wanted = name_words(person.text)
    for start, end in names_in(text.text):
        words = name_words(text.text[start:end])
        if wanted < words and len(words) <= len(wanted) + 2 and len(wanted) == 1:
            return text.quote(start, end)
        if wanted == words and any(word.isupper() and len(word) > 2 for word in person.text.split()):
            return text.quote(start, end)
    return person
