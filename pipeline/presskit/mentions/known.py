"""What the kit's own lists teach: the people, companies and films of this kit, found again wherever its text names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from presskit.mentions.findings import ORG, PERSON, WORK, Finding
from presskit.mentions.labels import is_organisation, named_part
from presskit.mentions.wordlists import name_words
from presskit.mentions.words import Words, name_key
from presskit.model import Claim, Document, Quote
from presskit.vocabulary import fold

CERTAIN = 10.0
TAUGHT = 6.0
"""Weight of a name from a list whose names are no entities by themselves: festivals, addresses, authors of reviews."""
PART = 3.0
NEAR_GAP = 3
"""Characters between two words of one name: a blank, a comma, a dash between blanks."""

PEOPLE = {
    "credits.cast": ("/actor",),
    "credits.crew": ("/name",),
    "biographies": ("/person",),
    "filmographies": ("/person",),
    "statements": ("/person",),
    "interviews": ("/interviewees/", "/interviewers/"),
    "film.directors": ("",),
}
COMPANIES = {"credits.companies": ("/name",)}
WORKS = {"film.title": ("",), "film.other_titles": ("",), "filmographies": ("/entries/",)}
ONLY_TAUGHT = {
    "awards": (("/festival", ORG), ("/film", WORK)),
    "contacts": (("/company", ORG), ("/people/", PERSON)),
    "press_quotes": (("/author", PERSON), ("/outlet", ORG)),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A name of this kit. `stated` names are entities by themselves; the others only where running text has them."""

    quote: Quote
    label: str
    stated: bool
    told: bool = False
    """Whether the kit tells about this person, so that a first or last name alone means them."""


def known_names(document: Document, claims: Iterable[Claim]) -> list[Known]:
    return [known for claim in claims for known in _names(document, claim) if known.quote]


def _names(document: Document, claim: Claim) -> Iterator[Known]:
    for quote in _quotes(document, claim, PEOPLE):
        yield Known(quote, ORG if is_organisation(quote.text) else PERSON, True, not claim.field.startswith("credits."))
    if claim.field == "credits.cast":
        yield from (Known(part, PERSON, True) for quote in _at(document, claim, "/character") if (part := named_part(document, quote)))
    yield from (Known(quote, ORG, True) for quote in _quotes(document, claim, COMPANIES))
    yield from (Known(quote, WORK, True) for quote in _quotes(document, claim, WORKS, "title"))
    for path, label in ONLY_TAUGHT.get(claim.field, ()):
        yield from (Known(quote, label, False) for quote in _at(document, claim, path) if label != ORG or _telling(quote.text))


def _telling(name: str) -> bool:
    """A festival named by its city alone ("Cannes") teaches nothing: in running text it is the city."""
    return fold(name) not in name_words().places and (is_organisation(name) or len(name.split()) > 1 or name.isupper())


def _quotes(document: Document, claim: Claim, fields: Mapping[str, tuple[str, ...]], leaf: str = "") -> Iterator[Quote]:
    for path in fields.get(claim.field, ()):
        yield from _at(document, claim, path, leaf)


def _at(document: Document, claim: Claim, path: str, leaf: str = "") -> Iterator[Quote]:
    """The words that the evidence gives for a pointer, or for every pointer that begins so and holds `leaf`."""
    for pointer, spans in claim.evidence.items():
        if spans and (pointer == path or (path.endswith("/") and pointer.startswith(path) and leaf in pointer)):
            yield document.quote(spans)


Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    key: Key
    label: str
    weight: float
    exact: str
    """The spelling to insist on, for a one-word title that is also an everyday word."""


class Gazetteer:
    """Names by their first word; finding them is one pass over a text's words."""

    def __init__(self, names: Iterable[Known]) -> None:
        self._entries: dict[str, dict[Key, Entry]] = {}
        for name in names:
            words = name_key(name.quote.text)
            if words:
                exact = name.quote.text if len(words) == 1 and name.label == WORK else ""
                self._add(Entry(words, name.label, CERTAIN if name.stated else TAUGHT, exact))
                if name.told and name.label == PERSON and len(words) > 1:
                    for part in (words[0], words[-1]):
                        self._add(Entry((part,), PERSON, PART, ""))

    def _add(self, entry: Entry) -> None:
        held = self._entries.setdefault(entry.key[0], {}).get(entry.key)
        if held is None or entry.weight > held.weight:
            self._entries[entry.key[0]][entry.key] = entry

    def find(self, words: Words) -> Iterator[Finding]:
        """Every place where a known name stands, the longest first where several begin."""
        for at, word in enumerate(words):
            entries = self._entries.get(word.folded)
            if not entries or not word.capital:
                continue
            best = max((e for e in entries.values() if _stands(words, at, e)), key=lambda e: len(e.key), default=None)
            if best:
                end = words[at + len(best.key) - 1]
                yield Finding(
                    word.start, end.end - (2 if end.possessive else 0), best.label, best.weight, "known" if best.weight > PART else "part"
                )


def _stands(words: Words, at: int, entry: Entry) -> bool:
    if at + len(entry.key) > len(words):
        return False
    run = words[at : at + len(entry.key)]
    if any(word.folded != part for word, part in zip(run, entry.key, strict=True)):
        return False
    if any(len(word.gap) > NEAR_GAP or "." in word.gap[1:] for word in run[:-1]):
        return False
    return not entry.exact or run[0].upper or run[0].text == entry.exact
