"""One film, one person, many kits: fictional kits by the dozen, what must never be merged, and the same answer in every order."""

from __future__ import annotations

from itertools import combinations
from random import Random

import iuliia
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.fuzz import ratio

from fiction.films import press
from fiction.stories import tuned_stories
from presskit.catalogue.matching import (
    Decisions,
    FilmSignature,
    Match,
    Outcome,
    Reason,
    blocks,
    clusters,
    compare,
    pairs,
    people,
    person_compare,
    signature,
)
from presskit.catalogue.matching.clustering import DecisionsDisagree
from presskit.catalogue.matching.names import likeness, name_of
from presskit.catalogue.matching.sounds import spoken
from presskit.catalogue.matching.titles import title_likeness, titles_of
from presskit.record import CastMember, Credits, Film, Filmography, FilmographyEntry, PressKit, SectionText

KITS = press(tuned_stories(), 1)
SIGNATURES = {name: signature(kit) for name, kit in KITS.kits.items()}
SCHEMES = [getattr(iuliia, name) for name in dir(iuliia) if name.isupper() and name not in {"UZ", "TELEGRAM", "MOSMETRO"}]
a_kit = st.sampled_from(sorted(SIGNATURES))


def test_every_decision_says_why() -> None:
    for match in pairs(SIGNATURES).values():
        assert match.why
        assert match.score == pytest.approx(sum(reason.weight for reason in match.reasons))
        assert match.outcome is not Outcome.SAME or not match.objected


def test_a_kit_has_few_keys() -> None:
    assert max(len(blocks(film)) for film in SIGNATURES.values()) <= 60


# The same, whichever comes first.


@given(a_kit, a_kit)
@settings(max_examples=60, deadline=None)
def test_comparing_films_is_symmetric(one: str, other: str) -> None:
    assert compare(SIGNATURES[one], SIGNATURES[other]) == compare(SIGNATURES[other], SIGNATURES[one])


