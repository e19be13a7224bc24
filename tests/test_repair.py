"""Repairs of damaged text: what each does, what it leaves alone, and that the way back stays true."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.model import Span
from presskit.repair import REPAIRS, repaired

SOFT, JOINER = "\u00ad", "\u2060"
CASES = [
    ("mojibake", "FranÃ§ois and MÃ¡ire", "François and Máire"),
    ("mojibake", "the keeperâ€™s lamp", "the keeper’s lamp"),
    ("ligatures", "The ﬁrst ﬂood of the oﬃce", "The first flood of the office"),
    ("odd-blanks", "a\u00a0film\u2009by\u202fIda", "a film by Ida"),
    ("unseen-characters", "a\u200b film\ufeff by\u00ad Ida", "a film by Ida"),
    ("accents", "Me\u0301lanie", "Mélanie"),
    ("unmapped-glyphs", "(cid:127) Editor (cid:3)Flo", "• Editor Flo"),
    ("letter-spacing", "P R E S S   N O T E S", "PRESS NOTES"),
    ("letter-spacing", "who keeps the lantern\nW H O K E E P S T H E L A N T E R N ?", "who keeps the lantern\nWHO KEEPS THE LANTERN?"),
    ("leaders", "Editor ........ Flo Ray", "Editor\tFlo Ray"),
    ("leaders", "Editor . . . . . . Flo Ray", "Editor\tFlo Ray"),
    ("padding", "Editor     Flo Ray", "Editor\tFlo Ray"),
    ("padding", "Editor  Flo Ray", "Editor\tFlo Ray"),
    ("padding", "the   ferry  is   late   and   nobody   waits", "the ferry is late and nobody waits"),
    ("padding", "The ferry is late.          \nNobody waits.  ", "The ferry is late.\nNobody waits."),
    ("hyphenation", "the har-\nbour", f"the har{SOFT}\nbour"),
    ("hyphenation", "the har‐\nbour", f"the har{SOFT}\nbour"),
    ("hyphenation", "half-decked\nthe half-\ndecked boats", f"half-decked\nthe half-{JOINER}\ndecked boats"),
    ("hyphenation", "Jean-\nPierre waits", f"Jean-{JOINER}\nPierre waits"),
    ("hyphenation", f"half-{' ' * 90}\ndecked", f"half-{JOINER}\ndecked"),
    ("hyphenation", "half-\u00a0\ndecked", f"half-{JOINER}\ndecked"),
    ("hyphenation", "half-\u200b\ndecked", f"half-{JOINER}\ndecked"),
    ("hyphenation", "the har-\n\n\f\nbour", f"the har{SOFT}\n\n\f\nbour"),
]
ALONE = [
    "“Quotes” stay ‘as they are’… and so do 'these'",
    "Film-\nund Fernsehpreis",
    "A word -\nand a dash",
    "He waited... Then he left.",
    "Ärger über Öl",
    "The end.  A new sentence.",
    "Written by A. B. and C. D.",
]


@pytest.mark.parametrize(("name", "before", "after"), CASES)
def test_what_a_repair_does(name: str, before: str, after: str) -> None:
    fixed = repaired(before)
    assert fixed.text == after
    assert name in {repair.name for repair in fixed.repairs}


@pytest.mark.parametrize("text", ALONE)
def test_what_is_left_alone(text: str) -> None:
    fixed = repaired(text)
    assert fixed.text.replace("  ", " ") == text.replace("  ", " ")


def test_every_repair_has_a_case() -> None:
    named = {name for name, _, _ in CASES}
    assert set(REPAIRS) - named == {"marks"}


def test_a_broken_word_is_found_over_the_furniture_between_pages() -> None:
    text = "the har-\n– 2 –\n\fTHE LATE FERRY\nbour"
    low = text.index("–")
    furniture = [Span(low, low + 5), Span(text.index("THE"), text.index("\nbour"))]
    assert repaired(text, furniture).text.startswith(f"the har{SOFT}\n")


def test_each_says_how_often_it_acted() -> None:
    assert {r.name: r.count for r in repaired("ﬁ ﬂ\u00a0x").repairs} == {"ligatures": 2, "odd-blanks": 1}


PIECES = st.sampled_from(
    [
        "the",
        "har-\n",
        "bour",
        "ﬁn",
        "Ã©",
        "e\u0301",
        "\u00a0",
        "\u200b",
        "   ",
        "\t",
        ".....",
        "A B C D E",
        "\n",
        "\n\f",
        "\u00ad",
        "(cid:127)",
        "Ida",
        "‐\n",
        "und",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_way_back(text: str) -> None:
    fixed = repaired(text)
    assert len(fixed.origin) == len(fixed.text) + 1
    assert fixed.origin[-1] == len(text)
    assert all(one <= other for one, other in zip(fixed.origin, fixed.origin[1:], strict=False))
    assert all(0 <= at < len(text) for at in fixed.origin[:-1])


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_lines_and_pages_are_kept(text: str) -> None:
    fixed = repaired(text).text
    assert [fixed.count(sign) for sign in "\n\f"] == [text.count(sign) for sign in "\n\f"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abcdefgh ,.\n", max_size=200))
def test_what_was_not_replaced_is_what_stood_there(text: str) -> None:
    fixed = repaired(text)
    for at, sign in enumerate(fixed.text):
        if sign.isalpha() or sign in "\n,":
            assert text[fixed.origin[at]] == sign


SCANNED = [
    ("ocr-bars", "“| wanted to wait. Then | saw it.", "“I wanted to wait. Then I saw it."),
    ("ocr-digits", "the fina1ly quiet harb0ur of 1910", "the finally quiet harbour of 1910"),
    ("ocr-accents", "Renée waits. Renee sleeps.", "Renée waits. Renée sleeps."),
]


@pytest.mark.parametrize(("name", "before", "after"), SCANNED)
def test_what_is_repaired_in_a_scan_alone(name: str, before: str, after: str) -> None:
    fixed = repaired(before, (), [Span(0, len(before))])
    assert fixed.text == after
    assert name in {repair.name for repair in fixed.repairs}
    assert repaired(before).text == before


@pytest.mark.parametrize("text", ["Editor | Flo Ray", "Renée once. Renee twice. Renee more.", "the B2b and the 4th"])
def test_what_is_left_alone_in_a_scan(text: str) -> None:
    assert repaired(text, (), [Span(0, len(text))]).text == text


def test_only_the_lines_of_the_scan_are_touched() -> None:
    assert repaired("Then | saw it.\nThen | saw it.", (), [Span(15, 29)]).text == "Then | saw it.\nThen I saw it."
