"""Is it one person? The name asks, what the two did answers."""

from __future__ import annotations

import pytest

from presskit.catalogue.matching import Match, Outcome, people, person_compare
from presskit.record import Biography, Credits, CrewMember, Film, Filmography, FilmographyEntry, PressKit


def a_person(name: str, role: str, title: str, year: int = 2019, **kit: object) -> PressKit:
    return PressKit.model_validate(
        {"film": Film(title=title, year=year), "credits": Credits(crew=[CrewMember(role=role, name=name)]), **kit}
    )


def met(one: PressKit, other: PressKit) -> Match:
    return person_compare(people(one)[0], people(other)[0])


def born(name: str, when: str) -> list[Biography]:
    return [Biography(person=name, born=when, text="…")]


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        (a_person("Ida MOOR", "editor", "Bellwether"), Outcome.SAME),
        (a_person("Ida Moor", "editor", "Tide Table"), Outcome.UNDECIDED),
        (a_person("Ida Moor", "actor", "Tide Table"), Outcome.NEW),
        (a_person("Ida Moor", "editor", "Tide Table", 1931), Outcome.NEW),
        (a_person("Ilse Moor", "editor", "Bellwether"), Outcome.NEW),
        (a_person("Ida Moor", "editor", "Tide Table", biographies=born("Ida Moor", "1971")), Outcome.NEW),
        (a_person("Ida Moor", "director", "Tide Table", biographies=born("Ida Moor", "1980-03-02")), Outcome.SAME),
    ],
)
def test_namesakes_stay_apart(other: PressKit, outcome: Outcome) -> None:
    one = a_person("Ida Moor", "editor", "Bellwether", biographies=born("Ida Moor", "1980-03-02"))
    match = met(one, other)
    assert match.outcome is outcome, match.why


def test_a_list_of_films_tells_who_it_is() -> None:
    listed = [Filmography(person="Ida Moor", entries=[FilmographyEntry(year=2016, title="Tide Table")])]
    one = a_person("Ida Moor", "editor", "Bellwether", filmographies=listed)
    assert met(one, a_person("Ida Moor", "editor", "Tide Table", 2016)).outcome is Outcome.SAME


def test_a_kit_names_a_person_once() -> None:
    kit = a_person("Ida Moor", "editor", "Bellwether", biographies=born("IDA MOOR", "1980"))
    assert [(person.name.key, person.roles, person.born) for person in people(kit)] == [("ida mur", ("editor",), "1980")]
