"""The kit's film as a schema.org Movie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from presskit.export.account import Account
from presskit.export.arrays import Json, filled
from presskit.export.persons import PROPERTIES, People, iso_duration, part
from presskit.record import Award, CompanyRole, Extraction, PressKit
from presskit.vocabulary import fold

FILM = "/kit/film"
COMPANIES: dict[CompanyRole, str] = {
    "production": "productionCompany",
    "coproduction": "productionCompany",
    "support": "funder",
    "distribution": "publisher",
    "sales": "provider",
    "broadcaster": "publisher",
}
PLAIN: tuple[CompanyRole, ...] = ("production", "support", "distribution", "sales")
"""The property says it all; others are told in a Role."""
MENTIONS = {"PERSON": "Person", "ORG": "Organization", "PLACE": "Place", "WORK": "CreativeWork"}
AS_TEXT = "as one line of text"
ABSTRACT = ("logline", "short")

Parts = dict[str, list[Json]]


def movie(extraction: Extraction, people: People, account: Account) -> Json:
    """Keys in the order of the record: facts, texts, credits, awards, reviews, what is named."""
    kit = extraction.kit
    return {
        "@type": "Movie",
        "@id": f"urn:presskit:{extraction.source.sha256}:film",
        **_facts(kit, account),
        **_synopses(kit, account),
        **_credits(kit, people, account),
        **_honours(kit, account),
        **filled(review=list(_reviews(kit, account)), mentions=list(_mentions(kit, people, account))),
    }


def _facts(kit: PressKit, account: Account) -> Json:
    film = kit.film
    account.carry(*(f"{FILM}/{key}" for key in ("title", "other_titles", "year", "runtime_minutes", "countries", "languages", "subtitles")))
    account.carry(f"{FILM}/genres", f"{FILM}/directors")
    account.change(f"{FILM}/forms", "as keywords")
    if film.year:
        account.change(f"{FILM}/year", "as the year of creation")
    return filled(
        name=film.title,
        alternateName=list(film.other_titles),
        dateCreated=f"{film.year:04}" if film.year else None,
        duration=iso_duration(film.runtime_minutes),
        countryOfOrigin=[{"@type": "Country", "identifier": code} for code in film.countries],
        inLanguage=list(film.languages),
        subtitleLanguage=list(film.subtitles),
        genre=list(film.genres),
        keywords=list(film.forms),
    )


def _synopses(kit: PressKit, account: Account) -> Json:
    for number, synopsis in enumerate(kit.synopses):
        account.carry(f"/kit/synopses/{number}/text")
        kind = "an abstract" if synopsis.length in ABSTRACT else "a description"
        account.change(f"/kit/synopses/{number}/length", f"as {kind}")
    return filled(
        abstract=[synopsis.text for synopsis in kit.synopses if synopsis.length in ABSTRACT],
        description=[synopsis.text for synopsis in kit.synopses if synopsis.length not in ABSTRACT],
    )


def _credits(kit: PressKit, people: People, account: Account) -> Json:
    account.carry("/kit/credits")
    parts: Parts = defaultdict(list)
    for cast in kit.credits.cast:
        parts["actor"].append(_performance(cast.actor, cast.character, people))
    credited = {fold(member.name) for member in kit.credits.crew if member.role == "director"}
    parts["director"] += [people.person(name) for name in kit.film.directors if fold(name) not in credited]
    for member in kit.credits.crew:
        key = PROPERTIES.get(member.role, "contributor")
        parts[key].append(part(member.role, member.label, key, people.person(member.name)))
    for company in kit.credits.companies:
        _company(company.role, company.name, parts)
    return {key: found for key, found in parts.items() if found}


def _performance(actor: str, character: str | None, people: People) -> Json:
    """schema.org's own way round: the role stands in for the actor and holds them again."""
    person = people.person(actor)
    return {"@type": "PerformanceRole", "actor": person, "characterName": character} if character else person


def _company(role: CompanyRole, name: str, parts: Parts) -> None:
    key = COMPANIES.get(role, "contributor")
    organization: Json = {"@type": "Organization", "name": name}
    parts[key].append(organization if role in PLAIN else part(role, None, key, organization))


def _honours(kit: PressKit, account: Account) -> Json:
    said = []
    for number, award in enumerate(kit.awards):
        if award.film is None and not is_screening(award):
            account.change(f"/kit/awards/{number}", AS_TEXT)
            said.append(_award(award))
    return filled(award=said)


def is_screening(award: Award) -> bool:
    """A mere selection is no award: the film was shown there."""
    return award.film is None and award.award is None and award.result == "selected"


def _award(award: Award) -> str:
    """Tarn Days 2031, Shorts: Best Sound (won)."""
    where = f"{award.festival} {award.year}" if award.year else award.festival
    place = f"{where}, {award.section}" if award.section else where
    return f"{place}: {award.award} ({award.result})" if award.award else f"{place}: {award.result}"


def _reviews(kit: PressKit, account: Account) -> Iterator[Json]:
    account.carry("/kit/press_quotes")
    for quote in kit.press_quotes:
        author = {"@type": "Person", "name": quote.author} if quote.author else None
        publisher = {"@type": "Organization", "name": quote.outlet} if quote.outlet else None
        yield filled(**{"@type": "Review"}, reviewBody=quote.text, author=author, publisher=publisher)


def _mentions(kit: PressKit, people: People, account: Account) -> Iterator[Json]:
    account.carry("/kit/entities")
    for entity in kit.entities:
        yield people.person(entity.text) if entity.label == "PERSON" else {"@type": MENTIONS[entity.label], "name": entity.text}
