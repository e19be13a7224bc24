"""Markdown's light marks: taken out of the text by a filler that a repair removes, so that every letter stays where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.model import Style
from presskit.readers.draft import Setting
from presskit.repair import FILLER

LINK = re.compile(r"(!?)\[([^\[\]\n]{0,300})\]\([^)\n]{0,500}\)")
TAG = re.compile(r"<!--.{0,300}?-->|</?[a-zA-Z][^<>\n]{0,300}>|<(?=https?://|[\w.+-]{1,64}@)|(?<=\w)>", re.DOTALL)
LEAD = re.compile(r"^[ \t]{0,12}(?:#{1,6}[ \t]+|(?:>[ \t]?){1,5}|[*+-][ \t]+(?=\S))", re.MULTILINE)
RULE = re.compile(r"^[ \t]{0,3}(?:[*_-][ \t]*){3,40}$|^=+[ \t]*$|^```.{0,40}$|^[ \t]{0,3}\|[ \t:|-]{3,200}$", re.MULTILINE)
STRONG = re.compile(r"\*{2,3}|(?<!\w)_{2,3}|_{2,3}(?!\w)|`{1,3}")
STRESS = re.compile(r"\*(?=\S)[^*]{1,600}(?<=\S)\*|(?<!\w)_(?=\S)[^_]{1,600}(?<=\S)_(?!\w)")
"""A single star must find its partner: alone it is the mark of a note."""
ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>-])|\\$", re.MULTILINE)
ESCAPED = re.compile(r"\\[*_`]")
ADDRESS = re.compile(r"[\w.+-]{1,80}@[\w.-]{1,80}|https?://\S{1,300}|www\.\S{1,300}")
BAR = re.compile(r"[ \t]*\|[ \t]*")
HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+\S")
BOLD_LINE = re.compile(r"[ \t]{0,3}(\*\*|__)[^*_\n]{1,300}(\*\*|__)[ \t\\]{0,4}")
SIZES = (20.0, 16.0, 14.0, 12.0, 11.0, 11.0)
"""Points that stand for the six ranks of headings; text is 10."""
TEXT_SIZE = 10.0


def plain(text: str) -> str:
    """The text without marks, of the same length: what a mark took is `FILLER`."""
    text = LINK.sub(_link, text)
    for pattern in (TAG, RULE, LEAD):
        text = pattern.sub(_filled, text)
    kept = sorted(at for pattern in (ADDRESS, ESCAPED) for match in pattern.finditer(text) for at in match.span())
    text = _outside(text, kept)
    text = ESCAPE.sub(FILLER, text)
    return "\n".join(_row(line) for line in text.split("\n"))


def styles(text: str) -> Iterator[tuple[int, Setting]]:
    """Headings and bold lines of a Markdown text, by line number; form feeds end lines too."""
    lines = re.split(r"[\n\f]", text)
    for number, line in enumerate(lines):
        below = lines[number + 1].strip() if number + 1 < len(lines) else ""
        heading = HEADING.match(line)
        if heading:
            yield number, _bold(SIZES[len(heading.group(1)) - 1])
        elif line.strip() and len(below) > 2 and set(below) == {"="}:
            yield number, _bold(SIZES[0])
        elif BOLD_LINE.fullmatch(line):
            yield number, _bold(TEXT_SIZE)


def _bold(size: float) -> Setting:
    return Setting(style=Style("", size, bold=True, italic=False))


def _filled(match: re.Match[str]) -> str:
    return "".join(sign if sign in "\n\f" else FILLER for sign in match.group())


def _link(match: re.Match[str]) -> str:
    """A link keeps its words; a picture says nothing."""
    picture, words = match.groups()
    if picture:
        return FILLER * len(match.group())
    return FILLER + words + FILLER * (len(match.group()) - len(words) - 1)


def _outside(text: str, edges: list[int]) -> str:
    """Marks of stress taken out, but for those inside addresses and behind a backslash."""
    parts: list[str] = []
    at = 0
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        parts.append(_unstressed(text[at:low]))
        parts.append(text[max(at, low) : high])
        at = max(at, high)
    parts.append(_unstressed(text[at:]))
    return "".join(parts)


def _unstressed(text: str) -> str:
    return STRESS.sub(_between, STRONG.sub(_filled, text))


def _between(match: re.Match[str]) -> str:
    words = match.group()
    return words if "\n\n" in words else FILLER + words[1:-1] + FILLER


def _row(line: str) -> str:
    """The bars of a table's row part cells."""
    body = line.strip()
    if not (body.startswith("|") and body.count("|") > 2):
        return line
    return BAR.sub(lambda match: "\t".ljust(len(match.group()), FILLER), line)
