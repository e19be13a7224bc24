"""A kit as text: lines wrapped or not, rows aligned with blanks, pages with running heads; or the marks of Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from presskit.record import Kind
from samples.build.kits.hand import Hand
from samples.build.kits.model import Block, Part, PrintedLine

BLANK = PrintedLine("", None)
PAGE = 46
UNWRAPPED = 10_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """How one kit's text is set."""

    width: int
    markdown: bool
    tight: bool
    """No blank line between paragraphs."""
    gap: int
    """Blank lines before a part."""
    hyphens: bool
    paged: bool


def draw_sheet(hand: Hand, form: str) -> Sheet:
    markdown = form == "md"
    width = UNWRAPPED if markdown and hand.chance(0.7) else hand.pick((64, 72, 80, 92, 104, UNWRAPPED))
    wrapped = width != UNWRAPPED
    return Sheet(
        width=width,
        markdown=markdown,
        tight=not markdown and hand.chance(0.2),
        gap=hand.pick((1, 1, 2, 3)),
        hyphens=wrapped and not markdown and hand.chance(0.25),
        paged=wrapped and not markdown and hand.chance(0.4),
    )


def as_lines(hand: Hand, parts: Sequence[Part], sheet: Sheet) -> list[PrintedLine]:
    lines = [line for part in parts for line in (*[BLANK] * sheet.gap, *_part(hand, part, sheet))][sheet.gap :]
    return list(_paged(hand, lines)) if sheet.paged else lines


def _part(hand: Hand, part: Part, sheet: Sheet) -> Iterator[PrintedLine]:
    mark = "## " if sheet.markdown else ""
    for line in [" ".join(part.heading)] if sheet.markdown and part.heading else part.heading:
        yield PrintedLine(mark + line, part.kind, heading=True)
    if part.heading and (sheet.markdown or sheet.gap > 1 or hand.look.headings == "spaced"):
        yield BLANK
    columns = _columns(part)
    for place, block in enumerate(part.blocks):
        if place and not block.close and not (sheet.tight and block.style == "prose"):
            yield BLANK
        for text in _set(hand, block, sheet, columns):
            yield PrintedLine(text, _kind(part, block), heading=block.style == "head")


def _kind(part: Part, block: Block) -> Kind:
    return "footnotes" if block.style == "note" else part.kind


def _columns(part: Part) -> Sequence[int]:
    """How wide each column of the part's rows is."""
    rows = [block.cells for block in part.blocks if block.style == "row"]
    return [max((len(row[place]) for row in rows if place < len(row)), default=0) + 4 for place in range(max(map(len, rows), default=0))]


def _set(hand: Hand, block: Block, sheet: Sheet, columns: Sequence[int]) -> list[str]:
    if block.style == "row":
        if sheet.markdown:
            return ["| " + " | ".join(block.cells) + " |"]
        return ["".join(cell.ljust(width) for cell, width in zip(block.cells, columns, strict=False)).rstrip()]
    text = block.text
    if sheet.markdown:
        text = _marked(block)
    return _wrapped(hand, text, sheet)


def _marked(block: Block) -> str:
    if block.style == "cover":
        return f"# {block.text}"
    if block.style == "head":
        return f"## {block.text}"
    if block.style == "bold":
        return f"**{block.text}**"
    return f"{block.text}  " if block.close and block.style == "line" else block.text


def _wrapped(hand: Hand, text: str, sheet: Sheet) -> list[str]:
    rows = textwrap.wrap(text, sheet.width, break_long_words=False, break_on_hyphens=False) or [text]
    if sheet.width == UNWRAPPED:
        return [text]
    return list(_hyphenated(hand, rows)) if sheet.hyphens else rows


def _hyphenated(hand: Hand, rows: Sequence[str]) -> Iterator[str]:
    """Now and then the first word of a line begins at the end of the line before."""
    left = list(rows)
    while left:
        row = left.pop(0)
        word, _, rest = (left[0] if left else "").partition(" ")
        if len(word) > 6 and word.isalpha() and word.islower() and rest and hand.chance(0.4):
            cut = hand.dice.randrange(3, len(word) - 2)
            row, left[0] = f"{row} {word[:cut]}-", f"{word[cut:]} {rest}"
        yield row


def _paged(hand: Hand, lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """A running head or foot with the page's number at every page's end, whatever stands there."""
    head = hand.story.title if hand.chance(0.6) else None
    shape = hand.pick(("{}", "- {} -", "Page {}", "{}"))
    for number, (_, page) in enumerate(groupby(enumerate(lines), lambda placed: placed[0] // PAGE), start=1):
        printed = [line for _, line in page]
        if number > 1:
            yield PrintedLine("\f" + (head or ""), None)
            yield from (BLANK,) if head else ()
        yield from printed
        if len(printed) == PAGE:
            yield from (BLANK, PrintedLine(shape.format(number), None))
