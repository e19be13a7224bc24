"""Matching is one to one, as large as can be, and prefers what agrees best."""

from __future__ import annotations

from presskit.evaluate.match import Item, match


def by_letters(one: Item, other: Item) -> float:
    return len(set(one.texts[0]) & set(other.texts[0])) / 10


def texts(*words: str) -> list[Item]:
    return [Item(("k",), (word,)) for word in words]


def test_items_of_different_keys_never_match() -> None:
    outcome = match([Item(("a",))], [Item(("b",))], by_letters)
    assert (len(outcome.matched), len(outcome.missed), len(outcome.spurious)) == (0, 1, 1)


def test_the_same_item_twice_counts_twice() -> None:
    outcome = match([Item(("a",))] * 3, [Item(("a",))] * 2, by_letters)
    assert (len(outcome.matched), len(outcome.missed), len(outcome.spurious)) == (2, 1, 0)


def test_the_better_partner_is_taken() -> None:
    outcome = match(texts("abc"), texts("a", "abc"), by_letters)
    assert outcome.matched[0][1].texts == ("abc",)


def test_a_first_choice_gives_way_where_that_lets_both_match() -> None:
    outcome = match(texts("ab", "a"), texts("a", "b"), by_letters)
    assert not outcome.missed
    assert [(g.texts[0], o.texts[0]) for g, o in outcome.matched] == [("ab", "b"), ("a", "a")]
