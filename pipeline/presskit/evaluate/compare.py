"""What counts in each family of a record, and when two items of it are the same: FAMILIES is the whole rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from presskit.evaluate.match import Agree, Item, Outcome, match
from presskit.evaluate.strings import normalised, overlap, words
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

    def outcome(self, gold: PressKit, output: PressKit) -> Outcome:
        return match(self.items(gold), self.items(output), self.agree)


def _item(*key: str | int | None, texts: tuple[str, ...] = ()) -> Item:
    printed = tuple(str(part) if part is not None else "" for part in key)
    return Item(tuple(map(normalised, printed)), texts, printed)


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
            yield _item(fact, value)
    for fact in FACT_LISTS:
        yield from (_item(fact, value) for value in getattr(kit.film, fact))


def _sections(kit: PressKit) -> Iterator[Item]:
    for section in kit.sections:
        if section.kind not in SECTIONS_LEFT_OUT:
            yield from (Item((section.kind, word)) for word in words(section.text))


def _synopses(kit: PressKit) -> Iterator[Item]:
    return (_item(texts=(synopsis.text,)) for synopsis in kit.synopses)


def _statements(kit: PressKit) -> Iterator[Item]:
    return (_item(texts=(statement.text,)) for statement in kit.statements)


def _press_quotes(kit: PressKit) -> Iterator[Item]:
    return (_item(texts=(quote.text,)) for quote in kit.press_quotes)


def _biographies(kit: PressKit) -> Iterator[Item]:
    return (_item(biography.person, texts=(biography.text,)) for biography in kit.biographies)


def _births(kit: PressKit) -> Iterator[Item]:
    return (_item(biography.person, biography.born) for biography in kit.biographies if biography.born)


def _filmographies(kit: PressKit) -> Iterator[Item]:
    for filmography in kit.filmographies:
        yield from (_item(filmography.person, entry.year, entry.title) for entry in filmography.entries)


def _interviews(kit: PressKit) -> Iterator[Item]:
    for interview in kit.interviews:
        yield from (_item(texts=(exchange.question, exchange.answer)) for exchange in interview.exchanges)


def _footnotes(kit: PressKit) -> Iterator[Item]:
    return (Item((footnote.marker,), (footnote.text,)) for footnote in kit.footnotes)


def _cast(kit: PressKit) -> Iterator[Item]:
    return (_item(member.actor, member.character) for member in kit.credits.cast)


def _crew(kit: PressKit) -> Iterator[Item]:
    return (_item(member.name, texts=(member.role, member.label or "")) for member in kit.credits.crew)


def _companies(kit: PressKit) -> Iterator[Item]:
    return (_item(company.role, company.name) for company in kit.credits.companies)


def _awards(kit: PressKit) -> Iterator[Item]:
    return (_item(award.festival, award.year, award.award) for award in kit.awards)


def _contacts(kit: PressKit) -> Iterator[Item]:
    for contact in kit.contacts:
        if contact.company is not None:
            yield _item("company", contact.company)
        yield from (_item("person", person) for person in contact.people)
        yield from (_item("e-mail", email) for email in contact.emails)
        yield from (_item("phone", "".join(filter(str.isdigit, phone))) for phone in contact.phones)


def _dates(kit: PressKit) -> Iterator[Item]:
    return (Item((date.edtf,), (date.text,)) for date in kit.dates)


def _entities(kit: PressKit) -> Iterator[Item]:
    return (_item(entity.label, entity.text) for entity in kit.entities)


FAMILIES = {
    family.name: family
    for family in (
        Family("film", _film, _always),
        Family("sections", _sections, _always),
        Family("synopses", _synopses, _same_texts),
        Family("statements", _statements, _same_texts),
        Family("press_quotes", _press_quotes, _same_texts),
        Family("biographies", _biographies, _same_texts),
        Family("births", _births, _always),
        Family("filmographies", _filmographies, _always),
        Family("interviews", _interviews, _same_texts),
        Family("footnotes", _footnotes, _same_texts),
        Family("cast", _cast, _always),
        Family("crew", _crew, _role_or_label),
        Family("companies", _companies, _always),
        Family("awards", _awards, _always),
        Family("contacts", _contacts, _always),
        Family("dates", _dates, _one_contains_other),
        Family("entities", _entities, _always),
    )
}