@given(a_kit, a_kit, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_comparing_people_is_symmetric(one: str, other: str, rng: Random) -> None:
    here, there = (rng.choice(people(KITS.kits[name])) for name in (one, other))
    assert person_compare(here, there) == person_compare(there, here)


@given(st.randoms(use_true_random=False))
@settings(max_examples=8, deadline=None)
def test_the_order_of_loading_changes_nothing(rng: Random) -> None:
    shuffled = sorted(SIGNATURES, key=lambda _: rng.random())[:30]
    found = pairs({name: SIGNATURES[name] for name in shuffled})
    assert found == pairs({name: SIGNATURES[name] for name in sorted(shuffled)})
    mixed = dict(sorted(found.items(), key=lambda _: rng.random()))
    assert clusters(mixed, Decisions(), shuffled) == clusters(found, Decisions(), sorted(shuffled))


pairs_of_six = st.dictionaries(
    st.sampled_from(list(combinations("abcdef", 2))), st.tuples(st.sampled_from(Outcome), st.integers(0, 12), st.booleans())
)


@given(pairs_of_six, st.sets(st.sampled_from(list(combinations("abcdef", 2))), max_size=2))
@settings(max_examples=150, deadline=None)
def test_no_cluster_holds_a_contradiction_that_nobody_decided(
    said: dict[tuple[str, str], tuple[Outcome, int, bool]], parted: set[tuple[str, str]]
) -> None:
    compared = {pair: a_match(outcome, score, against) for pair, (outcome, score, against) in said.items()}
    found = clusters(compared, Decisions(parted=frozenset(parted)), "abcdef")
    inside = {pair for group in found.groups for pair in combinations(group, 2)}
    assert not [pair for pair in inside if pair in parted or (pair in compared and compared[pair].objected)]
    assert sorted(kit for group in found.groups for kit in group) == list("abcdef")
    assert clusters(dict(reversed(compared.items())), Decisions(parted=frozenset(parted)), "fedcba") == found


def a_match(outcome: Outcome, score: float, against: bool = False) -> Match:
    return Match(outcome, score, (Reason("director", -6, "other director", strong=True),) if against else ())


SAME, APART = a_match(Outcome.SAME, 9), a_match(Outcome.NEW, -3, against=True)


def test_a_kit_like_two_that_contradict_each_other_stays_by_itself_and_is_told() -> None:
    compared = {("a", "b"): SAME, ("a", "x"): SAME, ("c", "d"): SAME, ("c", "x"): SAME, ("a", "c"): APART}
    found = clusters(compared, Decisions())
    assert found.groups == (("a", "b"), ("c", "d"), ("x",))
    assert found.held == (("a", "x"), ("c", "x"))


def test_what_people_decided_wins() -> None:
    compared = {("a", "b"): SAME, ("c", "d"): APART}
    found = clusters(compared, Decisions(linked=frozenset({("c", "d")}), parted=frozenset({("a", "b")})))
    assert found.groups == (("a",), ("b",), ("c", "d"))
    with pytest.raises(DecisionsDisagree):
        clusters({}, Decisions(linked=frozenset({("a", "b"), ("b", "c")}), parted=frozenset({("a", "c")})))


# Films.


def a_film(title: str = "The Salt Carrier", director: str = "Fenella Grimsdyke", year: int | None = 2019, **film: object) -> PressKit:
    return PressKit.model_validate({"languages": ["en"], "film": {"title": title, "directors": [director], "year": year, **film}})


def said(one: PressKit, other: PressKit) -> Match:
    return compare(signature(one), signature(other))


@pytest.mark.parametrize(
    ("other", "outcome", "kind"),
    [
        (a_film("Salt Carrier, The"), Outcome.SAME, "title"),
        (a_film("The Salt Carier", "GRIMSDYKE Fenella", 2020), Outcome.SAME, "title"),
        (a_film("Der Salzträger", other_titles=["THE SALT CARRIER"]), Outcome.SAME, "title"),
        (a_film(director="Mortimer Inkpenning"), Outcome.NEW, "director"),
        (a_film(director="Mortimer Inkpenning", year=1974), Outcome.NEW, "year"),
        (a_film(year=1991), Outcome.UNDECIDED, "year"),
        (a_film("The Salt Carrier 2", year=2020), Outcome.UNDECIDED, "part"),
        (a_film("The Salt Carrier: Homecoming", year=2020), Outcome.UNDECIDED, "director"),
        (a_film(runtime_minutes=12, forms=["short"]), Outcome.SAME, "title"),
        (a_film("Bellwether"), Outcome.UNDECIDED, "other title"),
        (a_film("Bellwether", "Mortimer Inkpenning"), Outcome.NEW, "director"),
    ],
)
def test_films_are_told_apart(other: PressKit, outcome: Outcome, kind: str) -> None:
    match = said(a_film(), other)
    assert match.outcome is outcome, match.why
    assert kind in {reason.kind for reason in match.reasons}


def test_a_short_is_not_the_feature_made_of_it() -> None:
    assert said(a_film(runtime_minutes=14), a_film(year=2020, runtime_minutes=97)).contradicted


def test_a_number_of_the_film_decides() -> None:
    one, same, other = (
        a_film(title).model_copy(update={"sections": [SectionText(kind="technical", text=f"IMDb {number}")]})
        for title, number in (("Bellwether", "tt0000017"), ("Leithammel", "tt0000017"), ("Bellwether", "tt0000018"))
    )
    assert said(one, same).outcome is Outcome.SAME
    assert said(one, other).contradicted


def test_a_translated_title_is_told_by_who_plays_whom() -> None:
    cast = [CastMember(actor=actor, character=part) for actor, part in (("Ida Moor", "Vera"), ("Ben Kall", "Nils"), ("Lou Fenn", "Otis"))]
    one = a_film("Der Leithammel").model_copy(update={"languages": ["de"], "credits": Credits(cast=cast)})
    other = a_film("Bellwether").model_copy(update={"credits": Credits(cast=cast[::-1])})
    next_one = [CastMember(actor=member.actor, character=part) for member, part in zip(cast, ("Sue", "Al", "Jo"), strict=True)]
    assert said(one, other).outcome is Outcome.SAME
    assert said(a_film("Ash Market").model_copy(update={"credits": Credits(cast=next_one)}), one).outcome is Outcome.UNDECIDED


def test_a_filmography_knows_both_titles_or_two_films() -> None:
    def with_list(kit: PressKit, *entries: FilmographyEntry) -> PressKit:
        return kit.model_copy(update={"filmographies": [Filmography(person="Fenella Grimsdyke", entries=list(entries))]})

    both = FilmographyEntry(year=2019, title="Leithammel", other_titles=["The Salt Carrier"])
    assert said(with_list(a_film(), both), a_film("Leithammel")).outcome is Outcome.SAME
    earlier = (FilmographyEntry(year=2018, title="Leithammel"), FilmographyEntry(year=2019, title="The Salt Carrier"))
    assert said(with_list(a_film(), *earlier), a_film("Leithammel", year=2018)).contradicted


def test_a_kit_misread_by_the_page_still_has_few_keys() -> None:
    crowd = [f"Ida B. C. D. Moor{n} Kall Fenn" for n in range(500)]
    cast = [CastMember(actor=name) for name in crowd]
    titles = [f"Tide {name}" for name in crowd]
    kit = PressKit(film=Film(title="Tide " * 5000, other_titles=titles, year=2019, directors=crowd), credits=Credits(cast=cast))
    assert len(blocks(signature(kit))) < 200


def test_an_empty_kit_is_like_none() -> None:
    assert said(PressKit(), PressKit()).outcome is Outcome.NEW
    assert blocks(signature(PressKit())) == frozenset()


def test_a_restored_classic_is_the_film_and_its_remake_is_not() -> None:
    cast = [CastMember(actor=actor, character=part) for actor, part in (("Ida Moor", "Vera"), ("Ben Kall", "Nils"), ("Lou Fenn", "Otis"))]
    classic, restored = (a_film(year=year).model_copy(update={"credits": Credits(cast=cast)}) for year in (1961, 2019))
    others = [
        CastMember(actor=name, character=member.character) for name, member in zip(("Al Orr", "Sue Day", "Jo Ott"), cast, strict=True)
    ]
    assert said(classic, restored).outcome is Outcome.SAME
    assert "restored version" in said(classic, restored).why
    assert said(classic, a_film(year=2019).model_copy(update={"credits": Credits(cast=others)})).contradicted


def test_a_line_up_is_none_of_its_films() -> None:
    names = ["Fenella Grimsdyke", "Mortimer Inkpenning", "Gerold Fleckenburg"]
    line_up = PressKit(languages=["en"], film=Film(title="Spring List", other_titles=["The Salt Carrier", "Tide", "Fen"], directors=names))
    match = said(a_film(), line_up)
    assert match.outcome is Outcome.NEW
    assert "several films" in match.why


def test_two_titles_in_one_language_are_two_films_unless_a_list_knows_both() -> None:
    assert said(a_film(), a_film("Paper Rope")).objected
    assert not said(a_film(), a_film("Seil aus Papier").model_copy(update={"languages": ["de"]})).objected


# Names and titles.


@pytest.mark.parametrize("name", ["Юрий Щукин", "Евгений Хвостов", "Жанна Чеканова", "Андрюха Цветаев", "Яков Шумилов"])
def test_every_scheme_spells_one_name(name: str) -> None:
    for scheme in SCHEMES:
        assert ratio(spoken(scheme.translate(name)), spoken(name)) >= 80, scheme.translate(name)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Анна Щербинина", "Anna Chtcherbinina", True),
        ("Анна Щербинина", "Anna Schtscherbinina", True),
        ("Ευτυχία Αγγελινού", "Eftychia Angelinou", True),
        ("Fenella Grimsdyke", "GRIMSDYKE Fenella, BSC", True),
        ("Jörg Hüsemann", "Joerg Huesemann", True),
        ("Jean-Pierre Quervel", "J.-P. Quervel", False),
        ("Lidia Maria Quervel", "Lidia Quervel", True),
        ("Rainer Kolbergh", "Reiner Kolbergh", True),
        ("Edmund Hathersmoor", "Edmund Hathersmoor Jr.", False),
        ("Martin Quervel", "Martina Quervel", False),
        ("Luc Fauvarque", "Didier Fauvarque", False),
        ("J. Keller", "K. Keller", False),
        ("Vera Keller", "V. Keller", False),
    ],
)
def test_names_alike(one: str, other: str, same: bool) -> None:
    assert (likeness(name_of(one), name_of(other)) >= 0.85) is same
    assert likeness(name_of(one), name_of(other)) == likeness(name_of(other), name_of(one))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("L'Étoile des sables", "ÉTOILE DES SABLES", True),
        ("Ледоход на Оби", "Ledokhod na Obi", True),
        ("Harbour Lights", "The Harbor Lights", True),
        ("Молодая рыба (Young Fish)", "Young Fish", True),
        ("1964", "1946", False),
        ("Harbour Lights", "Harbour Lights: Return", False),
        ("Horse", "House", False),
    ],
)
def test_titles_alike(one: str, other: str, alike: bool) -> None:
    best = max(title_likeness(mine, yours) for mine in titles_of([one]) for yours in titles_of([other]))
    assert (best >= 0.84) is alike


@pytest.mark.parametrize(("title", "part"), [("Tide 2", 2), ("Tide, Teil II", 2), ("Tide: Part Three", 3), ("1984", 0), ("Part of Me", 0)])
def test_parts_are_counted(title: str, part: int) -> None:
    assert titles_of([title])[0].part == part


def test_signatures_are_values() -> None:
    assert isinstance(SIGNATURES[min(SIGNATURES)], FilmSignature)
    assert hash(signature(KITS.kits[min(KITS.kits)])) == hash(SIGNATURES[min(SIGNATURES)])
