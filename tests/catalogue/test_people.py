"""One person, one agent: across kits, spellings and scripts; namesakes apart; whatever the order; people have the last word."""

from __future__ import annotations

import hashlib
import json
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from batch.running import run
from fiction.films import Set, press
from fiction.stories import held_stories
from presskit.catalogue import tables
from presskit.catalogue.decide import MERGE, SPLIT, decide_people, decisions, take_back, undecided_people
from presskit.catalogue.matching.clustering import DecisionsDisagree
from presskit.catalogue.matching.namesakes import LEADERS
from presskit.catalogue.portrait import Part, agent_named, person_named, portrait
from presskit.catalogue.store import Catalogue, open_catalogue, undo
from presskit.errors import NotInCatalogue
from presskit.record import Biography, Company, Credits, CrewMember, Extraction, Film, PressKit, SourceFile

pytestmark = pytest.mark.xdist_group("catalogue")
MADE_BY_PEOPLE = (tables.agents, tables.agent_names, tables.persons, tables.person_blocks, tables.person_matches, tables.signatures)


def a_kit(file: str, title: str, year: int = 2019, *, pipeline: str = "1.0", born: str = "", **crew: str) -> Extraction:
    """A kit whose credits are `role=name`; `born` is the director's year of birth."""
    credited = Credits(crew=[CrewMember(name=name, role=role, label=role) for role, name in crew.items()])
    lives = [Biography(person=crew["director"], born=born, text="…")] if born else []
    directors = [crew["director"]] if "director" in crew else []
    kit = PressKit(film=Film(title=title, year=year, directors=directors), credits=credited, biographies=lives)
    digest = hashlib.sha256(file.encode()).hexdigest()
    source = SourceFile(name=file, sha256=digest, media_type="text/plain", bytes=1, pages=1, pipeline=pipeline, settings={})
    return Extraction(source=source, kit=kit)


def load(catalogue: Catalogue, *kits: Extraction, run: str = "one") -> None:
    for kit in kits:
        catalogue.load(kit, run)


def agents(catalogue: Catalogue) -> set[frozenset[tuple[str, str]]]:
    """Who is one: file and printed name of each."""
    names, kits = tables.agent_names.c, tables.kits.c
    asked = select(names.agent, kits.name, names.name).join(tables.kits, kits.kit == names.kit).where(names.agent.is_not(None))
    found: dict[str, set[tuple[str, str]]] = {}
    with catalogue.begin() as connection:
        for agent, file, name in connection.execute(asked):
            found.setdefault(agent, set()).add((file, name))
    return {frozenset(named) for named in found.values()}


def contents(catalogue: Catalogue) -> list[list[str]]:
    with catalogue.begin() as connection:
        return [sorted(map(repr, connection.execute(select(table)))) for table in MADE_BY_PEOPLE]


def test_one_person_in_several_kits_is_one_agent(catalogue: Catalogue) -> None:
    load(
        catalogue,
        a_kit("a.txt", "Bellwether", director="Ilse Grünwald", editor="Tomasz Wrona", born="1971"),
        a_kit("b.txt", "Bellwether", director="ILSE GRUENWALD", editor="Tomasz Wrona"),
        a_kit("c.txt", "Tide Table", 2022, director="Ilse Grunwald", sound="Pia Holm", born="1971-05-04"),
    )
    made = agents(catalogue)
    assert {("a.txt", "Ilse Grünwald"), ("b.txt", "ILSE GRUENWALD")} <= next(who for who in made if ("a.txt", "Ilse Grünwald") in who)
    assert frozenset({("a.txt", "Tomasz Wrona"), ("b.txt", "Tomasz Wrona")}) in made
    assert frozenset({("c.txt", "Pia Holm")}) in made


def test_scripts_and_accents_are_one_person(catalogue: Catalogue) -> None:
    load(catalogue, a_kit("a.txt", "Bellwether", director="Вера Шорохова"), a_kit("b.txt", "Bellwether", director="Vera Chorokhova"))
    load(catalogue, a_kit("c.txt", "Tide Table", director="Björn Ågren"), a_kit("d.txt", "Tide Table", director="Bjorn Agren"))
    assert {len(who) for who in agents(catalogue)} == {2}


