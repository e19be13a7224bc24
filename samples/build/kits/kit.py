"""One kit from one seed: the story, the parts, the print, and the gold that is known because it was written so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from presskit.record import PressKit
from samples.build.kits.damage import damaged, encoded
from samples.build.kits.facts import LANGUAGES, draw_story
from samples.build.kits.hand import Hand, Look
from samples.build.kits.model import Part, PrintedLine
from samples.build.kits.order import write
from samples.build.kits.paper import Paper, draw_setting
from samples.build.kits.plain import as_lines, draw_sheet
from samples.build.kits.tongue import tongue

FORMS = ("txt", "txt", "md", "pdf")
"""Forms a kit comes in, the more usual ones more often."""


@dataclass(frozen=True, slots=True)
class Kit:
    """`data` is the file and `lines` its text layer with labels; `words` is what was written, before print and damage.

    `layouts` names the layout of each part that has several.
    """

    seed: int
    language: str
    form: str
    data: bytes
    lines: Sequence[PrintedLine]
    gold: PressKit
    words: str
    layouts: Mapping[str, str]


def make_kit(seed: int, language: str | None = None, form: str | None = None) -> Kit:
    """The same seed and choices always give the same bytes."""
    dice = Random(f"{seed} {language} {form}")
    spoken, printed = language or dice.choice(LANGUAGES), form or dice.choice(FORMS)
    hand = Hand(dice, draw_story(dice, spoken), tongue(spoken), _look(dice, tongue(spoken).quotes))
    parts = write(hand)
    lines, data = _on_paper(hand, parts) if printed == "pdf" else _in_text(hand, parts, printed)
    words = "\n".join(f"{' '.join(part.heading)}\n" + "\n".join(block.words for block in part.blocks) for part in parts)
    hand.layouts["headings"] = hand.look.headings
    return Kit(seed, spoken, printed, data, lines, hand.stated.kit(spoken, parts), words, hand.layouts)


def _look(dice: Random, quotes: Sequence[str]) -> Look:
    return Look(
        headings=dice.choice(("plain", "plain", "caps", "caps", "colon", "caps colon", "numbered", "spaced")),
        capitals=dice.random() < 0.35,
        titles=dice.choice((("", ""), ("", ""), (quotes[0], quotes[1]))),
        dash=dice.choice(("–", "—", "-")),
    )


def _in_text(hand: Hand, parts: Sequence[Part], form: str) -> tuple[Sequence[PrintedLine], bytes]:
    lines = as_lines(hand, parts, draw_sheet(hand, form))
    lines = damaged(hand.dice, lines) if form == "txt" else lines
    text = "\n".join(line.text for line in lines) + "\n"
    return lines, encoded(hand.dice, text) if form == "txt" else text.encode()


def _on_paper(hand: Hand, parts: Sequence[Part]) -> tuple[Sequence[PrintedLine], bytes]:
    paper = Paper(draw_setting(hand.dice, hand.story.title))
    apart = hand.pick((18.0, 28.0, 40.0))
    for place, part in enumerate(parts):
        if place and hand.chance(0.2):
            paper.next_page()
        paper.part(part, apart)
    data = paper.data()
    return paper.lines, data
