"""Headings of biographies, filmographies and credits people: which person, which functions, which part played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from presskit.extractors.contact_words import is_given_name
from presskit.extractors.lives.film_details import functions
from presskit.extractors.lives.guilds import is_guild, without_guild
from presskit.extractors.lives.head import NOTHING, Head
from presskit.extractors.lives.names import is_name, pair_of
from presskit.extractors.lives.wordlists import life_words
from presskit.model import Passage, SectionKind
from presskit.vocabulary import fold, vocabulary

LONGEST = 110
MOST_PART_WORDS = 5
MOST_NAME_WORDS = 8
MOST_WORDS = 16
MOST_PIECES = 5
SENTENCE = re.compile(r"[^\W\d_]{4,}\.$|[.!?]\s+\S+\s+[a-zà-ÿ]")
SEPARATOR = re.compile(r"\s*[:|•·]\s*|\s+[-–—/]\s+|\s*,\s+|\s{2,}")
BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]|[“„«\"]([^“”„«»\"]{1,60})[”“»\"]")
SHOUTED = re.compile(r"D[’'](?=[AEIOUYHÀ-Ý])")
ELIDED = re.compile(r"d[’'](?=[A-ZÀ-Þ])")
"""«Filmographie d’Ada Brook»: the preposition is no part of the name."""
NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s+(?=\w)")
BEHIND = re.compile(r"\s?\(([^()]{3,60})\)|\s?[,–—-]\s([^.;:–—]{3,60})[.;:–—]")
YEARS = re.compile(r"[*†]?\s*(?:1[89]|20)\d\d(?:\s*[-–]\s*(?:(?:1[89]|20)\d\d)?)?")
ACTING = frozenset({"actor", "voice", "narrator", "dancer", "singer"})
VAGUE = frozenset({"technical", "other"})
"""What «EQUIPO» says as a label; over texts about people it is a heading first."""
PEOPLE = frozenset({SectionKind.BIOGRAPHY, SectionKind.FILMOGRAPHY, SectionKind.CREDITS})


def read_head(passage: Passage) -> Head:
    """One heading or sub-heading line. `understood` is False where words are left that say nothing to us."""
    text = passage.text
    if not text or len(text) > LONGEST or text.count(" ") >= MOST_WORDS or SENTENCE.search(text):
        return Head(understood=False)
    numbered = NUMBERED.match(text)
    head = without_guild(passage, _read(passage, numbered.end() if numbered else 0, len(text)))
    crew = head.roles and not ACTING & set(head.roles)
    return replace(head, character=None) if crew else head


def _read(passage: Passage, start: int, end: int) -> Head:
    whole = _whole(passage, start, end)
    if whole:
        return whole
    return _in_parts(passage, start, end)


def _in_parts(passage: Passage, start: int, end: int) -> Head:
    head = NOTHING
    brackets = list(BRACKETED.finditer(passage.text, start, end))
    at = start
    for bracket in brackets:
        head = _add_pieces(passage, head, at, _before_part(passage.text, at, bracket.start()))
        head = _add_aside(passage, head, bracket)
        at = bracket.end()
    return _add_pieces(passage, head, at, end)


def _before_part(text: str, start: int, end: int) -> int:
    """Where the words in front of a part in quotes end, «as» left out: «ADA BROOK as “Maud”»."""
    words = list(re.finditer(r"\S+", text[start:end]))
    for word in words[-4:]:
        if word.start() and fold(text[start + word.start() : end]) in life_words("plays_words"):
            return start + word.start()
    return end


def _add_pieces(passage: Passage, head: Head, start: int, end: int) -> Head:
    if passage.text[start:end].strip(" :,-–—") != passage.text[start:end].strip():
        start, end = _trimmed(passage.text, start, end)
    if head and start < end:
        whole = _whole(passage, start, end)
        if whole:
            return joined(head, whole)
    pieces = list(_pieces(passage.text, start, end))
    if len(pieces) > MOST_PIECES:
        return replace(head, understood=False)
    for low, high in (piece for piece in pieces if not (head.person and is_guild(passage.text[slice(*piece)]))):
        found = _whole(passage, low, high) or _labelled(passage, low, high)
        head = joined(head, found)
    return head


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " :,-–—|":
        start += 1
    while end > start and text[end - 1] in " :,-–—|":
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for mark in SEPARATOR.finditer(text, start, end):
        low, high = _trimmed(text, at, mark.start())
        if low < high:
            yield low, high
        at = mark.end()
    low, high = _trimmed(text, at, end)
    if low < high:
        yield low, high


def joined(head: Head, found: Head) -> Head:
    """A second name in one heading is the part that the first one plays; a single word in front of a name is its part."""
    if head.person and found.person and not found.roles and head.topic == "biography":
        return found
    if head.person and found.person and not found.roles:
        if " " not in head.person.text and " " in found.person.text:
            return replace(head, person=found.person, character=head.person, understood=True)
        return replace(head, character=head.character or found.person)
    return head.then(found)


def _whole(passage: Passage, start: int, end: int) -> Head:
    """A phrase that is a function, a heading phrase or a name as it stands."""
    start, end = _trimmed(passage.text, start, end)
    phrase = passage.text[start:end]
    if not phrase or BRACKETED.search(phrase):
        return NOTHING
    roles = vocabulary().roles(phrase)
    if roles and not VAGUE.issuperset(roles):
        return Head(roles=roles, role_spans=passage.quote(start, end).spans)
    sense = _sense(passage, start, end)
    if sense:
        plain = _function_and_name(passage, start, end)
        longer = sense.person and plain.person and sense.person.text.startswith(f"{plain.person.text} ")
        return plain if longer else sense  # «Ada Brook Writer / Director»: the phrase left a function with the name
    if roles:
        return Head(roles=roles, role_spans=passage.quote(start, end).spans)
    found = _function_and_name(passage, start, end) or _actor_and_part(passage, start, end)
    return found or (Head(person=passage.quote(start, end)) if is_name(phrase) or pair_of(phrase) else NOTHING)


def _actor_and_part(passage: Passage, start: int, end: int) -> Head:
    """«ADA BROOK É MAUD»: in capitals the word between them could be one of a name."""
    found = _played(passage, start, end)
    return found if found.person else NOTHING


def _sense(passage: Passage, start: int, end: int) -> Head:
    """What the vocabulary takes the phrase for: «About the director», «Biography of Ada Brook»."""
    phrase = passage.text[start:end]
    every = vocabulary().headings(phrase)
    senses = [sense for sense in every if sense.kind in PEOPLE and _plain_rest(sense.rest)]
    if not senses:
        return Head(topic=every[0].kind.value, topic_spans=passage.quote(start, end).spans) if every and not every[0].rest else NOTHING
    best = senses[0]
    films = best.kind is SectionKind.FILMOGRAPHY
    head = Head(topic=best.topic or best.kind.value, topic_spans=passage.quote(start, end).spans, films=films)
    rest = next((sense.rest for sense in senses if sense.rest), "")
    at = passage.text.find(rest, start, end) if rest else -1
    if at < 0:
        return _with_topic_role(head, passage, start, end)
    named = head.then(_rest(passage, at, at + len(rest)))
    sides = ((start, at), (at + len(rest), end))
    found = (_with_function(named, passage, *_trimmed(passage.text, *side)) for side in sides)
    return next((one for one in found if one.roles), named)


def _with_function(head: Head, passage: Passage, start: int, end: int) -> Head:
    """The function named last in front of a name («Crew Director», «Über die Regisseurin»), or first behind it."""
    words = list(re.finditer(r"\S+", passage.text[start:end]))
    spans = [(word.start(), end - start) for word in words] + [(0, word.end()) for word in reversed(words)]
    for low, high in spans:
        roles = functions(passage.text[start + low : start + high].strip(" :,-–—|()"))
        if roles:
            return head.with_role(roles, passage.quote(start + low, start + high).spans)
    return head


def _plain_rest(rest: str) -> bool:
    """Nothing but a name is left over."""
    return not rest or is_name(rest) or (rest.isalpha() and rest[0].isupper())


def _rest(passage: Passage, start: int, end: int) -> Head:
    phrase = passage.text[start:end]
    roles = vocabulary().roles(phrase)
    if roles:
        return Head(roles=roles, role_spans=passage.quote(start, end).spans)
    of = 2 if ELIDED.match(phrase) or (phrase.isupper() and SHOUTED.match(phrase)) else 0
    return Head(person=passage.quote(start + of, end))


def _with_topic_role(head: Head, passage: Passage, start: int, end: int) -> Head:
    """«About the director» names the function as well as the kind of text."""
    if head.topic in ("director", "producer", "screenwriter", "composer", "editor", "cinematographer"):
        return head.with_role((head.topic,), passage.quote(start, end).spans)
    return head


def _function_and_name(passage: Passage, start: int, end: int) -> Head:
    """A function and a name with nothing between them, in either order."""
    phrase = passage.text[start:end]
    label = None if is_given_name(phrase.split(maxsplit=1)[0]) else vocabulary().leading_label(phrase)
    if label and label.roles and is_name(phrase[label.end :].strip(" :-–—")):
        name = passage.quote(*_trimmed(passage.text, start + label.end, end))
        return Head(person=name).with_role(label.roles, passage.quote(start, start + label.end).spans)
    name_end = _name_before_function(phrase)
    if not name_end:
        return NOTHING
    name = passage.quote(start, start + name_end)
    roles = functions(phrase[name_end:].strip(" ,:-–—"))
    return Head(person=name).with_role(roles, passage.quote(start + name_end, end).spans)


def _name_before_function(phrase: str) -> int:
    """Where the name ends in «Ada Brook Director of Photography»: as early as what follows is a function."""
    for word in islice(re.finditer(r"\s", phrase), MOST_NAME_WORDS):
        rest = phrase[word.end() :].strip(" ,:-–—")
        if rest and is_name(phrase[: word.start()]) and functions(rest):
            return word.start()
    return 0


def _labelled(passage: Passage, start: int, end: int) -> Head:
    """A phrase with a function, a part played, or one capital word; else it says nothing to us."""
    found = _function_and_name(passage, start, end) or _played(passage, start, end)
    return found or _capitals(passage, start, end) or Head(understood=False)


def _played(passage: Passage, start: int, end: int) -> Head:
    """«as Ilana», «Ada Brook as Ilana», «dans le rôle de Ilana»."""
    words = passage.text[start:end].split()
    for at in range(len(words) - 1):
        for length in range(min(5, len(words) - at - 1), 0, -1):
            if fold(" ".join(words[at : at + length])) in life_words("plays_words"):
                return _cast_as(passage, start, end, (" ".join(words[:at]), " ".join(words[at + length :])))
    return NOTHING


def _cast_as(passage: Passage, start: int, end: int, sides: tuple[str, str]) -> Head:
    actor, character = sides
    if (actor and not is_name(actor)) or not is_part_name(character.removeprefix("d’").removeprefix("d'")):
        return NOTHING
    person = passage.quote(start, start + len(actor)) if actor else None
    of = 2 if character[:2] in ("d’", "d'") else 0
    return Head(person=person, character=passage.quote(end - len(character) + of, end))


def is_part_name(text: str) -> bool:
    """Words that all begin with a capital, but for particles: «Maud», «The Ferryman», «Wirt vom Hafen»."""
    words = text.split()
    lofty = all(word[:1].isupper() or fold(word) in vocabulary().words("name_particles") for word in words)
    return lofty and len(words) <= MOST_PART_WORDS and all(word.strip("().,-’'").isalpha() for word in words) and not text.endswith(".")


def function_behind(text: str, end: int) -> tuple[tuple[str, ...], tuple[int, int]]:
    """Functions right behind a name that ends at `end`: in brackets, or after a comma or dash up to the next mark."""
    found = BEHIND.match(text, end)
    return (functions(found[found.lastindex or 1]), found.span(found.lastindex or 1)) if found else ((), (end, end))


def _capitals(passage: Passage, start: int, end: int) -> Head:
    """One capitalised word by itself: a stage name, or a single part."""
    phrase = passage.text[start:end]
    alone = phrase.isalpha() and phrase[0].isupper() and len(phrase) > 2
    known = fold(phrase) in vocabulary().words("function_words")
    return Head(person=passage.quote(start, end), understood=False) if alone and not known else NOTHING


def _add_aside(passage: Passage, head: Head, bracket: re.Match[str]) -> Head:
    """What stands in brackets or quotes: functions, the part played, years of a life."""
    inside = 1 if bracket.group(1) is not None else 2
    start, end = bracket.span(inside)
    phrase = bracket.group(inside).strip()
    label, colon, part = phrase.partition(":")
    if colon and fold(label) in life_words("plays_words"):
        return replace(head, character=passage.quote(end - len(part.lstrip()), end))
    if YEARS.search(phrase) or fold(phrase) in life_words("selection_words"):
        return head
    found = _in_parts(passage, start, end) if inside == 1 else NOTHING
    if vocabulary().country(phrase):
        return head
    if found.roles and not (head.person and is_given_name(phrase)):  # «Luz» is light, and a name
        return head.with_role(found.roles, found.role_spans)
    if found.character:
        return replace(head, character=found.character)
    if inside == 2 or head.person or head.roles:
        return replace(head, character=passage.quote(start, end))
    return replace(head, understood=False)


def read_aside(passage: Passage, start: int) -> Head:
    """«(Director, Writer)», «(Maud)» right behind the name that a text opens with."""
    bracket = BRACKETED.match(passage.text, start)
    if not bracket or bracket.group(1) is None or any(char.isdigit() for char in bracket.group()):
        return NOTHING
    aside = _add_aside(passage, Head(person=passage.quote(0, start)), bracket)
    return replace(aside, person=None)
