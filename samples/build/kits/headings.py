"""Headings as kits print them: in capitals, with a colon or a number, letter-spaced, over two lines."""

from __future__ import annotations

from collections.abc import Sequence

from samples.build.kits.hand import Hand

LONG = 24
"""Characters from which a heading may be broken over two lines."""
TIE = "\xa0"


def heading(hand: Hand, kind: str, **names: str) -> Sequence[str]:
    return dressed(hand, hand.pick(hand.tongue.headings[kind]).format(**{slot: tied(name) for slot, name in names.items()}))


def tied(name: str) -> str:
    """A name in a heading, whose words stay on one line."""
    return name.replace(" ", TIE)


def numbered(hand: Hand, text: str) -> str:
    """The next number before a heading, in the order of print."""
    if hand.look.headings != "numbered":
        return text
    hand.numbered += 1
    return f"{hand.numbered}. {text}"


def dressed(hand: Hand, text: str) -> Sequence[str]:
    look = hand.look.headings
    if "caps" in look or look == "spaced":
        text = text.upper()
    if look == "spaced" and len(text) < LONG:
        text = "  ".join(" ".join(word) for word in text.split())
    if "colon" in look:
        text += ":"
    lines = _broken(text) if len(text) > LONG and look != "spaced" and hand.chance(0.35) else (text,)
    return tuple(line.replace(TIE, " ") for line in lines)


def _broken(text: str) -> Sequence[str]:
    words = text.split(" ")
    middle = len(words) // 2 or 1
    return tuple(filter(None, (" ".join(words[:middle]), " ".join(words[middle:]))))
