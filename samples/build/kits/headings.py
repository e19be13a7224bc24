"""Headings as kits print them: in capitals, with a colon or a number, letter-spaced, over two lines."""

from __future__ import annotations

from collections.abc import Sequence

from samples.build.kits.hand import Hand

LONG = 24
"""Characters from which a heading may be broken over two lines."""


def heading(hand: Hand, kind: str, **slots: str) -> Sequence[str]:
    return dressed(hand, hand.pick(hand.tongue.headings[kind]).format(**slots))


def dressed(hand: Hand, text: str) -> Sequence[str]:
    look = hand.look.headings
    if "caps" in look or look == "spaced":
        text = text.upper()
    if look == "numbered":
        hand.numbered += 1
        text = f"{hand.numbered}. {text}"
    if look == "spaced" and len(text) < LONG:
        text = "  ".join(" ".join(word) for word in text.split())
    if "colon" in look:
        text += ":"
    return _broken(text) if len(text) > LONG and look != "spaced" and hand.chance(0.35) else (text,)


def _broken(text: str) -> Sequence[str]:
    words = text.split()
    middle = len(words) // 2 or 1
    return tuple(filter(None, (" ".join(words[:middle]), " ".join(words[middle:]))))
