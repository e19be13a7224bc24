"""Festivals and prizes of the kit's film: as lists, laurels, tables, by year, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from presskit.record import Award
from samples.build.kits.hand import Hand
from samples.build.kits.headings import heading
from samples.build.kits.model import Block, Part
from samples.build.kits.tongue import elided


def awards(hand: Hand) -> list[Part]:
    rows = [_row(hand) for _ in range(hand.dice.randrange(2, 8))]
    rows.sort(key=lambda row: row.year or 0, reverse=hand.chance(0.5))
    # The city behind a comma is no part of a festival's name.
    hand.stated.awards.extend(row.model_copy(update={"festival": row.festival.split(",")[0]}) for row in rows)
    return [Part("awards", SHAPES[hand.layout("awards", tuple(SHAPES))](hand, rows), heading(hand, "awards"))]


def _row(hand: Hand) -> Award:
    """A prize, a nomination, or a screening with its section or without."""
    shape = hand.pick(hand.tongue.contest)
    printed = shape.format(town=hand.pick(hand.someone().land.towns), n=(number := hand.dice.randrange(4, 70)), nth=_ordinal(hand, number))
    festival = elided(hand.tongue, printed)
    result = hand.pick(("won", "won", "selected", "selected", "nominated"))
    prize = hand.pick(hand.tongue.prizes) if result != "selected" else None
    section = hand.pick(hand.tongue.sections_of) if result == "selected" and hand.chance(0.4) else None
    year = hand.story.year + hand.pick((0, 0, 1))
    return Award(festival=festival, year=year, section=section, award=prize, result=result)  # type: ignore[arg-type]


def _ordinal(hand: Hand, number: int) -> str:
    if hand.tongue.code != "en":
        return f"{number}e"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{ending}"


def _told(hand: Hand, row: Award) -> str:
    """What came of it, as a list says so."""
    if row.award is None:
        return row.section or hand.tongue.results["selected"][0]
    nominated = f" ({hand.tongue.results['nominated'][-1]})" if row.result == "nominated" else ""
    return f"{row.award}{nominated}"


def _run_in(hand: Hand, rows: Sequence[Award]) -> list[Block]:
    return [Block("; ".join(f"{row.festival} {row.year} ({_told(hand, row)})" for row in rows) + ".")]


def _listed(hand: Hand, rows: Sequence[Award]) -> list[Block]:
    shape = hand.pick(
        ("{f} {y} – {t}", "{f} ({y}): {t}", "{f}, {y}, {t}", "{t}, {f} {y}", "{y} – {f} – {t}", "{y} {f}: {t}", "{t} – {f} ({y})")
    )
    bullet = hand.pick(("", "", "• ", "- ", "* "))
    return [Block(bullet + shape.format(f=row.festival, y=row.year, t=_told(hand, row)), "line", close=True) for row in rows]


def _by_year(hand: Hand, rows: Sequence[Award]) -> list[Block]:
    made: list[Block] = []
    for place, row in enumerate(rows):
        if place == 0 or rows[place - 1].year != row.year:
            made.append(Block(str(row.year), "line"))
        made.append(Block(f"{row.festival} {hand.look.dash} {_told(hand, row)}", "line", close=True))
    return made


def _table(hand: Hand, rows: Sequence[Award]) -> list[Block]:
    return [Block("", "row", (str(row.year), row.festival, _told(hand, row)), close=True) for row in rows]


def _laurels(hand: Hand, rows: Sequence[Award]) -> list[Block]:
    """Three short lines each, as the leaves of a laurel hold them."""
    made = []
    for row in rows:
        head = hand.tongue.results[row.result][min(1, len(hand.tongue.results[row.result]) - 1)]
        made.append(Block(head if row.award is None else f"{head} {hand.look.dash} {row.award}", "line"))
        made.append(Block(f"{row.festival} {row.year}", "line", close=True))
        if row.section:
            made.append(Block(row.section, "line", close=True))
    return made


SHAPES: Mapping[str, Callable[[Hand, Sequence[Award]], list[Block]]] = {
    "listed": _listed,
    "by year": _by_year,
    "table": _table,
    "laurels": _laurels,
    "run-in": _run_in,
}
