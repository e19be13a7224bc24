"""One film, person, company or kit, with everything that kits say of it and who says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.table import Table
from rich.text import Text

from presskit.catalogue.lives import Listed, births_of, filmography_of
from presskit.catalogue.lookup import Film, films, kit_named, work_named
from presskit.catalogue.parts import Credit, Event, credits_of, events_of
from presskit.catalogue.portrait import Portrait, agent_named, portrait
from presskit.catalogue.preferring import RULE, RULE_OF_LIVES
from presskit.catalogue.stated import Fact, Source, facts_of
from presskit.catalogue.store import Catalogue, record_of
from presskit.cli.catalogue.options import as_text, listing
from presskit.cli.console import out, put
from presskit.cli.summary import summary

STAR = "*"
SIGNS = 12
"""Of a digest, where it is shown."""


def show_film(catalogue: Catalogue, name: str, *, as_json: bool) -> None:
    with catalogue.read() as connection:
        film = films(connection, work_named(connection, name))[0]
        kits = [kit for kit, _ in film.kits]
        facts, made, events = facts_of(connection, kits), credits_of(connection, kits), events_of(connection, kits)
    if as_json:
        told = {"rule": RULE, "facts": _dicts(facts), "credits": _dicts(made), "events": _dicts(events)}
        put(as_text({**asdict(film), **told}))
        return
    _head(film.title, film.work)
    _print_facts(facts, RULE)
    _print(_credited([credit for credit in made if credit.part != "company"]))
    _print(_companies([credit for credit in made if credit.part == "company"]))
    _print(_happened(events))
    _print(_kits(film))


def show_person(catalogue: Catalogue, name: str, *, as_json: bool) -> None:
    with catalogue.read() as connection:
        person = portrait(connection, agent_named(connection, name))
        born, listed = births_of(connection, person.agent), filmography_of(connection, person.agent)
        events = events_of(connection, {naming.kit for naming in person.kits})
    if as_json:
        told = {"rule": RULE_OF_LIVES, "facts": _dicts(born), "filmography": _dicts(listed), "events": _dicts(events)}
        put(as_text({**asdict(person), **told}))
        return
    _head(person.name, f"{person.kind}  {person.agent}")
    _print_facts(born, RULE_OF_LIVES)
    others = [form.name for form in person.names if form.name != person.name]
    if others:
        out.print(Text(f"also {'; '.join(others)}\n"), soft_wrap=True)
    _print(_made(person))
    _print(_listed(listed))
    _print(_happened(events))
    _print(_named_in(person))


def show_kit(catalogue: Catalogue, name: str, *, as_json: bool) -> None:
    with catalogue.read() as connection:
        kit = kit_named(connection, name)
        extraction = record_of(connection, kit)
    if as_json:
        put(as_text(extraction.model_dump(mode="json", by_alias=True)))
    else:
        out.print(Text(f"SHA-256 {kit}, pipeline {extraction.source.pipeline}"), soft_wrap=True)
        out.print(summary(extraction, Path(extraction.source.name), None))


def _dicts(rows: Iterable[Fact | Credit | Event | Listed]) -> list[dict[str, object]]:
    return [asdict(row) for row in rows]


def _head(title: str, beside: str) -> None:
    out.print(Text.assemble((title, "bold"), f"  {beside}"), soft_wrap=True)
    out.print()


def _print(table: Table) -> None:
    """What nothing is known of takes no room."""
    if table.row_count:
        out.print(table)
        out.print()


def _print_facts(facts: Sequence[Fact], rule: str) -> None:
    table = listing("fact", "", "value", "stated by")
    named = {(source.file, source.kit) for fact in facts for value in fact.values for source in value.sources}
    shared = {file for file, count in Counter(file for file, _ in named).items() if count > 1}
    for fact in facts:
        for at, value in enumerate(fact.values):
            name = "" if at else fact.fact.replace("_", " ")
            sources = "; ".join(_source(source, shared) for source in value.sources)
            table.add_row(name, STAR if fact.disputed and value.preferred else "", Text(str(value.value)), Text(sources))
    _print(table)
    if any(fact.disputed for fact in facts):
        out.print(f"{STAR} {rule}\n", soft_wrap=True)


def _source(source: Source, shared: set[str]) -> str:
    """By the file's name, and by the kit's digest too where several have that name."""
    digest = f" ({source.kit[:SIGNS]})" if source.file in shared else ""
    pages = f" p. {', '.join(map(str, source.pages))}" if source.pages else ""
    return f"{source.file}{digest}{' (by hand)' if source.by_hand else pages}"


def _credited(credited: Iterable[Credit]) -> Table:
    table = listing("credited", "as", "character")
    for credit in credited:
        table.add_row(Text(credit.name), credit.role, Text(credit.character or ""))
    return table


def _companies(credited: Iterable[Credit]) -> Table:
    table = listing("company", "as")
    for credit in credited:
        table.add_row(Text(credit.name), credit.role)
    return table


def _happened(events: Iterable[Event]) -> Table:
    table = listing("festival", "year", "section", "award", "result", "film")
    for event in events:
        words = (event.festival, str(event.year or ""), event.section or "", event.award or "", event.result, event.film)
        table.add_row(*map(Text, words))
    return table


def _kits(film: Film) -> Table:
    table = listing("kit", "file")
    for digest, file in film.kits:
        table.add_row(digest[:SIGNS], Text(file))
    return table


def _made(person: Portrait) -> Table:
    table = listing("year", "film", "as", "character")
    for part in person.films:
        table.add_row(str(part.year or ""), Text(part.title), ", ".join(part.roles), Text(", ".join(part.characters)))
    return table


def _listed(films_listed: Iterable[Listed]) -> Table:
    table = listing("year", "listed as work", "form", "as")
    for film in films_listed:
        table.add_row(str(film.year or ""), Text(film.title), film.forms or "", film.roles or "")
    return table


def _named_in(person: Portrait) -> Table:
    table = listing("person", "kit", "file")
    for naming in person.kits:
        table.add_row(naming.person, naming.kit[:SIGNS], Text(naming.file))
    return table
