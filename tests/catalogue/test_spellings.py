"""Names from other scripts: one person by whatever scheme, and nobody's brother or sister."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fiction.scripts import PERSONS
from presskit.catalogue.matching.names import likeness, name_of
from presskit.catalogue.matching.spellings import alike, kept, readable, same, shared

PRINTED = sorted({name for people in PERSONS.values() for own, abroad in people.items() for name in (own, *abroad)})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Youssef Haddad", "Yusuf Hadad", True),
        ("Abd al-Qadir Haddad", "Abdelkader Haddad", True),
        ("Chaim Mizrachi", "Hayim Misrahi", True),
        ("حسين المنصوري", "Hussein Mansouri", True),
        ("Chang Chien-kuo", "Jianguo Zhang", True),
        ("张建国", "Zhang Jianguo", True),
        ("Xu Qiu Ping", "Hsü Ch'iu-p'ing", True),
        ("Gulsen Cakiroglu", "GÜLŞEN ÇAKIROĞLU", True),
        ("Martin Quervel", "Martina Quervel", False),
        ("Mario Keller", "Maria Keller", False),
        ("Luc Fauvarque", "Luca Fauvarque", False),
        ("Youssef Haddad", "Youssef Haddad Jr.", False),
        ("Zhang Wenbo", "Zhang Meiling", False),
    ],
)
def test_schemes_of_spelling(one: str, other: str, expected: bool) -> None:
    assert same(name_of(one), name_of(other)) is expected


@given(st.sampled_from(PRINTED), st.sampled_from(PRINTED))
def test_never_less_than_what_is_heard_and_the_same_both_ways(one: str, other: str) -> None:
    here, there = name_of(one), name_of(other)
    assert alike(here, there) == alike(there, here) >= likeness(here, there)


def test_a_key_is_the_same_for_every_cut_and_order() -> None:
    assert kept(name_of("Zhang Jian Guo")) == kept(name_of("Jianguo Zhang")) == kept(name_of("张建国"))


def test_scripts_without_vowels_deny_nothing() -> None:
    assert readable(name_of("Łucja Żmuda")) and readable(name_of("Юрий Щукин"))
    assert not readable(name_of("יצחק לביא"))


def test_every_name_is_used_once() -> None:
    one = tuple(map(name_of, ("Youssef Haddad", "Layla Shahin")))
    assert shared(one, tuple(map(name_of, ("Yusuf Hadad", "Yousef Hadad", "Leila Shaheen")))) == 2
