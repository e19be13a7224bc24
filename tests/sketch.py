"""Kits drawn in a few lines of text, for cases that need no file.

A line may open with {b}, {i}, {h} or {s}: bold, italic, a heading's larger type, a note's smaller type. A form feed ends a page, blank
lines are white, a soft hyphen at a line's end goes on in the next line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.model import Document, Line, Paragraph, Reading, Section, SectionKind, Source, Span, Style

SET = re.compile(r"^\{([bihs])\}")
GAP = re.compile(r"\t|\s{2,}")
SIZES = {"h": 14.0, "s": 8.0}


def document(text: str) -> Document:
    styled = "{" in text
    lines: list[Line] = []
    words: list[str] = []
    length, page, white = 0, 1, 0
    for raw in re.split(r"(?<=[\n\f])", text):
        body = raw.strip()
        setting = SET.match(body)
        body = SET.sub("", body)
        if body:
            indent = float(len(raw) - len(raw.lstrip(" ")))
            style = _style(setting[1] if setting else "") if styled else None
            lines.append(Line(Span(length, length + len(body)), page, white, indent, cells=_cells(body, length), style=style))
            words.append(body)
            length += len(body) + 1
        white = 0 if body else white + 1
        page += raw.count("\f")
    text = "\n".join(words)
    return Document(Source("kit.txt", "0" * 64, "text/plain", len(text), page), text, text, range(len(text) + 1), tuple(lines))


def _style(setting: str) -> Style:
    return Style("Serif", SIZES.get(setting, 10.0), setting in ("b", "h"), setting == "i")


def _cells(body: str, start: int) -> tuple[Span, ...]:
    ends = [0, *(at for gap in GAP.finditer(body) for at in gap.span()), len(body)]
    return tuple(Span(start + low, start + high) for low, high in zip(ends[::2], ends[1::2], strict=True))


def reading(*parts: tuple[str, str | None, str]) -> Reading:
    """A reading whose sections are given: kind, heading, text of each."""
    whole = document("\n\n".join(f"{heading}\n\n{text}" if heading else text for _, heading, text in parts))
    sections: list[Section] = []
    at = 0
    for kind, heading, text in parts:
        head = whole.quote([whole.lines[at].span]) if heading else None
        at += bool(heading)
        count = len(document(text).lines)
        sections.append(Section(SectionKind(kind), head, "", _paragraphs(whole.lines[at : at + count])))
        at += count
    return Reading(whole, ("en",), tuple(sections))


def _paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    held: list[list[Line]] = []
    for line in lines:
        if not held or line.blank_before:
            held.append([])
        held[-1].append(line)
    return tuple(tuple(paragraph) for paragraph in held)
