"""Word's styles: what a paragraph or a run of words looks like, after all that it inherits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from presskit.readers.office.format import NOTHING, Format
from presskit.readers.office.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset({"0", "false", "off", "none"})
HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s?(\d)|(title|titel|titolo)", re.IGNORECASE)
"""Names under which Word keeps its headings, whatever language it is set to."""
TEXT_LEVEL = 9
"""The outline level that means running text."""
INHERITED = 30
"""Styles one above the other; more is a circle."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles of a file by their identifiers, and what holds where none does."""

    formats: Mapping[str, Format] = field(default_factory=dict)
    usual: Format = NOTHING
    paragraph: str = ""

    def named(self, name: str | None) -> Format:
        """A paragraph style with everything below it."""
        return self.formats.get(name or self.paragraph, NOTHING).over(self.usual)

    def bare(self, name: str | None) -> Format:
        """A style for words: only what it says itself."""
        return self.formats.get(name or "", NOTHING)


def style_sheet(root: Element | None) -> Sheet:
    """From styles.xml."""
    if root is None:
        return Sheet()
    usual = NOTHING
    for defaults in root.iterfind(f"{W}docDefaults/*/*"):
        usual = _format(defaults).over(usual)
    styles = {style.get(f"{W}styleId"): style for style in root.iterfind(f"{W}style")}
    first = next((key for key, style in styles.items() if style.get(f"{W}type") == "paragraph" and _is_on(style.get(f"{W}default"))), "")
    return Sheet({key: _inherited(key, styles) for key in styles if key}, usual, first or "")


def _is_on(value: str | None) -> bool:
    return value is not None and value.lower() not in OFF


def _inherited(key: str, styles: Mapping[str, Element]) -> Format:
    found = NOTHING
    at: str | None = key
    for _ in range(INHERITED):
        style = styles.get(at or "")
        if style is None:
            break
        found = found.over(_of_style(style))
        base = style.find(f"{W}basedOn")
        at = base.get(f"{W}val") if base is not None else None
    return found


def _of_style(style: Element) -> Format:
    name = style.find(f"{W}name")
    heading = HEADING.fullmatch((name.get(f"{W}val") or "").strip()) if name is not None else None
    rank = Format(rank=int(heading.group(1) or 1)) if heading and style.get(f"{W}type") == "paragraph" else NOTHING
    return run_format(style.find(f"{W}rPr")).over(paragraph_format(style.find(f"{W}pPr"))).over(rank)


def _format(properties: Element) -> Format:
    return run_format(properties) if properties.tag == f"{W}rPr" else paragraph_format(properties)


def run_format(properties: Element | None) -> Format:
    """What is set on words."""
    if properties is None:
        return NOTHING
    fonts = properties.find(f"{W}rFonts")
    raised = _value(properties, "vertAlign")
    return Format(
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        size=_points(_value(properties, "sz"), 2),
        font=(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")) if fonts is not None else None,
        raised=None if raised is None else raised == "superscript",
        hidden=_switch(properties, "vanish"),
    )


def paragraph_format(properties: Element | None) -> Format:
    """What is set on a paragraph."""
    if properties is None:
        return NOTHING
    spacing = properties.find(f"{W}spacing")
    level = _value(properties, "outlineLvl")
    rank = None
    if level is not None and level.isdecimal():
        rank = 0 if int(level) >= TEXT_LEVEL else int(level) + 1
    before, after = (spacing.get(f"{W}{side}") if spacing is not None else None for side in ("before", "after"))
    return Format(rank=rank, before=_points(before, 20), after=_points(after, 20))


def _value(properties: Element, name: str) -> str | None:
    found = properties.find(f"{W}{name}")
    return found.get(f"{W}val") if found is not None else None


def _switch(properties: Element, name: str) -> bool | None:
    """A property that is there is on, unless it says otherwise."""
    found = properties.find(f"{W}{name}")
    return None if found is None else (found.get(f"{W}val") or "1").lower() not in OFF


def _points(value: str | None, parts: int) -> float | None:
    """Half points and twentieths; what is no number is not said."""
    return min(int(value) / parts, 500.0) if value and value.isdecimal() and len(value) < 7 else None
