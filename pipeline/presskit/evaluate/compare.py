"""What counts in each family of a record, and when two items of it are the same: FAMILIES is the whole rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from presskit.evaluate.match import Agree, Item, Outcome, match
from presskit.evaluate.strings import normalised, overlap
from presskit.record import PressKit

SAME_TEXT = 0.9
"""Overlap from which two texts count as the same."""
SECTIONS_LEFT_OUT = frozenset({"front", "footnotes"})
FACTS = ("title", "year", "runtime_minutes", "aspect_ratio", "sound", "colour")
FACT_LISTS = ("other_titles", "countries", "languages", "subtitles", "directors")


@dataclass(frozen=True, slots=True)
class Family:
    """One row of the score: which items a kit has, and how far two of them agree."""

    name: str
    items: Callable[[PressKit], Iterator[Item]]
    agree: Agree
    codes: int = 0
    """How many parts of a key, from the first, are codes or terms of a list: those are the same or not, never nearly so."""
    either: bool = False
    """Whether one text that agrees is enough."""

    def outcome(self, gold: PressKit, output: PressKit) -> Outcome:
        return match(self.items(gold), self.items(output), self.agree)


def _item(pointer: str, *key: str | int | None, texts: tuple[str, ...] = ()) -> Item:
    printed = tuple(str(part) if part is not None else "" for part in key)
    return Item(tuple(map(normalised, printed)), texts, printed, pointer)


def _always(_gold: Item, _output: Item) -> float:
    return 1.0


def _same_texts(gold: Item, output: Item) -> float:
    worst = min(overlap(one, other) for one, other in zip(gold.texts, output.texts, strict=True))
    return worst if worst >= SAME_TEXT else 0.0


def _role_or_label(gold: Item, output: Item) -> float:
    (role, label), (other_role, other_label) = gold.texts, output.texts
    same_label = normalised(label) == normalised(other_label) != ""
    same_role = role == other_role != "other"
    return (same_label + same_role) / 2


def _one_contains_other(gold: Item, output: Item) -> float:
    one, other = normalised(gold.texts[0]), normalised(output.texts[0])
    if one == other:
        return 1.0
    return 0.5 if one in other or other in one else 0.0


def _film(kit: PressKit) -> Iterator[Item]:
    for fact in FACTS:
        value = getattr(kit.film, fact)
        if value is not None:
            yield _item(f"/film/{fact}", fact, value)
    for fact in FACT_LISTS:
        yield from (_item(f"/film/{fact}/{at}", fact, value) for at, value in enumerate(getattr(kit.film, fact)))


def _sections(kit: PressKit) -> Iterator[Item]:
    for at, section in enumerate(kit.sections):
        if section.kind not in SECTIONS_LEFT_OUT:
            printed = (word for word in section.text.split() if normalised(word))
            yield from (_item(f"/sections/{at}", section.kind, word) for word in printed)


def _synopses(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/synopses/{at}", texts=(synopsis.text,)) for at, synopsis in enumerate(kit.synopses))


def _statements(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/statements/{at}", texts=(statement.text,)) for at, statement in enumerate(kit.statements))


def _press_quotes(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/press_quotes/{at}", texts=(quote.text,)) for at, quote in enumerate(kit.press_quotes))


def _biographies(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/biographies/{at}", life.person, texts=(life.text,)) for at, life in enumerate(kit.biographies))


def _births(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/biographies/{at}/born", life.person, life.born) for at, life in enumerate(kit.biographies) if life.born)


def _filmographies(kit: PressKit) -> Iterator[Item]:
    for at, films in enumerate(kit.filmographies):
        for place, entry in enumerate(films.entries):
            yield _item(f"/filmographies/{at}/entries/{place}", films.person, entry.year, entry.title)


def _interviews(kit: PressKit) -> Iterator[Item]:
    for at, interview in enumerate(kit.interviews):
        for place, exchange in enumerate(interview.exchanges):
            yield _item(f"/interviews/{at}/exchanges/{place}", texts=(exchange.question, exchange.answer))


def _footnotes(kit: PressKit) -> Iterator[Item]:
    return (Item((note.marker,), (note.text,), pointer=f"/footnotes/{at}") for at, note in enumerate(kit.footnotes))


def _cast(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/credits/cast/{at}", member.actor, member.character) for at, member in enumerate(kit.credits.cast))


def _crew(kit: PressKit) -> Iterator[Item]:
    for at, member in enumerate(kit.credits.crew):
        yield _item(f"/credits/crew/{at}", member.name, texts=(member.role, member.label or ""))


def _companies(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/credits/companies/{at}", company.role, company.name) for at, company in enumerate(kit.credits.companies))


def _awards(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/awards/{at}", award.festival, award.year, award.award) for at, award in enumerate(kit.awards))


def _contacts(kit: PressKit) -> Iterator[Item]:
    for at, contact in enumerate(kit.contacts):
        pointer = f"/contacts/{at}"
        if contact.company is not None:
            yield _item(f"{pointer}/company", "company", contact.company)
        for place, person in enumerate(contact.people):
            yield _item(f"{pointer}/people/{place}", "person", person)
        for place, email in enumerate(contact.emails):
            yield _item(f"{pointer}/emails/{place}", "e-mail", email)
        for place, phone in enumerate(contact.phones):
            yield _item(f"{pointer}/phones/{place}", "phone", "".join(filter(str.isdigit, phone)))


def _dates(kit: PressKit) -> Iterator[Item]:
    return (Item((date.edtf,), (date.text,), pointer=f"/dates/{at}") for at, date in enumerate(kit.dates))


def _entities(kit: PressKit) -> Iterator[Item]:
    return (_item(f"/entities/{at}", entity.label, entity.text) for at, entity in enumerate(kit.entities))


FAMILIES = {
    family.name: family
    for family in (
        Family("film", _film, _always, codes=1),
        Family("sections", _sections, _always, codes=1),
        Family("synopses", _synopses, _same_texts),
        Family("statements", _statements, _same_texts),
        Family("press_quotes", _press_quotes, _same_texts),
        Family("biographies", _biographies, _same_texts),
        Family("births", _births, _always),
        Family("filmographies", _filmographies, _always),
        Family("interviews", _interviews, _same_texts),
        Family("footnotes", _footnotes, _same_texts, codes=1),
        Family("cast", _cast, _always),
        Family("crew", _crew, _role_or_label, either=True),
        Family("companies", _companies, _always, codes=1),
        Family("awards", _awards, _always),
        Family("contacts", _contacts, _always, codes=1),
        Family("dates", _dates, _one_contains_other, codes=1),
        Family("entities", _entities, _always, codes=1),
    )
}
