"""Scores of small fictional records, worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.evaluate.compare import FAMILIES
from presskit.evaluate.score import Tally, compare, compare_family, macro, pooled
from presskit.evaluate.strings import normalised, overlap, words
from presskit.record import PressKit


def kit(**parts: object) -> PressKit:
    return PressKit.model_validate(parts)


def score(family: str, gold: PressKit, output: PressKit) -> tuple[int, int, int]:
    tally = compare(gold, output)[family]
    return tally.tp, tally.fp, tally.fn


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Night—Ferry”.", "'night-ferry'"),
        ("  Ida   Grau ", "ida grau"),
        ("STRASSE", "straße"),
        ("ﬁn", "fin"),
        ("wait…", "wait"),
        ("Ida\u00a0Grau:", "Ida Grau"),
    ],
)
def test_strings_that_are_the_same(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(("one", "other"), [("Grau", "Gräu"), ("(2014)", "2014"), ("Ida Grau", "IdaGrau")])
def test_strings_that_differ(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_words_are_strings_of_their_own() -> None:
    assert words("“The ferry, – it’s late…”") == ["the", "ferry", "it's", "late"]


def test_overlap_is_the_f1_of_the_words() -> None:
    assert overlap("a b c d", "A, b. C x y z") == pytest.approx(2 * 3 / 10)
    assert overlap("a a b", "a b b") == pytest.approx(2 * 2 / 6)
    assert overlap("", "") == 1.0
    assert overlap("a", "") == 0.0


def test_film_counts_facts_and_members() -> None:
    gold = kit(film={"title": "The Late Ferry", "year": 2031, "countries": ["PT", "CV"], "directors": ["Ida Grau"], "genres": ["drama"]})
    output = kit(
        film={"title": "THE LATE FERRY", "year": 2030, "countries": ["PT"], "directors": ["Ida Grau", "Leo Pond"], "forms": ["feature"]}
    )
    assert score("film", gold, output) == (3, 2, 2)


def test_sections_count_words_with_their_kind_and_leave_out_the_cover() -> None:
    gold = kit(
        sections=[
            {"kind": "front", "heading": None, "text": "The Late Ferry"},
            {"kind": "synopsis", "heading": "Story", "text": "A ferry, a night."},
            {"kind": "footnotes", "heading": None, "text": "1 A boat"},
        ]
    )
    output = kit(sections=[{"kind": "synopsis", "heading": "Plot", "text": "a ferry"}, {"kind": "notes", "text": "night"}])
    assert score("sections", gold, output) == (2, 1, 2)


def test_texts_match_from_nine_tenths() -> None:
    ten = "one two three four five six seven eight nine ten"
    gold = kit(synopses=[{"length": "short", "text": ten}, {"length": "long", "text": "Elsewhere entirely"}])
    near = kit(synopses=[{"length": "long", "text": ten.replace("ten", "x")}])
    far = kit(synopses=[{"length": "short", "text": ten.replace("nine ten", "x y")}])
    assert score("synopses", gold, near) == (1, 0, 1)
    assert score("synopses", gold, far) == (0, 1, 2)


def test_biographies_need_the_person_and_births_only_the_date() -> None:
    gold = kit(biographies=[{"person": "Ida Grau", "born": "1971", "text": "Ida Grau was born by the sea in 1971"}])
    output = kit(
        biographies=[
            {"person": "IDA GRAU", "born": "1971", "text": "something else"},
            {"person": "Leo Pond", "text": "Ida Grau was born by the sea in 1971"},
        ]
    )
    assert score("biographies", gold, output) == (0, 2, 1)
    assert score("births", gold, output) == (1, 0, 0)


def test_filmography_entries_count_one_by_one() -> None:
    gold = kit(filmographies=[{"person": "Ida Grau", "entries": [{"year": 2001, "title": "Salt"}, {"title": "Fog"}]}])
    output = kit(filmographies=[{"person": "Ida Grau", "entries": [{"year": 2001, "title": "“SALT”"}, {"year": 2002, "title": "Fog"}]}])
    assert score("filmographies", gold, output) == (1, 1, 1)


def test_an_exchange_needs_both_its_sides() -> None:
    exchange = {"question": "Why a ferry?", "answer": "Because it is always late."}
    gold = kit(interviews=[{"exchanges": [exchange, {"question": "And the sea?", "answer": "It waits."}]}])
    output = kit(interviews=[{"exchanges": [exchange]}, {"exchanges": [{"question": "And the sea?", "answer": "No idea at all."}]}])
    assert score("interviews", gold, output) == (1, 1, 1)


def test_a_footnote_needs_its_marker() -> None:
    gold = kit(footnotes=[{"marker": "*", "text": "A kind of boat."}, {"marker": "2", "text": "A port."}])
    output = kit(footnotes=[{"marker": "*", "text": "a kind of boat"}, {"marker": "3", "text": "A port."}])
    assert score("footnotes", gold, output) == (1, 1, 1)


def test_cast_needs_actor_and_character() -> None:
    gold = kit(credits={"cast": [{"actor": "Ida Grau", "character": "Mila"}, {"actor": "Leo Pond"}]})
    output = kit(credits={"cast": [{"actor": "Ida Grau"}, {"actor": "LEO POND"}]})
    assert score("cast", gold, output) == (1, 1, 1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"label": "Schnitt", "role": "editor", "name": "Ida Grau"}, (1, 0, 0)),
        ({"label": "Montage:", "role": "other", "name": "IDA GRAU"}, (1, 0, 0)),
        ({"label": "Schnitt", "role": "other", "name": "Ida Grau"}, (0, 1, 1)),
        ({"label": "Montage", "role": "editor", "name": "Ida Graus"}, (0, 1, 1)),
    ],
)
def test_crew_agrees_in_role_or_label(found: Mapping[str, str], expected: tuple[int, int, int]) -> None:
    gold = kit(credits={"crew": [{"label": "Montage", "role": "editor", "name": "Ida Grau"}]})
    assert score("crew", gold, kit(credits={"crew": [found]})) == expected


def test_two_unknown_functions_are_not_the_same_function() -> None:
    gold = kit(credits={"crew": [{"label": "Knots", "role": "other", "name": "Ida Grau"}, {"role": "thanks", "name": "Leo Pond"}]})
    output = kit(credits={"crew": [{"label": "Ropes", "role": "other", "name": "Ida Grau"}, {"role": "legal", "name": "Leo Pond"}]})
    assert score("crew", gold, output) == (0, 2, 2)


def test_companies_and_awards() -> None:
    gold = kit(
        credits={"companies": [{"role": "sales", "name": "Quay Films"}]},
        awards=[{"festival": "Harbour Days", "year": 2031, "award": "Golden Rope", "result": "won", "film": "Salt"}],
    )
    output = kit(
        credits={"companies": [{"role": "production", "name": "Quay Films"}]},
        awards=[{"festival": "HARBOUR DAYS", "year": 2031, "award": "Golden Rope", "result": "nominated"}],
    )
    assert score("companies", gold, output) == (0, 1, 1)
    assert score("awards", gold, output) == (1, 0, 0)


def test_contacts_count_piece_by_piece() -> None:
    gold = kit(
        contacts=[
            {"function": "sales", "company": "Quay Films", "people": ["Ida Grau"], "phones": ["+351 (0)21 55"], "emails": ["a@quay.test"]}
        ]
    )
    output = kit(contacts=[{"function": "press", "phones": ["0035121", "351 02155"], "emails": ["A@QUAY.TEST"], "websites": ["quay.test"]}])
    assert score("contacts", gold, output) == (2, 1, 2)


def test_dates_agree_when_one_wording_holds_the_other() -> None:
    gold = kit(
        dates=[{"text": "the winter of 1942", "edtf": "1942-24"}, {"text": "1998", "edtf": "1998"}, {"text": "May 2001", "edtf": "2001-05"}]
    )
    output = kit(
        dates=[{"text": "winter of 1942", "edtf": "1942-24"}, {"text": "1998", "edtf": "1998~"}, {"text": "2001", "edtf": "2001-05"}]
    )
    assert score("dates", gold, output) == (2, 1, 1)


def test_entities_need_text_and_label() -> None:
    gold = kit(entities=[{"text": "Ida Grau", "label": "PERSON"}, {"text": "Porto", "label": "PLACE"}])
    output = kit(entities=[{"text": "ida grau", "label": "PERSON"}, {"text": "Porto", "label": "ORG"}])
    assert score("entities", gold, output) == (1, 1, 1)


def test_an_empty_list_in_gold_makes_every_extracted_item_false() -> None:
    assert score("press_quotes", kit(), kit(press_quotes=[{"text": "A marvel."}])) == (0, 1, 0)


def test_ratios_by_hand() -> None:
    tally = Tally(tp=3, fp=1, fn=2)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.6, pytest.approx(2 / 3))
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_pooling_adds_counts_and_the_macro_mean_takes_families_that_have_items() -> None:
    first = compare(kit(film={"year": 2031}), kit(film={"year": 2031}))
    second = compare(kit(film={"title": "Salt"}, dates=[{"text": "2031", "edtf": "2031"}]), kit())
    total = pooled([first, second])
    assert (total["film"], total["dates"]) == (Tally(1, 0, 1), Tally(0, 0, 1))
    assert macro(total) == pytest.approx((2 / 3 + 0) / 2)
    assert macro(compare(kit(), kit())) == 1.0


def test_errors_of_one_family_can_be_listed() -> None:
    outcome = compare_family("cast", kit(credits={"cast": [{"actor": "Ida Grau"}]}), kit(credits={"cast": [{"actor": "Leo Pond"}]}))
    assert [item.key for item in outcome.missed] == [("ida grau", "")]
    assert [item.key for item in outcome.spurious] == [("leo pond", "")]


NAMES = st.sampled_from(["Ida Grau", "Leo Pond", "IDA GRAU", "Ida  Grau.", ""])
TEXTS = st.lists(st.sampled_from(["ferry", "night", "the", "Sea,", "–"]), max_size=8).map(" ".join)
KITS = st.builds(
    kit,
    synopses=st.lists(st.fixed_dictionaries({"length": st.just("short"), "text": TEXTS}), max_size=4),
    sections=st.lists(st.fixed_dictionaries({"kind": st.sampled_from(["synopsis", "front", "notes"]), "text": TEXTS}), max_size=4),
    biographies=st.lists(st.fixed_dictionaries({"person": NAMES, "text": TEXTS}), max_size=4),
    dates=st.lists(st.fixed_dictionaries({"text": TEXTS, "edtf": st.sampled_from(["1998", "199X"])}), max_size=5),
    credits=st.fixed_dictionaries(
        {
            "cast": st.lists(st.fixed_dictionaries({"actor": NAMES, "character": NAMES}), max_size=4),
            "crew": st.lists(
                st.fixed_dictionaries({"label": TEXTS, "role": st.sampled_from(["editor", "other"]), "name": NAMES}), max_size=6
            ),
        }
    ),
)


@settings(max_examples=60, deadline=None)
@given(KITS, KITS)
def test_scores_are_symmetric_and_bounded(one: PressKit, other: PressKit) -> None:
    for name, tally in compare(one, other).items():
        mirrored = compare(other, one)[name]
        assert (tally.tp, tally.fp, tally.fn) == (mirrored.tp, mirrored.fn, mirrored.fp)
        assert 0 <= tally.f1 <= 1


@settings(max_examples=60, deadline=None)
@given(KITS)
def test_a_record_compared_with_itself_is_perfect(one: PressKit) -> None:
    for name, tally in compare(one, one).items():
        # A function with neither a known role nor a printed label agrees with nothing, not even itself.
        if name != "crew":
            assert not tally.fp
            assert not tally.fn


def test_every_family_of_the_contract_is_scored() -> None:
    assert len(FAMILIES) == 17
