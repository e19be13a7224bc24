"""Searching: the same hits in the same order on SQLite and on PostgreSQL, whatever signs people type."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from batch.server import Server, end, server
from presskit.catalogue.find import Hit, find
from presskit.catalogue.store import Catalogue, open_catalogue
from presskit.record import CastMember, Company, Credits, Evidence, Extraction, Film, PressKit, SectionText, SourceFile

pytestmark = pytest.mark.xdist_group("catalogue")
TEXT = (
    "The ferry-man's song is heard at Saint-Éloi; he doesn't sing it.\n\nA second ferry leaves, and another ferry comes back to the quay."
)
KITS = (
    ("Die Fähre", "Søren Łuczak", "Zoë Ångström", TEXT),
    ("Die Fähre im Nebel", "Мария Орлова", "O'Hara, Siobhán", "Паром уходит ночью. Ёлка стоит на берегу."),
    ("東京の渡し船", "山田花子", "Νίκος Ελευθερίου", "渡し船は夜に東京を出る。"),
    ("Ferry", "Jean-Luc D'Albret", "Anna Maria", "snake_case AND a NEAR miss"),
)


def record(number: int, title: str, director: str, words: tuple[str, str]) -> Extraction:
    actor, text = words
    source = SourceFile(name=f"{number}.txt", sha256=f"{number:064x}", media_type="text/plain", bytes=1, pages=1, pipeline="1", settings={})
    credited = Credits(cast=[CastMember(actor=actor)], companies=[Company(role="production", name=f"Ferry Pictures {number}")])
    sections = [SectionText(kind="synopsis", heading="Synopsis", text=text)]
    kit = PressKit(film=Film(title=title, directors=[director]), credits=credited, sections=sections)
    spans = [{"page": 3, "start": 0, "end": 4, "quote": "words"}]
    evidence = Evidence.model_validate({"spans": spans, "confidence": 1.0, "found_by": "test"})
    return Extraction(source=source, kit=kit, evidence={"/sections/0/text": evidence})


def loaded(url: str) -> Catalogue:
    catalogue = open_catalogue(url)
    for number, (title, director, actor, text) in enumerate(KITS):
        catalogue.load(record(number, title, director, (actor, text)), "run")
    return catalogue


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalogue, Catalogue]]:
    made: Server = server()
    server_side = loaded(made.database("find"))
    yield loaded(str(tmp_path_factory.mktemp("find") / "catalogue.sqlite")), server_side
    server_side.engine.dispose()
    end(made)


def hits(both: tuple[Catalogue, Catalogue], words: str, kind: str | None = None, most: int = 20) -> list[Hit]:
    """The same from both, or this fails."""
    answers = []
    for catalogue in both:
        with catalogue.begin() as connection:
            answers.append(find(connection, words, kind, most))
    assert answers[0] == answers[1]
    return answers[0]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("ferry", "Ferry"),
        ("fahre", "Die Fähre"),
        ("FÄHRE NEBEL", "Die Fähre im Nebel"),
        ("soren", "Søren Łuczak"),
        ("luczak", "Søren Łuczak"),
        ("angstrom zoe", "Zoë Ångström"),
        ("мария", "Мария Орлова"),
        ("елка", "Паром уходит ночью. Ёлка стоит на берегу."),
        ("νικος", "Νίκος Ελευθερίου"),
        ("東京", "東京の渡し船"),
        ("渡し船", "東京の渡し船"),
        ("花子", "山田花子"),
        ("o'hara", "O'Hara, Siobhán"),
        ("Siobhan O’Hara", "O'Hara, Siobhán"),
        ("jean-luc", "Jean-Luc D'Albret"),
        ("saint-eloi", TEXT.split("\n\n")[0]),
        ('"ferry-man\'s song"', TEXT.split("\n\n")[0]),
        ("snake_case", "snake_case AND a NEAR miss"),
        ("AND NEAR", "snake_case AND a NEAR miss"),
        ("pictures 2", "Ferry Pictures 2"),
    ],
)
def test_what_is_found_first(both: tuple[Catalogue, Catalogue], words: str, first: str) -> None:
    assert hits(both, words)[0].words == first


def test_titles_then_names_then_passages_the_shortest_first(both: tuple[Catalogue, Catalogue]) -> None:
    found = hits(both, "ferry")
    assert [hit.kind for hit in found] == ["title", *["company"] * 4, "passage", "passage"]
    assert [len(hit.words) for hit in found[-2:]] == sorted(len(hit.words) for hit in found[-2:])
    assert found[-1].page == 3
    assert found[-1].file == "0.txt"
    assert hits(both, "ferry", most=3) == found[:3]
    assert hits(both, "ferry", "passage") == found[-2:]


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "_",
        '"',
        "*",
        "(",
        "a AND",
        "NOT",
        "ferry _",
        "^ferry",
        "ferry:song",
        "ferry & | !",
        "<->",
        "col:ferry",
        "\\",
        "'; --",
        "{ferry}",
        "½ ²",
    ],
)
def test_no_sign_is_an_operator(both: tuple[Catalogue, Catalogue], words: str) -> None:
    assert len(hits(both, words)) <= 20


def test_nothing_found(both: tuple[Catalogue, Catalogue]) -> None:
    assert hits(both, "ferry zeppelin") == []


def test_words_are_in_the_indexes_at_once(both: tuple[Catalogue, Catalogue]) -> None:
    """PostgreSQL would keep a list of new words that every search reads from end to end."""
    with both[1].begin() as connection:
        options = connection.exec_driver_sql("SELECT reloptions FROM pg_class WHERE relname LIKE 'ix_passages_words_%%'").scalars().all()
    assert options == [["fastupdate=off"]] * 4