def test_namesakes_stay_apart(catalogue: Catalogue) -> None:
    load(
        catalogue,
        a_kit("a.txt", "Bellwether", director="Ida Moor", born="1971"),
        a_kit("b.txt", "Tide Table", director="Ida Moor", born="1950"),
        a_kit("c.txt", "Low Country", director="Ida Moor"),
    )
    assert agents(catalogue) == {frozenset({(file, "Ida Moor")}) for file in ("a.txt", "b.txt", "c.txt")}
    with catalogue.begin() as connection:
        asked = undecided_people(connection)
        assert {question.of for question in asked} == {"person"}
        assert len(asked) == 2, "who was born in two years is no question"
        with pytest.raises(NotInCatalogue, match="Several"):
            agent_named(connection, "Ida Moor")


def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    kits = [
        a_kit("a.txt", "Bellwether", director="Ida Moor", editor="Jan Keller", born="1971"),
        a_kit("b.txt", "Bellwether", director="Ida M. Moor", editor="Jana Keller"),
        a_kit("c.txt", "Tide Table", director="Ida Moor", born="1971"),
        a_kit("d.txt", "Low Country", director="Ida Moor", born="1950"),
    ]
    made = []
    for number, order in enumerate([*permutations(kits)][::5]):
        catalogue = open_catalogue(str(tmp_path / f"{number}.sqlite"))
        load(catalogue, *order)
        made.append(contents(catalogue))
    assert all(others == made[0] for others in made)


def famous(number: int) -> Extraction:
    return a_kit(f"{number}.txt", f"Story {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26] * 3} {number}", director="Ida Moor")


def test_a_famous_name_costs_no_more_and_no_order_shows(tmp_path: Path) -> None:
    """More namesakes than lead under a key: leaders come and go with every order, and with what is undone."""
    numbers = [*range(3 * LEADERS)]
    made = []
    for seed in range(3):
        Random(seed).shuffle(numbers)
        catalogue = open_catalogue(str(tmp_path / f"{seed}.sqlite"))
        load(catalogue, *map(famous, numbers))
        load(catalogue, *(famous(number) for number in range(100, 100 + 2 * LEADERS)), run="two")
        undo(catalogue, "two")
        made.append(contents(catalogue))
    assert made[0] == made[1] == made[2]
    with catalogue.begin() as connection:
        kept = connection.execute(select(func.count()).select_from(tables.person_matches)).scalar_one()
    assert kept <= LEADERS * len(numbers)


def test_a_run_that_is_undone_leaves_no_trace(catalogue: Catalogue) -> None:
    told: Set = press(held_stories(), seed=43)
    names = sorted(told.kits)[:12]
    kits = [a_kit(name, "").model_copy(update={"kit": told.kits[name]}) for name in names]
    load(catalogue, *kits[::2])
    before = contents(catalogue)
    load(catalogue, *kits[1::2], run="two")
    assert contents(catalogue) != before
    undo(catalogue, "two")
    assert contents(catalogue) == before


def test_people_have_the_last_word_and_it_survives_a_new_extraction(catalogue: Catalogue) -> None:
    kits = [
        a_kit("a.txt", "Bellwether", director="Ida Moor"),
        a_kit("b.txt", "Bellwether", director="Ida Moor"),
        a_kit("c.txt", "Tide Table", director="Ida Moor"),
    ]
    load(catalogue, *kits)
    assert frozenset({("a.txt", "Ida Moor"), ("b.txt", "Ida Moor")}) in agents(catalogue)
    with catalogue.begin() as connection:
        in_kit = {naming.file: naming.person for who in _all(connection) for naming in portrait(connection, who).kits}
        parted = decide_people(connection, SPLIT, (in_kit["a.txt"], in_kit["b.txt"]), "Ida")
        decide_people(connection, MERGE, (in_kit["a.txt"], in_kit["c.txt"]), "Ida")
        with pytest.raises(DecisionsDisagree), connection.begin_nested():
            decide_people(connection, MERGE, (in_kit["b.txt"], in_kit["c.txt"]), "Leo")
    said = {frozenset({("a.txt", "Ida Moor"), ("c.txt", "Ida Moor")}), frozenset({("b.txt", "Ida Moor")})}
    assert agents(catalogue) == said
    fuller = [
        a_kit(f"{n}.txt", t, pipeline="2.0", director="Ida Moor", editor="Ida Q. Moor")
        for n, t in zip("abc", ("Bellwether", "Bellwether", "Tide Table"), strict=True)
    ]
    load(catalogue, *fuller, run="two")
    assert {frozenset(file for file, _ in who) for who in agents(catalogue)} == {frozenset({"a.txt", "c.txt"}), frozenset({"b.txt"})}
    undo(catalogue, "two")
    assert agents(catalogue) == said
    with catalogue.begin() as connection:
        take_back(connection, parted)
        assert [row.kind for row in decisions(connection) if row.undone is None] == ["merge people"]
    assert len(agents(catalogue)) == 1


