"""Which numbers of a text are days, years or whole dates, and which are prices, counts and times."""

from __future__ import annotations

from presskit.mentions.edtf import Point
from presskit.mentions.lexicon import lexicon
from presskit.mentions.tokens import Tokens, touching

ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "re", "e", "o", "a", "eme", "º", "ª", "°"))
MONEY = frozenset("$£€¥#@%‰°©®x×")
JOINS = frozenset(".,:/-'")
FIRST, LAST = 1800, 2099
"""The years a kit speaks of. Earlier ones exist, but four digits below 1800 are nearly always counts."""

ROUND = 2000


def day(tokens: Tokens, at: int) -> tuple[int, int]:
    """A day of the month at a token ("28", "10th", "1er", "3.") and the token behind it; (0, at) if there is none."""
    if at >= len(tokens) or not 1 <= tokens[at].number <= 31 or len(tokens[at].text) > 2 or _continued(tokens, at):
        return 0, at
    behind = at + 1
    if touching(tokens, at) and (tokens[behind].folded in ORDINALS or tokens[behind].text == "."):
        behind += 1
    return tokens[at].number, behind


def _continued(tokens: Tokens, at: int) -> bool:
    """Whether the number is the tail of a longer one: 2,028 or 4.5."""
    return (
        touching(tokens, at - 1) and tokens[at - 1].folded in JOINS - {"-", "'"} and touching(tokens, at - 2) and tokens[at - 2].number >= 0
    )


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether four digits can be a year where they stand; what they are next to decides (2,028 · 1080p · 1500 €)."""
    if not 0 <= at < len(tokens) or len(tokens[at].text) != 4 or not FIRST <= tokens[at].number <= LAST:
        return False
    return _free_before(tokens, at) and _free_behind(tokens, at)


def _free_before(tokens: Tokens, at: int) -> bool:
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.folded in MONEY:
        return False
    if not touching(tokens, at - 1):
        return True
    return before.folded not in JOINS - {"-", "/", "'"} or not (touching(tokens, at - 2) and tokens[at - 2].number >= 0)


def _free_behind(tokens: Tokens, at: int) -> bool:
    if at + 1 >= len(tokens):
        return True
    behind = tokens[at + 1]
    if behind.folded in MONEY:
        return False
    if not touching(tokens, at):
        return True
    if behind.text.isalnum() or behind.text == "_":
        return False
    return behind.folded not in (".", ",", ":") or not (touching(tokens, at + 1) and tokens[at + 2].number >= 0)


def short_year(tokens: Tokens, at: int) -> tuple[int, int]:
    """'68 behind a month or season; two digits need their apostrophe, and are read in the hundred years before 2030."""
    if at + 1 >= len(tokens) or tokens[at].folded != "'" or not touching(tokens, at) or len(tokens[at + 1].text) != 2:
        return 0, at
    number = tokens[at + 1].number
    return (0, at) if number < 0 else (1900 + number if number >= 30 else 2000 + number, at + 2)


def numeric(tokens: Tokens, at: int) -> tuple[Point | None, int]:
    """A date of three numbers with one sign between them. Day before month, unless only the other order is possible."""
    signs = ".", "/", "-"
    if at + 4 >= len(tokens) or not all(touching(tokens, at + n) for n in range(4)) or _continued(tokens, at):
        return None, at
    one, sign, two, other, three = tokens[at : at + 5]
    if sign.folded not in signs or other.folded != sign.folded or min(one.number, two.number, three.number) < 0:
        return None, at
    if touching(tokens, at + 4) and (tokens[at + 5].text.isalnum() or tokens[at + 5].folded in "-/"):
        return None, at
    if len(one.text) == 4:
        return _point(one.number, two.number, three.number), at + 5
    if len(three.text) != 4 or len(one.text) > 2 or len(two.text) > 2:
        return None, at
    if two.number > 12:
        return _point(three.number, one.number, two.number), at + 5
    return _point(three.number, two.number, one.number), at + 5


def _point(year: int, month: int, day_of_month: int) -> Point | None:
    if not FIRST <= year <= LAST or not 1 <= month <= 12:
        return None
    found = Point(year, month=month, day=day_of_month)
    return found if found.possible else None


def counted(tokens: Tokens, at: int) -> bool:
    """Whether the number at a token counts or numbers something ("1950 extras", "room 1984"), however like a year it looks."""
    words = lexicon()
    if words.ends("year_preposition", tokens, at - 1):
        return False
    if words.ends("numbered", tokens, at - 1) or (at > 1 and tokens[at - 1].text == "." and words.ends("numbered", tokens, at - 2)):
        return True
    return words.ends("counted", tokens, at + 1) or _product(tokens, at)


def _product(tokens: Tokens, at: int) -> bool:
    """A round number behind a name is mostly part of it: a system, an exhibition or a sequel called "… 2000"."""
    return tokens[at].number == ROUND and at > 0 and tokens[at - 1].capital and not lexicon().length("lead", tokens, at - 1)
