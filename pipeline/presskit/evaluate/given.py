"""Gold's own sections laid over a document, so that an extractor can be judged apart from the segmenter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from presskit.model import Document, Line, Note, Paragraph, Quote, Reading, Section, SectionKind
from presskit.record import PressKit

WORD = re.compile(r"\w+")
NEAR = 4
"""How many words gold may skip inside a line (a note marker, a repaired word) and still be the same text."""


def reading_given(document: Document, gold: PressKit) -> Reading:
    """A Reading whose sections are gold's: each line goes to the section that holds its words, headings apart."""
    owner: dict[int, tuple[int, bool]] = {}
    for index, section in enumerate(gold.sections):
        _lay(document, owner, index, _tokens(section.heading or ""), heading=True)
        _lay(document, owner, index, _tokens(section.text), heading=False)
    notes = [note for note in (_note(document, owner, f.marker, _tokens(f.text)) for f in gold.footnotes) if note]
    sections = [_section(document, gold, owner, index) for index in range(len(gold.sections))]
    return Reading(document, tuple(gold.languages), tuple(sections), tuple(notes))


def _tokens(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _lay(document: Document, owner: dict[int, tuple[int, bool]], index: int, tokens: Sequence[str], *, heading: bool) -> None:
    """Find the run of lines that reads `tokens`, from the first free line where it begins."""
    if not tokens:
        return
    best = max(_starts(document, owner, tokens), key=lambda start: len(_run(document, owner, tokens, start)), default=None)
    if best is None:
        return
    for at in _run(document, owner, tokens, best):
        owner[at] = (index, heading)


def _starts(document: Document, owner: dict[int, tuple[int, bool]], tokens: Sequence[str]) -> Iterable[int]:
    for at, line in enumerate(document.lines):
        words = _tokens(document.words(line))
        if at not in owner and words and words[0] == tokens[0] and words[: len(tokens)][-1] in tokens[: len(words) + NEAR]:
            yield at


def _run(document: Document, owner: dict[int, tuple[int, bool]], tokens: Sequence[str], start: int) -> list[int]:
    found: list[int] = []
    at = 0
    for number in range(start, len(document.lines)):
        if at >= len(tokens):
            break
        words = _tokens(document.words(document.lines[number]))
        if number in owner or not words:
            continue
        window = tokens[at : at + len(words) + NEAR]
        hits = sum(1 for word in words if word in window)
        if hits * 3 >= len(words) * 2:
            found.append(number)
            at += len(words)
    return found


def _note(document: Document, owner: dict[int, tuple[int, bool]], marker: str, tokens: Sequence[str]) -> Note | None:
    for at, line in enumerate(document.lines):
        words = _tokens(document.words(line))
        lead = 1 if words[:1] == [marker] else 0
        if words and words[lead : lead + 5] == list(tokens[: len(words) - lead][:5]) and len(words) > lead:
            run = _run(document, {k: v for k, v in owner.items() if k != at}, [*words[:lead], *tokens], at)
            for number in run:
                owner[number] = (-1, False)
            body = document.passage(document.lines[n].span for n in run)
            lead_end = body.text.find(marker)
            start = lead_end + len(marker) if 0 <= lead_end < 3 else 0
            while start < len(body.text) and not (body.text[start].isalnum() or body.text[start] in "“«\"'‘*"):
                start += 1
            mark = body.quote(lead_end, lead_end + len(marker)) if 0 <= lead_end < 3 else Quote(marker, ())
            return Note(mark, body.quote(start, len(body.text)))
    return None


def _section(document: Document, gold: PressKit, owner: dict[int, tuple[int, bool]], index: int) -> Section:
    given = gold.sections[index]
    headings = [document.lines[n].span for n, (i, h) in sorted(owner.items()) if i == index and h]
    lines = [document.lines[n] for n, (i, h) in sorted(owner.items()) if i == index and not h]
    heading = document.quote(headings) if headings else None
    return Section(SectionKind(given.kind), heading, "", tuple(_paragraphs(lines)))


def _paragraphs(lines: Sequence[Line]) -> Iterable[Paragraph]:
    held: list[Line] = []
    for line in lines:
        if held and line.blank_before:
            yield tuple(held)
            held = []
        held.append(line)
    if held:
        yield tuple(held)