def _all(connection: object) -> list[str]:
    return list(connection.execute(select(tables.agents.c.agent).order_by(tables.agents.c.agent)).scalars())  # type: ignore[attr-defined]


def test_an_agent_tells_films_roles_and_names(catalogue: Catalogue) -> None:
    load(
        catalogue,
        a_kit("a.txt", "Bellwether", director="Ilse Grünwald", editor="Ilse Grünwald", born="1971"),
        a_kit("b.txt", "Bellwether", director="ILSE GRUENWALD"),
        a_kit("c.txt", "Tide Table", 2022, director="Ilse Grünwald", born="1971-05-04"),
    )
    with catalogue.begin() as connection:
        told = portrait(connection, agent_named(connection, "ilse grunwald"))
        assert person_named(connection, "Ilse Grünwald") == told.agent
    assert (told.name, told.born) == ("Ilse Grünwald", "1971-05-04")
    assert [(form.name, form.kits) for form in told.names] == [("Ilse Grünwald", 2), ("ILSE GRUENWALD", 1)]
    assert [(part.title, part.year, part.roles) for part in told.films if isinstance(part, Part)] == [
        ("Bellwether", 2019, ("director", "editor")),
        ("Tide Table", 2022, ("director",)),
    ]
    assert [naming.file for naming in told.kits] == ["a.txt", "b.txt", "c.txt"]


def test_companies_are_one_by_name_whatever_their_legal_form(catalogue: Catalogue) -> None:
    for file, name in (("a.txt", "Nordlicht Film GmbH"), ("b.txt", "NORDLICHT FILM"), ("c.txt", "Nordlicht Verleih GmbH")):
        kit = a_kit(file, f"Film {file}")
        companies = [Company(name=name, role="production")]
        load(catalogue, kit.model_copy(update={"kit": kit.kit.model_copy(update={"credits": Credits(companies=companies)})}), run=file)
    both = frozenset({("a.txt", "Nordlicht Film GmbH"), ("b.txt", "NORDLICHT FILM")})
    assert agents(catalogue) == {both, frozenset({("c.txt", "Nordlicht Verleih GmbH")})}
    with catalogue.begin() as connection:
        told = portrait(connection, agent_named(connection, "NORDLICHT FILM"))
    assert (told.name, told.kind, [part.roles for part in told.films]) == ("Nordlicht Film GmbH", "corporate body", [("production",)] * 2)
    undo(catalogue, "a.txt")
    with catalogue.begin() as connection:
        assert portrait(connection, told.agent).name == "NORDLICHT FILM"


def test_the_commands(tmp_path: Path) -> None:
    path = str(tmp_path / "c.sqlite")
    catalogue = open_catalogue(path)
    load(catalogue, a_kit("a.txt", "Bellwether", director="Ida Moor"), a_kit("b.txt", "Tide Table", director="Ida Moor"))
    asked = questions(path)
    assert [(row["of"], row["one_title"], row["other_title"]) for row in asked] in (
        [("person", "Ida Moor (Bellwether)", "Ida Moor (Tide Table)")],
        [("person", "Ida Moor (Tide Table)", "Ida Moor (Bellwether)")],
    )
    run("catalogue", "merge", asked[0]["one"], asked[0]["other"][:8], "--catalogue", path)
    shown = run("catalogue", "show", "person", "ida moor", "--catalogue", path).stdout
    assert "Bellwether" in shown and "Tide Table" in shown and "b.txt" in shown
    told = json.loads(run("catalogue", "show", "person", "Ida Moor", "--catalogue", path, "--json").stdout)
    assert [film["roles"] for film in told["films"]] == [["director"], ["director"]]
    assert questions(path) == []


def questions(path: str) -> list[dict[str, str]]:
    """What is asked of people; films have questions of their own."""
    rows = json.loads(run("catalogue", "undecided", "--catalogue", path, "--json").stdout)
    return [row for row in rows if row["of"] == "person"]
