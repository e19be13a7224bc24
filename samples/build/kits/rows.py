"""Pairs such as function and name, or character and player, in the layouts that credits have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from samples.build.kits.model import Block

Pair = tuple[str, str]
DOTTED = 46
"""Characters a row with dot leaders is wide."""


def _lines(shape: str) -> Callable[[Sequence[Pair]], list[Block]]:
    return lambda pairs: [Block(shape.format(*pair), "line", close=True) for pair in pairs]


def _above(pairs: Sequence[Pair]) -> list[Block]:
    made = []
    for first, second in pairs:
        made += [Block(first, "line"), Block(second, "line", close=True)]
    return made


def _below(pairs: Sequence[Pair]) -> list[Block]:
    return _above([(second, first) for first, second in pairs])


def _dotted(pairs: Sequence[Pair]) -> list[Block]:
    return [Block(f"{one} {'.' * max(3, DOTTED - len(one) - len(other))} {other}", "line", close=True) for one, other in pairs]


def _row(pairs: Sequence[Pair]) -> list[Block]:
    return [Block("", "row", pair, close=True) for pair in pairs]


def _turned(pairs: Sequence[Pair]) -> list[Block]:
    return _row([(second, first) for first, second in pairs])


def _split(pairs: Sequence[Pair]) -> list[Block]:
    """Two columns whose text layer has the whole left one first."""
    left = [Block(first, "left", close=place > 0) for place, (first, _) in enumerate(pairs)]
    return left + [Block(second, "right", close=place > 0) for place, (_, second) in enumerate(pairs)]


def _run_in(sign: str, shape: str) -> Callable[[Sequence[Pair]], list[Block]]:
    return lambda pairs: [Block(sign.join(shape.format(*pair) for pair in pairs))]


SHAPES: Mapping[str, Callable[[Sequence[Pair]], list[Block]]] = {
    "colon": _lines("{0}: {1}"),
    "spaced colon": _lines("{0} : {1}"),
    "dash": _lines("{0} – {1}"),
    "hyphen": _lines("{0} - {1}"),
    "turned": _lines("{1} – {0}"),
    "comma": _lines("{1}, {0}"),
    "brackets": _lines("{1} ({0})"),
    "bullets": _lines("• {0}: {1}"),
    "slash line": _lines("{0} / {1}"),
    "above": _above,
    "below": _below,
    "dots": _dotted,
    "row": _row,
    "turned row": _turned,
    "split": _split,
    "run-in slashes": _run_in(" / ", "{0}: {1}"),
    "run-in bullets": _run_in(" • ", "{0} {1}"),
}
USUAL = ("colon", "spaced colon", "dash", "hyphen", "above", "row", "dots")
"""The layouts that most kits have."""
CREW = (*SHAPES, *USUAL, *USUAL)
CAST = (*USUAL[:1], *USUAL[2:], "dash", "hyphen", "turned", "brackets", "dots", "row", "turned row", "split", "run-in slashes", "above")
FACTS = ("colon", "colon", "spaced colon", "bullets", "row", "above", "run-in slashes", "dots")
TURNED = frozenset({"turned", "comma", "brackets", "below", "turned row"})
"""Layouts with the name before its function."""
RUN_IN = frozenset({"run-in slashes", "run-in bullets", "slash line"})
STRAIGHT = ("colon", "dash", "above", "row", "dots")
