"""What becomes of a text layer on its way out of a layout program; each damage acts on the lines and leaves their labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random

from samples.build.kits.model import PrintedLine

TOLD = frozenset({"synopsis", "statement", "biography", "interview", "notes", "boilerplate"})
LIGATURES = (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"))

Damage = Callable[[Random, Sequence[PrintedLine]], list[PrintedLine]]


def padded(dice: Random, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Justification came out as runs of blanks, within lines and behind them."""
    return [replace(line, text=_padded(dice, line.text)) if line.kind in TOLD and not line.heading else line for line in lines]


def _padded(dice: Random, text: str) -> str:
    spread = re.sub(" ", lambda _: " " * dice.choice((1, 1, 1, 1, 1, 2, 3)), text)
    return spread + " " * dice.randrange(0, 9) if text else text


def ligatured(_dice: Random, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Letters that the font sets as one came out as one, in sentences."""
    return [replace(line, text=_ligatured(line.text)) if line.kind in TOLD else line for line in lines]


def _ligatured(text: str) -> str:
    for letters, one in LIGATURES:
        text = text.replace(letters, one)
    return text


def indented(dice: Random, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The left margin came out as blanks."""
    margin = " " * dice.randrange(2, 9)
    return [replace(line, text=margin + line.text) if line.text and line.text[0] != "\f" else line for line in lines]


def softened(dice: Random, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """No-break spaces where blanks were, here and there."""
    return [replace(line, text=re.sub(" ", lambda _: "\xa0" if dice.random() < 0.05 else " ", line.text)) for line in lines]


DAMAGES: Mapping[str, Damage] = {"padded": padded, "ligatured": ligatured, "indented": indented, "softened": softened}


def damaged(dice: Random, lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Half the kits are as they were set; the others have one damage or two."""
    for name in dice.sample(sorted(DAMAGES), dice.choice((0, 0, 1, 1, 2))):
        lines = DAMAGES[name](dice, lines)
    return list(lines)


def encoded(dice: Random, text: str) -> bytes:
    """In UTF-8 mostly; in the encoding of Windows, or read as that and written again, at times."""
    chance, data = dice.random(), text.encode()
    try:
        if chance < 0.08:
            return text.encode("cp1252")
        if chance < 0.14:
            return data.decode("cp1252").encode()
    except UnicodeError:
        return data
    return data
